import { describe, expect, it } from 'vitest';
import { detectText } from '#core/import/detect/detect-text.ts';
import { TableReader } from '#engine/import/table-reader.ts';
import type { Table } from './clean-table.ts';
import { pollutionScore } from './pollution-score.ts';
import { fileFaults, koreanFaults, rowFaults, type PollutedFile } from './polluted-files.ts';

/** Reads a text with nothing told, and gives header and rows as they are, ragged ones among them. */
function read(text: string): Table {
  const { dialect, layout } = detectText(text, true, {});
  const table = new TableReader(dialect, layout);
  const rows = [...table.push(text), ...table.end()].filter(({ aside }) => aside === null);
  const titles = table.header?.titles ?? [];
  return { header: layout.headerRows === 0 ? [] : titles, rows: rows.map(({ fields }) => fields) };
}

function mean(files: readonly PollutedFile[]): number {
  const scores = files.map(({ text, wanted }) => pollutionScore(wanted, read(text)));
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

describe('polluted files with nothing told', () => {
  it('the score is 10 for what is the same and less for what is not', () => {
    const table = { header: ['a', 'b'], rows: [['1', '2']] };
    expect(pollutionScore(table, table)).toBe(10);
    expect(pollutionScore(table, { header: [], rows: [] })).toBe(1);
    // Half of the header, no record, half of the cells.
    expect(pollutionScore(table, { header: ['a', 'x'], rows: [['1', 'y']] })).toBe(4);
  });

  it.each(fileFaults)('$name', ({ text, wanted }) => {
    expect(pollutionScore(wanted, read(text))).toBeGreaterThan(9.999);
  });

  it.each(koreanFaults)('$name', ({ text, wanted }) => {
    expect(read(text)).toEqual(wanted);
  });

  it('a fault in one row costs that row only: the mean over every line and column is over 9.97', () => {
    expect(rowFaults).toHaveLength(61 * 9 * 3);
    expect(mean(rowFaults)).toBeGreaterThan(9.97);
  });
});
