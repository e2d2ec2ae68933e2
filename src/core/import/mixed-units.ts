import type { UnitCount } from './kind-guess.ts';
import { numberParts } from './number-parts.ts';

/** Nothing is nothing in every unit. */
const nought = /^[+-]?0+(?:\.0*)?$/;

interface Unit {
  readonly scale: string;
  readonly measure: string;
}

/** Measures beside which a bare number is in doubt: it may be a share of 1, or another currency. */
const doubtfulBesideNone = new Set(['%', '$', '€', '£', '¥', '위안']);

/**
 * The units of a column of numbers with how often each is met, most frequent first; empty where they do not differ.
 * Differ: 원 and 만원, ₩ and $, % and no unit, 개 and 명. ₩ and 원 are one unit, and no unit beside 원, 점 or 개 is
 * taken for sloppiness and not for another unit.
 * `values`: numbers as they are written; other texts are passed over.
 * Example: for 12,300원 and 3만원 the units are 원 and 만원, once each.
 */
export function mixedUnits(values: Iterable<string>): UnitCount[] {
  const met = new Map<string, { unit: Unit; count: number; example: string }>();
  for (const text of values) {
    if (nought.test(text)) continue;
    const parts = /^[\d.,+-]*$/.test(text) ? { scale: '', measure: '' } : numberParts(text);
    if (!parts) continue;
    const name = parts.scale + parts.measure;
    const known = met.get(name);
    if (known) known.count++;
    else met.set(name, { unit: parts, count: 1, example: text });
  }
  const all = [...met.values()];
  if (!doDiffer(all.map(({ unit }) => unit))) return [];
  return all
    .map(({ unit, count, example }) => ({ unit: unit.scale + unit.measure, count, example }))
    .sort((one, other) => other.count - one.count);
}

function doDiffer(units: readonly Unit[]): boolean {
  if (new Set(units.map(({ scale }) => scale)).size > 1) return true;
  const named = new Set(units.map(({ measure }) => measure).filter((measure) => measure !== ''));
  if (named.size > 1) return true;
  const hasBare = units.some(({ measure }) => measure === '');
  return hasBare && [...named].some((measure) => doubtfulBesideNone.has(measure));
}
