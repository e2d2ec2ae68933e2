import { succeed, type Result } from '#core/result.ts';
import { beliefsAboutMeans } from '#core/stats/bayes/bayes-means.ts';
import { beliefsAboutArms } from '#core/stats/bayes/bayes-proportions.ts';
import type { ArmSummary } from './arm-totals.ts';

/** What is believed of one arm among all. */
export interface ArmChance {
  readonly arm: string;
  /** 0..1. */
  readonly probabilityBest: number;
  /** What choosing it gives up on average where another arm is better: in shares, or in money per customer. */
  readonly expectedLoss: number;
}

/** Beliefs about the arms, all customers together, the control among them. */
export interface ArmBeliefs {
  readonly response: Result<readonly ArmChance[]>;
  /** Null without money. */
  readonly money: Result<readonly ArmChance[]> | null;
}

/**
 * How likely each arm, the control included, has the highest response and the most money per customer.
 * `arms`: sums over all strata; `hasMoney`: whether money is told. Before the data every share is taken as equally likely
 * (beta 1, 1) and every amount of money too; nothing is adjusted for the number of arms, as beliefs of all arms at once.
 * Refuses `too-few-arms` and what `beliefsAboutArms` and `beliefsAboutMeans` refuse.
 * Example: 100 of 1000 against 120 of 1000 gives the second a chance of 0.9231834.
 */
export function believeArms(arms: readonly ArmSummary[], hasMoney: boolean): ArmBeliefs {
  return {
    response: named(arms, beliefsAboutArms(arms.map(({ counts }) => counts))),
    money: hasMoney ? named(arms, beliefsAboutMeans(arms.map(({ spend }) => spend))) : null,
  };
}

function named(
  arms: readonly ArmSummary[],
  beliefs: Result<readonly { readonly bestShare: number; readonly expectedLoss: number }[]>,
): Result<readonly ArmChance[]> {
  if (!beliefs.ok) return beliefs;
  return succeed(
    beliefs.value.map(({ bestShare, expectedLoss }, place) => ({
      arm: arms[place]?.name ?? '',
      probabilityBest: bestShare,
      expectedLoss,
    })),
  );
}
