import type { Result } from '#core/result.ts';
import type { BreslowDay } from '#core/stats/stratified/homogeneity.ts';
import type { PenalisedLikelihoodRatio } from '#core/stats/models/firth-logistic.ts';
import type { InteractionTest } from '#core/stats/models/interaction.ts';
import type { Interval } from '../stats/interval.ts';
import type { AnalysisPlan, MultiplicityRule } from './analysis.ts';
import type { MeanComparison, RelativeLiftOfMeans } from '#core/stats/means/mean-difference.ts';
import type { ProportionComparison } from '#core/stats/proportions/proportion-difference.ts';
import type { RelativeLift } from '#core/stats/proportions/proportion-ratio.ts';
import type { SampleRatioCheck } from '#core/stats/checks/sample-ratio.ts';
import type {
  CochranMantelHaenszel,
  StratifiedDifference,
} from '#core/stats/stratified/stratified.ts';

/** As much of the analysis plan as the reading needs. */
export type ReadingPlan = Pick<
  AnalysisPlan,
  'control' | 'strata' | 'confidenceShare' | 'multiplicity'
> & { readonly source: Pick<AnalysisPlan['source'], 'moneyColumn'> };

/** A comparison with its p-value adjusted for the family it was planned in. */
export type Adjusted<Comparison> = Comparison & { readonly pValueAdjusted: number };

/** One arm by itself. Shares 0..1; money per customer, zeros included; `money` is null without a money column. */
export interface ArmReading {
  readonly name: string;
  readonly isControl: boolean;
  readonly customers: number;
  readonly responders: number;
  readonly response: Result<{ readonly share: number; readonly interval: Interval }>;
  readonly money: Result<{ readonly mean: number; readonly interval: Interval }> | null;
}

/** The classic chi-square of a two-by-two table, as most reports print it. */
export interface PooledTest {
  readonly statistic: number;
  readonly degreesOfFreedom: 1;
  readonly pValue: number;
}

/** One comparison within the strata; each part stands for itself. */
export interface StratifiedReading {
  readonly cochranMantelHaenszel: Result<CochranMantelHaenszel>;
  readonly difference: Result<StratifiedDifference>;
  readonly homogeneity: Result<BreslowDay>;
}

/** The comparison that a verdict rests on. In shares. */
export interface DecidingComparison {
  /** `within-strata`: customers were compared only with those of their own stratum. */
  readonly basis: 'within-strata' | 'pooled';
  readonly difference: number;
  readonly interval: Interval;
  /** A z value. */
  readonly statistic: number;
  readonly pValue: number;
}

/** A carrot against control, adjusted by the plan's rule over all carrots that could be compared. */
export interface CarrotComparison {
  readonly arm: string;
  /** The confidence of the intervals of its response: more than the plan's where the rule makes intervals hold together. */
  readonly intervalShare: number;
  readonly response: Result<Adjusted<ProportionComparison>>;
  readonly pooled: Result<PooledTest>;
  readonly relativeLift: Result<RelativeLift>;
  readonly deciding: Result<Adjusted<DecidingComparison>>;
  /** Null without strata. */
  readonly stratified: StratifiedReading | null;
  /** Null without a money column. */
  readonly money: {
    readonly difference: Result<Adjusted<MeanComparison>>;
    readonly relativeLift: Result<RelativeLiftOfMeans>;
  } | null;
}

/** Two carrots against each other (`first` minus `second`). Holm is over all pairs of carrots. */
export interface CarrotPair {
  readonly first: string;
  readonly second: string;
  readonly response: Result<Adjusted<ProportionComparison>>;
  readonly pooled: Result<PooledTest>;
  readonly deciding: Result<Adjusted<DecidingComparison>>;
  readonly cochranMantelHaenszel: Result<CochranMantelHaenszel> | null;
}

/** The carrot with the highest response at one level of an attribute, against the control there. */
export interface BestAtLevel {
  readonly level: string;
  /** More than one where carrots have the same highest share; empty where no carrot has customers. */
  readonly arms: readonly string[];
  readonly customers: number;
  readonly share: number | null;
  readonly difference: Result<ProportionComparison>;
}

/** Whether the carrots rank differently along one attribute. Holm is over the attributes. */
export interface AttributeInteraction {
  readonly attribute: string;
  readonly test: Result<Adjusted<InteractionTest | PenalisedLikelihoodRatio>>;
  readonly bestByLevel: readonly BestAtLevel[];
}

/** Everything that was read of an experiment. What could not be computed says why and hides nothing else. */
export interface ExperimentAnalysis {
  readonly control: string;
  readonly confidenceShare: number;
  /** How the carrots against control are adjusted. */
  readonly multiplicity: MultiplicityRule;
  readonly customers: number;
  readonly responders: number;
  /** Refused with `split-not-stated` where `expectedSplit` is unknown. */
  readonly sampleRatio: Result<SampleRatioCheck>;
  /** What the split was held against: the plan's sizes or, where nobody stated any, equal arms if they look so. */
  readonly expectedSplit: 'planned' | 'equal' | 'unknown';
  readonly arms: readonly ArmReading[];
  readonly comparisons: readonly CarrotComparison[];
  readonly carrotPairs: readonly CarrotPair[];
  readonly interactions: readonly AttributeInteraction[];
}
