import type { WinBackView } from '#core/rollout/win-back/chain-money.ts';
import type { FactorSpreads } from '#core/rollout/win-back/sensitivity.ts';
import { winBackFactors, type WinBackFactor } from '#core/rollout/win-back/sensitivity-inputs.ts';
import { usualWinBack, type WinBackInputs } from '#core/rollout/win-back/win-back-inputs.ts';
import {
  usualQuestions,
  type WinBackQuestions,
} from '#core/rollout/win-back/win-back-questions.ts';
import {
  checkNumber,
  queryString,
  readChoice,
  readNumbers,
  readOptionalNumber,
  shortened,
  type ParameterProblem,
  type ParameterProblems,
} from './parameter.ts';
import { readFollowUps, writeFollowUps } from './win-back-steps-address.ts';

/** The name in the address of every number of the chain, in the order in which the address has them. */
export const winBackParameters = {
  contacted: 'contacted',
  contactCost: 'costPerContact',
  responded: 'responded',
  followUpCost: 'costPerFollowUp',
  retained: 'retained',
  orderValue: 'orderValue',
  margin: 'marginShare',
  orders: 'ordersPerResponder',
  months: 'months',
  rewardCost: 'costPerReward',
  discount: 'discountPerMonth',
} as const satisfies Record<string, keyof WinBackInputs>;

/** Shares that nobody may know: left out of the address then. */
export const unknownShares = {
  holdout: 'holdoutShare',
  holdoutRetained: 'holdoutRetainedShare',
  retainedWithout: 'retainedShareWithout',
} as const satisfies Record<string, keyof WinBackInputs>;

export type WinBackNumber = keyof typeof winBackParameters;
export type WinBackShare = keyof typeof unknownShares;
export type WinBackName =
  | WinBackNumber
  | WinBackShare
  | 'steps'
  | 'alpha'
  | 'power'
  | 'view'
  | 'measure'
  | 'ranges'
  | 'x'
  | 'y';

const customers = { least: 0, most: 1e9, whole: true, required: true };
const money = { least: 0, most: 1e12, required: true };
const usual = usualWinBack;
const rules = {
  contacted: { ...customers, least: 1, fallback: usual.contacted },
  contactCost: { ...money, fallback: usual.costPerContact },
  responded: { ...customers, fallback: usual.responded },
  followUpCost: { ...money, fallback: usual.costPerFollowUp },
  retained: { ...customers, fallback: usual.retained },
  orderValue: { ...money, fallback: usual.orderValue },
  margin: { least: 0, most: 1, required: true, fallback: usual.marginShare },
  orders: { least: 0, most: 1000, fallback: usual.ordersPerResponder },
  months: { least: 0, most: 1200, fallback: usual.months },
  rewardCost: { ...money, required: false, fallback: usual.costPerReward },
  discount: { least: 0, most: 1, fallback: usual.discountPerMonth },
  alpha: { least: 0.0001, most: 0.5, fallback: 0.05 },
  power: { least: 0.5, most: 0.9999, fallback: 0.8 },
};
const share = { least: 0, most: 1 };
const numbers = Object.keys(winBackParameters) as WinBackNumber[];
const shares = Object.keys(unknownShares) as WinBackShare[];
const names = [...numbers, ...shares, 'steps', 'alpha', 'power', 'view', 'measure', 'ranges', 'x', 'y'] as const; // prettier-ignore

/**
 * Reads `?contacted=100&contactCost=3500&responded=30&followUpCost=500&retained=20&…`; `steps=Name:300:15` are further
 * follow-ups, `ranges=order-value:0.3` the reader's own ranges, `x` and `y` the inputs of the table.
 */
