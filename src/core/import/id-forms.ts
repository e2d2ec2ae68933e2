import type { IdRule, NearMatch } from './relation-check.ts';

type SingleRule = Exclude<IdRule, 'all'>;

const forms: Readonly<Record<SingleRule, (id: string) => string>> = {
  case: (id) => id.toLowerCase(),
  // Most ids are plain, and a million of them are quick to see through.
  width: (id) => (/^[ -~]*$/.test(id) ? id : id.normalize('NFKC')),
  spaces: (id) => id.replace(/[\s\p{Cf}]+/gu, ''),
  hyphens: (id) => id.replace(/[-‐‑‒–—−_.]/g, ''),
  // After letters too: C0012 and C12. A number written with ".0" came through a column of decimals.
  'leading-zeros': (id) => id.replace(/\.0+$/, '').replace(/^(\D*)0+(?=\d)/, '$1'),
};

const singleRules: readonly SingleRule[] = ['width', 'spaces', 'case', 'hyphens', 'leading-zeros'];

/**
 * An id as a rule writes it, so that two ways of writing one id become the same text.
 * - case: small letters; - width: full-width letters and digits as usual ones; - spaces: none, nor invisible marks;
 * - hyphens: none, nor underscores and full stops; - leading-zeros: none at the front of the digits, and no ".0" behind;
 * - all: every rule, in the order width, spaces, case, leading zeros' ".0", hyphens, leading zeros.
 * Example: `idForm('00123', 'leading-zeros')` is '123'.
 */
export function idForm(id: string, rule: IdRule): string {
  if (rule !== 'all') return forms[rule](id);
  const decimalGone = forms.case(forms.spaces(forms.width(id))).replace(/\.0+$/, '');
  return forms['leading-zeros'](forms.hyphens(decimalGone));
}

/**
 * What would join ids of no customer to the list, by each rule and by all together, the most rows first. `all` is named
 * only where it joins more than any single rule does. An id that would fit several customers fits none.
 * `listed`: the ids of the list; `orphans`: ids that are not among them, with their rows.
 * Example: 00123 (2 rows) against the listed 123 gives the rule 'leading-zeros' with 1 id and 2 rows.
 */
export function nearMatches(
  listed: Iterable<string>,
  orphans: ReadonlyMap<string, number>,
): NearMatch[] {
  if (orphans.size === 0) return [];
  const ids = [...listed];
  const single = singleRules.flatMap((rule) => nearMatch(ids, orphans, rule));
  const most = Math.max(0, ...single.map((match) => match.rows));
  const all = nearMatch(ids, orphans, 'all').filter((match) => match.rows > most);
  return [...single, ...all].sort((one, other) => other.rows - one.rows);
}

function nearMatch(
  listed: readonly string[],
  orphans: ReadonlyMap<string, number>,
  rule: IdRule,
): NearMatch[] {
  // Only forms that an orphan has are looked for: most lists are much longer than their orphans.
  const wanted = new Map<string, string | null>();
  for (const id of orphans.keys()) wanted.set(idForm(id, rule), null);
  const several = new Set<string>();
  for (const id of listed) {
    const form = idForm(id, rule);
    const known = wanted.get(form);
    if (known === undefined) continue;
    if (known === null) wanted.set(form, id);
    else several.add(form);
  }
  let ids = 0;
  let rows = 0;
  let ambiguousIds = 0;
  let example: NearMatch['example'] | null = null;
  for (const [id, count] of orphans) {
    const form = idForm(id, rule);
    const match = wanted.get(form);
    if (match === null || match === undefined) continue;
    example ??= { id, listed: match };
    if (several.has(form)) {
      ambiguousIds++;
    } else {
      ids++;
      rows += count;
    }
  }
  return example ? [{ rule, ids, rows, ambiguousIds, example }] : [];
}
