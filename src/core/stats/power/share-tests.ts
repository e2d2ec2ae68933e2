import { normalQuantile } from '../distributions/normal-distribution.ts';
import { studentTwoSided } from '../distributions/student-distribution.ts';

/**
 * The tests whose chances can be counted out. `score`: the default of `compareProportions` (Miettinen-Nurminen);
 * `fisher`: Fisher's exact test, two-sided by the sum of the outcomes that are no likelier; `pooled-z`: the classic
 * chi-square without correction; `welch-t`: the difference over its own standard error; `relative-lift-delta`: the
 * relative lift over its standard error by the delta method. The last two are those of experiment platforms (GrowthBook's
 * gbstats): Student t with Welch's degrees of freedom, and no judgement where an arm has no variation.
 */
export type ShareTest = 'score' | 'fisher' | 'pooled-z' | 'welch-t' | 'relative-lift-delta';

/** The tests that judge every outcome, and a table the same way when responding and not responding change places. */
export type SymmetricShareTest = 'score' | 'fisher' | 'pooled-z';

/** The sizes of the two arms, in whole customers. */
export interface ArmSizesInCustomers {
  readonly sizeTreatment: number;
  readonly sizeControl: number;
}

/** The statistic of a test with a z value, and whether it speaks where an arm has no event or no non-event. */
export interface StandardisedTest {
  readonly statistic: (treatmentEvents: number, controlEvents: number) => number;
  readonly needsVariation: boolean;
}

/**
 * A test as a z value of the events in both arms, growing with those of the treatment. (Those of the platforms fall again
 * by some thousandths where nearly every treated customer responds: their degrees of freedom do. No plan is ever there.)
 */
export function standardisedTest(
  test: Exclude<ShareTest, 'fisher'>,
  { sizeTreatment, sizeControl }: ArmSizesInCustomers,
): StandardisedTest {
  const total = sizeTreatment + sizeControl;
  const pooled = (factor: number) => (treatmentEvents: number, controlEvents: number) => {
    const cross = treatmentEvents * sizeControl - controlEvents * sizeTreatment;
    const events = treatmentEvents + controlEvents;
    if (cross === 0) return 0;
    return (
      cross /
      Math.sqrt((((events * (total - events)) / total) * sizeTreatment * sizeControl) / factor)
    );
  };
  if (test === 'score') return { statistic: pooled((total - 1) / total), needsVariation: false };
  if (test === 'pooled-z') return { statistic: pooled(1), needsVariation: false };
  const relative = test === 'relative-lift-delta';
  const statistic = (treatmentEvents: number, controlEvents: number): number => {
    const treated = treatmentEvents / sizeTreatment;
    const control = controlEvents / sizeControl;
    const treatedVariance = (treated * (1 - treated)) / sizeTreatment;
    const controlVariance = (control * (1 - control)) / sizeControl;
    const ratio = relative ? treated / control : 1;
    const t = (treated - control) / Math.sqrt(treatedVariance + controlVariance * ratio * ratio);
    const degreesOfFreedom =
      (treatedVariance + controlVariance) ** 2 /
      (treatedVariance ** 2 / (sizeTreatment - 1) + controlVariance ** 2 / (sizeControl - 1));
    // The z value with the same p-value, so that one limit serves all outcomes.
    return Math.sign(t) * -normalQuantile(studentTwoSided(t, degreesOfFreedom) / 2);
  };
  return { statistic, needsVariation: true };
}
