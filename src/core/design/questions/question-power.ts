import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import {
  normalUpperQuantile,
  normalUpperTail,
} from '#core/stats/distributions/normal-distribution.ts';
import {
  contrastValue,
  neededNoncentrality,
  powerOfHypothesis,
} from '#core/stats/power/hypothesis-power.ts';
import type { Contrast } from './contrast.ts';
import {
  contrastSpread,
  emptyGroups,
  nullSpread,
  plannedGroups,
  varianceParts,
  type NullVariance,
  type PlannedGroup,
} from './contrast-spread.ts';
import { manyToOnePower } from './many-to-one-power.ts';
import { frameProblem, type FrameProblem, type Group, type PlanFrame } from './plan-frame.ts';
import { questionContrasts, type QuestionProblem } from './question-contrasts.ts';
import type { CellWeighting, Question } from './question.ts';

/** How questions are planned. */
export interface QuestionOptions {
  /** The false-alarm chance of this question, after its family's rule (`plannedAlphas`). */
  readonly alpha: number;
  /** The power that is wanted; 0.8 by default. */
  readonly power?: number;
  /** Two-sided by default; a trend is one-sided always. */
  readonly sides?: 1 | 2;
  /** `population` by default. */
  readonly weighting?: CellWeighting;
  /** `planned` by default. */
  readonly nullVariance?: NullVariance;
}

/** How well a plan answers a question. */
export interface QuestionPower {
  readonly id: string;
  readonly form: 'single' | 'many-to-one' | 'joint';
  readonly degreesOfFreedom: number;
  readonly alpha: number;
  readonly wantedPower: number;
  /** The chance to find what is expected; null when nothing is expected (all shares alike). */
  readonly power: number | null;
  /** The largest difference expected among those asked about, in shares (of a trend: per step). */
  readonly effect: number;
  /** The smallest such difference that is found with the wanted power, wherever it is. */
  readonly detectable: number;
  /** How many times the planned customers reach the wanted power; null when nothing is expected. */
  readonly sizeFactor: number | null;
  /** Customers in the groups that answer the question, and how many it would take at the same proportions. */
  readonly involved: number;
  readonly needed: number | null;
  /** The group that adds most to the variance of the least certain difference, and its part of that variance. */
  readonly bindingGroup: Group & { readonly varianceShare: number };
}

export type QuestionPowerProblem =
  | FrameProblem
  | QuestionProblem
  | (Problem<'empty-groups'> & { groups: readonly Group[] })
  | Problem;

/** What the power of every form of question starts from. */
export interface QuestionSetting {
  readonly rows: readonly Contrast[];
  readonly gaps: readonly Contrast[];
  readonly groups: readonly PlannedGroup[];
  readonly alpha: number;
  readonly sides: 1 | 2;
  readonly power: number;
  readonly nullVariance: NullVariance;
}

/** The answer of a form: its power, detectable difference and size. */
export interface FormPower {
  readonly power: number | null;
  readonly detectable: number;
  readonly sizeFactor: number | null;
}

/**
 * The power of one question at a plan, what it could detect, and how many customers it would take.
 * `frame`: the plan with the shares expected; `options.alpha`: 0 to 0.5, after the family's rule.
 * Refuses what `frameProblem` and `questionContrasts` name, `empty-groups` (groups that the question needs and that have no
 * customers), `invalid-alpha` and `invalid-power`.
 * Source: the contrast power of Cochran (1977), 5.3; Dunnett (1955) for any carrot; Wald (1943) for joint questions.
 * Example: the deck's smallest cell, 445 in four equal arms, 5% against 10%: carrot against holdout has a power of 0.29538
 * (pooled as by R's `power.prop.test` 0.29232) and needs 863.4 customers in the two arms.
 */
