import { variableKey } from '../customers/variable.ts';
import type { Attribute, Design, Filter } from './design.ts';

/**
 * The design for customers who also fulfil a filter. One that the design already has on the same variable is replaced,
 * so that choosing another group changes the target instead of emptying it.
 * Example: a design for prospects, given the filter for inactive customers, is for inactive customers.
 */
export function withFilter(design: Design, filter: Filter): Design {
  return { ...design, filters: replaceOrAdd(design.filters, filter) };
}

/** The design divided by one more attribute; one on the same variable is replaced. */
export function withAttribute(design: Design, attribute: Attribute): Design {
  return { ...design, attributes: replaceOrAdd(design.attributes, attribute) };
}

function replaceOrAdd<Part extends Filter | Attribute>(
  parts: readonly Part[],
  added: Part,
): readonly Part[] {
  const key = variableKey(added.variable);
  const place = parts.findIndex((part) => variableKey(part.variable) === key);
  return place < 0 ? [...parts, added] : parts.with(place, added);
}