export function parseWinBack(search: string): {
  readonly inputs: WinBackInputs;
  readonly questions: WinBackQuestions;
  readonly problems: ParameterProblems<WinBackName>;
  readonly example: boolean;
} {
  const query = new URLSearchParams(search);
  const example = !names.some((name) => query.has(name));
  const { values, problems: ofNumbers } = readNumbers(query, rules);
  const problems: ParameterProblems<WinBackName> = { ...ofNumbers };
  const heed = <Value>(
    name: WinBackName,
    { value, problem }: { readonly value: Value; readonly problem?: ParameterProblem },
  ): Value => {
    if (problem) problems[name] = problem;
    return value;
  };
  const inputs = {
    ...Object.fromEntries(numbers.map((name) => [winBackParameters[name], values[name]])),
    ...Object.fromEntries(
      shares.map((name) => [
        unknownShares[name],
        heed(name, readOptionalNumber(query, name, share)),
      ]),
    ),
    followUps: heed('steps', readFollowUps(query.get('steps'))),
  } as WinBackInputs;
  const factors = winBackFactors(inputs);
  const firstOf = (factor: WinBackFactor) => [factor, ...factors] as const;
  const asUsual = usualQuestions(inputs);
  const questions: WinBackQuestions = {
    aims: { alpha: values.alpha, power: values.power },
    aim: {
      view: heed('view', readChoice(query, 'view', viewsOf(inputs))),
      measure: heed('measure', readChoice(query, 'measure', ['profit', 'roi'] as const)),
    },
    spreads: heed('ranges', readSpreads(query.get('ranges'), factors)),
    x: heed('x', readChoice(query, 'x', firstOf(asUsual.x))),
    y: heed('y', readChoice(query, 'y', firstOf(asUsual.y))),
  };
  return { inputs, questions, problems: example ? {} : problems, example };
}

/** The address of a chain and what is asked of it; what is as usual is left out. */
export function writeWinBack(
  inputs: WinBackInputs,
  questions: WinBackQuestions = usualQuestions(inputs),
): string {
  const asUsual = usualQuestions(inputs);
  // A step that was taken out takes with it what was asked of it.
  const factors = winBackFactors(inputs);
  const known = (factor: WinBackFactor) => factors.includes(factor);
  const written = numbers.map((name) => {
    const value = inputs[winBackParameters[name]];
    const isUsual = ['rewardCost', 'discount'].includes(name) && value === rules[name].fallback;
    return [name, isUsual ? null : value] as const;
  });
  const unless = <Value extends string | number>(value: Value, usualValue: Value) =>
    value === usualValue ? null : value;
  return queryString({
    ...Object.fromEntries(written),
    ...Object.fromEntries(shares.map((name) => [name, inputs[unknownShares[name]]])),
    steps: writeFollowUps(inputs.followUps) || null,
    alpha: unless(questions.aims.alpha, asUsual.aims.alpha),
    power: unless(questions.aims.power, asUsual.aims.power),
    view: unless(questions.aim.view, asUsual.aim.view),
    measure: unless(questions.aim.measure, asUsual.aim.measure),
    ranges: writeSpreads(questions.spreads, known) || null,
    x: known(questions.x) ? unless(questions.x, asUsual.x) : null,
    y: known(questions.y) ? unless(questions.y, asUsual.y) : null,
  });
}

/** With a holdout the incremental view comes first; without one there is none. */
function viewsOf({ holdoutShare }: WinBackInputs): readonly [WinBackView, ...WinBackView[]] {
  return holdoutShare === null ? ['gross'] : ['incremental', 'gross'];
}

function readSpreads(
  text: string | null,
  factors: readonly WinBackFactor[],
): { readonly value: FactorSpreads; readonly problem?: ParameterProblem } {
  const spreads: Partial<Record<WinBackFactor, number>> = {};
  for (const piece of text?.split(',').filter((each) => each.trim() !== '') ?? []) {
    const [name = '', amount = ''] = piece.split(':').map((part) => part.trim());
    const factor = factors.find((each) => each === name);
    if (!factor)
      return { value: {}, problem: { code: 'unknown-choice', written: shortened(piece) } };
    const checked = checkNumber(amount, share);
    if (checked.problem) return { value: {}, problem: checked.problem };
    spreads[factor] = checked.value;
  }
  return { value: spreads };
}

function writeSpreads(spreads: FactorSpreads, known: (factor: WinBackFactor) => boolean): string {
  return (Object.entries(spreads) as [WinBackFactor, number][])
    .filter(([factor]) => known(factor))
    .map(([factor, spread]) => `${factor}:${spread}`)
    .join(',');
}
