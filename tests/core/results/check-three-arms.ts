import { analyseExperiment } from '#core/results/compare-arms.ts';
import { multiplicityRules, type ExperimentTotals } from '#core/results/analysis.ts';
import { readBeside } from '#core/results/beside.ts';
import { readMetrics } from '#core/results/metrics.ts';
import type { OutcomeDetail } from '#core/results/outcome-detail.ts';
import type { Result } from '#core/result.ts';
import { expectClose, valueOf } from '../stats/oracle.ts';
import { columnsPlan } from './planted-experiment.ts';

interface Rules {
  readonly rules: Readonly<Record<'none' | 'bonferroni' | 'holm' | 'dunnett', { p: number[]; low: number[]; high: number[] }>>; // prettier-ignore
}
/** Carrots against the control by every rule; one value per carrot. */
export interface Differences extends Rules {
  readonly difference: number[];
}
interface Belief {
  readonly best: number;
  readonly loss: number;
}

/** What R computed of a three-arm experiment; the script lies beside the values. */
export interface ThreeArms {
  readonly arms: string[];
  readonly customers: number[];
  readonly response: Differences & { readonly statistic: number[] };
  readonly purchase: Differences;
  readonly within: Differences;
  readonly cmh: number[];
  readonly cap: number;
  readonly above: number[];
  readonly whole: Differences & { readonly mean: number[] };
  readonly capped: Differences & { readonly mean: number[] };
  readonly orders: Differences & { readonly mean: number[] };
  readonly perOrder: Differences & { readonly ratio: number[] };
  readonly spend: {
    whole: number;
    buyers: number;
    baskets: number;
    buyersError: number;
    basketsError: number;
  }[];
  readonly before: Readonly<
    Record<'response' | 'whole' | 'capped', Differences & { slope: number[]; shrunk: number[] }>
  >;
  readonly belief: Belief[];
  readonly moneyBelief: Belief[];
  readonly margin: { notWorse: number[]; notBetter: number[]; low: number[]; high: number[] };
  readonly marginTogether: { notWorse: number[]; notBetter: number[] };
}

/** The counts and the money of a detail, as the engine returns them by themselves. */
export function totalsOf({ arms, strata }: OutcomeDetail): ExperimentTotals {
  const { leftOut } = noTotals;
  return {
    arms,
    leftOut,
    strata: strata.map(({ key, arms: measures }) => ({
      key,
      population: null,
      totals: measures.map(({ customers, responders, money }) => ({
        customers,
        responders,
        moneySum: money?.sum ?? 0,
        moneySumOfSquares: money?.sumOfSquares ?? 0,
      })),
    })),
  };
}

const noTotals = {
  leftOut: {
    missingArm: 0,
    missingOutcome: 0,
    noStratum: 0,
    notOnList: 0,
    repeatedCustomers: 0,
    inSeveralArms: 0,
    beforeWindow: 0,
    afterWindow: 0,
  },
};

const tolerance = 1e-9;

/** A comparison of a carrot as every part of the analysis has it. */
type Compared = Result<{
  readonly difference: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly pValueAdjusted: number;
}>;

/**
 * Every figure of the three-arm analysis against R's, by every rule, to 1e-9: of differences and limits relative to the
 * wider of the two, of p-values relative to themselves.
 */
