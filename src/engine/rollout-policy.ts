import type { ConsentQuestion } from '#core/rollout/policy/policy-asked.ts';
import type { ConsentGroup } from '#core/rollout/policy/policy-parts.ts';
import { findPolicy } from '#core/rollout/policy/find-policy.ts';
import { policyParts } from '#core/rollout/policy/policy-parts.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import { cellColumn } from './cell-column.ts';
import { findEligible } from './eligibility.ts';
import type { Answer, Params } from './protocol.ts';
import type { Viewpoint } from './variables.ts';

/** Channels are told apart by one bit each. */
const mostChannels = 30;

/**
 * The eligible customers of each cell by the channels that they consented to. Refuses column-missing (a consent that is not in
 * the customer table any more).
 */
export function countConsents(
  view: Viewpoint,
  { source, design, asking }: ConsentQuestion,
): Result<readonly ConsentGroup[]> {
  const { columns } = view;
  const known = asking.slice(0, mostChannels);
  const answers: { readonly codes: ArrayLike<number>; readonly allows: Uint8Array }[] = [];
  for (const { column, values } of known) {
    if (column === null) throw new Error('Only channels with a consent are asked about');
    if (!columns.has(source.table, column)) return refuse({ code: 'column-missing', column });
    const found = columns.categories(source.table, column);
    const allows = Uint8Array.from(found.values, (value) => (values.includes(value) ? 1 : 0));
    answers.push({ codes: found.codes, allows });
  }
  const cells = cellColumn(view, design);
  const { rows } = findEligible(view, design.eligibility);
  const patterns = 2 ** known.length;
  const counts = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    const cell = cells[row] as number;
    if (rows[row] !== 1 || cell < 0) continue;
    let pattern = 0;
    for (const [place, { codes, allows }] of answers.entries())
      if (allows[codes[row] as number] === 1) pattern |= 1 << place;
    const key = cell * patterns + pattern;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const groups = [...counts].map(([key, customers]): ConsentGroup => {
    const pattern = key % patterns;
    return {
      cell: Math.floor(key / patterns),
      channels: known.flatMap(({ channel }, place) => ((pattern >> place) & 1 ? [channel] : [])),
      customers,
    };
  });
  return succeed(groups.sort((one, other) => one.cell - other.cell));
}

/** The policy for the customers whom it may reach. Refuses what `findPolicy` and `countConsents` refuse. */
export function policyFor(
  viewOf: (planned: ConsentQuestion) => Viewpoint,
  { question, reach, consents }: Params<'find-policy'>,
): Answer<'find-policy'> {
  if (!consents)
    return findPolicy({ ...question, parts: policyParts({ ...reach, consent: null }) });
  const groups = countConsents(viewOf(consents), consents);
  if (!groups.ok) return groups;
  const asking = consents.asking.map(({ channel }) => channel);
  const parts = policyParts({ ...reach, consent: { asking, groups: groups.value } });
  return findPolicy({ ...question, parts });
}
