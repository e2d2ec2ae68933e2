import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import { deckDesign, fromColumn, fromTransactions, sampleSource } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

/** Row-major in banding order: short, mid, long; low, mid, high. */
const deckPopulation = [2690, 1009, 562, 3612, 892, 445, 3211, 790, 501];

describe('the sample project', () => {
  let engine: TestEngine;
  const rules = defaultStageRules;

  beforeAll(async () => {
    engine = openEngine();
    await engine.request('load-sample', {});
  });

  it.each([
    ['last_purchase_date', fromColumn],
    ['the transactions', fromTransactions],
  ])("gives the deck's quota table from %s", async (_name, dormancy) => {
    const quota = await engine.request('count-quota', {
      source: sampleSource,
      design: deckDesign(dormancy),
      rules,
      running: [],
    });
    expect(quota).toEqual({
      customers: 24000,
      relief: null,
      inOtherExperiments: 0,
      rules: [
        { removed: 6000, left: 18_000, removesAlone: 6000, isLost: false },
        { removed: 4288, left: 13_712, removesAlone: 5390, isLost: false },
      ],
      eligible: 13712,
      unclassified: 0,
      population: deckPopulation,
    });
  });

  it('agrees with the SQL of the method', () => {
    const months = `(strftime('%Y','2017-03-26')-strftime('%Y',d))*12 + (strftime('%m','2017-03-26')-strftime('%m',d))
      - (strftime('%d','2017-03-26') < strftime('%d',d))`;
    const rows = engine.engine.database.all(
      `SELECT CASE WHEN m >= 6 THEN 2 WHEN m >= 3 THEN 1 ELSE 0 END AS long,
        CASE WHEN points >= 10000 THEN 2 WHEN points >= 3000 THEN 1 ELSE 0 END AS high, count(*)
       FROM (SELECT ${months} AS m, points FROM (
         SELECT last_purchase_date AS d, points_balance AS points, region FROM data_1)
         WHERE region IN ('서울', '경기')) WHERE m >= 1 GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(rows.map(([, , count]) => count)).toEqual(deckPopulation);
  });

  it('shows stages, dormancy and the concentration of sales', async () => {
    const summary = await engine.request('summarise-customers', {
      source: sampleSource,
      asOf: '2017-03-26',
      rules,
    });
    expect(summary.customers).toBe(24000);
    expect(summary.buyers).toBe(22800);
    expect(summary.stages.prospect).toBe(1200);
    const staged = Object.values(summary.stages).map(Number);
    expect(staged.reduce((sum, count) => sum + count, 0)).toBe(24000);
    expect(summary.salesShareOfTop?.[19]).toBeCloseTo(0.634, 3);
    expect(summary.salesShareOfTop?.[99]).toBeCloseTo(1, 12);
  });

  it('says what one must have spent to be among the top fifth of the buyers', async () => {
    const { leastSpendOfTop } = await engine.request('summarise-customers', {
      source: sampleSource,
      asOf: '2017-03-26',
      rules,
    });
    const [[top, all] = []] = engine.engine.database.all(
      `SELECT sum(spend >= ${leastSpendOfTop?.[19]}), count(*) FROM (
        SELECT sum(amount) AS spend FROM data_2 GROUP BY customer_id HAVING spend > 0)`,
    );
    expect(Number(top) / Number(all)).toBeCloseTo(0.2, 3);
  });

  it('draws the same list from any order of the rows', async () => {
    const params = {
      source: sampleSource,
      design: deckDesign(),
      rules,
      running: [],
      experiment: 1,
      seed: 'carrot',
      counts: deckPopulation.map(() => [100, 100]),
      drawnAt: '2026-11-22T00:00:00Z',
    };
    const drawn = value(await engine.request('draw', params));
    expect(drawn.population).toEqual(deckPopulation);
    engine.engine.database.run('CREATE TABLE data_90 AS SELECT * FROM data_1 ORDER BY random()');
    const shuffled = value(
      await engine.request('draw', {
        ...params,
        experiment: 2,
        source: { ...sampleSource, table: 'data_90' },
      }),
    );
    engine.engine.database.run('DROP TABLE data_90');
    expect(shuffled.listFingerprint).toBe(drawn.listFingerprint);
  });
});
