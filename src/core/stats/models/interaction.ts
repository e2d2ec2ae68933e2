import { refuse, succeed, type Result } from '#core/result.ts';
import { countsProblem, type ArmCounts } from '../proportions/arm-counts.ts';
import { penalisedLikelihoodRatioTest, type PenalisedLikelihoodRatio } from './firth-logistic.ts';
import { interactionDesign, type InteractionDesign } from './interaction-design.ts';
import { likelihoodRatioTest } from './likelihood-ratio.ts';
import { fitLogistic, type BinomialGroup } from './logistic.ts';

/** What one arm gave in one quota cell; `levels` names the cell's level of every attribute, in a fixed order. */
export interface ArmCell extends ArmCounts {
  readonly arm: string;
  readonly levels: readonly string[];
}

/** Whether the arms rank differently from level to level: a likelihood-ratio chi-square. */
export interface InteractionTest {
  readonly method: 'likelihood-ratio';
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Whether the best carrot depends on who the customer is: does arm × attribute explain more than both alone?
 * `cells`: whole counts for every arm (the control is one of them) in every quota cell, cells of the same arm and levels
 * may repeat; `attribute`: which of the `levels` to ask about, from 0.
 * The smaller model has the main effects of the arm and of every attribute; the larger adds arm × that attribute. Its
 * chi-square is the difference of the two deviances. Empty cells are ignored, and what they leave undetermined takes no
 * degree of freedom.
 * Refuses `invalid-counts`, `too-few-levels` (the arm or the attribute does not vary), `separated` and `not-converged`
 * (see `fitLogistic`): an arm nobody (or everybody) responded to at some level has no finite fit; then
 * `penalisedInteractionTest` has an answer.
 * Source: R `anova(glm(y ~ arm + points + dormancy), glm(y ~ arm * points + dormancy), test = "LRT")`.
 * Example: the bundled sample gives 30.864816, df 6, p 2.6901e-5 for points; 0.105981, df 6, p 0.99998 for dormancy.
 */
export function interactionTest(
  cells: readonly ArmCell[],
  attribute: number,
): Result<InteractionTest> {
  return ratioTest(cells, [attribute], 'joint');
}

/**
 * Whether the best carrot depends on any of several attributes: arm × each of them, asked together.
 * `cells`: as in `interactionTest`; `attributes`: places among the `levels`, from 0, each once.
 * Refuses what `interactionTest` refuses.
 * Source: R `anova(glm(y ~ arm + points + dormancy), glm(y ~ arm * (points + dormancy)), test = "LRT")`.
 * Example: the bundled sample gives 31.072761, df 12, p 0.00192030 for points and dormancy together.
 */
export function jointInteractionTest(
  cells: readonly ArmCell[],
  attributes: readonly number[],
): Result<InteractionTest> {
  return ratioTest(cells, attributes, 'joint');
}

/**
 * Whether the way the best carrot depends on one attribute depends on another: arm × first × second.
 * `cells`: as in `interactionTest`; `first`, `second`: places among the `levels`, from 0. The smaller model has the
 * three products of two, and the main effects of any other attribute.
 * Refuses what `interactionTest` refuses.
 * Source: R `anova(glm(y ~ (arm + points + dormancy)^2), glm(y ~ arm * points * dormancy), test = "LRT")`.
 * Example: the bundled sample gives 0.167458, df 12, p 0.9999999996.
 */
export function threeWayInteractionTest(
  cells: readonly ArmCell[],
  first: number,
  second: number,
): Result<InteractionTest> {
  return ratioTest(cells, [first, second], 'highest');
}

/**
 * Whether the best carrot depends on who the customer is, with an answer also where an arm got no response at some level.
 * `cells`: as in `interactionTest`; `attributes`: places among the `levels`, from 0: one, or several asked together.
 * Both models have Firth's penalty, that of the larger one; in large samples without empty counts the chi-square is
 * nearly that of `interactionTest`.
 * Refuses `invalid-counts`, `too-few-levels` and `not-converged`.
 * Source: Heinze & Schemper (2002), Statistics in Medicine 21, section 2.3; R `logistf::logistftest` for the products.
 * Example: the bundled sample, had nobody with low points responded to POINT, gives 54.900840, df 6, p 4.8542e-10.
 */
export function penalisedInteractionTest(
  cells: readonly ArmCell[],
  attributes: readonly number[],
): Result<PenalisedLikelihoodRatio> {
  const question = askedOf(cells, attributes, 'joint');
  if (!question.ok) return question;
  const { filled, design } = question.value;
  const groups = withFeatures(filled, design, 'larger');
  const base = design.smaller[0]?.length ?? 0;
  const asked = (design.added[0] ?? []).map((_, place) => base + place);
  const tested = penalisedLikelihoodRatioTest(groups, asked);
  return !tested.ok && tested.problem.code === 'not-nested'
    ? refuse({ code: 'too-few-levels', attribute: attributes[0] })
    : tested;
}

interface Asked {
  readonly filled: readonly ArmCell[];
  readonly design: InteractionDesign;
}

function askedOf(
  cells: readonly ArmCell[],
  attributes: readonly number[],
  question: 'joint' | 'highest',
): Result<Asked> {
  for (const cell of cells) {
    const problem = countsProblem(cell.arm, cell);
    if (problem && problem.code !== 'no-trials') return refuse(problem);
  }
  const filled = cells.filter(({ trials }) => trials > 0);
  const design = interactionDesign(filled, attributes, question);
  return design.ok ? succeed({ filled, design: design.value }) : design;
}

function ratioTest(
  cells: readonly ArmCell[],
  attributes: readonly number[],
  question: 'joint' | 'highest',
): Result<InteractionTest> {
  const asked = askedOf(cells, attributes, question);
  if (!asked.ok) return asked;
  const { filled, design } = asked.value;
  const smaller = fitLogistic(withFeatures(filled, design, 'smaller'));
  if (!smaller.ok) return smaller;
  const larger = fitLogistic(withFeatures(filled, design, 'larger'));
  if (!larger.ok) return larger;
  if (larger.value.rank === smaller.value.rank) {
    return refuse({ code: 'too-few-levels', attribute: attributes[0] });
  }
  const ratio = likelihoodRatioTest(smaller.value, larger.value);
  return ratio.ok ? succeed({ method: 'likelihood-ratio', ...ratio.value }) : ratio;
}

function withFeatures(
  cells: readonly ArmCell[],
  { smaller, added }: InteractionDesign,
  model: 'smaller' | 'larger',
): BinomialGroup[] {
  return cells.map(({ events, trials }, row) => {
    const more = model === 'larger' ? (added[row] ?? []) : [];
    return { events, trials, features: [...(smaller[row] ?? []), ...more] };
  });
}
