import type { ArmTotals } from '../../results/analysis.ts';
import { responseCounts } from '../../results/arm-totals.ts';
import { refuse, succeed, type Result } from '../../result.ts';
import { doubtOf } from '../outlook/doubt-sum.ts';
import { policyProblem, type PolicyInputs, type WhatIf } from '../outlook/policy-inputs.ts';
import {
  combine,
  shifted,
  stakesOf,
  type Line,
  type Stake,
  type Stakes,
} from '../outlook/stake.ts';
import { heldMean, salesOf, type MeasuredCell } from './expected-sales.ts';
import type { Expected, ForecastPart, ForecastTerms, ListForecast } from './list-forecast.ts';

/** A cell of a list, with what the experiment showed there. */
export interface ForecastCell {
  readonly contacted: number;
  readonly heldBack: number;
  /** Id of its carrot; null for none. */
  readonly carrot: string | null;
  readonly control: ArmTotals;
  /** In the order of the terms. */
  readonly carrots: readonly ArmTotals[];
}

export interface ForecastInputs {
  readonly cells: readonly ForecastCell[];
  /** Of every carrot that the experiment compared. */
  readonly terms: readonly ForecastTerms[];
  readonly whatIf: WhatIf;
  readonly conclusion: string | null;
}

/**
 * What to expect of a rollout list, as it can be held against its outcome later. Effects are drawn towards their carrot's mean
 * over all cells (empirical Bayes), as the projection of the policy does; the outcome's own chance is told apart from what is
 * not known of the effect.
 * Refuses what `policyProblem` and `stakesOf` refuse.
 * Source: the projection's closed forms, `doubtOf`; the difference from a holdout adds p (1 - p) / n of either side, cells
 * weighted by their contacted customers (Cochran 1977, 5A.9).
 * Example: one cell of 9,800 after 118 of 988 and 40 of 988 responded: the response of the contacted is 0.119433 ± 0.010317, and
 * by chance ± 0.003276 beside it.
 */
export function forecastList(inputs: ForecastInputs): Result<ListForecast> {
  const { cells, terms, whatIf, conclusion } = inputs;
  const placeOf = (arm: string | null) => terms.findIndex((each) => each.arm === arm);
  const policyInputs: PolicyInputs = {
    cells: cells.map(({ contacted, control, carrots }) => ({
      population: contacted,
      control: responseCounts(control),
      carrots: carrots.map(responseCounts),
    })),
    carrots: terms.map(({ marginPerResponse, rewardPerResponse, costPerContact }) => ({
      salesPerResponse: 0,
      marginPerResponse,
      rewardPerResponse,
      costPerContact,
    })),
    policy: cells.map(({ carrot }) => {
      const place = placeOf(carrot);
      return place < 0 ? null : { carrot: place, share: 1 };
    }),
    belief: 'shrunken',
    testedAreOnTheList: false,
    whatIf,
    confidenceShare: 0.95,
  };
  const problem = policyProblem(policyInputs);
  if (problem) return refuse(problem);
  const found = stakesOf(policyInputs);
  if (!found.ok) return found;
  const { stakes } = found.value;
  const given = terms.filter((_, place) => stakes.some(({ carrot }) => carrot === place));
  const part = (arm: string | null): ForecastPart => {
    const own = stakes.filter(({ carrot }) => arm === null || terms[carrot]?.arm === arm);
    return partOf(arm, own, found.value, inputs);
  };
  return succeed({
    conclusion,
    terms: given,
    parts: [...given.map(({ arm }) => part(arm)), part(null)],
  });
}

function partOf(
  arm: string | null,
  stakes: readonly Stake[],
  { beliefs }: Stakes,
  { cells, whatIf }: ForecastInputs,
): ForecastPart {
  const heldOf = ({ cell }: Stake) => cells[cell]?.heldBack ?? 0;
  const watched = stakes.filter((stake) => heldOf(stake) > 0);
  const sum = (part: readonly Stake[], value: (stake: Stake) => number) =>
    part.reduce((total, stake) => total + value(stake), 0);
  const contacted = sum(stakes, ({ sent }) => sent);
  const seen = sum(watched, ({ sent }) => sent);
  const binomial = (share: number) => share * (1 - share);
  /** By chance alone: of the contacted and of their holdout, per unit of either share. */
  const chanceOf = (onTreatment: (stake: Stake) => number, onControl: number) =>
    Math.sqrt(
      sum(watched, (stake) => {
        const weight = stake.sent / seen;
        const given = (onTreatment(stake) ** 2 * binomial(stake.treatmentShare)) / stake.sent;
        const kept = (onControl ** 2 * binomial(stake.controlShare)) / heldOf(stake);
        return weight * weight * (given + kept);
      }),
    );
  const told = (line: (stake: Stake) => Line, part: readonly Stake[], of: number) => ({
    estimate: sum(part, (stake) => line(stake).estimate) / of,
    standardError: Math.sqrt(doubtOf(part, beliefs, line).effect) / of,
  });
  const kept = (stake: Stake): Line => ({
    estimate: stake.sent * stake.controlShare,
    onTreatment: 0,
    onControl: stake.sent * whatIf.responseFactor,
    onChance: 0,
  });
  const earned = ({ money, incremental, rewardCost, contactCost }: Stake) =>
    shifted(combine([money.marginPerResponse, incremental], [-1, rewardCost]), -contactCost);
  const against = (value: () => Expected): Expected | null => (seen > 0 ? value() : null);
  const responses = ({ responses: line }: Stake) => line;
  return {
    arm,
    contacted,
    heldBack: sum(stakes, heldOf),
    treatmentShare: {
      ...told(responses, stakes, contacted),
      chance: Math.sqrt(doubtOf(stakes, beliefs, responses).chance) / contacted,
    },
    controlShare: against(() => ({ ...told(kept, watched, seen), chance: chanceOf(() => 0, 1) })),
    difference: against(() => ({
      ...told(({ incremental }) => incremental, watched, seen),
      chance: chanceOf(() => 1, 1),
    })),
    profitPerContact: against(() => ({
      ...told(earned, watched, seen),
      chance: profitChance(watched, seen, heldOf, whatIf),
    })),
    salesPerContact: salesOf(
      stakes.map((stake): MeasuredCell => {
        const cell = cells[stake.cell];
        return {
          contacted: stake.sent,
          treatment: heldMean(cell?.carrots[stake.carrot]),
          control: heldMean(cell?.control),
        };
      }),
      whatIf,
    ),
  };
}

/** Each response of the contacted earns its margin less its reward; each of the holdout says that one would have come anyway. */
function profitChance(
  stakes: readonly Stake[],
  seen: number,
  heldOf: (stake: Stake) => number,
  { costFactor }: WhatIf,
): number {
  const variance = stakes.reduce((total, stake) => {
    const { money, sent, treatmentShare, controlShare } = stake;
    const perResponse = money.marginPerResponse - money.rewardPerResponse * costFactor;
    const given = (perResponse ** 2 * treatmentShare * (1 - treatmentShare)) / sent;
    const kept = (money.marginPerResponse ** 2 * controlShare * (1 - controlShare)) / heldOf(stake);
    return total + (sent / seen) ** 2 * (given + kept);
  }, 0);
  return Math.sqrt(variance);
}
