import type { PartName } from '#core/results/answers/answer.ts';
import type { Design } from '#core/design/design.ts';
import type { ExperimentTotals, Strata } from '#core/results/analysis.ts';
import { stratumLevels } from '#core/results/stratum-levels.ts';
import { allLevelNames } from '#core/design/design.ts';
import type { QuestionNames } from '#text/questions/ask-words.ts';
import type { ArmIdentities } from '../arm-identity.ts';

/** What arms, attributes, cells and factors of an experiment are called. */
export interface AnswerNames extends QuestionNames {
  readonly cell: (cell: number) => string;
  readonly factorLevel: (factor: string, level: string) => string;
  /** A part by its level, cell or factor level; '' for whatever has none of them. */
  readonly place: (name: PartName) => string;
}

/** The names as the data and the design have them. `mark`: how an arm is written, where it gets a colour. */
export function answerNames(
  totals: ExperimentTotals,
  strata: Strata,
  identities: ArmIdentities,
  mark: (identity: { readonly name: string; readonly place: number }) => string,
): AnswerNames {
  const design: Design | null = strata.kind === 'cells' ? strata.design : null;
  const attributes = design
    ? design.attributes.map((each) => ({ name: each.name, levels: allLevelNames(each) }))
    : stratumLevels(totals, strata).attributes;
  const factors = design?.factorPlan?.factors ?? [];
  const isArm = (id: string) =>
    totals.arms.includes(id) || design?.arms.some((arm) => arm.id === id) === true;
  const cell = (index: number): string => {
    let rest = index;
    const levels = attributes.toReversed().map((each) => {
      const level = each.levels[rest % each.levels.length] ?? '';
      rest = Math.floor(rest / each.levels.length);
      return level;
    });
    return levels.toReversed().join(' × ');
  };
  const factorLevel = (factor: string, level: string): string =>
    factors.find(({ id }) => id === factor)?.levels.find(({ id }) => id === level)?.name ?? level;
  return {
    arm: (id) => (isArm(id) ? mark(identities.of(id)) : null),
    attribute: (place) => attributes[place]?.name ?? null,
    ends: (place) => {
      // Customers of unknown level stand nowhere on a scale.
      const levels = design?.attributes[place]?.levelNames ?? attributes[place]?.levels;
      const [first, last] = [levels?.[0], levels?.at(-1)];
      return first === undefined || last === undefined ? null : [first, last];
    },
    factor: (id) => factors.find((factor) => factor.id === id)?.name ?? null,
    cell,
    factorLevel,
    place: (name) =>
      name.kind === 'level'
        ? name.level
        : name.kind === 'cell'
          ? cell(name.cell)
          : name.kind === 'factor-level'
            ? factorLevel(name.factor, name.level)
            : '',
  };
}
