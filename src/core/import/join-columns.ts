import { appendColumns, type AppendedColumns, type WrittenColumn } from './append-columns.ts';
import { defaultFormat } from './column-format.ts';
import type { Column } from './column.ts';
import { refuse, succeed, type Problem, type Result } from '../result.ts';

/** `file`: the place of the one that does not fit. */
export type JoinProblem = Problem<'no-common-column'> & { readonly file: number };

/**
 * How the rows of files lie in one table that holds them all, each file going below those before it as by
 * `appendColumns`. All entries have the same columns, those that a later file brings too; their formats are the file's own.
 * `table`: the columns of a table that is there and that the files are appended to, or null.
 * Refuses: no-common-column (a file shares no column with what stands before it).
 * Example: files of (id, won) and (won, city) make a table of (id, won, city), in which the first has its fields at
 * [0, 1, null] and the second at [null, 0, 1].
 */
export function joinColumns(
  table: readonly Column[] | null,
  files: readonly (readonly WrittenColumn[])[],
): Result<readonly AppendedColumns[], JoinProblem> {
  const fits: AppendedColumns[] = [];
  for (const [place, file] of files.entries()) {
    const before = fits.at(-1)?.columns ?? table;
    const fit = before ? appendColumns(before, file) : alone(file);
    if (!fit) return refuse({ code: 'no-common-column', file: place });
    fits.push(fit);
  }
  const all = fits.at(-1)?.columns ?? [];
  return succeed(fits.map((fit) => widened(fit, all)));
}

function alone(columns: readonly WrittenColumn[]): AppendedColumns {
  return { columns, places: columns.map((_, place) => place), missing: [], added: [] };
}

function widened(fit: AppendedColumns, all: readonly WrittenColumn[]): AppendedColumns {
  return {
    ...fit,
    columns: all.map((column, at) => ({
      ...column,
      format: fit.columns[at]?.format ?? defaultFormat,
    })),
    places: all.map((_, at) => fit.places[at] ?? null),
  };
}
