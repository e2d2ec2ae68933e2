import type { Problem } from '#core/result.ts';
import { mostArms } from './arm.ts';
import { firstRepeat } from './attribute-checks.ts';
import type { Arm, Design } from './design.ts';
import { levelsOfRun } from './factor-arms.ts';
import type { ArmLevel, FactorPlan } from './factor-plan.ts';
import type { LevelChoice } from './factorial/factor-space.ts';

export type FactorPlanProblem =
  | (Problem<'unnamed-factor'> & { position: number })
  | (Problem<'duplicate-factor-name'> & { factor: string })
  | (Problem<'factor-too-few-levels'> & { factor: string })
  | (Problem<'unnamed-factor-level'> & { factor: string })
  | (Problem<'duplicate-factor-level'> & { factor: string; level: string })
  | (Problem<'factor-channel-lost'> & { factor: string })
  | Problem<'forbidden-level-lost'>
  | Problem<'arms-off-plan'>
  | Problem<'no-plan-chosen'>;

/**
 * What keeps the factors of a design and its arms from each other, in the order of the screen; empty when all is well, and
 * where the arms are carrots of their own. Levels of a channel go by the channel, others by their names.
 * Example: a factor with one level gives `factor-too-few-levels`.
 */
export function factorPlanProblems({
  factorPlan,
  channels,
  arms,
}: Pick<Design, 'factorPlan' | 'channels' | 'arms'>): readonly FactorPlanProblem[] {
  if (!factorPlan) return [];
  const { factors, forbidden, kind } = factorPlan;
  const problems: FactorPlanProblem[] = [];
  const unnamed = factors.findIndex(({ name }) => name.trim() === '');
  if (unnamed >= 0) problems.push({ code: 'unnamed-factor', position: unnamed });
  const repeated = firstRepeat(
    factors.map(({ name }) => name).filter((name) => name.trim() !== ''),
  );
  if (repeated !== undefined) problems.push({ code: 'duplicate-factor-name', factor: repeated });
  for (const { name: factor, levels } of factors) {
    if (levels.length < 2) problems.push({ code: 'factor-too-few-levels', factor });
    const own = levels.filter(({ channel }) => channel === null).map(({ name }) => name.trim());
    if (own.includes('')) problems.push({ code: 'unnamed-factor-level', factor });
    const level = firstRepeat([...own.filter((name) => name !== ''), ...channelsOf(levels)]);
    if (level !== undefined) problems.push({ code: 'duplicate-factor-level', factor, level });
    const isLost = channelsOf(levels).some((id) => channels.every((channel) => channel.id !== id));
    if (isLost) problems.push({ code: 'factor-channel-lost', factor });
  }
  if (forbidden.some((choices) => !choices.every((choice) => isKnown(factorPlan, choice)))) {
    problems.push({ code: 'forbidden-level-lost' });
  }
  if (kind && !areRuns(factorPlan, arms)) problems.push({ code: 'arms-off-plan' });
  if (!kind && problems.length === 0) problems.push({ code: 'no-plan-chosen' });
  return problems;
}

/** More arms than can be drawn and read together; null where they are few enough. */
export function tooManyArms(
  arms: readonly Arm[],
): (Problem<'too-many-arms'> & { arms: number; most: number }) | null {
  if (arms.length <= mostArms) return null;
  return { code: 'too-many-arms', arms: arms.length, most: mostArms };
}

function channelsOf(levels: readonly ArmLevel[]): string[] {
  return levels.flatMap(({ channel }) => channel ?? []);
}

function isKnown({ factors }: FactorPlan, { factor, level }: LevelChoice): boolean {
  return factors.some(
    ({ id, levels }) => id === factor && levels.some((each) => each.id === level),
  );
}

/** Whether every carrot is a run of the plan that is not forbidden. */
function areRuns(plan: FactorPlan, arms: readonly Arm[]): boolean {
  return arms.every(({ role, run }) => {
    if (role === 'holdout') return true;
    if (!run || !levelsOfRun(plan, run)) return false;
    return !plan.forbidden.some(
      (choices) =>
        choices.length > 0 &&
        choices.every(({ factor, level }) =>
          run.some((choice) => choice.factor === factor && choice.level === level),
        ),
    );
  });
}
