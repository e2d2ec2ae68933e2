import { refuse, type Result } from '#core/result.ts';
import { interactionDesign, type LabelledCell } from './interaction-design.ts';
import type { OutcomeGroup } from './linear-groups.ts';
import { linearRegression, linearTermsTest, type TermsTest } from './linear-regression.ts';
import type { ErrorKind } from './sandwich.ts';

/** What one arm spent in one quota cell; `levels` names the cell's level of every attribute, in a fixed order. */
export interface MeanCell extends LabelledCell {
  readonly count: number;
  readonly mean: number;
  /** The sample standard deviation (divisor count - 1); not asked for where the cell has one customer. */
  readonly standardDeviation: number;
}

/**
 * Whether the effect of the carrots on the amount spent depends on who the customer is: arm × each attribute, together.
 * `cells`: every arm in every quota cell; `attributes`: places among the `levels`, from 0; `standardErrors`: `classical`
 * by default (the same spread in every cell, which is the test of the two nested models), or `hc0` to `hc3`.
 * Refuses `too-few-levels` (the arm or an attribute does not vary) and what `linearRegression` refuses.
 * Source: R `anova(lm(y ~ arm + points + dormancy), lm(y ~ arm * points + dormancy))`; `car::linearHypothesis`.
 * Example: two arms at two levels, each 10 customers with deviation 2 and means 5, 6, 5, 9, give F 5.625, p 0.0231749.
 */
export function meanInteractionTest(
  cells: readonly MeanCell[],
  attributes: readonly number[],
  {
    standardErrors = 'classical',
  }: { readonly standardErrors?: Exclude<ErrorKind, 'cluster'> } = {},
): Result<TermsTest> {
  const filled = cells.filter(({ count }) => count !== 0);
  const design = interactionDesign(filled, attributes, 'joint');
  if (!design.ok) return design;
  const { smaller, added } = design.value;
  const groups: OutcomeGroup[] = filled.map(({ count, mean, standardDeviation }, row) => {
    const features = [...(smaller[row] ?? []), ...(added[row] ?? [])];
    return { count, mean, standardDeviation, features };
  });
  const model = linearRegression(groups, { standardErrors });
  if (!model.ok) return model;
  const base = smaller[0]?.length ?? 0;
  const asked = (added[0] ?? []).map((_, place) => base + place);
  const tested = linearTermsTest(model.value, asked);
  return !tested.ok && tested.problem.code === 'not-nested'
    ? refuse({ code: 'too-few-levels', attribute: attributes[0] })
    : tested;
}
