import { compactDate } from '#core/customers/completed-months.ts';
import type { Attribute, Design } from '#core/design/design.ts';
import {
  equalGroups,
  type EqualGroups,
  type EqualGroupsProblem,
} from '#core/design/equal-groups.ts';
import type { Result } from '#core/result.ts';
import { daysSince } from './days-since.ts';
import { findEligible } from './eligibility.ts';
import { monthsSince } from './purchases.ts';
import { datesOf, numbersOf, type Viewpoint } from './variables.ts';

/** The cuts of an attribute that divide the eligible customers into groups of about the same size. */
export function divideEqually(
  view: Viewpoint,
  { eligibility }: Pick<Design, 'eligibility'>,
  { variable, banding }: Attribute,
  groups: number,
): Result<EqualGroups, EqualGroupsProblem> {
  const { rows } = findEligible(view, eligibility);
  const values = valuesOf(view, variable, banding.kind);
  return equalGroups(
    values.filter((_, row) => rows[row] === 1),
    groups,
  );
}

/** What the cuts of a banding are compared with, NaN for a date after the as-of date too. */
function valuesOf(
  view: Viewpoint,
  variable: Attribute['variable'],
  kind: Attribute['banding']['kind'],
): Float64Array {
  if (kind === 'number') return numbersOf(view, variable);
  const dates = datesOf(view, variable);
  const since =
    kind === 'days-since'
      ? daysSince(dates, view.asOf)
      : monthsSince(dates, compactDate(view.asOf));
  return since.map((count) => (count < 0 ? NaN : count));
}
