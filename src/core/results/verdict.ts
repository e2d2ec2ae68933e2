import type { Interval } from '../stats/interval.ts';
import { differingAttributes, type DifferingAttribute } from './differing-attribute.ts';
import { enlarge, type Enlargement } from './enlargement.ts';
import { findings, type Finding } from './finding.ts';
import type { ExperimentAnalysis } from './reading.ts';

interface Compared {
  /** The carrots that were compared with control within the strata. */
  readonly withinStrata: readonly string[];
  /** The others: there are no strata, or none that hold both the carrot and the control. */
  readonly allTogether: readonly string[];
  /** Those of which all customers together would tell something else than the strata. */
  readonly pooledDisagrees: readonly Finding[];
}

interface Weighed extends Compared {
  /** Carrots below the control beyond chance. */
  readonly harmful: readonly Finding[];
  readonly differing: readonly DifferingAttribute[];
}

/** The decision that an experiment allows, with the facts of its sentence and the next step. */
export type Verdict =
  | { readonly code: 'control-only'; readonly nextStep: 'add-carrot' }
  | {
      readonly code: 'broken-split';
      /** Null where an arm has customers that the plan gave none. */
      readonly pValue: number | null;
      readonly nextStep: 'find-cause';
    }
  | {
      readonly code: 'no-outcome';
      readonly reason:
        'nobody-in-control' | 'nobody-in-carrots' | 'nobody-responded' | 'everybody-responded';
      readonly responders: number;
      readonly nextStep: 'check-outcome';
    }
  | (Weighed & {
      readonly code: 'winner';
      readonly best: Finding;
      readonly nextStep: 'roll-out-best' | 'roll-out-by-level';
    })
  | (Weighed & {
      readonly code: 'better-than-control-no-single-winner';
      /** Above control beyond chance, highest response first. */
      readonly better: readonly Finding[];
      /** The best and the carrots that cannot be told from it, better than control or not. */
      readonly contenders: readonly string[];
      /** The best against the next contender. */
      readonly lead: { readonly difference: number; readonly interval: Interval } | null;
      readonly enlargement: Enlargement;
      readonly nextStep: 'roll-out-by-level' | 'choose-by-cost';
    })
  | (Weighed & {
      readonly code: 'harmful';
      readonly undecided: readonly Finding[];
      readonly nextStep: 'stop-carrot';
    })
  | (Compared & {
      readonly code: 'cannot-tell';
      readonly best: Finding;
      readonly enlargement: Enlargement;
      readonly nextStep: 'enlarge';
    });

/**
 * What to do after the experiment, in one decision: never a bare p-value. A carrot counts as better or harmful when its
 * Holm-adjusted p-value is below 1 - confidence; it wins when it is also told from every other carrot that way. Where
 * there are strata, customers are compared within them.
 * Example: the bundled sample is `better-than-control-no-single-winner`: point and coupon cannot be told apart, and the
 * best carrot depends on points, so the next step is `roll-out-by-level`.
 */
export function verdict(analysis: ExperimentAnalysis): Verdict {
  const { comparisons, sampleRatio, responders } = analysis;
  if (comparisons.length === 0) return { code: 'control-only', nextStep: 'add-carrot' };
  const reason = whyNothingCompares(analysis);
  if (reason) return { code: 'no-outcome', reason, responders, nextStep: 'check-outcome' };
  if (sampleRatio.ok ? sampleRatio.value.alarm : hasStrayArm(sampleRatio.problem.code))
    return {
      code: 'broken-split',
      pValue: sampleRatio.ok ? sampleRatio.value.pValue : null,
      nextStep: 'find-cause',
    };
  const found = findings(analysis);
  const best = found[0];
  if (!best) throw new Error('Arms that differ in response can be compared.');
  const alpha = 1 - analysis.confidenceShare;
  const clear = found.filter(({ pValueAdjusted }) => pValueAdjusted < alpha);
  const better = clear.filter(({ difference }) => difference > 0);
  const harmful = clear.filter(({ difference }) => difference < 0);
  const compared: Compared = {
    withinStrata: armsWith(found, 'within-strata'),
    allTogether: armsWith(found, 'pooled'),
    pooledDisagrees: found.filter(({ pooledDisagrees }) => pooledDisagrees),
  };
  const differing = differingAttributes(analysis, alpha);
  const weighed: Weighed = { harmful, differing, ...compared };
  if (better.length > 0) return amongBetter(analysis, found, better, weighed);
  if (harmful.length > 0) {
    const undecided = found.filter((finding) => !clear.includes(finding));
    return { code: 'harmful', ...weighed, undecided, nextStep: 'stop-carrot' };
  }
  const enlargement = enlarge({
    baselineShare: best.controlShare,
    lift: best.difference,
    sizeControl: best.controlCustomers,
    sizeTreatment: best.customers,
    alpha: alpha / found.length,
  });
  return { code: 'cannot-tell', best, enlargement, ...compared, nextStep: 'enlarge' };
}

