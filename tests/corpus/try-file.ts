import { expect } from 'vitest';
import type { DataTable } from '#core/import/column.ts';
import type { Result } from '#core/result.ts';
import type { Answer, FilePreview, Params, ReadProblem, RequestName } from '#engine/protocol.ts';
import type { Cell, CorpusFile, ReadOutcome } from './corpus-file.ts';

/** The engine, in the same thread or behind its worker. */
export interface Asked {
  request<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Answer<Name>>;
}

export const mostRowsCompared = 200;

/** Brings a file as its preview suggests, and holds what becomes of it against what must. */
export async function tryFile(engine: Asked, corpusFile: CorpusFile): Promise<void> {
  const { outcome, fileName = 'file.csv' } = corpusFile;
  const file = new Blob([await corpusFile.content()]);
  const preview = await engine.request('preview-file', { file, fileName, chosen: {} });
  if ('refused' in outcome) {
    const result = preview.ok ? await importAsSeen(engine, file, fileName, preview.value) : preview;
    expect(result).toMatchObject({ ok: false, problem: outcome.refused });
    return;
  }
  expect(preview, 'the preview').toMatchObject({ ok: true, value: outcome.preview ?? {} });
  if (!preview.ok) return;
  const imported = await importAsSeen(engine, file, fileName, preview.value);
  expect(imported, 'the import').toMatchObject({ ok: true });
  if (imported.ok) await compare(engine, imported.value, outcome);
}

/** Imports a file as its preview suggests, under the rule that keeps every row of a customer. */
export function importAsSeen(
  engine: Asked,
  file: Blob,
  fileName: string,
  preview: FilePreview,
): Promise<Result<DataTable, ReadProblem>> {
  const { suggestedLabel: label, tableRole, source, columns } = preview;
  const plan = {
    label,
    tableRole,
    source,
    columns,
    duplicates: 'keep-all',
    blankIds: 'reject',
    today: '2026-11-25',
    into: { mode: 'new' },
  } as const;
  return engine.request('import-file', { file, fileName, plan });
}

async function compare(engine: Asked, table: DataTable, outcome: ReadOutcome): Promise<void> {
  const { report } = table;
  if (!report) throw new Error('An import has a report');
  const problems = report.problems.map(({ code, severity, column, count, examples }) => ({
    code,
    severity,
    column,
    count,
    lines: examples.map(({ line }) => line),
  }));
  const rows = await rowsOf(
    engine,
    table.name,
    outcome.rowsKept === undefined ? mostRowsCompared : outcome.rows.length,
  );
  const wanted = outcome.problems ?? [];
  const rejectedRows = wanted.reduce(
    (sum, { severity, count }) => sum + (severity === 'row' ? count : 0),
    0,
  );
  const asideLines = problems.reduce(
    (sum, { severity, count }) => sum + (severity === 'aside' ? count : 0),
    0,
  );
  if (report.lines) {
    const { total, header, continued } = report.lines;
    expect(total, 'every line of the file').toBe(
      header + report.rowsKept + report.rowsRejected + asideLines + continued,
    );
  }
  const rowsKept = outcome.rowsKept ?? outcome.rows.length;
  expect({
    names: table.columns.map(({ name }) => name),
    kinds: table.columns.map(({ kind }) => kind).join(' '),
    rows,
    problems: problems.sort(byName),
    rowsRead: report.rowsRead,
    rowsKept: report.rowsKept,
    rowsRejected: report.rowsRejected,
    rowCount: table.rowCount,
  }).toEqual({
    names: outcome.names,
    kinds: outcome.kinds,
    rows: outcome.rows,
    problems: [...wanted].sort(byName),
    rowsRead: rowsKept + rejectedRows,
    rowsKept,
    rowsRejected: rejectedRows,
    rowCount: rowsKept,
  });
}

/** The first rows of a table, as they are stored. */
export async function rowsOf(engine: Asked, table: string, limit: number): Promise<Cell[][]> {
  if (limit === 0) return [];
  return (await engine.request('read-rows', { table, offset: 0, limit })).rows;
}

interface Sortable {
  readonly code: string;
  readonly column: string | null;
  readonly lines: readonly number[];
}

function byName(one: Sortable, other: Sortable): number {
  const [left = '', right = ''] = [one, other].map(({ code, column, lines }) =>
    [code, column ?? '', ...lines.map((line) => String(line).padStart(9, '0'))].join(' '),
  );
  return left < right ? -1 : 1;
}

/** The value of a result that must be one. */
export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}
