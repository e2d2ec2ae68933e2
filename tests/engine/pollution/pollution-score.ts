import type { Table } from './clean-table.ts';

/** Precision, recall and their harmonic mean of a bag of texts against the one that was wanted; 1 where nothing was. */
function shares(wanted: readonly string[], found: readonly string[]): [number, number, number] {
  if (wanted.length === 0) return [1, 1, 1];
  const left = new Map<string, number>();
  for (const text of wanted) left.set(text, (left.get(text) ?? 0) + 1);
  let common = 0;
  for (const text of found) {
    const count = left.get(text) ?? 0;
    if (count === 0) continue;
    left.set(text, count - 1);
    common++;
  }
  if (common === 0) return [0, 0, 0];
  const [one, other] = [common / wanted.length, common / found.length];
  return [one, other, (2 * one * other) / (one + other)];
}

const record = (fields: readonly string[]) => fields.join('');

/**
 * How well a table was read, 0..10: 1 for reading it at all, and precision, recall and F1 of its header, its records and
 * its cells. After Vitagliano et al., “Pollock: a data loading benchmark” (2023).
 */
export function pollutionScore(wanted: Table, found: Table): number {
  const cells = ({ header, rows }: Table) => [...header, ...rows.flat()];
  const parts = [
    ...shares(wanted.header, found.header),
    ...shares(wanted.rows.map(record), found.rows.map(record)),
    ...shares(cells(wanted), cells(found)),
  ];
  return parts.reduce((sum, part) => sum + part, 1);
}
