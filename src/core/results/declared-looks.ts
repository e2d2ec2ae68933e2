import type { Design } from '../design/design.ts';
import type { AnalysisPlan } from './analysis.ts';

/**
 * Whether the way of looking at a result was declared before the start. One look at the end needs no declaration; a list
 * drawn here carries that of its plan. For a finished file it is declared only where the plan of the experiment says the
 * same: looks that are chosen with the responses at hand keep no promise about false alarms.
 * Example: a finished file read at any time without a plan is false; with a plan that says any time, true.
 */
export function looksAreDeclared(
  { source, looks }: Pick<AnalysisPlan, 'source' | 'looks'>,
  design: Pick<Design, 'looks'> | null,
): boolean {
  if (looks.kind === 'once' || source.kind === 'drawn') return true;
  if (design?.looks.kind !== looks.kind) return false;
  return (
    looks.kind !== 'planned' ||
    (design.looks.kind === 'planned' && design.looks.looks === looks.looks)
  );
}
