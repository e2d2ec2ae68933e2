import { bracketedRoot } from '../numerics/bracketed-root.ts';
import { normalDensity } from '../distributions/normal-distribution.ts';
import { expectedExcess, type ArmPrior, type UnequalPlan } from './arm-prior.ts';

/** The log odds of what is shown of the prior's variance are tried from nothing at all to all but the 100th digit. */
const farthest = 240;
const step = 0.2;

/** An arm that is tested, and by how much the winner is expected to earn more than it when so much is shown. */
interface TestedArm extends ArmPrior {
  readonly shortfall: (shown: number) => number;
}

/**
 * The sizes at which one customer more in a tested arm neither earns nor loses: of tests of both arms, and of either
 * alone.
 * Let v be the standard deviation of the shown difference and R the worth of showing more. A tested arm of spreads σ and
 * s has size s √(R / shortfall) - s²/σ², and of its variance σ² it hides s²/(size + s²/σ²). So √R is the sum of
 * s √shortfall over what all tested arms hide, and the sizes are right where the rest of the list makes R just that.
 */
export function stationarySizes(plan: UnequalPlan): [number, number][] {
  const gap = plan.first.meanProfit - plan.second.meanProfit;
  const first = { ...plan.first, shortfall: (shown: number) => expectedExcess(-gap, shown) };
  const second = { ...plan.second, shortfall: (shown: number) => expectedExcess(gap, shown) };
  const sizes = (tested: readonly TestedArm[]) => stationaryTests(tested, plan.population, gap);
  const found: [number, number][] = [
    ...sizes([first, second]).map(([one = 0, other = 0]): [number, number] => [one, other]),
    ...sizes([first]).map(([size = 0]): [number, number] => [size, 0]),
    ...sizes([second]).map(([size = 0]): [number, number] => [0, size]),
  ];
  // An arm of a size below 0 had better not be tested.
  return found.filter(([sizeFirst, sizeSecond]) => sizeFirst >= 0 && sizeSecond >= 0);
}

function stationaryTests(
  tested: readonly TestedArm[],
  population: number,
  gap: number,
): readonly number[][] {
  const total = tested.reduce((sum, { offerSpread }) => sum + offerSpread ** 2, 0);
  const at = (logOdds: number): { sizes: number[]; excess: number } => {
    const shown = Math.sqrt(total / (1 + Math.exp(-logOdds)));
    const hidden = total / (1 + Math.exp(logOdds));
    const pulls = tested.map((arm) => arm.customerSpread * Math.sqrt(arm.shortfall(shown)));
    const rootOfWorth = pulls.reduce((sum, pull) => sum + pull, 0) / hidden;
    const sizes = sizesOf(tested, pulls, { shown, hidden });
    const rest = sizes.reduce((left, size) => left - size, population);
    const worth = (rest * normalDensity(gap / shown)) / (2 * shown);
    return { sizes, excess: worth - rootOfWorth ** 2 };
  };
  const excess = (logOdds: number): number => at(logOdds).excess;
  const found: number[][] = [];
  let before = excess(-farthest);
  for (let logOdds = step - farthest; logOdds <= farthest; logOdds += step) {
    const here = excess(logOdds);
    if (before > 0 && here <= 0) {
      found.push(at(bracketedRoot(excess, logOdds - step, logOdds)).sizes);
    }
    before = here;
  }
  return found;
}

/** What an arm shows over what it hides, times s²/σ²; the σ² of both are compared before anything is subtracted. */
function sizesOf(
  tested: readonly TestedArm[],
  pulls: readonly number[],
  { shown, hidden }: { readonly shown: number; readonly hidden: number },
): number[] {
  return tested.map(({ offerSpread, customerSpread }, place) => {
    const pull = pulls[place] ?? Number.NaN;
    const apart = tested.reduce((sum, other, at) => {
      return sum + offerSpread ** 2 * (pulls[at] ?? Number.NaN) - other.offerSpread ** 2 * pull;
    }, 0);
    const ofHidden = (shown * shown + apart / pull) / hidden;
    return (customerSpread / offerSpread) ** 2 * ofHidden;
  });
}