function armsWith(found: readonly Finding[], wanted: Finding['basis']): readonly string[] {
  return found.filter(({ basis }) => basis === wanted).map(({ arm }) => arm);
}

type NothingCompares = Extract<Verdict, { code: 'no-outcome' }>['reason'];

/** Null where at least one carrot can be set against control. */
function whyNothingCompares(analysis: ExperimentAnalysis): NothingCompares | null {
  if (findings(analysis).length > 0) return null;
  const { arms, responders } = analysis;
  if (arms.some(({ isControl, customers }) => isControl && customers === 0))
    return 'nobody-in-control';
  if (arms.every(({ isControl, customers }) => isControl || customers === 0))
    return 'nobody-in-carrots';
  return responders === 0 ? 'nobody-responded' : 'everybody-responded';
}

function hasStrayArm(code: string): boolean {
  return code === 'customers-in-zero-weight-arm';
}

function amongBetter(
  analysis: ExperimentAnalysis,
  found: readonly Finding[],
  better: readonly Finding[],
  weighed: Weighed,
): Verdict {
  const alpha = 1 - analysis.confidenceShare;
  const best = better[0] as Finding;
  const rivals = found.flatMap((rival) => {
    const lead = leadOver(analysis, best.arm, rival.arm);
    return lead && !(lead.pValueAdjusted < alpha && lead.difference > 0) ? [{ rival, lead }] : [];
  });
  const nextRival = rivals[0];
  const byLevel = weighed.differing.length > 0;
  if (!nextRival) {
    const nextStep = byLevel ? 'roll-out-by-level' : 'roll-out-best';
    return { code: 'winner', best, ...weighed, nextStep };
  }
  const { rival, lead } = nextRival;
  const pairs = analysis.carrotPairs.filter(({ deciding }) => deciding.ok).length;
  return {
    code: 'better-than-control-no-single-winner',
    better,
    contenders: [best.arm, ...rivals.map((each) => each.rival.arm)],
    lead: { difference: lead.difference, interval: lead.interval },
    enlargement: enlarge({
      baselineShare: rival.share,
      lift: lead.difference,
      sizeControl: rival.customers,
      sizeTreatment: best.customers,
      alpha: alpha / pairs,
    }),
    ...weighed,
    nextStep: byLevel ? 'roll-out-by-level' : 'choose-by-cost',
  };
}

/** How far `arm` is ahead of `rival`, or null where the two cannot be compared (or are the same). */
function leadOver(
  { carrotPairs }: ExperimentAnalysis,
  arm: string,
  rival: string,
): { difference: number; interval: Interval; pValueAdjusted: number } | null {
  for (const { first, second, deciding } of carrotPairs) {
    if (!deciding.ok) continue;
    const { difference, interval, pValueAdjusted } = deciding.value;
    if (first === arm && second === rival) return { difference, interval, pValueAdjusted };
    if (first === rival && second === arm) {
      const turned = { low: -interval.high, high: -interval.low };
      return { difference: -difference, interval: turned, pValueAdjusted };
    }
  }
  return null;
}
