import { moneyRobustness } from '#core/results/money-robustness.ts';
import { refuse, succeed } from '#core/result.ts';
import type { Engine } from '../engine.ts';
import type { Answer } from '../protocol.ts';
import type { ExperimentToRead } from '../results-protocol.ts';
import type { Viewpoint } from '../variables.ts';
import type { CustomerOutcomes } from './customer-outcomes.ts';
import { outcomesOf } from './read-outcomes.ts';
import { takesPart } from './total-outcomes.ts';

/** Whether the money of one carrot holds by other methods than Welch's. */
export function robustMoney(
  engine: Engine,
  request: ExperimentToRead,
  carrot: string,
  viewOf: (asOf: string) => Viewpoint | null,
): Answer<'money-robustness'> {
  const { source, control, confidenceShare } = request.plan;
  if (source.kind === 'aggregated') return refuse({ code: 'no-customers' });
  const outcomes = outcomesOf(engine, request, viewOf);
  if (!outcomes.ok) return outcomes;
  const strata = moneyStrata(outcomes.value, carrot, control);
  return strata
    ? succeed(moneyRobustness(carrot, strata, confidenceShare))
    : refuse({ code: 'no-money' });
}

/** Every customer's money by stratum; null without money or without one of the arms. */
function moneyStrata(outcomes: CustomerOutcomes, carrot: string, controlName: string) {
  const { arms, arm, stratum, keys, money } = outcomes;
  const [treated, untreated] = [arms.indexOf(carrot), arms.indexOf(controlName)];
  if (!money || treated < 0 || untreated < 0) return null;
  const strata = keys.map(() => ({ treatment: [] as number[], control: [] as number[] }));
  for (let place = 0; place < arm.length; place++) {
    const isTreated = arm[place] === treated;
    if ((!isTreated && arm[place] !== untreated) || !takesPart(outcomes, place)) continue;
    const { treatment, control } = strata[stratum[place] as number] as (typeof strata)[number];
    (isTreated ? treatment : control).push(money[place] as number);
  }
  return strata;
}
