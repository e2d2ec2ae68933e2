import type { AppendedColumns } from '#core/import/append-columns.ts';
import type { DataTable, ImportReport } from '#core/import/column.ts';
import { joinReports } from '#core/import/join-reports.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { Engine, RequestContext } from '../engine.ts';
import type {
  FileToImport,
  ImportPlan,
  ImportRefusal,
  Progress,
  ReadProblem,
} from '../protocol.ts';
import { createDataTable, takeTableName } from '../tables.ts';
import { copyRows, fitsOf, fittedRow } from './append-rows.ts';
import { RowImporter } from './import-rows.ts';
import { ProgressClock } from './progress-clock.ts';
import { yieldToEvents } from './read-bytes.ts';
import { rowBatches } from './row-source.ts';
import { forgetUnpacked } from './sources/unpack-file.ts';
import { problemOf } from './sources/source-problem.ts';
import { TableRows } from './table-rows.ts';

/** So much is read at once: some 50 ms of work, after which a cancellation is heard. */
const sliceBytes = 1 << 18;

/** One of the files, on its way into the table. */
interface Reading extends FileToImport {
  readonly fit: AppendedColumns;
  readonly clock: ProgressClock;
  readonly context: RequestContext<Progress>;
  readonly slice: number;
}

/**
 * Reads a file, and those that follow it, into one new table, inside one transaction: cancelling, a refusal of any of them,
 * a failure or a crash leaves nothing behind. Where rows are appended, the new table begins with those of the old one,
 * which stays as it is. The cost is that of the rows, however many files they come in.
 * What is the header and what is a row: `TableReader`. Which rows and values are kept: `RowImporter`.
 * Refuses: no-rows (nothing but a header), cancelled, duplicate-ids (a customer id comes up again and the rule is 'stop'),
 * no-common-column (not one column has the name of one of the table to append to),
 * password-protected, damaged-file, unpacked-too-large, unreadable-file (the file is gone or may not be read).
 */
export async function importFile(
  engine: Engine,
  { followedBy = [], ...first }: FileToImport & { readonly followedBy?: readonly FileToImport[] },
  context: RequestContext<Progress>,
  slice: number = sliceBytes,
): Promise<Result<DataTable, ImportRefusal>> {
  const { database } = engine;
  const files = [first, ...followedBy];
  const refuseAt = (problem: ReadProblem, { fileName }: FileToImport) =>
    refuse(files.length > 1 ? { ...problem, fileName } : problem);
  const { plan } = first;
  const fits = fitsOf(
    database,
    files.map(({ plan }) => plan),
  );
  if (!fits.ok) {
    const table = plan.into.mode === 'append' ? plan.into.table : '';
    return refuseAt({ code: 'no-common-column', table }, files[fits.problem.file] ?? first);
  }
  const [{ columns }] = fits.value as [AppendedColumns];
  const clock = new ProgressClock(
    files.reduce((sum, { file }) => sum + file.size, 0),
    context,
  );
  const reports: ImportReport[] = [];
  let rows: TableRows | null = null;
  let name: string;
  database.run('BEGIN');
  try {
    name = takeTableName(database);
    createDataTable(database, name, columns);
    rows = new TableRows(database, name, columns, keepsWritten(plan));
    let problem = await beginWith(engine, plan, name, rows, context);
    for (const [place, file] of files.entries()) {
      if (!problem) {
        const fit = fits.value[place] as AppendedColumns;
        rows.beginFile(files.length > 1 ? file.fileName : null);
        const read = await readFile(rows, { ...file, fit, clock, context, slice });
        if (read.ok) reports.push(read.value);
        else problem = read.problem;
      }
      if (problem) {
        rows.close();
        database.rollBack();
        return refuseAt(problem, file);
      }
    }
    rows.end();
  } catch (error) {
    rows?.close();
    database.rollBack();
    throw error;
  } finally {
    forgetUnpacked();
  }
  const { rowCount } = rows;
  rows.close();
  database.run('COMMIT');
  engine.rowsChanged();
  return succeed({
    name,
    label: plan.label,
    role: plan.tableRole,
    columns: rows.columns.map(({ name, kind, role, personal }) => ({ name, kind, role, personal })),
    rowCount,
    report: joinReports(reports),
  });
}

function keepsWritten({ tableRole, columns, duplicates }: ImportPlan): boolean {
  const hasIds = columns.some(({ role }) => role === 'customer-id');
  return tableRole === 'customers' && duplicates === 'keep-last' && hasIds;
}

/** Copies the rows that the table begins with. */
async function beginWith(
  { database }: Engine,
  { into, tableRole }: ImportPlan,
  table: string,
  rows: TableRows,
  context: RequestContext<Progress>,
): Promise<ReadProblem | null> {
  if (into.mode === 'new') return null;
  const count = await copyRows(database, into, table, context);
  if (count === null) return { code: 'cancelled' };
  const id = into.columns.find(({ role }) => role === 'customer-id');
  rows.continueAfter(count, tableRole === 'customers' ? (id?.name ?? null) : null);
  return null;
}

/** Reads one file to its end; refuses what `importFile` refuses. */
async function readFile(
  rows: TableRows,
  reading: Reading,
): Promise<Result<ImportReport, ReadProblem>> {
  const { file, fileName, plan, fit, clock } = reading;
  const start = clock.seconds();
  const importer = new RowImporter(rows, { ...plan, columns: fit.columns });
  let problem = await readInto(importer, rows.file, reading);
  if (!problem) importer.end();
  if (importer.rowsRead === 0) problem ??= { code: 'no-rows' };
  problem ??= importer.stopping;
  if (problem) return refuse(problem);
  return succeed({
    fileName,
    byteCount: file.size,
    source: plan.source,
    rowsRead: importer.rowsRead,
    rowsKept: importer.rowsKept,
    rowsRejected: importer.rowsRejected,
    lines: importer.lines,
    rowsBefore: importer.rowsBefore - importer.rowsReplaced,
    rowsReplaced: importer.rowsReplaced,
    columnsMissing: fit.missing,
    columnsAdded: fit.added,
    seconds: clock.seconds() - start,
    problems: importer.problems.list(),
  });
}

async function readInto(
  importer: RowImporter,
  place: number,
  { file, plan, fit, clock, context, slice }: Reading,
): Promise<ReadProblem | null> {
  const width = plan.columns.length;
  const isAsWritten = fit.places.every((place, at) => place === at);
  const batches = rowBatches(file, plan.source, { width, slice });
  for (;;) {
    let next: Awaited<ReturnType<typeof batches.next>>;
    try {
      next = await batches.next();
    } catch (error) {
      return problemOf(error);
    }
    if (next.done) {
      const { header, lines } = next.value;
      importer.lines = lines;
      if (header && header.brokenLine !== null) {
        importer.problems.add('unclosed-quote', 'kept', null, header.line, header.brokenLine);
      }
      return null;
    }
    const { rows } = next.value;
    importer.take(isAsWritten ? rows : rows.map((row) => fittedRow(row, fit, width)));
    for (const { line, text } of next.value.mixedLines ?? []) {
      importer.problems.add('mixed-encoding', 'kept', null, line, text);
    }
    clock.advance(next.value.byteCount, importer.rowsRead, place);
    await yieldToEvents();
    if (context.isCancelled()) return { code: 'cancelled' };
  }
}
