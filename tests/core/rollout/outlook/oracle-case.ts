import type { EffectBelief } from '#core/rollout/outlook/outlook-plan.ts';
import type { PolicyInputs } from '#core/rollout/outlook/policy-inputs.ts';

/** A policy as the R script writes it. */
export interface OracleCase {
  readonly population: readonly number[];
  readonly x0: readonly number[];
  readonly n0: readonly number[];
  /** By carrot and cell. */
  readonly x: readonly (readonly number[])[];
  readonly n: readonly (readonly number[])[];
  readonly money: Record<'sales' | 'margin' | 'contact' | 'reward', readonly number[]>;
  /** By cell, from 1; 0 for nobody. */
  readonly carrot: readonly number[];
  readonly share: readonly number[];
  readonly belief: EffectBelief;
  readonly tested: boolean;
  readonly effectKept: number;
  readonly responseFactor: number;
  readonly costFactor: number;
  readonly confidence: number;
  readonly loss: number;
}

export function policyOf(row: OracleCase): PolicyInputs {
  const { effectKept, responseFactor, costFactor, money } = row;
  const at = (values: readonly number[] | undefined, place: number) => values?.[place] ?? 0;
  return {
    cells: row.population.map((population, cell) => ({
      population,
      control: { events: at(row.x0, cell), trials: at(row.n0, cell) },
      carrots: row.x.map((x, carrot) => ({ events: at(x, cell), trials: at(row.n[carrot], cell) })),
    })),
    carrots: money.sales.map((salesPerResponse, carrot) => ({
      salesPerResponse,
      marginPerResponse: at(money.margin, carrot),
      costPerContact: at(money.contact, carrot),
      rewardPerResponse: at(money.reward, carrot),
    })),
    policy: row.carrot.map((carrot, cell) =>
      carrot === 0 ? null : { carrot: carrot - 1, share: at(row.share, cell) },
    ),
    belief: row.belief,
    testedAreOnTheList: row.tested,
    whatIf: { effectKept, responseFactor, costFactor },
    confidenceShare: row.confidence,
  };
}
