import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import {
  stratifiedErrorShare,
  stratifiedOutlook,
  stratifiedSize,
  type StratifiedOutlook,
} from '#core/stats/power/test-and-roll-strata.ts';
import { largestSample, type StratifiedRollPlan } from '#core/stats/power/roll-strata.ts';
import type { PlanFrame } from '../questions/plan-frame.ts';
import { questionPower, type QuestionOptions } from '../questions/question-power.ts';
import type { Question } from '../questions/question.ts';

/** What is known of carrots before this experiment: from past ones (`priorFromLifts`) or by judgement. */
export interface CarrotPrior {
  /** The lift over the holdout that each arm is expected to have, in shares, in the order of the frame; 0 for the holdout. */
  readonly meanLifts: readonly number[];
  /** How much true lifts differ between carrots, and one carrot's between cells. */
  readonly liftSpread: number;
  readonly cellSpread: number;
  /** The response share without a carrot, and how uncertain it is. */
  readonly baselineShare: number;
  readonly baselineSpread: number;
}

/** Money of a customer. */
export interface CustomerValue {
  readonly profitPerResponse: number;
  /** Per arm, in the order of the frame. */
  readonly costPerContact: readonly number[];
  readonly costPerReward: readonly number[];
}

/** What the dial is turned on. */
export interface DialPlan {
  /** Its counts give the proportions of the cells and arms. */
  readonly frame: PlanFrame;
  readonly prior: CarrotPrior;
  readonly value: CustomerValue;
  /** Whether one arm, or the best for each cell, goes to the rest. */
  readonly rule: 'one' | 'per-stratum';
}

/** One position of the dial. */
export interface DialPosition extends StratifiedOutlook {
  /** Money over the whole list. */
  readonly profit: number;
  readonly regret: number;
  /** How likely the rest gets an arm that is not the best, with the standard error of its simulation. */
  readonly errorShare: { readonly value: number; readonly standardError: number };
}

/** The two sizes side by side, the plan's own, and the curve between nothing and the whole list. */
export interface ProfitDial {
  /** As the plan stands. */
  readonly forPlan: DialPosition;
  /** Refused when the question has no expected effect, or the list is too short for the size. */
  readonly forPower: Result<DialPosition>;
  readonly forProfit: Result<DialPosition>;
  readonly curve: readonly StratifiedOutlook[];
}

const curvePoints = 40;

/**
 * The size of the experiment that a question's power asks for beside the size that earns most on this list, and the plan's.
 * `plan`: proportions, priors and money; arms are taken as independent of each other, as Test & Roll does, and a customer's
 * profit as response · (profit - reward) - contact. `asked`: the question and its options, for the size of the power.
 * `simulation`: seed and repetitions of the error share.
 * Refuses what `stratifiedOutlook` refuses and `invalid-prior`; each of the two sizes is refused by itself (`no-effect-expected`,
 * `list-too-short` with the size `wanted` and the `most`, `testing-does-not-pay`).
 * Source: Feit & Berman (2019), Marketing Science 38 (`stratifiedSize`); `questionPower` for the other size.
 */
export function profitDial(
  plan: DialPlan,
  asked: { readonly question: Question; readonly options: QuestionOptions },
  simulation: { readonly seed: string; readonly repetitions: number },
): Result<ProfitDial> {
  const problem = priorProblem(plan);
  if (problem) return refuse(problem);
  const roll = rollPlan(plan);
  const customers = sumOf(plan.frame.population);
  const positionAt = (size: number): Result<DialPosition> => {
    const outlook = stratifiedOutlook(roll, size);
    if (!outlook.ok) return outlook;
    const errorShare = stratifiedErrorShare(roll, size, simulation);
    if (!errorShare.ok) return errorShare;
    const { profitPerCustomer, regretPerCustomer } = outlook.value;
    return succeed({
      ...outlook.value,
      profit: customers * profitPerCustomer,
      regret: customers * regretPerCustomer,
      errorShare: errorShare.value,
    });
  };
  const forPlan = positionAt(sumOf(plan.frame.counts.flat()));
  if (!forPlan.ok) return forPlan;
  const most = largestSample(roll);
  const best = stratifiedSize(roll);
  const wanted = sizeForPower(plan.frame, asked);
  const [first, last] = [Math.log(Math.min(10, most / 2)), Math.log(most)];
  const curve = Array.from({ length: curvePoints }, (_, place) =>
    stratifiedOutlook(
      roll,
      Math.min(most, Math.exp(first + ((last - first) * place) / (curvePoints - 1))),
    ),
  ).flatMap((point) => (point.ok ? [point.value] : []));
  return succeed({
    forPlan: forPlan.value,
    forPower: !wanted.ok
      ? wanted
      : wanted.value > most
        ? refuse({ code: 'list-too-short', wanted: wanted.value, most })
        : positionAt(wanted.value),
    forProfit: best.ok ? positionAt(best.value.size) : best,
    curve,
  });
}

/** All customers of the plan, so many times as many that the question has its power. */
function sizeForPower(
  frame: PlanFrame,
  { question, options }: { readonly question: Question; readonly options: QuestionOptions },
): Result<number> {
  const power = questionPower(frame, question, options);
  if (!power.ok) return power;
  const { sizeFactor } = power.value;
  if (sizeFactor === null) return refuse({ code: 'no-effect-expected', question: question.id });
  return succeed(sizeFactor * sumOf(frame.counts.flat()));
}

/** Shares and money as what each arm earns per customer. */
function rollPlan({ frame, prior, value, rule }: DialPlan): StratifiedRollPlan {
  const arms = frame.arms.map(({ role }, arm) => {
    const isHoldout = role === 'holdout';
    const share = prior.baselineShare + (isHoldout ? 0 : (prior.meanLifts[arm] ?? 0));
    const worth = value.profitPerResponse - (value.costPerReward[arm] ?? 0);
    const spread = isHoldout
      ? prior.baselineSpread
      : Math.hypot(prior.baselineSpread, prior.liftSpread);
    return {
      meanProfit: share * worth - (value.costPerContact[arm] ?? 0),
      offerSpread: spread * Math.abs(worth),
      customerSpread: Math.sqrt(share * (1 - share)) * Math.abs(worth),
      stratumSpread: isHoldout ? 0 : prior.cellSpread * Math.abs(worth),
    };
  });
  return { population: frame.population, arms, proportions: frame.counts, rule };
}

function priorProblem({ frame, prior, value }: DialPlan): Problem | null {
  const { meanLifts, liftSpread, cellSpread, baselineShare, baselineSpread } = prior;
  const shares = frame.arms.map(({ role }, arm) =>
    role === 'holdout' ? baselineShare : baselineShare + (meanLifts[arm] ?? Number.NaN),
  );
  const possible =
    shares.every((share) => share > 0 && share < 1) &&
    baselineShare > 0 &&
    baselineShare < 1 &&
    [liftSpread, cellSpread, baselineSpread].every((spread) => spread >= 0 && spread <= 1);
  if (!possible) return { code: 'invalid-prior', ...prior };
  const priced = [value.costPerContact, value.costPerReward].every(
    (costs) => costs.length === frame.arms.length && costs.every((cost) => cost >= 0),
  );
  return priced ? null : { code: 'negative-cost' };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
