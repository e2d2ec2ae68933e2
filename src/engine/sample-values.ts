import { drawOrder } from '#core/assignment/draw-order.ts';
import type { Answer, Params } from './protocol.ts';
import { categoriesOf, type Viewpoint } from './variables.ts';

/** Draws some of the different values of a variable, in the order in which customers are drawn too. */
export function sampleValues(
  view: Viewpoint,
  { variable, count, seed }: Pick<Params<'sample-values'>, 'variable' | 'count' | 'seed'>,
): Answer<'sample-values'> {
  const values = [...new Set(categoriesOf(view, variable).values)];
  return { values: drawOrder(values, seed).slice(0, count), of: values.length };
}