export function questionPower(
  frame: PlanFrame,
  question: Question,
  options: QuestionOptions,
): Result<QuestionPower, QuestionPowerProblem> {
  const { alpha, power = 0.8, weighting = 'population', nullVariance = 'planned' } = options;
  const problem = frameProblem(frame) ?? optionsProblem(alpha, power);
  if (problem) return refuse(problem);
  const contrasts = questionContrasts(frame, question, weighting);
  if (!contrasts.ok) return contrasts;
  const { form, rows, gaps, oneSided } = contrasts.value;
  const groups = plannedGroups(frame);
  const empty = emptyGroups(rows, groups).map(({ cell, arm }) => ({ cell, arm }));
  if (empty.length > 0) return refuse({ code: 'empty-groups', groups: empty });
  const sides = oneSided ? 1 : (options.sides ?? 2);
  const setting = { rows, gaps, groups, alpha, sides, power, nullVariance } as const;
  const found =
    form === 'single'
      ? singlePower(setting)
      : form === 'joint'
        ? jointPower(setting)
        : manyToOnePower(setting, question.kind === 'any-carrot' ? question.adjustment : 'none');
  if (!found.ok) return found;
  const involved = groups.reduce(
    (sum, { size }, place) => sum + (rows.some((row) => (row[place] ?? 0) !== 0) ? size : 0),
    0,
  );
  const { sizeFactor } = found.value;
  return succeed({
    id: question.id,
    form,
    degreesOfFreedom: form === 'joint' ? rows.length : 1,
    alpha,
    wantedPower: power,
    effect: largest(gaps.map((gap) => contrastValue(gap, groups))),
    ...found.value,
    involved,
    needed: sizeFactor === null ? null : involved * sizeFactor,
    bindingGroup: bindingGroup(gaps, groups),
  });
}

function singlePower(setting: QuestionSetting): Result<FormPower> {
  const { rows, groups, alpha, sides, power, nullVariance } = setting;
  const contrast = rows[0] ?? [];
  const effect = contrastValue(contrast, groups);
  const spread = contrastSpread(contrast, groups);
  const limit = normalUpperQuantile(alpha / sides) * nullSpread(contrast, groups, nullVariance);
  const reach = limit + normalUpperQuantile(1 - power) * spread;
  // A one-sided question is answered in its own direction only.
  const towards = sides === 1 ? effect : Math.abs(effect);
  return succeed({
    power: isNothing(effect) ? null : normalUpperTail((limit - towards) / spread),
    detectable: reach,
    sizeFactor: isNothing(effect) || towards < 0 ? null : (reach / towards) ** 2,
  });
}

function jointPower(setting: QuestionSetting): Result<FormPower> {
  const { rows, gaps, groups, alpha, power } = setting;
  const found = powerOfHypothesis({ contrasts: rows, groups, alpha });
  if (!found.ok) return found;
  const { noncentrality, degreesOfFreedom } = found.value;
  const needed = neededNoncentrality({ degreesOfFreedom, alpha, power });
  if (!needed.ok) return needed;
  const nothing = rows.every((row) => isNothing(contrastValue(row, groups)));
  return succeed({
    power: nothing ? null : found.value.power,
    // Whatever else differs, a gap of this size alone gives the noncentrality that is needed.
    detectable:
      Math.sqrt(needed.value) * Math.max(...gaps.map((gap) => contrastSpread(gap, groups))),
    sizeFactor: nothing ? null : needed.value / noncentrality,
  });
}

/** A difference that only rounding made. */
export const isNothing = (effect: number): boolean => Math.abs(effect) < 1e-12;

function largest(effects: readonly number[]): number {
  return effects.reduce((most, effect) => (Math.abs(effect) > Math.abs(most) ? effect : most), 0);
}

function bindingGroup(
  gaps: readonly Contrast[],
  groups: readonly PlannedGroup[],
): QuestionPower['bindingGroup'] {
  const parts = gaps.map((gap) => varianceParts(gap, groups));
  const totals = parts.map((all) => all.reduce((sum, part) => sum + part, 0));
  const worst = totals.indexOf(Math.max(...totals));
  const own = parts[worst] ?? [];
  const place = own.indexOf(Math.max(...own));
  const { cell, arm } = groups[place] ?? { cell: 0, arm: 0 };
  return { cell, arm, varianceShare: (own[place] ?? 0) / (totals[worst] ?? 1) };
}

function optionsProblem(alpha: number, power: number): Problem | null {
  if (!(alpha >= 1e-12 && alpha < 0.5)) return { code: 'invalid-alpha', alpha };
  return power > alpha && power < 1 ? null : { code: 'invalid-power', power, alpha };
}
