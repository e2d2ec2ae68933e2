import { describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import type { AnalysisPlan } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { readStrataWarnings } from '#core/results/simpson-reading.ts';
import { refuse } from '#core/result.ts';
import { trustOf } from '#core/results/trust/trust-of.ts';
import { verdict } from '#core/results/verdict.ts';
import {
  practiceNames,
  practicePlan,
  type PracticeName,
} from '#core/simulate/practice/practice-plan.ts';
import oracle from '../oracles/results/practice.json' with { type: 'json' };
import { openEngine, value } from './open-engine.ts';

/** As near as R and ours are to be. */
const digits = 9;

/** A practice campaign as the results screen reads it. */
async function read(name: PracticeName) {
  const engine = openEngine();
  await engine.request('start-empty', {});
  const { name: table } = await engine.request('add-practice', { name });
  const plan = practicePlan(name, table);
  const asked = { plan, source: null, rules: defaultStageRules, running: [], armNames: [] };
  const totals = value(await engine.request('total-experiment', asked));
  const detail = await engine.request('detail-experiment', asked);
  const analysis = value(analyseExperiment(totals, plan));
  const inputs = { plan, totals, analysis, detail: detail.ok ? detail.value : null };
  return {
    plan,
    totals,
    analysis,
    trust: trustOf({ ...inputs, plannedCells: null, unevenWaves: null }),
  };
}

const graveCodes = ({ alarms }: ReturnType<typeof trustOf>) =>
  alarms.filter(({ severity }) => severity !== 'note').map(({ code }) => code);

describe('a practice campaign', () => {
  it('of Simpson is decided within the bands, against what all together say', async () => {
    const { plan, totals, analysis, trust } = await read('simpson');
    const [dm] = analysis.comparisons;
    const pooled = dm && value(dm.response);
    const deciding = dm && value(dm.deciding);
    expect(pooled?.difference).toBeCloseTo(oracle.simpson.pooledDifference, digits);
    expect(deciding?.basis).toBe('within-strata');
    expect(deciding?.difference).toBeGreaterThan(0);
    const within = dm?.stratified && value(dm.stratified.cochranMantelHaenszel);
    expect(within?.pValue).toBeCloseTo(oracle.simpson.withinPValue, digits);
    expect(within?.oddsRatio).toBeCloseTo(oracle.simpson.oddsRatio, digits);
    expect(readStrataWarnings(totals, plan)).toMatchObject([
      { arm: 'DM', check: { finding: 'reversed' } },
    ]);
    expect(verdict(analysis).code).toBe('winner');
    expect(graveCodes(trust)).toEqual([]);
  });

  it('of an uneven split is a doubt all together and stops at the band where customers are missing', async () => {
    const { analysis, trust } = await read('uneven-split');
    const { statistic, pValue } = value(analysis.sampleRatio);
    expect(statistic).toBeCloseTo(oracle.unevenSplit.statistic, digits);
    expect(pValue).toBeCloseTo(oracle.unevenSplit.pValue, digits);
    expect(trust.alarms).toMatchObject([
      { code: 'split-broken-in-cell', severity: 'stop', facts: { cellsAffected: 1 } },
      { code: 'split-uneven', severity: 'doubt' },
    ]);
  });

  it('that is contaminated names its 12 customers', async () => {
    const { trust } = await read('contaminated');
    expect(trust.alarms).toMatchObject([
      { code: 'in-several-arms', severity: 'doubt', facts: { customers: 12 } },
      { code: 'repeated-customers', facts: { customers: 12 } },
    ]);
  });

  it('whose window is open says how far it reaches', async () => {
    const { trust } = await read('open-window');
    expect(graveCodes(trust)).toEqual(['window-open']);
    expect(trust.alarms[0]?.facts).toMatchObject({ to: '2017-04-16' });
  });

  it('of one message in two arms cannot tell, and raises nothing', async () => {
    const { analysis, trust } = await read('same-messages');
    const [other] = analysis.comparisons;
    const { pValue } = value(other?.pooled ?? refuse({ code: 'no-comparison' }));
    expect(pValue).toBeCloseTo(oracle.sameMessages.pValue, digits);
    expect(verdict(analysis).code).toBe('cannot-tell');
    expect(trust.alarms).toEqual([]);
  });

  it.each(practiceNames)('%s is downloaded as it is read', async (name) => {
    const engine = openEngine();
    await engine.request('start-empty', {});
    const bytes = await engine.request('practice-file', { name });
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const added = await engine.request('add-practice', { name });
    const imported = value(await engine.importText(bytes, { duplicates: 'keep-all' }));
    expect(imported.rowCount).toBe(added.rowCount);
    const asked = (table: string): { plan: AnalysisPlan } => ({ plan: practicePlan(name, table) });
    const rest = { source: null, rules: defaultStageRules, running: [], armNames: [] };
    const [one, other] = await Promise.all(
      [added.name, imported.name].map((table) =>
        engine.request('total-experiment', { ...asked(table), ...rest }),
      ),
    );
    expect(one && value(one)).toEqual(other && value(other));
  });
});
