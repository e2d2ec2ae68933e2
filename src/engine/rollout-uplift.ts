import { levelsOfCell } from '#core/design/cell-name.ts';
import { findUplift } from '#core/rollout/uplift/find-uplift.ts';
import type { Strata } from '#core/results/analysis.ts';
import { refuse } from '#core/result.ts';
import type { CustomerOutcomes } from './outcomes/customer-outcomes.ts';
import { outcomesOf } from './outcomes/read-outcomes.ts';
import { takesPart } from './outcomes/total-outcomes.ts';
import type { Engine } from './engine.ts';
import type { Answer, Params } from './protocol.ts';
import type { Viewpoint } from './variables.ts';

/** More variables than this make a model that nobody can follow; levels beyond are left out. */
const mostVariables = 60;

/**
 * Whom a carrot moves, customer by customer. The model goes by the levels of the cells and by the number that was known
 * before, where there is one (its mean where it is missing).
 * Refuses what reading the outcomes refuses, `no-customers` where only counts are known, `arm-without-customers`, and what
 * `findUplift` refuses.
 */
export function upliftOf(
  engine: Engine,
  { arm, outcome, seed, ...experiment }: Params<'find-uplift'>,
  viewOf: (asOf: string) => Viewpoint | null,
): Answer<'find-uplift'> {
  const { plan } = experiment;
  if (plan.source.kind === 'aggregated') return refuse({ code: 'no-customers' });
  const read = outcomesOf(engine, experiment, viewOf);
  if (!read.ok) return read;
  const outcomes = read.value;
  const [given, kept] = [outcomes.arms.indexOf(arm), outcomes.arms.indexOf(plan.control)];
  const places = Array.from(outcomes.arm.keys()).filter(
    (place) =>
      (outcomes.arm[place] === given || outcomes.arm[place] === kept) && takesPart(outcomes, place),
  );
  const { money, responded } = outcomes;
  if (outcome === 'money' && !money) return refuse({ code: 'no-money' });
  const columns = variablesOf(outcomes, plan.strata, places);
  const values = new Float64Array(places.length * columns.length);
  for (const [customer, place] of places.entries())
    for (const [column, value] of columns.entries())
      values[customer * columns.length + column] = value(place);
  return findUplift({
    treated: Uint8Array.from(places, (place) => (outcomes.arm[place] === given ? 1 : 0)),
    cell: Int32Array.from(places, (place) => outcomes.stratum[place] as number),
    cells: outcomes.keys.length,
    responded: Uint8Array.from(places, (place) => responded[place] as number),
    variables: columns.length,
    values,
    outcome: Float64Array.from(places, (place) =>
      outcome === 'money' ? (money?.[place] as number) : (responded[place] as number),
    ),
    confidenceShare: plan.confidenceShare,
    seed,
  });
}

/** What the model goes by: for each attribute a 1 for each level but the first, and what was known before. */
function variablesOf(
  { keys, stratum, before }: CustomerOutcomes,
  strata: Strata,
  places: readonly number[],
): readonly ((place: number) => number)[] {
  const levels =
    strata.kind === 'cells'
      ? keys.map(([cell]) => levelsOfCell(strata.design.attributes, Number(cell)))
      : keys.map((key) =>
          key.map((value, at) => [...new Set(keys.map((each) => each[at]))].indexOf(value)),
        );
  const attributes = levels[0]?.length ?? 0;
  const dummies = Array.from({ length: attributes }, (_, at) => {
    const most = Math.max(...levels.map((each) => each[at] ?? 0));
    return Array.from({ length: most }, (__, level) => {
      const isLevel = levels.map((each) => (each[at] === level + 1 ? 1 : 0));
      return (place: number) => isLevel[stratum[place] as number] ?? 0;
    });
  }).flat();
  if (!before) return dummies.slice(0, mostVariables);
  const known = places.filter((place) => !Number.isNaN(before[place]));
  const mean = known.reduce((sum, place) => sum + (before[place] as number), 0) / Math.max(1, known.length); // prettier-ignore
  const earlier = (place: number) => {
    const value = before[place] as number;
    return Number.isNaN(value) ? mean : value;
  };
  return [earlier, ...dummies].slice(0, mostVariables);
}