export function checkThreeArms(detail: OutcomeDetail, expected: ThreeArms, margin: number): void {
  const totals = totalsOf(detail);
  const reading = {
    ...columnsPlan,
    source: { ...columnsPlan.source, moneyColumn: 'money' },
    control: expected.arms[0] ?? '',
    margin,
  };
  for (const multiplicity of multiplicityRules) {
    const plan = { ...reading, multiplicity };
    const check = (name: string, carrot: number, found: Compared, of: Differences) => {
      const about = `${name} of carrot ${carrot + 1} by ${multiplicity}`;
      const { difference, interval, pValueAdjusted } = valueOf(found);
      const rule = of.rules[multiplicity];
      const [low, high] = [rule.low[carrot] ?? NaN, rule.high[carrot] ?? NaN];
      const width = high - low;
      expectClose(difference, of.difference[carrot] ?? NaN, tolerance, about, width);
      expectClose(interval.low, low, tolerance, about, width);
      expectClose(interval.high, high, tolerance, about, width);
      expectClose(pValueAdjusted, rule.p[carrot] ?? NaN, tolerance, about);
    };
    const analysis = valueOf(analyseExperiment(totals, plan));
    const metrics = readMetrics(detail, plan);
    for (const [
      carrot,
      { response, deciding, money, stratified },
    ] of analysis.comparisons.entries()) {
      check('response', carrot, response, expected.response);
      check('deciding', carrot, deciding, expected.within);
      if (!money || !stratified) throw new Error('Money and strata are told');
      check('money', carrot, money.difference, expected.whole);
      const { pValue } = valueOf(stratified.cochranMantelHaenszel);
      expectClose(pValue, expected.cmh[carrot] ?? NaN, tolerance, 'CMH');
    }
    for (const { name, arms } of metrics.metrics) {
      const of = { response: expected.response, purchase: expected.purchase, 'whole-money': expected.whole, 'capped-money': expected.capped, orders: expected.orders, 'money-per-order': expected.perOrder }[name]; // prettier-ignore
      for (const [carrot, { against }] of arms.slice(1).entries())
        if (against) check(name, carrot, against.difference, of);
      const alone = 'mean' in of ? of.mean : 'ratio' in of ? of.ratio : [];
      for (const [arm, value] of alone.entries()) {
        const found = arms[arm];
        if (!found) throw new Error(name);
        expectClose(valueOf(found.estimate).value, value, tolerance, name);
      }
    }
    for (const { outcome, carrots } of metrics.adjustments) {
      const of = { response: expected.before.response, 'whole-money': expected.before.whole, 'capped-money': expected.before.capped }[outcome]; // prettier-ignore
      for (const [carrot, { adjusted, shrunkBy }] of carrots.entries()) {
        check(`${outcome} by what was before`, carrot, adjusted, of);
        expectClose(valueOf(adjusted).slope, of.slope[carrot] ?? NaN, tolerance, outcome);
        if (multiplicity === 'none' || multiplicity === 'holm')
          expectClose(shrunkBy ?? NaN, of.shrunk[carrot] ?? NaN, tolerance, outcome, 1);
      }
    }
  }
  checkSpend(detail, expected, reading.control);
  checkBeside(totals, expected, margin);
}

function checkSpend(detail: OutcomeDetail, expected: ThreeArms, control: string): void {
  const { spend } = readMetrics(detail, { ...columnsPlan, control });
  for (const [carrot, { parts }] of (spend?.carrots ?? []).entries()) {
    const { whole, moreBuyers, biggerBaskets } = valueOf(parts);
    const of = expected.spend[carrot];
    if (!of) throw new Error('No such carrot');
    const scale = Math.abs(of.buyers) + Math.abs(of.baskets);
    expectClose(whole.difference, of.whole, tolerance, 'whole', scale);
    expectClose(moreBuyers.difference, of.buyers, tolerance, 'buyers', scale);
    expectClose(biggerBaskets.difference, of.baskets, tolerance, 'baskets', scale);
    expectClose(moreBuyers.standardError, of.buyersError, tolerance, 'buyers');
    expectClose(biggerBaskets.standardError, of.basketsError, tolerance, 'baskets');
  }
}

function checkBeside(totals: ExperimentTotals, expected: ThreeArms, margin: number): void {
  for (const strata of [columnsPlan.strata, { kind: 'none' } as const]) {
    const plan = {
      ...columnsPlan,
      source: { ...columnsPlan.source, moneyColumn: 'money' },
      control: expected.arms[0] ?? '',
      multiplicity: 'bonferroni' as const,
      strata,
      margin,
    };
    const { carrots, beliefs } = readBeside(totals, plan, valueOf(analyseExperiment(totals, plan)));
    for (const [carrot, each] of carrots.entries()) {
      if (!each.margin) throw new Error('A margin was set');
      const { notWorsePValue, equivalentPValue, interval } = valueOf(each.margin);
      const of = strata.kind === 'none' ? expected.marginTogether : expected.margin;
      const notWorse = of.notWorse[carrot] ?? NaN;
      expectClose(notWorsePValue, notWorse, tolerance, 'not worse');
      const equivalent = Math.max(notWorse, of.notBetter[carrot] ?? NaN);
      expectClose(equivalentPValue, equivalent, tolerance, 'equivalent');
      if (strata.kind === 'none') continue;
      const [low, high] = [expected.margin.low[carrot] ?? NaN, expected.margin.high[carrot] ?? NaN];
      expectClose(interval.low, low, tolerance, 'margin', high - low);
      expectClose(interval.high, high, tolerance, 'margin', high - low);
    }
    for (const [found, of] of [
      [beliefs.response, expected.belief],
      [beliefs.money, expected.moneyBelief],
    ] as const)
      for (const [place, { probabilityBest, expectedLoss }] of valueOf(
        found ?? nothing,
      ).entries()) {
        expectClose(probabilityBest, of[place]?.best ?? NaN, tolerance, 'best');
        expectClose(expectedLoss, of[place]?.loss ?? NaN, tolerance, 'loss');
      }
  }
}

const nothing = { ok: false, problem: { code: 'nothing' } } as const;
