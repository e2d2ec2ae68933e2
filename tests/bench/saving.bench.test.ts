import { carrotArm, holdoutArm } from '#core/design/arm.ts';
import { emptyBrief } from '#core/design/brief.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { CustomerSource } from '#core/customers/variable.ts';
import type { Design } from '#core/design/design.ts';
import { undecided } from '#core/design/undecided.ts';
import type { Result } from '#core/result.ts';
import { EngineClient } from '#engine/client.ts';
import { chooseFileStore } from '#engine/storage/open-file-store.ts';
import { eraseProject, readRecords } from '#engine/storage/project-store.ts';
import { ProjectWriter } from '#engine/storage/project-writer.ts';
import type { SavedRows } from '#engine/storage/row-image.ts';
import { defaultFormat } from '#core/import/column-format.ts';
import { customerColumns, customerFile } from './customer-file.ts';
import { Stopwatch } from './stopwatch.ts';

const rowCount = 1_000_000;
const projectId = 'bench-saving';

const source: CustomerSource = {
  table: 'data_1',
  idColumn: 'customer_id',
  lastPurchaseColumn: 'last_purchase_date',
  transactions: null,
};

/** One attribute of two levels and two arms: a list of 4,000 customers. */
const design: Design = {
  brief: emptyBrief,
  asOf: '2017-03-26',
  controlFactors: [],
  eligibility: [],
  attributes: [
    {
      id: 'points',
      name: 'points',
      variable: { from: 'customers', column: 'points_balance' },
      banding: { kind: 'number', cuts: [15_000] },
      levelNames: ['low', 'high'],
      unknownName: null,
      highestFirst: true,
    },
  ],
  arms: [holdoutArm('holdout', 'holdout'), carrotArm('coupon', 'coupon', 'tm', 1000)],
  channels: [{ id: 'tm', name: '', kind: 'tm', costPerContact: 20, reachShare: 1 }],
  allocation: { kind: 'equal', perCellAndArm: 1000 },
  ...undecided,
  power: { baselineShare: 0.1, lift: 0.05, alpha: 0.05 },
};

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** What each save costs, in seconds and in bytes that go to the disk. Counts are asserted, times are printed. */
describe('saving a project with a million customers', () => {
  const client = new EngineClient();
  const watch = new Stopwatch();
  const bytes = new Map<string, number>();

  afterAll(async () => {
    client.close();
    await eraseProject(await chooseFileStore(), projectId);
  });

  async function importFile(rows: number): Promise<string> {
    const file = customerFile(rows);
    const { source: plan } = value(
      await client.request('preview-file', { file, fileName: 'customers.csv', chosen: {} }),
    );
    const table = await client.request('import-file', {
      file,
      fileName: 'customers.csv',
      plan: {
        label: 'customers',
        tableRole: 'customers',
        source: plan,
        columns: customerColumns.map((column) => ({ ...column, format: defaultFormat })),
        duplicates: 'keep-first',
        blankIds: 'reject',
        today: '2026-11-25',
        into: { mode: 'new' },
      },
    });
    return value(table).name;
  }

  it('writes what changed', async () => {
    const files = await chooseFileStore();
    await eraseProject(files, projectId);
    const writer = new ProjectWriter(files, projectId, [], Date.now());
    let rows: SavedRows | null = null;
    const saveRows = async (step: string) => {
      const place = {
        storage: files.kind,
        projectId,
        fileName: writer.nextRowsName(),
        saved: rows,
      };
      const saved = value(await watch.measure(step, () => client.request('save-rows', place)));
      rows = saved.rows;
      bytes.set(step, saved.bytesWritten);
    };
    const saveDocument = async (step: string) => {
      const documentText = 'x'.repeat(30_000);
      const updatedAt = new Date().toISOString();
      const record = { name: step, isSample: false, updatedAt, rowCount, rows, documentText };
      value(await watch.measure(step, () => writer.write(record)));
      bytes.set(step, documentText.length);
    };

    await importFile(rowCount);
    await saveRows('first save of the rows');
    await saveDocument('first edit of the document');
    const counts = [
      [1000, 1000],
      [1000, 1000],
    ];
    for (const seed of ['first draw', 'second draw']) {
      const drawing = { experiment: 1, seed, counts, drawnAt: '2017-03-26T00:00:00Z' };
      value(
        await client.request('draw', {
          source,
          design,
          rules: defaultStageRules,
          running: [],
          ...drawing,
        }),
      );
      await saveRows(`save after the ${seed}`);
    }
    await importFile(100_000);
    await saveRows('save after a second file of 100,000 rows');
    await saveRows('save where nothing changed');
    for (let edit = 1; edit <= 5; edit++) await saveDocument(`edit ${edit} of the document`);

    const [newest] = await readRecords(files, projectId);
    const saved = newest?.record.rows as SavedRows;
    const opened = await watch.measure('reopen', () =>
      client.request('open-saved', { storage: files.kind, projectId, rows: saved, keep: null }),
    );
    expect(value(opened).tables).toEqual(['data_1', 'data_2']);
    const whole = bytes.get('first save of the rows') ?? 0;
    expect(bytes.get('save after the first draw')).toBeLessThan(whole / 100);
    expect(bytes.get('save after a second file of 100,000 rows')).toBeLessThan(whole / 8);
    expect(bytes.get('save where nothing changed')).toBe(0);

    const lines = watch.laps.map(({ step, seconds, longestGap }) =>
      [
        step.padEnd(44),
        `${(1000 * seconds).toFixed(0)} ms`.padStart(9),
        `${((bytes.get(step) ?? 0) / 1e6).toFixed(2)} MB`.padStart(11),
        `page gap ${longestGap.toFixed(0)} ms`.padStart(16),
      ].join(''),
    );
    console.log(`\n${lines.join('\n')}\n`);
  });
});
