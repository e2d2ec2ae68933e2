import type { ControlLevel } from '#core/assignment/control-values.ts';
import type { Variable } from '#core/customers/variable.ts';
import type { Column } from '#core/import/column.ts';
import { drawWords } from '#text/draw/draw-words.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';

/** What a control factor is called: its column, or the words for what was counted. */
export function controlName(factor: Variable): string {
  const t = catalogue().design.variable;
  if (factor.from === 'customers') return factor.column;
  if (factor.from === 'favourite') return t.favourite(factor.column);
  return factor.from === 'stage' ? t.stage : t[factor.measure];
}

/** A level as it is read: stages by their name, yes and no for 1 and 0 of a yes-or-no column. `columns`: of the customers. */
export function controlLevelName(
  factor: Variable,
  level: ControlLevel,
  columns: readonly Column[],
): string {
  const t = drawWords().balance;
  const words = catalogue().design.variable;
  if (level.kind === 'missing') return t.missing;
  if (level.kind === 'others') return t.others(formatCount(level.levels, language.code));
  const { value } = level;
  if (factor.from === 'stage') {
    const stages: Readonly<Record<string, string>> = words.stages;
    return stages[value] ?? value;
  }
  const isBoolean =
    factor.from === 'customers' &&
    columns.some(({ name, kind }) => name === factor.column && kind === 'boolean');
  if (isBoolean && (value === '1' || value === '0')) return value === '1' ? words.yes : words.no;
  return value === '' ? words.empty : value;
}
