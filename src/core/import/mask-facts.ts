import type { PersonalDataKind } from './column.ts';
import { maskPersonal } from './personal-data.ts';

/** Facts of a guess that quote values of the column; the others are codes, counts and marks for missing values. */
const quotes = new Set(['example', 'iso', 'decidedBy', 'one', 'other', 'words']);

/**
 * What a guess says of a personal column, with the values that it quotes masked (see `maskPersonal`).
 * Example: the reason `{ code: 'words', example: '홍길동' }` of a name becomes `{ code: 'words', example: '홍*동' }`.
 */
export function maskFacts<Facts>(facts: Facts, kind: PersonalDataKind): Facts {
  return masked(facts, kind, false) as Facts;
}

function masked(fact: unknown, kind: PersonalDataKind, isQuote: boolean): unknown {
  if (typeof fact === 'string') return isQuote ? maskPersonal(fact, kind) : fact;
  if (Array.isArray(fact)) return fact.map((each) => masked(each, kind, isQuote));
  if (typeof fact !== 'object' || fact === null) return fact;
  return Object.fromEntries(
    Object.entries(fact).map(([name, value]) => [name, masked(value, kind, quotes.has(name))]),
  );
}
