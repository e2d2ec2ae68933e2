import { refuse, succeed, type Result } from '#core/result.ts';
import { normalQuantile, normalUpperTail } from '../distributions/normal-distribution.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { chanceAbove, continuePath, pathStart, type ScorePath } from './score-path.ts';
import { designProblem, type SequentialDesign, type SequentialLook } from './sequential-design.ts';
import { alphaSpent, type SpendingFunction } from './spending-function.ts';

/** A look with its share of the false-alarm chance. */
export interface BoundaryLook extends SequentialLook {
  /** The ordinary p-value (of as many sides as the design has) below which this look stops. */
  readonly nominalLevel: number;
  /** The false-alarm chance spent up to and with this look, over all sides. */
  readonly alphaSpent: number;
}

/** The looks of a design; serves as `SequentialLooks`. */
export interface GroupSequentialBoundaries {
  readonly sides: 1 | 2;
  readonly looks: readonly BoundaryLook[];
}

/**
 * How large z must be at each planned look, so that looking early does not raise the false-alarm chance.
 * `informationShares`: ascending, each as a share of the planned information (customers observed / planned); spending
 * rules allow looks at any time, also unplanned ones (give those made so far; the limits of earlier looks do not change)
 * and more information than planned (above 1 all alpha may be spent). `obrien-fleming`, `pocock` and `wang-tsiatis` need
 * all looks fixed beforehand; their last look stands for the whole. `alpha`: over all looks and sides. With
 * `spendingShares` alpha is spent by the calendar, and only the proportions of the information shares matter.
 * Refuses `invalid-alpha`, `invalid-spending`, `invalid-spending-shares`, `no-looks`, `too-many-looks` (over 20), `invalid-information` and
 * `looks-too-close` (less than 0.001 apart).
 * Source: Jennison & Turnbull (2000), chapters 2, 7 and 19; R `rpact::getDesignGroupSequential`.
 * Example: O'Brien-Fleming, one-sided alpha 0.025, three equal looks gives 3.4710914, 2.4544323, 2.0040356.
 */
export function groupSequentialBoundaries(
  design: SequentialDesign,
): Result<GroupSequentialBoundaries> {
  const problem = designProblem(design);
  if (problem) return refuse(problem);
  const { rule, sides = 2 } = design;
  const found =
    rule.kind === 'obrien-fleming'
      ? constantLooks(design, 0)
      : rule.kind === 'pocock'
        ? constantLooks(design, 0.5)
        : rule.kind === 'wang-tsiatis'
          ? constantLooks(design, rule.shape)
          : spendingLooks(design, rule);
  const looks = found.map(({ informationShare, criticalValue, spentPerSide }) => ({
    informationShare,
    criticalValue: criticalValue === Number.POSITIVE_INFINITY ? null : criticalValue,
    nominalLevel: sides * normalUpperTail(criticalValue),
    alphaSpent: sides * spentPerSide,
  }));
  return succeed({ sides, looks });
}

interface FoundLook {
  readonly informationShare: number;
  readonly criticalValue: number;
  readonly spentPerSide: number;
}

/** Each look in turn: what may be spent up to it, less what the looks before have spent. */
function spendingLooks(
  { informationShares, alpha, sides = 2, spendingShares = informationShares }: SequentialDesign,
  spending: SpendingFunction,
): FoundLook[] {
  const found: FoundLook[] = [];
  let path = pathStart;
  let spent = 0;
  for (const [place, information] of informationShares.entries()) {
    const allowed = alphaSpent(spending, alpha / sides, spendingShares[place] ?? 0) - spent;
    const criticalValue = valueSpending(path, information, allowed);
    if (criticalValue < Number.POSITIVE_INFINITY) spent += allowed;
    found.push({ informationShare: information, criticalValue, spentPerSide: spent });
    path = goOn(path, criticalValue, sides, informationShares, place);
  }
  return found;
}

const leastSpent = 1e-25;

/** The critical value that exactly this much of the undecided paths exceeds, or Infinity for next to nothing. */
function valueSpending(path: ScorePath, information: number, allowed: number): number {
  if (!(allowed > leastSpent)) return Number.POSITIVE_INFINITY;
  if (path === pathStart) return -normalQuantile(allowed);
  const root = Math.sqrt(information);
  const missing = (z: number): number =>
    Math.log(chanceAbove(path, z * root, information, 0) / allowed);
  // No more can be spent than what is undecided; the chance of one look alone bounds the value from above.
  const high = -normalQuantile(allowed) + 1e-9;
  let low = high - 1;
  while (missing(low) < 0) low -= 2;
  return bracketedRoot(missing, low, high);
}

/** All looks at once: the constant at which the chances of all looks add up to alpha. */
function constantLooks(design: SequentialDesign, shape: number): FoundLook[] {
  const { informationShares, alpha, sides = 2 } = design;
  const whole = informationShares.at(-1) ?? 1;
  const looksAt = (constant: number): FoundLook[] => {
    let path = pathStart;
    let spentPerSide = 0;
    return informationShares.map((information, place) => {
      const criticalValue = constant * (information / whole) ** (shape - 0.5);
      spentPerSide += chanceAbove(path, criticalValue * Math.sqrt(information), information, 0);
      if (information < whole) path = goOn(path, criticalValue, sides, informationShares, place);
      return { informationShare: information, criticalValue, spentPerSide };
    });
  };
  const missing = (constant: number): number =>
    (looksAt(constant).at(-1)?.spentPerSide ?? 0) - alpha / sides;
  // One look alone needs no more than this, and so many looks never need more than Bonferroni's.
  const low = -normalQuantile(alpha / sides) - 1e-6;
  const high = -normalQuantile(alpha / sides / informationShares.length) + 1e-6;
  return looksAt(bracketedRoot(missing, low, high));
}

function goOn(
  path: ScorePath,
  criticalValue: number,
  sides: 1 | 2,
  informationShares: readonly number[],
  place: number,
): ScorePath {
  const information = informationShares[place] ?? 0;
  const high = criticalValue * Math.sqrt(information);
  const low = sides === 2 ? -high : Number.NEGATIVE_INFINITY;
  const nextInformation = informationShares[place + 1] ?? information;
  return continuePath(path, { low, high }, { information, nextInformation, drift: 0 });
}
