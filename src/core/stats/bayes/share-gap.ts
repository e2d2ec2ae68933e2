import { betaPoint } from '../distributions/beta-kernel.ts';
import type { BetaShape } from '../distributions/beta-distribution.ts';
import { betaTail } from '../distributions/beta-tail.ts';
import {
  logTailShare,
  nothingAbove,
  nothingBelow,
  type OneTail,
} from '../distributions/one-tail.ts';
import { logSumExp } from '../numerics/log-sum.ts';
import { beliefGrid, commonReach, type Feature } from './belief-grid.ts';
import { shareBelief, type Belief } from './belief.ts';

/** How likely something is, and how likely its opposite; each keeps its digits when it is tiny. */
export interface Chances {
  readonly above: number;
  readonly below: number;
}

/**
 * How likely the treatment's share lies above a line that depends on the control's share, and how likely below.
 * `line`: rising in the control's share; `back`: its inverse, where the line passes a treatment share. One integral over
 * the control's log odds: its density times the treatment's tail at the line. `smallest`: what may be left out where it
 * adds to the whole, as a logarithm; without it a tiny chance keeps its digits.
 */
export function chancesBeyond(
  treatment: BetaShape,
  control: BetaShape,
  line: (controlShare: number) => number,
  back: (treatmentShare: number) => number,
  smallest = -Infinity,
): Chances {
  const belief = shareBelief(control);
  const crossed = crossing(treatment, back);
  const [low, high] = reachOf(belief, crossed);
  const edges = [back(0), back(1)]
    .filter((share) => share > 0 && share < 1)
    .map(logOddsOf)
    .filter((edge) => edge > low && edge < high && belief.logDensity(edge) > smallest);
  const features = [belief, ...crossed, ...edges.map(edgeAt)];
  const above: number[] = [];
  const below: number[] = [];
  for (const { place, logWeight } of beliefGrid(features, [low, high])) {
    const log = logWeight + belief.logDensity(place);
    if (log < smallest) continue;
    const tail = tailAt(line(belief.value(place)), treatment);
    above.push(log + logTailShare(tail, 'upper'));
    below.push(log + logTailShare(tail, 'lower'));
  }
  const share = (logs: readonly number[]): number => Math.min(1, Math.exp(logSumExp(logs)));
  return { above: share(above), below: share(below) };
}

/** Beyond an edge the line leaves 0 to 1; towards it pieces shrink, as the tail there may be any power. */
function edgeAt(edge: number): Feature {
  return { bendAt: (place) => Math.max(1e-9, Math.abs(place - edge) / 2) };
}

/** Where on the control's scale the line meets what is believed of the treatment, and how it looks there. */
interface Crossing extends Feature {
  readonly centre: number;
  readonly spread: number;
}

function crossing(treatment: BetaShape, back: (share: number) => number): Crossing[] {
  const { value, spread: own, centre: middle } = shareBelief(treatment);
  const [left = 0, between = 0, right = 0] = [middle - own, middle, middle + own].map((place) =>
    back(value(place)),
  );
  if (!(left > 0 && right < 1)) return [];
  const centre = logOddsOf(between);
  const spread = (logOddsOf(right) - logOddsOf(left)) / 2;
  const bendAt = (place: number): number => Math.max(spread, Math.abs(place - centre) / 40);
  return [{ centre, spread, bendAt }];
}

/** The control's own reach, and on to where the line meets the treatment: a tiny chance comes from between the two. */
function reachOf(belief: Belief, crossed: readonly Crossing[]): [number, number] {
  const [low, high] = commonReach([belief]);
  return [
    Math.min(low, ...crossed.map(({ centre, spread }) => centre - 10 * spread)),
    Math.max(high, ...crossed.map(({ centre, spread }) => centre + 10 * spread)),
  ];
}

function logOddsOf(share: number): number {
  return Math.log(share) - Math.log1p(-share);
}

function tailAt(share: number, { alpha, beta }: BetaShape): OneTail {
  if (!(share > 0)) return nothingBelow;
  return share < 1 ? betaTail(betaPoint(share, alpha, beta)) : nothingAbove;
}
