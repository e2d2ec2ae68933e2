import { channelOf, type Channel } from '#core/design/channel.ts';
import { levelsOfCell } from '#core/design/cell-name.ts';
import { runningExperiments } from '#core/history/running-experiments.ts';
import type { Experiment, ProjectDocument } from '#core/history/project-document.ts';
import type { ArmTotals, Strata } from '#core/results/analysis.ts';
import type { RolloutPlan } from '#core/rollout/plan.ts';
import type { PolicyAsked } from '#core/rollout/policy/policy-asked.ts';
import type { CarrotMoney } from '#core/rollout/policy/cell-profits.ts';
import { testCounts } from '#core/rollout/policy/test-counts.ts';
import { marginPerResponse } from '#core/rollout/unit-value.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { Reading } from '#workspace/experiment-reading.svelte.ts';
import { moneyOf, termsOf } from '../rollout-plan.ts';

const nobody: ArmTotals = { customers: 0, responders: 0, moneySum: 0, moneySumOfSquares: 0 };

/** What the policy of a read experiment is asked. `carrots`: ids of its arms; `nextMoney`: what more money is asked about. */
export function policyQuestion(
  document: ProjectDocument,
  source: CustomerSource | null,
  experiment: Experiment,
  { totals, analysis, plan: { strata } }: Reading,
  plan: RolloutPlan,
  carrots: readonly string[],
  nextMoney: number,
): PolicyAsked {
  const { design } = experiment;
  const armsOf = [analysis.control, ...carrots].map((arm) => totals.arms.indexOf(arm));
  const asking = plan.listPlan.consents.filter(({ column }) => column !== null);
  const cells = strata.kind === 'cells' ? strata.design : null;
  const channels = carrotChannels(experiment, carrots);
  return {
    question: {
      counts: testCounts(totals.strata.map((stratum) => armsOf.map((arm) => stratum.totals[arm] ?? nobody))), // prettier-ignore
      carrots: carrots.map((arm) => policyMoney(arm, plan, experiment, totals)),
      basis: plan.policy.basis,
      capacities: plan.policy.capacities.map(({ channel, most }) => ({
        carrots: channels.map((each) => each?.id === channel),
        most,
      })),
      budget: plan.policy.budget,
      nextMoney,
      confidenceShare: analysis.confidenceShare,
    },
    reach: {
      population: populationOf(totals.strata, plan.population),
      groups: groupsOf(totals.strata, strata, plan.policy.sameWithin),
      holdoutShare: plan.policy.holdoutShare,
      channels: channels.map((channel) => channel?.id ?? null),
    },
    consents:
      cells && source && design && asking.length > 0
        ? {
            source,
            design: cells,
            rules: document.stageRules,
            running: runningExperiments(document, experiment.id, cells.asOf),
            asking,
          }
        : null,
  };
}

/** The channel of each carrot; null where the design knows none. */
export function carrotChannels(
  { design }: Pick<Experiment, 'design'>,
  carrots: readonly string[],
): readonly (Channel | null)[] {
  return carrots.map((id) => {
    const arm = design?.arms.find((each) => each.id === id);
    return design && arm ? channelOf(design, arm) : null;
  });
}

/** What a carrot costs and brings by the plan. */
export function policyMoney(
  arm: string,
  plan: RolloutPlan,
  { design }: Pick<Experiment, 'design'>,
  totals: Reading['totals'],
): CarrotMoney {
  const terms = termsOf(arm, plan, design, totals);
  return { ...moneyOf(terms, plan.value), marginPerSales: marginPerResponse(plan.value, 1) };
}

/**
 * Customers per cell: those that the design finds eligible, or else those of the experiment; where somebody said how many
 * there are in all, in those proportions.
 */
function populationOf(strata: Reading['totals']['strata'], all: number | null): readonly number[] {
  const isKnown = strata.every(({ population }) => population !== null);
  const known = strata.map(({ population, totals }) =>
    isKnown ? (population ?? 0) : totals.reduce((sum, { customers }) => sum + customers, 0),
  );
  const total = known.reduce((sum, customers) => sum + customers, 0);
  return all === null || total === 0 ? known : known.map((customers) => (customers * all) / total);
}

/** Which cells get the same carrot: those with one level of an attribute (its id, or the name of a column). */
function groupsOf(
  strata: Reading['totals']['strata'],
  divided: Strata,
  sameWithin: string | null,
): readonly number[] | null {
  if (sameWithin === null || divided.kind === 'none') return null;
  if (divided.kind === 'columns') {
    const column = divided.columns.indexOf(sameWithin);
    const levels = [...new Set(strata.map(({ key }) => key[column]))];
    return column < 0 ? null : strata.map(({ key }) => levels.indexOf(key[column]));
  }
  const { attributes } = divided.design;
  const place = attributes.findIndex(({ id }) => id === sameWithin);
  if (place < 0) return null;
  return strata.map(({ key }) => levelsOfCell(attributes, Number(key[0]))[place] ?? 0);
}
