import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { normalQuantile, normalTwoSided } from '../distributions/normal-distribution.ts';
import { confidenceProblem, type Interval } from '../interval.ts';

/** What one arm spent: customers, those who bought at all, the sum of the amounts and of their squares. */
export interface ArmSpend {
  readonly customers: number;
  readonly buyers: number;
  readonly total: number;
  readonly squares: number;
}

/** Beyond these the products of sums are no longer numbers. */
const largestSum = 1e100;
const smallestSquares = 1e-100;

/** One part of a difference, in money per customer. */
export interface SpendPart {
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** Null where the part is 0 and cannot be otherwise: everybody bought in both arms, or all baskets are alike. */
  readonly pValue: number | null;
}

/** Why the money per customer differs between two arms: the two parts add up to the whole. */
export interface SpendDecomposition {
  readonly method: 'midpoint';
  readonly whole: SpendPart;
  readonly moreBuyers: SpendPart;
  readonly biggerBaskets: SpendPart;
}

/**
 * How much of the difference in money per customer comes from more buyers, and how much from bigger baskets.
 * Money per customer is the share of buyers times the money per buyer. Each factor's change is valued at the mean of the
 * two arms' other factor, so that nothing is left over and neither part depends on which factor changes first.
 * `treatment`, `control`: whole `customers` and `buyers` (two buyers or more), sums in the unit of money;
 * `confidenceShare`: between 0 and 1. The standard error of the whole is Welch's; p-values and intervals are normal.
 * Refuses `invalid-counts`, `too-few-buyers`, `invalid-sums` (a total beyond 1e100, or squares that cannot belong to it), `no-variation`, and `invalid-confidence`.
 * Source: Das Gupta (1993), Standardization and Decomposition of Rates, two factors (the Shapley value of each); delta method, Casella & Berger (2002), 5.5.4.
 * Example: 1000 customers, 120 buyers, total 6600, squares 480000 against 1000, 100, 5000 and 320000 give 1.6 in whole,
 * 1.05 by more buyers (standard error 0.73565) and 0.55 by bigger baskets (0.42944).
 */
export function decomposeSpend(
  treatment: ArmSpend,
  control: ArmSpend,
  confidenceShare: number,
): Result<SpendDecomposition> {
  const problem =
    spendProblem('treatment', treatment) ??
    spendProblem('control', control) ??
    confidenceProblem(confidenceShare);
  if (problem) return refuse(problem);
  const [treated, plain] = [factorsOf(treatment), factorsOf(control)];
  const shareChange = treated.buyerShare - plain.buyerShare;
  const basketChange = treated.basket - plain.basket;
  const middleShare = (treated.buyerShare + plain.buyerShare) / 2;
  const middleBasket = (treated.basket + plain.basket) / 2;
  const shareVariance = treated.shareVariance + plain.shareVariance;
  const basketVariance = treated.basketVariance + plain.basketVariance;
  const z = -normalQuantile((1 - confidenceShare) / 2);
  // Share and basket of one arm are uncorrelated: what buyers spend does not hang on how many there are.
  const whole = partOf(
    treated.buyerShare * treated.basket - plain.buyerShare * plain.basket,
    wholeVariance(treated) + wholeVariance(plain),
    z,
  );
  if (!(whole.standardError > 0)) return refuse({ code: 'no-variation' });
  const moreBuyers = partOf(
    shareChange * middleBasket,
    middleBasket ** 2 * shareVariance + (shareChange / 2) ** 2 * basketVariance,
    z,
  );
  const biggerBaskets = partOf(
    basketChange * middleShare,
    middleShare ** 2 * basketVariance + (basketChange / 2) ** 2 * shareVariance,
    z,
  );
  return succeed({ method: 'midpoint', whole, moreBuyers, biggerBaskets });
}

/** The two factors of an arm's money per customer, and how exactly each is known. */
interface Factors {
  readonly buyerShare: number;
  readonly basket: number;
  readonly shareVariance: number;
  readonly basketVariance: number;
}

function factorsOf({ customers, buyers, total, squares }: ArmSpend): Factors {
  const buyerShare = buyers / customers;
  // Divisors chosen so that the variances of both factors together are exactly that of the mean, s² / n.
  return {
    buyerShare,
    basket: total / buyers,
    shareVariance: (buyerShare * (1 - buyerShare)) / (customers - 1),
    basketVariance:
      (spreadSquares({ buyers, total, squares }) / buyers / buyers) * (customers / (customers - 1)),
  };
}

function wholeVariance({ buyerShare, basket, shareVariance, basketVariance }: Factors): number {
  return basket ** 2 * shareVariance + buyerShare ** 2 * basketVariance;
}

function partOf(difference: number, variance: number, z: number): SpendPart {
  const standardError = Math.sqrt(variance);
  const reach = z * standardError;
  return {
    difference,
    standardError,
    interval: { low: difference - reach, high: difference + reach },
    pValue: standardError > 0 ? normalTwoSided(difference / standardError) : null,
  };
}

/** What the rounding of sums can leave of a difference, relative to what was subtracted. */
const roundingShare = 1e-12;

/** The squared distances of the buyers' amounts from their mean; 0 where only rounding is left of them. */
function spreadSquares({ buyers, total, squares }: Omit<ArmSpend, 'customers'>): number {
  const spread = squares - (total / buyers) * total;
  return spread > roundingShare * squares ? spread : 0;
}

function spendProblem(arm: string, spend: ArmSpend): Problem | null {
  const { customers, buyers, total, squares } = spend;
  const whole = Number.isSafeInteger(customers) && Number.isSafeInteger(buyers);
  if (!whole || buyers < 0 || buyers > customers) {
    return { code: 'invalid-counts', arm, customers, buyers };
  }
  if (buyers < 2) return { code: 'too-few-buyers', arm, buyers };
  const possible =
    Math.abs(total) <= largestSum &&
    squares >= smallestSquares &&
    squares <= largestSum ** 2 &&
    squares - (total / buyers) * total >= -roundingShare * squares;
  return possible ? null : { code: 'invalid-sums', arm, buyers, total, squares };
}
