import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { carrotArm, mostArms } from './arm.ts';
import type { Arm, Design } from './design.ts';
import type { ArmLevel, FactorPlan } from './factor-plan.ts';
import {
  isAllowed,
  readFactorSpace,
  type LevelChoice,
  type Run,
} from './factorial/factor-space.ts';
import type { PlanKind } from './factorial/plan-suggestion.ts';

/**
 * What an arm of these levels is called, in the reader's language. `copy` is 1, or 2 and more where a plan has a run
 * several times. Levels of a channel have no name of their own: theirs is the channel's in this design.
 */
export type ArmNaming = (
  design: Pick<Design, 'channels'>,
  levels: readonly ArmLevel[],
  copy: number,
) => string;

export type ArmsProblem =
  | Problem<'no-factor-plan'>
  /** `arms`: with those that are not contacted. */
  | (Problem<'too-many-arms'> & { arms: number; most: number })
  /** The run at this place has a level there is not, or levels that may not meet. */
  | (Problem<'run-off-plan'> & { run: number });

/** The levels of a run, in the order of the factors; null where the plan has not got them all. */
export function levelsOfRun(
  { factors }: Pick<FactorPlan, 'factors'>,
  run: readonly LevelChoice[],
): readonly ArmLevel[] | null {
  const levels = factors.flatMap(({ id, levels: known }) => {
    const chosen = run.find(({ factor }) => factor === id);
    return known.find((level) => level.id === chosen?.level) ?? [];
  });
  return levels.length === factors.length && run.length === factors.length ? levels : null;
}

/**
 * The design whose arms are the runs of a plan over its factors: what is not contacted comes first, then one arm per run
 * with what its levels bring (the money of the carrot, the channel). What no factor decides is as in the first carrot so far.
 * `runs`: places of levels, in the order of the factors; `kind`: what they were made by; `nameArm`: names of new arms.
 * Refuses `no-factor-plan`, `run-off-plan` and `too-many-arms` (more than 20).
 * Example: 2 carrots × 2 channels in full give the holdout and four arms.
 */
export function withRuns(
  design: Design,
  kind: PlanKind,
  runs: readonly Run[],
  nameArm: ArmNaming,
): Result<Design, ArmsProblem> {
  const { factorPlan } = design;
  if (!factorPlan) return refuse({ code: 'no-factor-plan' });
  const arms = armsOfRuns(design, factorPlan, runs, nameArm);
  if (!arms.ok) return arms;
  const holdouts = design.arms.filter(({ role }) => role === 'holdout');
  const all = [...holdouts, ...arms.value];
  if (all.length > mostArms) {
    return refuse({ code: 'too-many-arms', arms: all.length, most: mostArms });
  }
  return succeed({ ...design, arms: all, factorPlan: { ...factorPlan, kind } });
}

function armsOfRuns(
  design: Design,
  plan: FactorPlan,
  runs: readonly Run[],
  nameArm: ArmNaming,
): Result<readonly Arm[], ArmsProblem> {
  const space = readFactorSpace(plan.factors, plan.forbidden);
  const first = design.arms.find(({ role }) => role === 'carrot');
  const base = first ?? carrotArm('', '', design.channels[0]?.id ?? null, 0);
  const copies = new Map<string, number>();
  const arms: Arm[] = [];
  for (const [place, run] of runs.entries()) {
    const levels = plan.factors.flatMap(
      ({ levels: known }, factor) => known[run[factor] ?? -1] ?? [],
    );
    const isWhole = levels.length === plan.factors.length && run.length === levels.length;
    if (!space.ok || !isWhole || !isAllowed(run, space.value.forbidden)) {
      return refuse({ code: 'run-off-plan', run: place });
    }
    const key = levels.map(({ id }) => id).join('+');
    const copy = (copies.get(key) ?? 0) + 1;
    copies.set(key, copy);
    arms.push({
      ...base,
      ...whatLevelsBring(levels),
      // By its levels, so that a combination stays the same arm when another plan is chosen.
      id: `run:${key}${copy > 1 ? `#${copy}` : ''}`,
      name: nameArm(design, levels, copy),
      expectedLift: null,
      run: levels.map((level, factor) => ({
        factor: plan.factors[factor]?.id ?? '',
        level: level.id,
      })),
    });
  }
  return succeed(arms);
}

/** Which of an arm's fields its levels decide, and what they say. */
export function whatLevelsBring(levels: readonly ArmLevel[]): Partial<Arm> {
  const offer = levels.find((level) => level.offer !== null)?.offer;
  const channel = levels.find((level) => level.channel !== null)?.channel ?? null;
  return { ...offer, ...(channel === null ? {} : { channel }) };
}

/** The design with arms that stand for themselves: its factors stay, the plan over them is open again. */
export function withoutRuns(design: Design): Design {
  const { factorPlan, arms } = design;
  if (!factorPlan?.kind && arms.every(({ run }) => run === null)) return design;
  return {
    ...design,
    arms: arms.map((arm) => (arm.run === null ? arm : { ...arm, run: null })),
    factorPlan: factorPlan && { ...factorPlan, kind: null },
  };
}

/**
 * An edited design whose arms follow the levels they are made of: money, channels, and names that nobody has changed by
 * hand. Where factors, levels or prohibitions came or went, or an arm without a run joined, the arms stand for themselves.
 * Example: a coupon that costs 6,000 instead of 5,000 costs that in every arm that offers it.
 */
export function followLevels(before: Design, after: Design, nameArm: ArmNaming): Design {
  const plan = after.factorPlan;
  if (!plan?.kind) return withoutRuns(after);
  const isOther = before.factorPlan?.kind && structureOf(before.factorPlan) !== structureOf(plan);
  const hasStranger = after.arms.some(({ role, run }) => role === 'carrot' && run === null);
  if (isOther || hasStranger) return withoutRuns(after);
  const copies = new Map<string, number>();
  const arms = after.arms.map((arm) => {
    const levels = arm.run && levelsOfRun(plan, arm.run);
    if (!arm.run || !levels) return arm;
    const key = levels.map(({ id }) => id).join('+');
    const copy = (copies.get(key) ?? 0) + 1;
    copies.set(key, copy);
    const earlier = before.factorPlan && levelsOfRun(before.factorPlan, arm.run);
    const isGiven = earlier !== null && arm.name === nameArm(before, earlier, copy);
    const name = isGiven ? nameArm(after, levels, copy) : arm.name;
    return { ...arm, ...whatLevelsBring(levels), name };
  });
  return { ...after, arms };
}

/** What of the factors the runs of a plan depend on. */
function structureOf({ factors, forbidden }: FactorPlan): string {
  return JSON.stringify([
    factors.map(({ id, levels }) => [id, levels.map((l) => l.id)]),
    forbidden,
  ]);
}
