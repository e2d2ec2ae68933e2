import { variableKey } from '../customers/variable.ts';
import type { Attribute, Design } from './design.ts';
import { onlyThose, soleCondition, type VariableCondition } from './eligibility.ts';

/**
 * The design for customers who also fulfil a condition. A rule of the design that asks only about the same variable is
 * replaced and switched on, so that choosing another group changes the target instead of emptying it.
 * Example: a design for prospects, given the condition for inactive customers, is for inactive customers.
 */
export function withCondition(design: Design, condition: VariableCondition): Design {
  const { eligibility } = design;
  const key = variableKey(condition.variable);
  const place = eligibility.findIndex((rule) => {
    const sole = soleCondition(rule);
    return sole !== null && 'variable' in sole && variableKey(sole.variable) === key;
  });
  const rule = onlyThose(condition);
  return {
    ...design,
    eligibility: place < 0 ? [...eligibility, rule] : eligibility.with(place, rule),
  };
}

/** The design divided by one more attribute; one on the same variable is replaced. */
export function withAttribute(design: Design, attribute: Attribute): Design {
  const { attributes } = design;
  const key = variableKey(attribute.variable);
  const place = attributes.findIndex(({ variable }) => variableKey(variable) === key);
  return {
    ...design,
    attributes: place < 0 ? [...attributes, attribute] : attributes.with(place, attribute),
  };
}
