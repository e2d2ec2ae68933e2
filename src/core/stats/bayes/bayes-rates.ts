import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { rateBelief } from './belief.ts';
import { bestChances } from './best-arm.ts';

/** How often something happened, in how many units (customers, days): a customer may order several times. */
export interface ArmEvents {
  readonly events: number;
  readonly exposure: number;
}

/** What is believed of one arm's rate after the data, in events per unit of exposure. */
export interface RateBelief {
  readonly bestShare: number;
  readonly expectedLoss: number;
  readonly meanRate: number;
}

/** What is believed of every rate before the data: as if `shape` events had been seen in `exposure` units. */
export interface GammaPrior {
  readonly shape: number;
  readonly exposure: number;
}

/**
 * How likely each arm has the highest rate (orders per customer, say), and what a wrong choice would cost.
 * `arms`: two or more; `events`: whole, 0 or more; `exposure`: above 0, in one unit for all. `prior`: a gamma
 * distribution, as if so many events had been seen in so many units; by default 1/2 event in none (Jeffreys').
 * Refuses `too-few-arms`, `invalid-counts` and `invalid-prior`.
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 2.6, gamma-Poisson; the integrals are done numerically.
 * Example: 100 orders of 1000 customers against 120 of 1000 gives the second a chance of 0.9113020.
 */
export function beliefsAboutRates(
  arms: readonly ArmEvents[],
  prior: GammaPrior = { shape: 0.5, exposure: 0 },
): Result<RateBelief[]> {
  const problem = ratesProblem(arms, prior);
  if (problem) return refuse(problem);
  const beliefs = arms.map(({ events, exposure }) =>
    rateBelief(prior.shape + events, prior.exposure + exposure),
  );
  return succeed(
    bestChances(beliefs).map((chance, place) => {
      return { ...chance, meanRate: beliefs[place]?.mean ?? Number.NaN };
    }),
  );
}

function ratesProblem(arms: readonly ArmEvents[], prior: GammaPrior): Problem | null {
  if (arms.length < 2) return { code: 'too-few-arms', arms: arms.length };
  const { shape, exposure: assumed } = prior;
  if (!(shape >= 0.1 && shape <= 1e9 && assumed >= 0 && assumed <= 1e12)) {
    return { code: 'invalid-prior', ...prior };
  }
  const broken = arms.findIndex(
    ({ events, exposure }) =>
      !(Number.isSafeInteger(events) && events >= 0 && exposure >= 1e-12 && exposure <= 1e15),
  );
  return broken < 0 ? null : { code: 'invalid-counts', arm: String(broken), ...arms[broken] };
}
