import { describe, expect, it } from 'vitest';
import { planAnalysis, recordAssignment, startExperiment } from '#core/history/edit-experiment.ts';
import { columnsRead } from '#core/history/columns-read.ts';
import {
  addConclusion,
  conclusionOf,
  differingParts,
  type ConclusionInputs,
} from '#core/history/conclude.ts';
import { emptyDocument, type ProjectDocument } from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { noFurtherColumns } from '#core/results/analysis.ts';
import { cellsPlan, columnsPlan, plantedByColumns } from '../results/planted-experiment.ts';

const inputs: ConclusionInputs = {
  plan: columnsPlan,
  totals: plantedByColumns,
  plannedSizes: null,
  outcome: null,
  procedures: ['verdict-1'],
  dataFingerprint: 'a'.repeat(32),
  listFingerprints: [],
  concludedAt: '2017-05-02T09:00:00.000Z',
  note: '',
};
const concluded = conclusionOf(inputs);
const started = startExperiment(emptyDocument('Trial'), {
  name: 'Contacts',
  createdAt: '2017-05-01T00:00:00.000Z',
  analysis: columnsPlan,
});

function kept(document: ProjectDocument, from: ConclusionInputs): ProjectDocument {
  const added = addConclusion(document, 1, conclusionOf(from));
  if (!added.ok) throw new Error(added.problem.code);
  return added.value;
}

describe('a concluded result', () => {
  it('has the same fingerprint on any day and with any note', () => {
    const later = conclusionOf({ ...inputs, concludedAt: '2031-01-01T00:00:00.000Z', note: 'x' });
    expect(later.fingerprint).toBe(concluded.fingerprint);
    expect(concluded.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['data', { dataFingerprint: 'b'.repeat(32) }],
    [
      'data',
      { totals: { ...plantedByColumns, leftOut: { ...plantedByColumns.leftOut, notOnList: 1 } } },
    ],
    ['list', { listFingerprints: ['c'.repeat(32)] }],
    ['list', { plannedSizes: [900, 900, 900, 900] }],
    ['plan', { plan: { ...columnsPlan, confidenceShare: 0.9 } }],
    ['procedures', { procedures: ['verdict-2'] }],
  ] as const)('differs in its %s where that alone is another', (part, change) => {
    const other = conclusionOf({ ...inputs, ...change });
    expect(differingParts(concluded, other)).toEqual([part]);
    expect(other.fingerprint).not.toBe(concluded.fingerprint);
  });

  it('has the fingerprint that it had before customers in two arms could be left out', () => {
    const { severalArms, ...plan } = columnsPlan;
    const { inSeveralArms, ...leftOut } = plantedByColumns.leftOut;
    expect([severalArms, inSeveralArms]).toEqual(['count', 0]);
    const before = { ...inputs, plan, totals: { ...plantedByColumns, leftOut } };
    expect(conclusionOf(before as ConclusionInputs).fingerprint).toBe(concluded.fingerprint);
    const now = { ...inputs, plan: { ...columnsPlan, severalArms: 'leave-out' as const } };
    expect(differingParts(concluded, conclusionOf(now))).toEqual(['plan']);
  });

  it('is kept beside those before it and is not kept twice', () => {
    const first = kept(started, inputs);
    const both = kept(first, { ...inputs, procedures: ['verdict-2'], note: 'again' });
    expect(both.experiments[0]?.conclusions).toHaveLength(2);
    // Nothing of the first has changed, not even the object.
    expect(both.experiments[0]?.conclusions[0]).toBe(first.experiments[0]?.conclusions[0]);
    const again = addConclusion(both, 1, conclusionOf({ ...inputs, note: 'another note' }));
    expect(again).toEqual({ ok: false, problem: { code: 'already-concluded', version: 1 } });
    expect(addConclusion(both, 7, concluded)).toMatchObject({ ok: false });
  });

  it('outlives another way of reading and another draw', () => {
    const first = kept(started, inputs);
    const read = planAnalysis(first, 1, { ...columnsPlan, confidenceShare: 0.8 });
    expect(read.experiments[0]?.conclusions).toEqual(first.experiments[0]?.conclusions);
    const drawn = recordAssignment(read, 1, {
      algorithm: 'md5-order-1',
      seed: 's',
      balance: null,
      counts: [[1]],
      population: [1],
      runningExperiments: [],
      listFingerprint: 'd'.repeat(32),
      drawnAt: '2017-05-03T00:00:00.000Z',
      topUps: [],
    });
    expect(drawn.experiments[0]?.conclusions).toEqual(first.experiments[0]?.conclusions);
  });

  it('comes back from a saved project with the same numbers, without any file', () => {
    const saved = readDocument(JSON.stringify(kept(started, inputs)));
    if (!saved.ok) throw new Error(saved.problem.code);
    const [again] = saved.value.experiments[0]?.conclusions ?? [];
    expect(again).toEqual(concluded);
    if (!again) return;
    expect(analyseExperiment(again.totals, again.plan, again.plannedSizes)).toEqual(
      analyseExperiment(plantedByColumns, columnsPlan, null),
    );
  });
});

describe('the columns that a result was read from', () => {
  const customers = {
    table: 'customers',
    idColumn: 'id',
    lastPurchaseColumn: 'last_purchase_date',
    transactions: {
      table: 'orders',
      customerColumn: 'who',
      dateColumn: 'day',
      orderColumn: null,
      amountColumn: 'won',
    },
  };

  it('are those of the file, with the strata of its own', () => {
    expect(columnsRead(columnsPlan, customers)).toEqual([
      {
        table: 'contacts',
        columns: ['arm', 'customer_id', 'dormancy_cell', 'points_cell', 'responded'],
      },
    ]);
  });

  it('are those of the customer list too, where the cells come from there', () => {
    const [, list, ...others] = columnsRead(cellsPlan, customers);
    expect(list).toEqual({
      table: 'customers',
      columns: ['id', 'last_purchase_date', 'points_balance'],
    });
    expect(others).toEqual([]);
    if (cellsPlan.strata.kind !== 'cells') return;
    const { design } = cellsPlan.strata;
    const [first] = design.attributes;
    if (!first) return;
    const counted = { ...first, variable: { from: 'transactions', measure: 'spend' } as const };
    const byOrders = {
      ...cellsPlan,
      strata: { kind: 'cells', design: { ...design, attributes: [counted] } } as const,
    };
    expect(columnsRead(byOrders, customers).at(-1)).toEqual({
      table: 'orders',
      columns: ['day', 'who', 'won'],
    });
  });

  it('are those of every file of a drawn list', () => {
    const file = {
      ...noFurtherColumns,
      table: 'bounces',
      customerColumn: 'cid',
      outcomeColumn: null,
      everyRow: 'bounced',
      moneyColumn: null,
    } as const;
    const plan = {
      ...columnsPlan,
      beforeColumn: 'spent',
      source: {
        ...file,
        table: 'answers',
        kind: 'drawn',
        experiment: 1,
        everyRow: 'responded',
        dateColumn: 'day',
        furtherFiles: [file],
      } as const,
    };
    expect(columnsRead(plan, customers)).toEqual([
      { table: 'answers', columns: ['cid', 'day'] },
      { table: 'bounces', columns: ['cid'] },
      { table: 'customers', columns: ['dormancy_cell', 'id', 'points_cell', 'spent'] },
    ]);
  });
});
