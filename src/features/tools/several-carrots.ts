import { dunnettCriticalValue } from '#core/stats/distributions/dunnett-distribution.ts';
import { normalTwoSided, normalUpperTail } from '#core/stats/distributions/normal-distribution.ts';
import type { SampleSizeInputs } from './sample-size-address.ts';

/**
 * The significance level that each carrot's comparison with the control is held against, so that all of them together
 * stay at alpha (Dunnett). With one carrot it is alpha.
 */
export function levelOfEach({ alpha, treatments, ratio, sides }: SampleSizeInputs): number {
  if (treatments === 1) return alpha;
  const critical = dunnettCriticalValue({
    sizeControl: 1,
    sizes: Array.from({ length: treatments }, () => ratio),
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    alternative: sides === 2 ? 'two-sided' : 'greater',
    confidenceShare: 1 - alpha,
  });
  return sides === 2 ? normalTwoSided(critical) : normalUpperTail(critical);
}

/** What a one-sided plan looks for follows from the sign of its difference. */
export function alternativeOf(
  { sides }: SampleSizeInputs,
  lift: number,
): 'two-sided' | 'greater' | 'less' {
  if (sides === 2) return 'two-sided';
  return lift < 0 ? 'less' : 'greater';
}
