import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { BetaShape } from '../distributions/beta-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';
import { bracketedRoot } from '../numerics/bracketed-root.ts';
import type { ArmPair } from '../proportions/arm-counts.ts';
import {
  armsProblem,
  posteriorShape,
  priorProblem,
  uniformPrior,
  type PriorOptions,
} from './bayes-proportions.ts';
import { shareBelief } from './belief.ts';
import { bestChances } from './best-arm.ts';
import { chancesBeyond, type Chances } from './share-gap.ts';

/** What is believed of the difference of two response shares after the data. */
export interface BelievedDifference {
  /** How likely the treatment is better, and worse. */
  readonly betterShare: number;
  readonly worseShare: number;
  /** What is given up on average by choosing one arm where the other is better, in shares. */
  readonly lossOfTreatment: number;
  readonly lossOfControl: number;
  /** In shares: 0.02 is two points. */
  readonly difference: { readonly mean: number; readonly interval: Interval };
  /** Treatment over control, minus 1: 0.5 is half as much again. Its mean may be infinite, so the middle is the median. */
  readonly lift: { readonly median: number; readonly interval: Interval };
}

export interface ComparisonOptions extends PriorOptions {
  readonly confidenceShare?: number;
}

/**
 * What the data make one believe of the difference and the relative lift of two response shares.
 * `treatment`, `control`: whole counts, also of nobody; `prior`: a beta distribution for both shares, uniform by default;
 * `confidenceShare`: how much of the belief the intervals hold, equal tails outside, 0.95 by default.
 * Refuses `invalid-counts`, `invalid-prior` and `invalid-confidence`.
 * Source: the posterior's integrals in one dimension, without simulation; Stucchio (2015) for the losses; SciPy `quad`.
 * Example: 120 of 1000 against 100 of 1000: better with 0.9231834, difference -0.0074707 to 0.0474697.
 */
export function compareBeliefs(
  { treatment, control }: ArmPair,
  { prior = uniformPrior, confidenceShare = 0.95 }: ComparisonOptions = {},
): Result<BelievedDifference> {
  const problem =
    armsProblem([treatment, control]) ?? priorProblem(prior) ?? confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const high = posteriorShape(treatment, prior);
  const low = posteriorShape(control, prior);
  const [ofTreatment, ofControl] = bestChances([shareBelief(high), shareBelief(low)]);
  if (!ofTreatment || !ofControl) throw new RangeError('Two arms, two answers');
  const tail = (1 - confidenceShare) / 2;
  const difference = (part: number, side: 'below' | 'above'): number => {
    const at = (margin: number): number =>
      excess(beyondDifference(high, low, margin, negligible), part, side);
    const guess = meanOf(high) - meanOf(low);
    const root = outwardRoot(at, guess, Math.sqrt(varianceOf(high) + varianceOf(low)));
    return Math.min(1, Math.max(-1, root));
  };
  const lift = (part: number, side: 'below' | 'above'): number => {
    const at = (logRatio: number): number =>
      excess(beyondRatio(high, low, Math.exp(logRatio)), part, side);
    const spread = Math.sqrt(1 / high.alpha + 1 / low.alpha);
    return Math.expm1(outwardRoot(at, Math.log(meanOf(high) / meanOf(low)), spread));
  };
  return succeed({
    betterShare: ofTreatment.bestShare,
    worseShare: ofControl.bestShare,
    lossOfTreatment: ofTreatment.expectedLoss,
    lossOfControl: ofControl.expectedLoss,
    difference: {
      mean: meanOf(high) - meanOf(low),
      interval: { low: difference(tail, 'below'), high: difference(tail, 'above') },
    },
    lift: {
      median: lift(0.5, 'below'),
      interval: { low: lift(tail, 'below'), high: lift(tail, 'above') },
    },
  });
}

/**
 * How likely the treatment is better by more than a smallest worthwhile difference.
 * `margin`: in shares (0.01 is one point), strictly between -1 and 1; 0 asks whether it is better at all. `prior`: a beta
 * distribution for both shares, uniform by default. A chance of 1e-200 keeps its digits.
 * Refuses `invalid-margin`, `invalid-counts` and `invalid-prior`.
 * Source: P(T - C > margin), the control's density times the treatment's upper tail, integrated; SciPy `quad`.
 * Example: 120 of 1000 against 100 of 1000 is better by more than one point with 0.7616673.
 */
