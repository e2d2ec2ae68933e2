import { beforeAll, describe, expect, it } from 'vitest';
import { manifest } from '#core/assignment/manifest.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Design } from '#core/design/design.ts';
import { noFurtherColumns, usualReading } from '#core/results/analysis.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

/** Points in two levels, and those without points as a level of their own at the end. */
const design: Design = {
  ...deckDesign(),
  eligibility: [],
  attributes: [
    {
      id: 'points',
      name: '포인트',
      variable: { from: 'customers', column: 'points' },
      banding: { kind: 'number', cuts: [100] },
      levelNames: ['낮음', '높음'],
      unknownName: '모름',
      highestFirst: true,
    },
  ],
};
const pointsOf = (row: number) => ['5', '500', ''][row % 3] ?? '';
const levelOf = (row: number) => ['낮음', '높음', '모름'][row % 3] ?? '';
const armOf = (row: number) => (Math.floor(row / 3) % 2 === 0 ? '대조군' : '쿠폰');
const responds = (row: number) => row % 4 === 0;
const rows = Array.from({ length: 60 }, (_, row) => row);

describe('customers of unknown level who are a level of their own', () => {
  let engine: TestEngine;
  const shared = { rules: defaultStageRules, running: [] };
  const source = {
    table: '',
    idColumn: 'customer_id',
    lastPurchaseColumn: null,
    transactions: null,
  };

  beforeAll(async () => {
    engine = openEngine();
    const lines = rows.map((row) => `C${row},${pointsOf(row)}`).join('\n');
    source.table = value(await engine.importText(`customer_id,points\n${lines}\n`)).name;
  });

  it('are counted as the last cell, and not without the level', async () => {
    const quota = await engine.request('count-quota', { ...shared, source, design });
    expect(quota).toMatchObject({ population: [20, 20, 20], unclassified: 0 });
    const without = {
      ...design,
      attributes: design.attributes.map((each) => ({ ...each, unknownName: null })),
    };
    const known = await engine.request('count-quota', { ...shared, source, design: without });
    expect(known).toMatchObject({ population: [20, 20], unclassified: 20 });
  });

  it('are drawn like any other cell, named in the list, and told in the record of the draw', async () => {
    const counts = [[4, 3], [2, 2], [5, 6]]; // prettier-ignore
    const drawing = { experiment: 1, seed: '7', drawnAt: '2017-03-26T00:00:00Z', counts };
    const assignment = value(await engine.request('draw', { ...shared, ...drawing, source, design })); // prettier-ignore
    expect(assignment).toMatchObject({ population: [20, 20, 20], counts });
    const headers = { customer: '고객', cell: '칸', arm: '집단' };
    const csv = await engine.request('assignment-list', { source, design, experiment: 1, columns: ['points'], headers }); // prettier-ignore
    const [, ...lines] = new TextDecoder().decode(csv).trimEnd().split('\r\n');
    expect(lines).toHaveLength(22);
    for (const line of lines) {
      const [customer = '', cell, , points] = line.split(',');
      expect([cell, points]).toEqual([levelOf(Number(customer.slice(1))), pointsOf(Number(customer.slice(1)))]); // prettier-ignore
    }
    expect(lines.filter((line) => line.includes(',모름,'))).toHaveLength(11);
    const record = manifest({
      appVersion: '1',
      experimentName: '봄',
      design,
      assignment,
      freeze: null,
      others: [],
      data: { table: 'customers.csv', idColumn: 'customer_id', rows: 60 },
    });
    expect(record).toMatchObject({
      cells: ['낮음', '높음', '모름'],
      population: [20, 20, 20],
      counts,
    });
    expect(record.design.attributes[0]?.unknownName).toBe('모름');
    expect(record.customersDrawn).toBe(22);
  });

  it('have a cell of their own in the results', async () => {
    const lines = rows
      .map((row) => `C${row},${armOf(row)},${responds(row) ? 'Y' : 'N'}`)
      .join('\n');
    const table = value(await engine.importText(`customer_id,arm,responded\n${lines}\n`)).name;
    const outcome = { kind: 'table', table, customerColumn: 'customer_id', armColumn: 'arm', outcomeColumn: 'responded', moneyColumn: null, ...noFurtherColumns } as const; // prettier-ignore
    const found = value(
      await engine.request('total-experiment', {
        plan: {
          ...usualReading,
          source: outcome,
          strata: { kind: 'cells', design },
          control: '대조군',
        },
        ...{ source, ...shared, armNames: ['대조군', '쿠폰'] },
      }),
    );
    expect(found.leftOut.noStratum).toBe(0);
    expect(found.strata).toHaveLength(3);
    for (const [cell, { totals }] of found.strata.entries())
      expect(totals.map(({ customers, responders }) => [customers, responders])).toEqual(
        ['대조군', '쿠폰'].map((arm) => {
          const here = rows.filter((row) => row % 3 === cell && armOf(row) === arm);
          return [here.length, here.filter(responds).length];
        }),
      );
  });
});
