import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { expectedNormalMaximum } from '../shrinkage/expected-normal-maximum.ts';

/** What is known before an experiment whose arms are all alike: offers nobody has a favourite among. */
export interface TestAndRollPlan {
  /** All customers there are, those of the experiment and those who get the winner afterwards. */
  readonly population: number;
  /** How many offers are tried, 2 by default. */
  readonly arms?: number;
  /** What an offer is expected to earn per customer, its costs taken off (or the response share expected). */
  readonly meanProfit: number;
  /** How much offers usually differ: the standard deviation between the true means of offers. */
  readonly offerSpread: number;
  /** How much customers differ: the standard deviation of one customer's profit; √(p (1 - p)) for a response share. */
  readonly customerSpread: number;
}

/** What an experiment of a given size earns on average, when the best-looking offer then goes to everybody else. */
export interface TestAndRollOutlook {
  readonly sizePerArm: number;
  readonly profitPerCustomer: number;
  /** Earned per customer without any experiment, and if the best offer were known. */
  readonly profitWithoutTest: number;
  readonly profitWithPerfectKnowledge: number;
  /** How much is lost against perfect knowledge, per customer. */
  readonly regretPerCustomer: number;
  /** How likely the wrong offer is rolled out; of two arms only, else null. */
  readonly errorShare: number | null;
}

/**
 * How many customers per offer earn most on a list: a bigger test costs the wrong half, a smaller one picks wrongly.
 * `population`: 2 customers per arm or more; `arms`: whole, 2 to 1000; `meanProfit`: any amount; `offerSpread`,
 * `customerSpread`: above 0, all in the same unit. The answer's size is the formula's, to be rounded.
 * Refuses `invalid-population`, `too-few-arms` (also more than 1000), `invalid-mean` and `invalid-standard-deviation`.
 * Source: Feit & Berman (2019), Marketing Science 38, equations 9 to 13; `test_size_nn` of their R code. For k
 * arms the same first-order condition gives [√(9 k² s⁴ + 8 k σ² s² N) - 3 k s²] / (4 k σ²), theirs for k = 2.
 * Example: 100,000 customers, mean 0.68, offer spread 0.03, customer spread √(0.68 · 0.32): 2283.89 per arm.
 */
export function testAndRollSize(plan: TestAndRollPlan): Result<TestAndRollOutlook> {
  const problem = testAndRollProblem(plan);
  if (problem) return refuse(problem);
  const { population, arms = 2, offerSpread, customerSpread } = plan;
  // Per customer variance: how many customers tell as much as was known beforehand.
  const known = (customerSpread / offerSpread) ** 2;
  const root = Math.sqrt(9 * known * known + (8 * known * population) / arms);
  // The difference of the textbook formula, as a quotient in which nothing is subtracted.
  const sizePerArm = (2 * known * population) / arms / (root + 3 * known);
  return testAndRollOutlook(plan, sizePerArm);
}

/**
 * What an experiment of a given size earns on average, when the best-looking offer then goes to everybody else.
 * `plan`: as for `testAndRollSize`; `sizePerArm`: above 0, at most the population / arms.
 * Refuses what `testAndRollSize` refuses, and `invalid-size`.
 * Source: Feit & Berman (2019), Marketing Science 38, equations 9, 12 and 13; `test_eval_nn` of their R code. More than two arms: the expected
 * maximum of so many normal values by quadrature.
 * Example: the plan above with 2283.89 per arm earns 0.695360 per customer, error share 0.100128, regret 0.001566.
 */
export function testAndRollOutlook(
  plan: TestAndRollPlan,
  sizePerArm: number,
): Result<TestAndRollOutlook> {
  const problem = testAndRollProblem(plan);
  if (problem) return refuse(problem);
  const { population, arms = 2, meanProfit, offerSpread, customerSpread } = plan;
  const rest = population - arms * sizePerArm;
  if (!(sizePerArm > 0 && rest >= 0)) return refuse({ code: 'invalid-size', sizePerArm });
  const best = expectedNormalMaximum(arms);
  // What the posterior means differ by: the spread of the offers, as far as the experiment shows it.
  const shown = offerSpread / Math.sqrt(1 + (customerSpread / offerSpread) ** 2 / sizePerArm);
  const gain = (rest / population) * best * shown;
  const perfectGain = best * offerSpread;
  return succeed({
    sizePerArm,
    profitPerCustomer: meanProfit + gain,
    profitWithoutTest: meanProfit,
    profitWithPerfectKnowledge: meanProfit + perfectGain,
    regretPerCustomer: perfectGain - gain,
    errorShare:
      arms === 2
        ? Math.atan(customerSpread / (offerSpread * Math.sqrt(sizePerArm))) / Math.PI
        : null,
  });
}

const largest = 1e100;

function testAndRollProblem(plan: TestAndRollPlan): Problem | null {
  const { population, arms = 2, meanProfit, offerSpread, customerSpread } = plan;
  if (!(Number.isInteger(arms) && arms >= 2 && arms <= 1000)) {
    return { code: 'too-few-arms', arms };
  }
  if (!(population >= 2 * arms && population <= 1e15)) {
    return { code: 'invalid-population', population };
  }
  if (!(Math.abs(meanProfit) <= largest)) return { code: 'invalid-mean', meanProfit };
  const ratio = customerSpread / offerSpread;
  const possible = offerSpread > 0 && customerSpread > 0 && ratio > 1e-50 && ratio < 1e50;
  return possible && offerSpread <= largest && customerSpread <= largest
    ? null
    : { code: 'invalid-standard-deviation', offerSpread, customerSpread };
}
