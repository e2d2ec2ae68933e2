import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import { noFurtherColumns, usualReading, type AnalysisPlan } from '#core/results/analysis.ts';
import type { OutcomeDetail } from '#core/results/outcome-detail.ts';
import { checkThreeArms, type ThreeArms } from '../core/results/check-three-arms.ts';
import { expectClose, oracle } from '../core/stats/oracle.ts';
import { openEngine, value } from './open-engine.ts';

const path = process.env.CARROTLAB_HILLSTROM;

interface RealExperiment {
  readonly margin: number;
  readonly capShare: number;
  readonly values: ThreeArms;
}

/** The arms in the order of the values. */
function inOrder(detail: OutcomeDetail, arms: readonly string[]): OutcomeDetail {
  const places = arms.map((arm) => detail.arms.indexOf(arm));
  return {
    ...detail,
    arms,
    strata: detail.strata.map(({ key, arms: measures }) => ({
      key,
      arms: places.flatMap((place) => measures[place] ?? []),
    })),
  };
}

describe.skipIf(path === undefined)('the public e-mail experiment with three arms', () => {
  it('has from its file every figure that R computes, by every rule', async () => {
    const { margin, capShare, values } = oracle<RealExperiment>('results/hillstrom');
    const engine = openEngine();
    const text = readFileSync(path ?? '', 'utf8');
    const { name } = value(await engine.importText(text, { tableRole: 'other' }));
    const plan: AnalysisPlan = {
      ...usualReading,
      source: {
        kind: 'table',
        table: name,
        customerColumn: null,
        armColumn: 'segment',
        outcomeColumn: 'visit',
        moneyColumn: 'spend',
        ...noFurtherColumns,
        purchaseColumn: 'conversion',
        ordersColumn: 'conversion',
      },
      control: 'No E-Mail',
      strata: { kind: 'columns', columns: ['zip_code', 'channel'] },
      moneyCapShare: capShare,
      beforeColumn: 'history',
      margin,
    };
    const request = { plan, source: null, rules: defaultStageRules, running: [], armNames: [] };
    const detail = value(await engine.request('detail-experiment', request));
    expect(detail.strata).toHaveLength(9);
    expectClose(detail.moneyCap?.value ?? NaN, values.cap, 1e-12, 'cap');
    const above = values.arms.map((arm) => detail.moneyCap?.customersAbove[detail.arms.indexOf(arm)]); // prettier-ignore
    expect(above).toEqual(values.above);
    checkThreeArms(inOrder(detail, values.arms), values, margin);
  });
});
