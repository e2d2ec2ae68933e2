import type { DataTable } from '#core/import/column.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { Engine, RequestContext } from '../engine.ts';
import type { ImportPlan, ReadProblem } from '../protocol.ts';
import { createDataTable, takeTableName } from '../tables.ts';
import { beginningOf, copyRows, fittedRow, type Beginning } from './append-rows.ts';
import { RowImporter } from './import-rows.ts';
import { ProgressClock } from './progress-clock.ts';
import { yieldToEvents } from './read-bytes.ts';
import { rowBatches } from './row-source.ts';
import { forgetUnpacked } from './sources/unpack-file.ts';
import { problemOf } from './sources/source-problem.ts';

/** So much is read at once: some 50 ms of work, after which a cancellation is heard. */
const sliceBytes = 1 << 18;

interface FileToImport {
  readonly file: Blob;
  readonly fileName: string;
  readonly plan: ImportPlan;
}

/**
 * Reads a whole file into a new table, inside one transaction: cancelling, a refusal, a failure or a crash leaves nothing
 * behind. Where rows are appended, the new table begins with those of the old one, which stays as it is.
 * What is the header and what is a row: `TableReader`. Which rows and values are kept: `RowImporter`.
 * Refuses: no-rows (nothing but a header), cancelled, duplicate-ids (a customer id comes up again and the rule is 'stop'),
 * no-common-column (not one column has the name of one of the table to append to),
 * password-protected, damaged-file, unpacked-too-large, unreadable-file (the file is gone or may not be read).
 */
export async function importFile(
  engine: Engine,
  { file, fileName, plan }: FileToImport,
  context: RequestContext,
  slice: number = sliceBytes,
): Promise<Result<DataTable, ReadProblem>> {
  const { database } = engine;
  const found = beginningOf(database, plan);
  if (!found.ok) return found;
  const beginning = found.value;
  const columns = beginning?.fit.columns ?? plan.columns;
  const clock = new ProgressClock(file.size, context);
  let importer: RowImporter | null = null;
  let problem: ReadProblem | null;
  let name: string;
  database.run('BEGIN');
  try {
    name = takeTableName(database);
    createDataTable(database, name, columns);
    importer = new RowImporter(database, name, { ...plan, columns });
    problem = await beginWith(engine, beginning, name, importer, context);
    problem ??= await readInto(importer, file, plan, beginning, context, clock, slice);
    if (!problem) importer.end();
    if (importer.rowsRead === 0) problem ??= { code: 'no-rows' };
    problem ??= importer.stopping;
  } catch (error) {
    importer?.close();
    forgetUnpacked();
    database.rollBack();
    throw error;
  }
  importer.close();
  forgetUnpacked();
  if (problem) {
    database.rollBack();
    return refuse(problem);
  }
  database.run('COMMIT');
  engine.rowsChanged();
  const rowsBefore = importer.rowsBefore - importer.rowsReplaced;
  return succeed({
    name,
    label: plan.label,
    role: plan.tableRole,
    columns: importer.columns.map(({ name, kind, role, personal }) => ({
      name,
      kind,
      role,
      personal,
    })),
    rowCount: rowsBefore + importer.rowsKept,
    report: {
      fileName,
      byteCount: file.size,
      source: plan.source,
      rowsRead: importer.rowsRead,
      rowsKept: importer.rowsKept,
      rowsRejected: importer.rowsRejected,
      lines: importer.lines,
      rowsBefore,
      rowsReplaced: importer.rowsReplaced,
      columnsMissing: beginning?.fit.missing ?? [],
      columnsAdded: beginning?.fit.added ?? [],
      seconds: clock.seconds(),
      problems: importer.problems.list(),
    },
  });
}

/** Copies the rows that the table begins with. */
async function beginWith(
  { database }: Engine,
  beginning: Beginning | null,
  table: string,
  importer: RowImporter,
  context: RequestContext,
): Promise<ReadProblem | null> {
  if (!beginning) return null;
  const { columns, added } = beginning.fit;
  const own = columns.slice(0, columns.length - added.length);
  const rows = await copyRows(database, { table: beginning.table, columns: own }, table, context);
  if (rows === null) return { code: 'cancelled' };
  importer.continueAfter(rows);
  return null;
}

async function readInto(
  importer: RowImporter,
  file: Blob,
  plan: ImportPlan,
  beginning: Beginning | null,
  context: RequestContext,
  clock: ProgressClock,
  slice: number,
): Promise<ReadProblem | null> {
  const width = plan.columns.length;
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
    importer.take(beginning ? rows.map((row) => fittedRow(row, beginning.fit, width)) : rows);
    for (const { line, text } of next.value.mixedLines ?? []) {
      importer.problems.add('mixed-encoding', 'kept', null, line, text);
    }
    clock.advance(next.value.byteCount, importer.rowsRead);
    await yieldToEvents();
    if (context.isCancelled()) return { code: 'cancelled' };
  }
}
