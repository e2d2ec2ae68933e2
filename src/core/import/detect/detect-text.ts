import type { Dialect } from '../dialect.ts';
import { RowReader } from '../row-reader.ts';
import type { SourceChoice } from '../source-plan.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectLayout } from './detect-layout.ts';

/** How a text is written and where its table stands: the dialect, and what `detectLayout` says. */
export type TextFindings = { readonly dialect: Dialect } & ReturnType<typeof detectLayout>;

/**
 * Finds out how the beginning of a text file is to be read, with what is `chosen` left as it is.
 * `isWhole`: whether the text is all there is; else its last row may be cut off.
 */
export function detectText(text: string, isWhole: boolean, chosen: SourceChoice): TextFindings {
  const dialect = detectDialect(text, isWhole, chosen.dialect ?? {});
  const reader = new RowReader(dialect);
  const pushed = reader.push(text);
  const isEnded = isWhole || pushed.length === 0;
  const rows = isEnded ? pushed.concat(reader.end(!isWhole)) : pushed;
  return { dialect, ...detectLayout(rows, chosen.layout ?? {}, dialect.delimiter) };
}
