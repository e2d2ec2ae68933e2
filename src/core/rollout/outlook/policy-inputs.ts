import type { Problem } from '#core/result.ts';
import { confidenceProblem } from '#core/stats/interval.ts';
import type { ArmCounts, ArmPair } from '#core/stats/proportions/arm-counts.ts';
import { strataProblem } from '#core/stats/stratified/strata.ts';
import type { EffectBelief } from './outlook-plan.ts';

/** One cell of the list: its eligible customers, and what its arms showed. */
export interface OutlookCell {
  /** Customers of the cell; need not be whole where a total was shared out over cells. */
  readonly population: number;
  readonly control: ArmCounts;
  /** In the order of the carrots. */
  readonly carrots: readonly ArmCounts[];
}

/** What one carrot costs and what a response to it brings. Money in the project's currency. */
export interface CarrotMoney {
  readonly salesPerResponse: number;
  /** What a response leaves before its reward is paid. */
  readonly marginPerResponse: number;
  readonly costPerContact: number;
  /** The reward, times the share of responses that redeem it. */
  readonly rewardPerResponse: number;
}

/** Which carrot a cell gets, and which share of its customers, 0..1. */
export interface CellOffer {
  /** Place in the carrots. */
  readonly carrot: number;
  readonly share: number;
}

/** How the rollout may differ from the experiment. All are 1 where it does not. */
export interface WhatIf {
  /** Share of a carrot's effect that remains when it is no longer new, 0 or more. */
  readonly effectKept: number;
  /** Response of the season, with and without a carrot, as a multiple of the experiment's. */
  readonly responseFactor: number;
  /** Costs of contacts and rewards as a multiple of the plan's. */
  readonly costFactor: number;
}

/** What the projection of a policy starts from. */
export interface PolicyInputs {
  readonly cells: readonly OutlookCell[];
  readonly carrots: readonly CarrotMoney[];
  /** In the order of the cells; null: nobody of the cell gets anything. */
  readonly policy: readonly (CellOffer | null)[];
  readonly belief: EffectBelief;
  /** The customers of the experiment are on this list, and those who got the cell's carrot have answered. */
  readonly testedAreOnTheList: boolean;
  readonly whatIf: WhatIf;
  readonly confidenceShare: number;
}

/** The carrot and the control of every cell. */
export function pairsOf(cells: readonly OutlookCell[], carrot: number): readonly ArmPair[] {
  return cells.map(({ control, carrots }) => ({
    treatment: carrots[carrot] ?? { events: 0, trials: 0 },
    control,
  }));
}

/**
 * Why a policy cannot be projected, or null: `negative-input` with its field, `invalid-confidence`, `invalid-counts`,
 * `invalid-population` and `stratum-without-arm` with the cell, `no-population`, `nobody-is-sent`, `no-variation` (nobody,
 * or everybody, of the carrots and the control responded).
 */
export function policyProblem(inputs: PolicyInputs): Problem | null {
  const { cells, policy, whatIf, carrots } = inputs;
  const { effectKept, responseFactor, costFactor } = whatIf;
  const factors = { effectKept, responseFactor, costFactor };
  const fields = [factors, ...carrots].flatMap((part) => Object.entries(part));
  for (const [field, value] of fields)
    if (!(Number(value) >= 0 && Number.isFinite(value))) return { code: 'negative-input', field, value }; // prettier-ignore
  const wrongConfidence = confidenceProblem(inputs.confidenceShare);
  if (wrongConfidence) return wrongConfidence;
  if (!cells.some(({ population }) => population > 0)) return { code: 'no-population' };
  const sent = cells.flatMap((cell, place) => {
    const offer = policy[place];
    return offer && offer.share > 0 && cell.population > 0 ? [{ cell, offer, place }] : [];
  });
  if (sent.length === 0) return { code: 'nobody-is-sent' };
  for (const { cell, offer, place } of sent) {
    const pair = pairsOf([cell], offer.carrot);
    const wrong = strataProblem(pair);
    if (wrong) return { ...wrong, stratum: place };
    const problem = cellProblem(cell, pair[0] as ArmPair, offer, inputs.testedAreOnTheList);
    if (problem) return { ...problem, stratum: place };
  }
  const arms = sent.flatMap(({ cell, offer }) => pairsOf([cell], offer.carrot)).flatMap((pair) => [pair.treatment, pair.control]); // prettier-ignore
  const alike = (wanted: (arm: ArmCounts) => number) =>
    arms.every((arm) => arm.events === wanted(arm));
  return alike(() => 0) || alike(({ trials }) => trials) ? { code: 'no-variation' } : null;
}

function cellProblem(
  { population }: OutlookCell,
  { treatment, control }: ArmPair,
  { share }: CellOffer,
  testedAreOnTheList: boolean,
): Problem | null {
  const largest = testedAreOnTheList ? Math.max(treatment.trials, control.trials) : 0;
  if (!(population >= largest && Number.isFinite(population) && share <= 1))
    return { code: 'invalid-population', population, largest };
  if (treatment.trials > 0 && control.trials > 0) return null;
  const arm = treatment.trials === 0 ? 'treatment' : 'control';
  return { code: 'stratum-without-arm', arm, population };
}
