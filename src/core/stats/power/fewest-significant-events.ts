import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { countsProblem, type ArmCounts } from '../proportions/arm-counts.ts';
import { fisherMargins } from './fisher-margins.ts';
import { mostCounted } from './operating-characteristics.ts';
import { standardisedTest, type SymmetricShareTest } from './share-tests.ts';
import { boundary } from './significant-outcomes.ts';
import { criticalValue } from './proportion-power-scale.ts';

/** A control that has been read, and an arm that is still open. */
export interface OpenArm {
  readonly control: ArmCounts;
  /** The customers of the arm that is still open: whole, at least 1. */
  readonly sizeTreatment: number;
  readonly alpha: number;
  /** 2 by default: `alpha` is shared by both directions, as in `compareProportions`. */
  readonly sides?: 1 | 2;
  /** `score` by default. */
  readonly test?: SymmetricShareTest;
}

/** The number of events at which the result turns, and what share of the arm that is. */
export interface EventLimit {
  readonly test: SymmetricShareTest;
  readonly events: number;
  readonly responseShare: number;
}

/**
 * How many customers of an arm must respond so that it is significantly better than a control already read.
 * `control`: whole counts; `sizeTreatment`: whole customers; `alpha`: 0 to 0.5. From the answer on every larger number
 * is significant too (Fisher's two-sided p-value can rise again for one number; such a gap is left below the answer).
 * Refuses `no-trials`, `invalid-counts`, `invalid-size`, `invalid-alpha`, `too-large-to-count` (Fisher's test with more
 * than a million in an arm), and `never-significant` when even everybody responding would not be.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4 (the score test), or R `fisher.test`; solved for the events.
 * Example: against 20 of 1000, 1000 customers at alpha 0.05 must give 35 events by the score test, 36 by Fisher's.
 */
export function fewestSignificantEvents(arm: OpenArm): Result<EventLimit> {
  const problem = openArmProblem(arm);
  if (problem) return refuse(problem);
  const end = arm.sizeTreatment + 1;
  const from = arm.test === 'fisher' ? fisherStart(arm, end) : standardisedStart(arm, end);
  return from < end ? limit(arm, from) : refuse({ code: 'never-significant', ...arm.control });
}

/**
 * How many customers of an arm may respond at most so that it is significantly worse than a control already read.
 * Arguments and refusals as above; the refusal then means that even nobody responding would not be significant.
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4 (the score test), or R `fisher.test`; with responding and
 * not responding exchanged.
 * Example: against 20 of 1000, 1000 customers at alpha 0.05 may give at most 9 events by the score test.
 */
export function mostEventsOfSignificantFall(arm: OpenArm): Result<EventLimit> {
  const { control, sizeTreatment } = arm;
  const mirrored = fewestSignificantEvents({
    ...arm,
    control: { events: control.trials - control.events, trials: control.trials },
  });
  if (mirrored.ok) return limit(arm, sizeTreatment - mirrored.value.events);
  const { code } = mirrored.problem;
  return refuse(code === 'never-significant' ? { code, ...control } : mirrored.problem);
}

function limit({ test = 'score', sizeTreatment }: OpenArm, events: number): Result<EventLimit> {
  return succeed({ test, events, responseShare: events / sizeTreatment });
}

function standardisedStart({ control, alpha, sides = 2, ...arm }: OpenArm, end: number): number {
  const { test = 'score', sizeTreatment } = arm;
  if (test === 'fisher') return end;
  const sizes = { sizeTreatment, sizeControl: control.trials };
  const { statistic } = standardisedTest(test, sizes);
  const critical = criticalValue({ alpha, sides });
  return boundary(0, 0, end, (events) => statistic(events, control.events) > critical);
}

/** Two-sided p-values need not fall steadily: only between the two one-sided limits can there be a gap. */
function fisherStart({ control, alpha, sides = 2, sizeTreatment }: OpenArm, end: number): number {
  const sizes = { sizeTreatment, sizeControl: control.trials };
  const significant = (allowed: number, alternative: 'two-sided' | 'greater') => {
    const margins = fisherMargins({ ...sizes, alpha: allowed, alternative });
    return (events: number): boolean => events >= margins(events + control.events).firstHigher;
  };
  const oneSided = (allowed: number): number =>
    boundary(0, 0, end, significant(allowed, 'greater'));
  const lowest = oneSided(alpha);
  if (sides === 1) return lowest;
  const twoSided = significant(alpha, 'two-sided');
  let start = oneSided(alpha / 1000);
  while (start > lowest && twoSided(start - 1)) start -= 1;
  return start;
}

function openArmProblem({ control, sizeTreatment, alpha, test }: OpenArm): Problem | null {
  const problem = countsProblem('control', control);
  if (problem) return problem;
  if (!(Number.isSafeInteger(sizeTreatment) && sizeTreatment >= 1)) {
    return { code: 'invalid-size', sizeTreatment };
  }
  if (test === 'fisher' && Math.max(sizeTreatment, control.trials) > mostCounted) {
    const sizes = { sizeTreatment, sizeControl: control.trials };
    return { code: 'too-large-to-count', ...sizes, most: mostCounted };
  }
  return alpha >= 1e-100 && alpha < 0.5 ? null : { code: 'invalid-alpha', alpha };
}
