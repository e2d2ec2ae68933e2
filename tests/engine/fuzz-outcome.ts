import { expect } from 'vitest';
import type { DataTable, ImportProblem } from '#core/import/column.ts';
import type { Layout } from '#core/import/dialect.ts';
import { readProblemSentence } from '#features/import/read-problem-sentence.ts';
import type { FilePreview, ReadProblem } from '#engine/protocol.ts';
import type { TestEngine } from './open-engine.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A file that was read, every column as text. */
export interface ReadFile {
  readonly preview: FilePreview;
  readonly table: DataTable;
}

/**
 * Brings bytes as the import screen does, every column as text, and holds what becomes of them against what is true of
 * any file: it is refused with a code that has a sentence (then the answer is that code), or its rows are counted, what
 * was not kept is there to be downloaded, the lines that are named exist, and no letter of the file is gone.
 */
export async function bring(
  engine: TestEngine,
  bytes: Bytes,
): Promise<ReadProblem['code'] | 'read'> {
  const file = new Blob([bytes]);
  const seen = await engine.request('preview-file', { file, fileName: 'f.csv', chosen: {} });
  if (!seen.ok) return refusedWith(seen.problem);
  const { tableRole, source, columns } = seen.value;
  const plan = {
    label: 'f',
    tableRole,
    source,
    columns: columns.map((column) => ({ ...column, kind: 'text' as const })),
    duplicates: 'keep-all' as const,
    blankIds: 'reject' as const,
    today: '2026-11-25',
    into: { mode: 'new' as const },
  };
  const imported = await engine.request('import-file', { file, fileName: 'f.csv', plan });
  if (!imported.ok) return refusedWith(imported.problem);
  const { database } = engine.engine;
  const table = imported.value;
  const kept = database.all(`SELECT * FROM ${table.name}`);
  const rejects = database.all('SELECT line, raw FROM carrotlab_rejects');
  database.run(`DROP TABLE ${table.name}`);
  database.run('DELETE FROM carrotlab_rejects');
  checkCounts(table, kept.length, rejects.length);
  // A line in another encoding is read in its own.
  const isOneText = seen.value.compression === null && seen.value.mixedEncodingLines.length === 0;
  if (source.format === 'text' && isOneText) {
    const text = new TextDecoder(source.encoding).decode(bytes);
    checkLines(
      table,
      rejects.map(([line]) => Number(line)),
      text,
    );
    const above = seen.value.linesAbove.map((line) => line.text);
    const headers = columns.flatMap(({ name, header }) => [name, header]);
    checkLetters(
      belowHeader(text, source.layout),
      [...headers, ...above, ...kept.flat(), ...rejects.flat()].join('\n'),
    );
  }
  return 'read';
}

function refusedWith(problem: ReadProblem): ReadProblem['code'] {
  expect(readProblemSentence(problem)).toMatch(/\S/);
  return problem.code;
}

function checkCounts({ report, rowCount }: DataTable, kept: number, rejects: number): void {
  if (!report) throw new Error('An import has a report');
  const { problems, lines } = report;
  const counted = (which: (problem: ImportProblem) => boolean) =>
    problems.filter(which).reduce((sum, { count }) => sum + count, 0);
  const rejected = counted(({ severity }) => severity === 'row');
  const aside = counted(({ severity }) => severity === 'aside');
  const blank = counted(({ code }) => code === 'blank-line');
  expect({ ...report, rowCount }).toMatchObject({
    rowCount: kept,
    rowsKept: kept,
    rowsRejected: rejected,
    rowsRead: kept + rejected,
  });
  expect(rejects, 'what can be downloaded').toBe(rejected + aside - blank);
  if (lines) expect(lines.total).toBe(lines.header + kept + rejected + aside + lines.continued);
}

function checkLines({ report }: DataTable, rejects: readonly number[], text: string): void {
  const named = report?.problems.flatMap(({ examples }) => examples.map(({ line }) => line)) ?? [];
  const last = (text.match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
  const lineEnds = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  expect(report?.lines?.total, 'lines').toBe(/[\r\n]$/.test(text) ? lineEnds : lineEnds + 1);
  expect([...named, ...rejects].filter((line) => !(line >= 1 && line <= last))).toEqual([]);
}

/** The text without the lines of a header of several rows, which are put together where they say the same. */
function belowHeader(text: string, { headerLine, headerRows }: Layout): string {
  if (headerRows < 2) return text;
  const lines = text.split(/\r\n|\r|\n/);
  const header = lines.splice(headerLine - 1, headerRows);
  // A title over several lines would be cut in the middle.
  return header.some((line) => line.includes('"')) ? '' : lines.join('\n');
}

/** What stands for a missing value, or cannot be decoded, is emptied knowingly. */
const mayGo = /\uFFFD|\0|null|n\/a|\\N/i;
const letters = /[0-9a-z가-힣]/gi;

/** Every letter and digit of the file is in a name, a line above, a cell or a rejected row, as often as in the file. */
function checkLetters(text: string, kept: string): void {
  if (mayGo.test(text)) return;
  const left = countsOf(kept);
  const gone = [...countsOf(text)].filter(([letter, count]) => (left.get(letter) ?? 0) < count);
  expect(gone, `letters that are gone from ${JSON.stringify(text)}`).toEqual([]);
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(letters)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}
