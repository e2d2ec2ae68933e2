import { refuse, succeed, type Result } from '#core/result.ts';
import type { Alternative } from './alternative.ts';
import type { ArmCounts } from './arm-counts.ts';
import { unconditionalProblem } from './boschloo.ts';
import { nuisanceSupremum, type NuisanceSupremum } from './nuisance-supremum.ts';
import { traceStaircase, type RejectionStaircase } from './rejection-staircase.ts';

/** Which standard error orders the tables: that of one common share (`pooled`), or of each arm's own. */
export type BarnardStatistic = 'pooled' | 'unpooled';

/** Barnard's answer; `nuisanceShare` is the common share at which chance is most likely to give such a table. */
export interface BarnardTest {
  readonly method: BarnardStatistic;
  readonly alternative: Alternative;
  readonly statistic: number | null;
  readonly pValue: number;
  readonly nuisanceShare: number;
}

/** How the test is made; by default two-sided, with the pooled standard error. */
export interface BarnardOptions {
  readonly alternative?: Alternative;
  readonly method?: BarnardStatistic;
}

/**
 * Whether chance explains the difference of two response shares: exact, with the tables ordered by their z value.
 * `treatment`, `control`: whole counts, at most 10,000 customers in all (which takes about a
 * tenth of a second); `alternative`: two-sided by default, 'greater'
 * when only a higher response of the treated counts; `method`: pooled by default. The p-value is the largest probability,
 * over every common share, of a z value as large as the observed one (two-sided: as far from 0, on both sides at once).
 * `statistic` is null where it is infinite (everybody in one arm and nobody in the other, unpooled).
 * Refuses `no-trials`, `invalid-counts` and `too-large-for-exact`.
 * Source: Barnard (1945), Nature 156; Suissa & Shuster (1985); SciPy `barnard_exact` (whose groups are columns).
 * Example: 7 of 12 against 2 of 11, two-sided and pooled, gives z 1.9709 and p 0.0551.
 */
export function barnardTest(
  treatment: ArmCounts,
  control: ArmCounts,
  { alternative = 'two-sided', method = 'pooled' }: BarnardOptions = {},
): Result<BarnardTest> {
  const problem = unconditionalProblem(treatment, control);
  if (problem) return refuse(problem);
  const zOf = statistics[method];
  const z = zOf(treatment, control);
  const statistic = Number.isFinite(z) ? z : null;
  const { probability, nuisanceShare } = supremum(treatment, control, zOf, alternative);
  const pValue = Math.max(probability, Number.MIN_VALUE);
  return succeed({ method, alternative, statistic, pValue, nuisanceShare });
}

type Statistic = (treatment: ArmCounts, control: ArmCounts) => number;

const statistics: Record<BarnardStatistic, Statistic> = {
  pooled: (treatment, control) => {
    const events = treatment.events + control.events;
    const total = treatment.trials + control.trials;
    const spread = (events * (total - events)) / (total * treatment.trials * control.trials);
    return shareDistance(treatment, control, spread);
  },
  unpooled: (treatment, control) => {
    const variance = ({ events, trials }: ArmCounts): number =>
      (events * (trials - events)) / trials ** 3;
    return shareDistance(treatment, control, variance(treatment) + variance(control));
  },
};

/** The difference of the shares in standard errors; 0 where there is none, however small the standard error. */
function shareDistance(treatment: ArmCounts, control: ArmCounts, squaredError: number): number {
  const cross = treatment.events * control.trials - control.events * treatment.trials;
  return cross === 0 ? 0 : cross / treatment.trials / control.trials / Math.sqrt(squaredError);
}

function supremum(
  treatment: ArmCounts,
  control: ArmCounts,
  zOf: Statistic,
  alternative: Alternative,
): NuisanceSupremum {
  const z = zOf(treatment, control);
  const higher = (least: number) => zStaircase(treatment.trials, control.trials, zOf, least);
  const lower = (least: number) => zStaircase(control.trials, treatment.trials, zOf, least);
  if (alternative === 'greater') return nuisanceSupremum([higher(z)]);
  if (alternative === 'less') return nuisanceSupremum([lower(-z)]);
  // Both sides would count the tables without a difference twice.
  if (z === 0) return { probability: 1, nuisanceShare: 0.5 };
  return nuisanceSupremum([higher(Math.abs(z)), lower(Math.abs(z))]);
}

/** Ties of the ordering: equal tables differ by rounding only, others by far more than this. */
const tie = 1e-9;

/** All tables in which the first arm is ahead by a z value of `least` or more; the corner is the furthest ahead of all. */
function zStaircase(
  aheadTrials: number,
  behindTrials: number,
  zOf: Statistic,
  least: number,
): RejectionStaircase {
  const limit = Number.isFinite(least) ? least - tie * Math.abs(least) : least;
  return traceStaircase(
    { treatmentEvents: aheadTrials, controlEvents: 0 },
    { treatmentTrials: aheadTrials, controlTrials: behindTrials },
    () => (ahead, behind) =>
      zOf({ events: ahead, trials: aheadTrials }, { events: behind, trials: behindTrials }) >=
      limit,
  );
}
