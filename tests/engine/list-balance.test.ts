import { describe, expect, it } from 'vitest';
import { largestDifference } from '#core/assignment/control-balance.ts';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { Variable } from '#core/customers/variable.ts';
import type { Design } from '#core/design/design.ts';
import { deckDesign } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

const column = (name: string): Variable => ({ from: 'customers', column: name });
const design: Design = {
  ...deckDesign(),
  eligibility: [],
  attributes: [],
  controlFactors: [column('gender'), column('age'), column('joined'), column('agreed')],
};
const [holdout, coupon] = design.arms;
const twoArms: Design = { ...design, arms: holdout && coupon ? [holdout, coupon] : [] };

async function drawnFrom(engine: TestEngine, rows: readonly string[]) {
  const table = value(
    await engine.importText(`customer_id,gender,age,joined,agreed\n${rows.join('\n')}\n`),
  );
  const source = {
    table: table.name,
    idColumn: 'customer_id',
    lastPurchaseColumn: null,
    transactions: null,
  };
  const asked = { source, design: twoArms, rules: defaultStageRules, running: [], experiment: 1 };
  const counts = [[rows.length / 2, rows.length / 2]];
  value(await engine.request('draw', { ...asked, seed: '7', counts, drawnAt: 'now' }));
  return asked;
}

describe('the balance of a drawn list', () => {
  const rows = Array.from({ length: 40 }, (_, row) =>
    [
      `C${row}`,
      row % 5 === 0 ? '' : row % 2 ? 'F' : 'M',
      20 + row,
      `2016-${String(1 + (row % 12)).padStart(2, '0')}-01`,
      row % 3 ? 'Y' : 'N',
    ].join(','),
  );

  it('is that of the rows, by hand', async () => {
    const engine = openEngine();
    const asked = await drawnFrom(engine, rows);
    const balance = await engine.request('balance-list', asked);
    expect(balance).toMatchObject({ customers: 40, absent: 0 });
    expect(balance.factors.map(({ kind }) => kind)).toEqual([
      'category',
      'number',
      'date',
      'category',
    ]);
    const [of] = engine.engine.database.all(
      `SELECT avg(age), avg(gender = 'F'), avg(gender IS NULL), avg(julianday(joined) - 2440587.5)
       FROM carrotlab_assignment AS a JOIN ${asked.source.table} AS c ON c.customer_id = a.customer
       WHERE arm = 1`,
    );
    const [gender, age, joined] = balance.factors;
    expect(age?.lines[0]?.byArm[1]).toBeCloseTo(Number(of?.[0]), 10);
    const share = (kind: string, text?: string) =>
      gender?.lines.find(
        ({ level }) => level?.kind === kind && (text === undefined || ('value' in level && level.value === text)), // prettier-ignore
      )?.byArm[1];
    // In SQL a missing gender is neither in the sum nor in the count.
    const present = 1 - Number(of?.[2]);
    expect(share('value', 'F')).toBeCloseTo(Number(of?.[1]) * present, 10);
    expect(share('missing')).toBeCloseTo(Number(of?.[2]), 10);
    expect(joined?.lines[0]?.byArm[1]).toBeCloseTo(Number(of?.[3]), 6);
    const [none, test] = balance.omnibus;
    expect(none).toBeNull();
    expect(test?.ok && test.value.degreesOfFreedom).toBe(5);
    expect(test?.ok && test.value.pValue > 0.001).toBe(true);
  });

  it('tells an arm that is picked from one that is drawn', async () => {
    const engine = openEngine();
    const asked = await drawnFrom(engine, rows);
    engine.engine.database.run(
      `UPDATE carrotlab_assignment SET arm = (SELECT age >= 40 FROM ${asked.source.table} WHERE customer_id = customer)`,
    );
    const balance = await engine.request('balance-list', asked);
    expect(largestDifference(balance.factors)?.factor).toBe(1);
    const [, test] = balance.omnibus;
    expect(test?.ok && test.value.pValue < 0.001).toBe(true);
  });

  it('counts the customers that the data no longer have', async () => {
    const engine = openEngine();
    const asked = await drawnFrom(engine, rows);
    engine.engine.database.run(`DELETE FROM ${asked.source.table} WHERE customer_id IN ('C1', 'C2')`); // prettier-ignore
    engine.engine.rowsChanged();
    expect(await engine.request('balance-list', asked)).toMatchObject({
      customers: 38,
      absent: 2,
    });
  });

  it('says why there is none', async () => {
    const engine = openEngine();
    const asked = await drawnFrom(engine, rows);
    const without = { ...asked, design: { ...twoArms, controlFactors: [] } };
    const balance = await engine.request('balance-list', without);
    expect(balance.omnibus[1]).toMatchObject({ problem: { code: 'no-control-factors' } });
    expect(balance.factors).toEqual([]);
  });
});
