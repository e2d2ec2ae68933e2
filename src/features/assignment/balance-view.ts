import { largestDifference, type ControlLine } from '#core/assignment/control-balance.ts';
import type { ListBalance } from '#core/assignment/list-balance.ts';
import type { Design } from '#core/design/design.ts';
import type { Column } from '#core/import/column.ts';
import { adjustHolm } from '#core/stats/multiplicity/adjusted-p-values.ts';
import { standardisedDifferenceLimit } from '#core/stats/checks/standardised-difference.ts';
import { drawWords } from '#text/draw/draw-words.ts';
import { formatDecimal, formatFigure } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { controlLevelName, controlName } from './control-names.ts';

/** Below this p, adjusted for the number of arms, chance is no explanation: as for the split of the sample. */
export const oddDraw = 0.001;

/** A line of the table: a factor, or one of its levels. */
export interface BalanceLine {
  readonly key: string;
  readonly name: string;
  /** How the values are written; null for a factor that has levels only. */
  readonly writes: 'mean' | 'day' | 'share' | null;
  readonly byArm: readonly (number | null)[];
  readonly differences: readonly (number | null)[];
}

export interface BalanceFactor {
  readonly head: BalanceLine;
  readonly levels: readonly BalanceLine[];
}

/** The factors as the table shows them: what has levels is headed by the largest difference of any, arm by arm. */
export function balanceFactors(
  { factors }: ListBalance,
  design: Design,
  columns: readonly Column[],
): readonly BalanceFactor[] {
  return factors.map(({ kind, lines }, place): BalanceFactor => {
    const factor = design.controlFactors[place];
    const name = factor ? controlName(factor) : String(place + 1);
    const line = (
      { level, byArm, standardisedDifferences }: ControlLine,
      index: number,
    ): BalanceLine => ({
      key: `${place}-${index}`,
      name: level && factor ? controlLevelName(factor, level, columns) : name,
      writes: level ? 'share' : kind === 'date' ? 'day' : 'mean',
      byArm,
      differences: standardisedDifferences,
    });
    const all = lines.map(line);
    const [first] = all;
    if (first && first.writes !== 'share') return { head: first, levels: all.slice(1) };
    const arms = design.arms.map((_, arm) => farthest(all.map((each) => each.differences[arm] ?? null))); // prettier-ignore
    const head = { key: `${place}`, name, writes: null, byArm: [], differences: arms };
    return { head, levels: all };
  });
}

function farthest(differences: readonly (number | null)[]): number | null {
  return differences.reduce(
    (most, each) => (each !== null && Math.abs(each) > Math.abs(most ?? 0) ? each : (most ?? each)),
    null,
  );
}

/** The p-values of all factors together per arm, adjusted by Holm; null for the holdout and where there is none. */
export function adjustedOmnibus({ omnibus }: ListBalance): readonly (number | null)[] {
  const known = omnibus.flatMap((each, arm) =>
    each?.ok ? [{ arm, pValue: each.value.pValue }] : [],
  );
  const adjusted = adjustHolm(known.map(({ pValue }) => pValue));
  return omnibus.map((_, arm) => adjusted[known.findIndex((each) => each.arm === arm)] ?? null);
}

/** Whether the draw came out even, in one sentence. */
export function balanceSentence(
  balance: ListBalance,
  design: Design,
  columns: readonly Column[],
): { readonly tone: 'good' | 'doubt' | 'alarm' | 'hint'; readonly sentence: string } {
  const t = drawWords().balance;
  const largest = largestDifference(balance.factors);
  if (!largest) return { tone: 'hint', sentence: t.unknown };
  const { factor: place, line, arm, standardisedDifference } = largest;
  const factor = design.controlFactors[place];
  const level = balance.factors[place]?.lines[line]?.level ?? null;
  const whole = factor ? controlName(factor) : '';
  const name = factor && level ? t.level(whole, controlLevelName(factor, level, columns)) : whole;
  const difference = formatFigure(Math.abs(standardisedDifference), 'deviations', language.code, '').replace('+', ''); // prettier-ignore
  const limit = formatDecimal(standardisedDifferenceLimit, language.code, 1);
  const adjusted = adjustedOmnibus(balance);
  const oddArm = adjusted.findIndex((pValue) => pValue !== null && pValue < oddDraw);
  const armName = (index: number) => design.arms[index]?.name ?? '';
  if (oddArm >= 0) return { tone: 'alarm', sentence: t.odd(armName(oddArm), name, difference) };
  return Math.abs(standardisedDifference) > standardisedDifferenceLimit
    ? { tone: 'doubt', sentence: t.byChance(armName(arm), name, difference, limit) }
    : { tone: 'good', sentence: t.even(name, difference, limit) };
}