export function chanceOfWorthwhileDifference(
  { treatment, control }: ArmPair,
  margin: number,
  { prior = uniformPrior }: PriorOptions = {},
): Result<number> {
  const marginProblem: Problem | null =
    margin > -1 && margin < 1 ? null : { code: 'invalid-margin', margin };
  const problem = marginProblem ?? armsProblem([treatment, control]) ?? priorProblem(prior);
  if (problem) return refuse(problem);
  const shapes = [posteriorShape(treatment, prior), posteriorShape(control, prior)] as const;
  return succeed(beyondDifference(...shapes, margin).above);
}

/** What a response is worth and what reaching a customer costs, in one currency. */
export interface ContactEconomics {
  /** The margin of one response, above 0. */
  readonly marginPerResponse: number;
  /** What one customer of the treatment costs more than one of the control, whether he responds or not. */
  readonly extraCostPerCustomer: number;
}

/**
 * How likely the treatment earns more than the control once its cost is paid.
 * `marginPerResponse`: above 0; `extraCostPerCustomer`: any amount in the same currency. The treatment pays where its
 * share is above the control's by cost / margin.
 * Refuses `invalid-margin` (a margin that is not above 0, or a cost that is not a number), `invalid-counts` and
 * `invalid-prior`. A cost beyond the margin gives 0, as no difference of shares pays for it; the opposite 1.
 * Source: `chanceOfWorthwhileDifference` at the break-even difference.
 * Example: at 0.20 a contact and 20 a response, 120 of 1000 against 100 of 1000 pays with 0.7616673.
 */
export function chanceOfProfit(
  pair: ArmPair,
  { marginPerResponse, extraCostPerCustomer }: ContactEconomics,
  options: PriorOptions = {},
): Result<number> {
  const breakEven = extraCostPerCustomer / marginPerResponse;
  if (!(marginPerResponse > 0) || !Number.isFinite(breakEven)) {
    return refuse({ code: 'invalid-margin', marginPerResponse, extraCostPerCustomer });
  }
  if (Math.abs(breakEven) < 1) return chanceOfWorthwhileDifference(pair, breakEven, options);
  const possible = chanceOfWorthwhileDifference(pair, 0, options);
  return possible.ok ? succeed(breakEven < 0 ? 1 : 0) : possible;
}

/** Of the limits of an interval only so much of a chance counts, as a logarithm. */
const negligible = -40;

function beyondDifference(
  treatment: BetaShape,
  control: BetaShape,
  margin: number,
  smallest = -Infinity,
): Chances {
  if (margin <= -1) return { above: 1, below: 0 };
  if (margin >= 1) return { above: 0, below: 1 };
  return chancesBeyond(
    treatment,
    control,
    (share) => share + margin,
    (share) => share - margin,
    smallest,
  );
}

function beyondRatio(treatment: BetaShape, control: BetaShape, ratio: number): Chances {
  return chancesBeyond(
    treatment,
    control,
    (share) => share * ratio,
    (share) => share / ratio,
    negligible,
  );
}

/** How far the part on one side is above what is asked; for `above` turned round, so that it rises as well. */
function excess(chances: Chances, part: number, side: 'below' | 'above'): number {
  return side === 'below' ? chances.below - part : part - chances.above;
}

/** Where a rising function crosses zero, sought outward from a guess in growing steps. */
function outwardRoot(value: (x: number) => number, guess: number, firstStep: number): number {
  const side = value(guess) < 0 ? 1 : -1;
  let near = guess;
  let step = firstStep;
  for (; value(near + side * step) * side < 0; step *= 2) near += side * step;
  const far = near + side * step;
  return bracketedRoot(value, Math.min(near, far), Math.max(near, far));
}

function varianceOf({ alpha, beta }: BetaShape): number {
  const total = alpha + beta;
  return ((alpha / total) * (beta / total)) / (total + 1);
}

function meanOf({ alpha, beta }: BetaShape): number {
  return alpha / (alpha + beta);
}
