import { cellWeights } from './cell-weights.ts';
import { additiveContrasts, mainEffectContrasts } from './factor-contrasts.ts';
import { armFactors, type PlanFrame } from './plan-frame.ts';
import type { Question } from './question.ts';

/** The cells of which every arm gets customers: what "all cells" means where nobody has chosen any. */
export function cellsWithAllArms(counts: PlanFrame['counts']): readonly number[] {
  return counts.flatMap((row, cell) => (row.every((count) => count > 0) ? [cell] : []));
}

/** Beyond so many levels or arms a question about an attribute has too many comparisons to be asked as one. */
const mostLevels = 12;

/**
 * The questions that a test-marketing plan is made for, as far as the plan has something to compare: whether any carrot
 * beats none, which of the two carrots with the fewest customers is better, whether the effect differs by an attribute,
 * whether another carrot is best by an attribute, whether factors of the arms matter and add up, and whether the smallest cell alone tells a carrot from none. But for the
 * last they are asked of all cells, which are those of which every arm gets customers (`cellsWithAllArms`).
 * Example: the deck's 3 × 3 cells with a holdout and three carrots give seven questions.
 */
export function standardQuestions(frame: PlanFrame): readonly Question[] {
  const { levels, arms, counts, population } = frame;
  const within = cellsWithAllArms(counts);
  const carrots = arms.filter(({ role }) => role === 'carrot');
  const hasHoldout = carrots.length < arms.length;
  const totals = new Map(
    arms.map(({ id }, arm) => [id, counts.reduce((sum, row) => sum + (row[arm] ?? 0), 0)]),
  );
  const [fewest, next] = [...carrots].sort(
    (one, other) => (totals.get(one.id) ?? 0) - (totals.get(other.id) ?? 0),
  );
  if (!fewest || within.length === 0) return [];
  const questions: Question[] = [];
  if (hasHoldout) questions.push({ id: 'any-carrot', kind: 'any-carrot', adjustment: 'dunnett' });
  if (next)
    questions.push({
      id: 'carrots',
      kind: 'carrot-versus-carrot',
      first: fewest.id,
      second: next.id,
    });
  questions.push(...factorQuestions(frame, within));
  for (const [attribute, count] of levels.entries()) {
    if (count < 2 || count > mostLevels || arms.length > mostLevels) continue;
    if (hasHoldout)
      questions.push({
        id: `same-${attribute}`,
        kind: 'same-everywhere',
        carrot: fewest.id,
        attribute,
      });
    if (next)
      questions.push({
        id: `for-${attribute}`,
        kind: 'carrot-for-customer',
        attribute,
      });
  }
  const smallest = within.reduce((one, other) =>
    (population[other] ?? 0) < (population[one] ?? 0) ? other : one,
  );
  if (hasHoldout && within.length > 1)
    questions.push({
      id: 'smallest-cell',
      kind: 'carrot-versus-holdout',
      carrot: fewest.id,
      within: [smallest],
    });
  return questions;
}

/** Whether each factor of the arms matters, and whether every two of them add up, as far as the arms can tell. */
function factorQuestions(frame: PlanFrame, within: readonly number[]): readonly Question[] {
  const weights = cellWeights(frame, 'population', within);
  const factors = armFactors(frame);
  if (!weights.ok || factors.length === 0) return [];
  const pairs = factors.flatMap((first, place) =>
    factors.slice(place + 1).map((second): [string, string] => [first, second]),
  );
  return [
    ...factors
      .filter((factor) => mainEffectContrasts(frame, weights.value, factor).ok)
      .map((factor): Question => ({ id: `main-${factor}`, kind: 'main-effect', factor })),
    ...pairs
      .filter((pair) => additiveContrasts(frame, weights.value, pair).ok)
      .map((pair): Question => ({
        id: `additive-${pair.join('-')}`,
        kind: 'additive',
        factors: pair,
      })),
  ];
}
