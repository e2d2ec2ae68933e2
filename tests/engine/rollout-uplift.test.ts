import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import { noFurtherColumns, usualReading, type AnalysisPlan } from '#core/results/analysis.ts';
import type { Params } from '#engine/protocol.ts';
import { deckDesign, sampleSource } from './deck-design.ts';
import { openEngine, value, type TestEngine } from './open-engine.ts';

describe('whom a carrot of the sample moves', () => {
  let engine: TestEngine;
  let asked: Params<'find-uplift'>;

  beforeAll(async () => {
    engine = openEngine();
    const { tables } = await engine.request('load-sample', {});
    const plan: AnalysisPlan = {
      ...usualReading,
      source: {
        kind: 'table',
        table: tables.find(({ role }) => role === 'experiment')?.name ?? '',
        customerColumn: 'customer_id',
        armColumn: 'arm',
        outcomeColumn: 'responded',
        moneyColumn: 'amount',
        ...noFurtherColumns,
      },
      control: 'CONTROL',
      strata: { kind: 'cells', design: deckDesign() },
    };
    asked = {
      plan,
      source: sampleSource,
      rules: defaultStageRules,
      running: [],
      armNames: [],
      arm: 'POINT',
      outcome: 'response',
      seed: 'carrotlab',
    };
  });

  it('is told by the cells and by a model of their levels: points move those who have many', async () => {
    const found = value(await engine.request('find-uplift', asked));
    expect([found.treated, found.control]).toEqual([900, 900]);
    expect(found.effect).toBeCloseTo((94 - 25) / 900, 12);
    for (const { readings } of found.rankings)
      for (const { interval, curve } of readings) {
        expect(interval.low).toBeGreaterThan(0);
        expect(curve.value.at(-1)).toBeCloseTo(found.effect, 12);
      }
  });

  it('is asked of money as well, and refused where only counts are known', async () => {
    const money = value(await engine.request('find-uplift', { ...asked, outcome: 'money' }));
    expect(money.effect).toBeCloseTo((2_550_700 - 861_700) / 900, 6);
    const { source } = asked.plan;
    const counts = {
      kind: 'aggregated' as const,
      table: source.table,
      customerColumn: null,
      armColumn: 'arm',
      customersColumn: 'n',
      outcomeColumn: 'responded',
      moneyColumn: null,
      moneySquaresColumn: null,
    };
    const refused = await engine.request('find-uplift', { ...asked, plan: { ...asked.plan, source: counts } }); // prettier-ignore
    expect(refused).toMatchObject({ ok: false, problem: { code: 'no-customers' } });
  });
});
