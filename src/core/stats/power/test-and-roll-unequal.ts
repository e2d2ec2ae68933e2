import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalDensity, normalUpperTail } from '../distributions/normal-distribution.ts';
import { integratePieces } from '../numerics/gauss-legendre.ts';
import { expectedExcess, shownVariance, type UnequalPlan } from './arm-prior.ts';
import { stationarySizes } from './stationary-sizes.ts';

/** What an experiment of two given sizes earns on average. */
export interface UnequalOutlook {
  readonly sizeFirst: number;
  readonly sizeSecond: number;
  readonly profitPerCustomer: number;
  /** Earned per customer when the better arm by what is known beforehand simply goes to everybody. */
  readonly profitWithoutTest: number;
  readonly profitWithPerfectKnowledge: number;
  readonly regretPerCustomer: number;
  /** How likely the wrong arm is rolled out. */
  readonly errorShare: number;
}

/**
 * What an experiment of two given sizes earns on average, when the arm with the better posterior mean goes to the rest.
 * `plan`: population of 4 or more; spreads above 0; `sizeFirst`, `sizeSecond`: 0 or more, at most the population together
 * (0 leaves an arm untried).
 * Refuses `invalid-population`, `invalid-mean`, `invalid-standard-deviation` and `invalid-size`.
 * Source: Feit & Berman (2019), Marketing Science 38, equation 18; `profit_nn` of their R code.
 * Example: 100,000 customers, 19.39 ± 20.97 (87.69) against 29.26 ± 13.48 (179.36), sizes 588 and 1884: 34.6325.
 */
export function unequalOutlook(
  plan: UnequalPlan,
  sizeFirst: number,
  sizeSecond: number,
): Result<UnequalOutlook> {
  const problem = unequalProblem(plan);
  if (problem) return refuse(problem);
  const { population, first, second } = plan;
  const rest = population - sizeFirst - sizeSecond;
  if (!(sizeFirst >= 0 && sizeSecond >= 0 && rest >= 0)) {
    return refuse({ code: 'invalid-size', sizeFirst, sizeSecond });
  }
  const gap = first.meanProfit - second.meanProfit;
  const shown = Math.sqrt(shownVariance(first, sizeFirst) + shownVariance(second, sizeSecond));
  const possible = Math.hypot(first.offerSpread, second.offerSpread);
  const profitPerCustomer =
    (sizeFirst * first.meanProfit +
      sizeSecond * second.meanProfit +
      rest * (second.meanProfit + expectedExcess(gap, shown))) /
    population;
  const profitWithPerfectKnowledge = second.meanProfit + expectedExcess(gap, possible);
  return succeed({
    sizeFirst,
    sizeSecond,
    profitPerCustomer,
    profitWithoutTest: Math.max(first.meanProfit, second.meanProfit),
    profitWithPerfectKnowledge,
    regretPerCustomer: profitWithPerfectKnowledge - profitPerCustomer,
    errorShare: wrongArmShare(gap, shown, possible),
  });
}

/**
 * How many customers of each of two unequal arms earn most on a list.
 * `plan`: as for `unequalOutlook`. The sizes are the optimum's, to be rounded; 0 leaves an arm untried.
 * Refuses what `unequalOutlook` refuses, and `testing-does-not-pay` with what the better arm earns: what is known already
 * is so clear, or the list so short, that every experiment earns less than none.
 * Source: Feit & Berman (2019), Marketing Science 38, section 3.3: equation 18 at its maximum.
 * Example: the plan above: 587.9 and 1884.8, 34.6325002 per customer.
 */
export function unequalSizes(plan: UnequalPlan): Result<UnequalOutlook> {
  const problem = unequalProblem(plan);
  if (problem) return refuse(problem);
  const { first, second } = plan;
  const profitWithoutTest = Math.max(first.meanProfit, second.meanProfit);
  let best: UnequalOutlook | null = null;
  for (const [sizeFirst, sizeSecond] of stationarySizes(plan)) {
    const outlook = unequalOutlook(plan, sizeFirst, sizeSecond);
    if (!outlook.ok) continue;
    const { profitPerCustomer } = outlook.value;
    if (profitPerCustomer > (best?.profitPerCustomer ?? profitWithoutTest)) best = outlook.value;
  }
  return best ? succeed(best) : refuse({ code: 'testing-does-not-pay', profitWithoutTest });
}

/** How likely the true difference has the other sign than its posterior mean. */
function wrongArmShare(gap: number, shown: number, possible: number): number {
  const hidden = Math.sqrt(Math.max(0, (possible - shown) * (possible + shown)));
  if (hidden === 0) return 0;
  if (shown === 0) return normalUpperTail(Math.abs(gap) / hidden);
  // The posterior mean is normal around the gap; cut where it changes sign and where the hidden part matters.
  const scale = Math.min(1, hidden / shown);
  const steps = [-12, -6, -3, -1, 0, 1, 3, 6, 12];
  const centre = -gap / shown;
  const cuts = [...steps, ...steps.map((step) => centre + step * scale)];
  const edges = cuts.filter((cut) => Math.abs(cut) <= 12).sort((left, right) => left - right);
  return integratePieces(
    (z) => normalDensity(z) * normalUpperTail(Math.abs(gap + shown * z) / hidden),
    edges,
  );
}

const largest = 1e100;

function unequalProblem({ population, first, second }: UnequalPlan): Problem | null {
  if (!(population >= 4 && population <= 1e15)) return { code: 'invalid-population', population };
  for (const { meanProfit, offerSpread, customerSpread } of [first, second]) {
    if (!(Math.abs(meanProfit) <= largest)) return { code: 'invalid-mean', meanProfit };
    const spreads = [offerSpread, customerSpread, customerSpread / offerSpread];
    if (!spreads.every((spread) => spread >= 1e-50 && spread <= 1e50)) {
      return { code: 'invalid-standard-deviation', offerSpread, customerSpread };
    }
  }
  return null;
}
