import { afterEach, describe, expect, it } from 'vitest';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import type { AnalysisPlan, ExperimentTotals } from '#core/results/analysis.ts';
import { judgeView } from '#features/results/conclusions/stored-view.ts';
import { htmlReport } from '#features/results/report/html-report.ts';
import { makeReport } from '#features/results/report/report.ts';
import { reportTables } from '#features/results/report/report-tables.ts';
import { resultFile } from '#features/results/report/result-files.ts';
import { ResultsView } from '#features/results/results-view.ts';
import { language } from '#text/language.svelte.ts';
import { columnsPlan, plantedByColumns } from '../../core/results/planted-experiment.ts';

const hostile = '</td><script>alert(1)</script>"\'><img src=x onerror=alert(2)>&lt;';
const money = { ...columnsPlan, source: { ...columnsPlan.source, moneyColumn: 'amount' } } as AnalysisPlan; // prettier-ignore
const hostileTotals: ExperimentTotals = {
  ...plantedByColumns,
  arms: ['CONTROL', hostile, '=HYPERLINK("x")', 'POINT'],
  strata: plantedByColumns.strata.map((each) => ({ ...each, key: [`${hostile}${each.key[0]}`, each.key[1] ?? ''] })), // prettier-ignore
};

function viewOf(totals: ExperimentTotals, plan: AnalysisPlan): ResultsView {
  const analysis = analyseExperiment(totals, plan);
  if (!analysis.ok) throw new Error(analysis.problem.code);
  const reading = { experiment: 1, plan, totals, analysis: analysis.value, detail: null };
  return new ResultsView(reading, null);
}

function reportOf(view: ResultsView, stop = false) {
  return makeReport({
    judged: judgeView(view, stop ? [{ code: 'split-broken', severity: 'stop' }] : []),
    name: hostile,
    concluded: { version: 2, at: '2017-05-02T00:00:00.000Z', fingerprint: 'f'.repeat(32) },
    sql: `SELECT '${hostile}'`,
  });
}

describe.each(['ko', 'en'] as const)('the report of a result (%s)', (code) => {
  const before = language.code;
  afterEach(() => {
    language.code = before;
  });

  it('is one file that runs nothing and loads nothing, whatever names stand in it', () => {
    language.code = code;
    const view = viewOf(hostileTotals, money);
    const report = reportOf(view);
    const html = htmlReport(report, reportTables(view, report), '2017-05-02');
    const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
    expect(tags.length).toBeGreaterThan(200);
    for (const tag of tags)
      expect(tag).not.toMatch(/^<(script|img|iframe|link|object|a)\b|\b(src|href|on\w+)=/i);
    expect(html).not.toMatch(/url\(|@import/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain(`<html lang="${code}">`);
    // Every tag that is opened is closed: no name broke out of its place.
    for (const tag of ['td', 'th', 'tr', 'table', 'section', 'li', 'p', 'svg', 'text', 'dd'])
      expect(html.split(new RegExp(`<${tag}[ >]`)).length, tag).toBe(
        html.split(`</${tag}>`).length,
      );
  });

  it('tells money before doubt, every question, the next step and the fingerprint', () => {
    language.code = code;
    const view = viewOf(plantedByColumns, money);
    const report = reportOf(view);
    const html = htmlReport(report, reportTables(view, report), '2017-05-02');
    expect(report.money).toHaveLength(3);
    expect(report.lines).toHaveLength(7);
    expect(html.indexOf(report.money[0] ?? '?')).toBeLessThan(html.indexOf(report.doubt[0] ?? '?'));
    for (const text of [report.headline, report.next, 'f'.repeat(32), report.provenance])
      expect(html).toContain(text);
    expect(html).not.toMatch(/undefined|NaN|\[object|⟦/);
  });

  it('gives no money, no chart and no answer while an alarm says stop', () => {
    language.code = code;
    const view = viewOf(plantedByColumns, money);
    const report = reportOf(view, true);
    expect(report.alarm).not.toBeNull();
    expect([report.money, report.chart, report.lines]).toEqual([[], [], []]);
    const html = htmlReport(report, reportTables(view, report), '2017-05-02');
    // Neither the verdict nor its details are told, and the analyst's tables hold no answers.
    expect(report.detail).toBe('');
    expect(report.headline).not.toMatch(/POINT/);
    expect(html.indexOf(report.alarm ?? '?')).toBeGreaterThan(0);
  });
});

describe('the files of a result', () => {
  const view = viewOf(hostileTotals, money);
  const inputs = { view, answers: reportOf(view).answers, name: 'Trial', fingerprint: null };

  it('are at full precision and guard names against spreadsheets', () => {
    const csv = resultFile('results', inputs);
    expect(csv).toContain('difference,4,1,,0.07666666666666666');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    const json = JSON.parse(resultFile('json', inputs)) as {
      figures: { figure: string; arm: number; value: number }[];
      answers: unknown[];
      totals: ExperimentTotals;
    };
    expect(json.totals).toEqual(hostileTotals);
    expect(json.answers).toHaveLength(7);
    expect(json.figures.find(({ figure, arm }) => figure === 'difference' && arm === 4)?.value).toBe(0.07666666666666666); // prettier-ignore
  });

  it('have a row per stratum and arm in the totals', () => {
    expect(resultFile('totals', inputs).trim().split('\r\n')).toHaveLength(1 + 9 * 4);
    expect(resultFile('script', inputs)).toContain('control <- 1');
  });
});
