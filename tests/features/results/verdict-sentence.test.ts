import { afterEach, describe, expect, it } from 'vitest';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import type { AnalysisPlan, ExperimentTotals } from '#core/results/analysis.ts';
import { verdict } from '#core/results/verdict.ts';
import { ArmIdentities } from '#features/results/arm-identity.ts';
import { plainText, verdictSentence } from '#features/results/verdict-sentence.ts';
import { language } from '#text/language.svelte.ts';
import {
  admissions,
  columnsPlan,
  flatPlan,
  plantedByColumns,
} from '../../core/results/planted-experiment.ts';

function lede(totals: ExperimentTotals, plan: AnalysisPlan): { headline: string; detail: string } {
  const analysis = analyseExperiment(totals, plan);
  if (!analysis.ok) throw new Error(analysis.problem.code);
  const { headline, detail } = verdictSentence(verdict(analysis.value), {
    control: plan.control,
    confidenceShare: plan.confidenceShare,
    confidence: '95%',
    identities: new ArmIdentities(totals.arms, plan.control, null),
    language: language.code,
    currency: 'KRW',
  });
  return { headline: plainText(headline), detail: plainText(detail).replaceAll('\u00a0', ' ') };
}

const byDepartment: AnalysisPlan = { ...columnsPlan, control: 'men' };

describe('the verdict in words', () => {
  const before = language.code;
  afterEach(() => {
    language.code = before;
  });

  it('says that it compared within cells and warns where all together would tell something else', () => {
    language.code = 'en';
    const english = lede(admissions, byDepartment);
    expect(english.headline).toMatch(/^Cannot tell yet/);
    expect(english.detail).toContain('Customers were compared within cells.');
    expect(english.detail).toContain('Without cells, K would seem to differ by -14.2 pp');
    language.code = 'ko';
    const korean = lede(admissions, byDepartment);
    expect(korean.detail).toContain('같은 셀의 고객끼리');
    expect(korean.detail).toContain('합치면 K의 차이가 -14.2%p로');
  });

  it('warns of nothing where the cells and the whole agree', () => {
    language.code = 'en';
    const { detail } = lede(plantedByColumns, columnsPlan);
    expect(detail).toContain('Customers were compared within cells.');
    expect(detail).not.toContain('Without cells');
  });

  it('does not speak of cells without strata', () => {
    language.code = 'en';
    expect(lede(plantedByColumns, flatPlan).detail).not.toContain('cells');
  });
});
