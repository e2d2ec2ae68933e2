import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnalysisPlan, ExperimentTotals } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { exportFiles, rScript } from '#core/results/export/r-script.ts';
import { resultFigures, type ResultFigure } from '#core/results/export/result-figures.ts';
import { totalsHeader, totalsRows } from '#core/results/export/totals-table.ts';
import {
  armTotals,
  columnsPlan,
  flatPlan,
  flatTotals,
  plantedByColumns,
} from '../planted-experiment.ts';

const hasR = spawnSync('Rscript', ['--version']).status === 0;
const withMoney = (plan: AnalysisPlan, part: Partial<AnalysisPlan> = {}): AnalysisPlan => ({
  ...plan,
  ...part,
  source: { ...plan.source, moneyColumn: 'amount' } as AnalysisPlan['source'],
});

function figuresOf(totals: ExperimentTotals, plan: AnalysisPlan): readonly ResultFigure[] {
  const analysis = analyseExperiment(totals, plan);
  if (!analysis.ok) throw new Error(analysis.problem.code);
  return resultFigures(analysis.value, null, totals.leftOut);
}

const field = (value: string | number | null) =>
  value === null
    ? ''
    : typeof value === 'number'
      ? String(value)
      : `"${value.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly (string | number | null)[])[]) =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

/** What the script says in a folder with the exported tables. */
function runR(totals: ExperimentTotals, plan: AnalysisPlan): string {
  const folder = mkdtempSync(join(tmpdir(), 'carrotlab-r-'));
  const figures = figuresOf(totals, plan);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write(
    exportFiles.totals,
    csv([totalsHeader, ...totalsRows(totals, (stratum) => `층 ${stratum}, "x"`)]),
  );
  write(
    exportFiles.results,
    csv([
      ['figure', 'arm', 'against', 'part', 'value', 'problem'],
      ...figures.map(({ figure, arm, against, part, value, problem }) => [
        figure,
        arm,
        against,
        part,
        value,
        problem,
      ]),
    ]),
  );
  write(
    exportFiles.script,
    rScript({
      control: totals.arms.indexOf(plan.control) + 1,
      confidenceShare: plan.confidenceShare,
      multiplicity: plan.multiplicity,
      hasMoney: plan.source.moneyColumn !== null,
    }),
  );
  return execFileSync('Rscript', [exportFiles.script], { cwd: folder, encoding: 'utf8' });
}

describe('the script that makes the numbers anew', () => {
  it('agrees with what R once said of the sample', () => {
    const stored = JSON.parse(readFileSync('tests/oracles/results/sample-in-r.json', 'utf8')) as {
      figure: string;
      arm: number;
      against: number | null;
      value: number;
    }[];
    const figures = figuresOf(plantedByColumns, withMoney(columnsPlan));
    expect(stored.length).toBeGreaterThan(80);
    for (const { figure, arm, against, value } of stored) {
      const own = figures.find(
        (each) => each.figure === figure && each.arm === arm && each.against === against,
      );
      expect(
        Math.abs((own?.value ?? Number.NaN) / value - 1),
        `${figure} ${arm} ${against}`,
      ).toBeLessThan(1e-9);
    }
  });

  const uneven: ExperimentTotals = {
    ...plantedByColumns,
    arms: ['A', '없음', '=cmd("x")'],
    strata: [
      [
        [400, 21],
        [910, 33],
        [120, 9],
      ],
      [
        [80, 1],
        [300, 0],
        [77, 5],
      ],
      [
        [0, 0],
        [50, 3],
        [60, 2],
      ],
    ].map((arms, place) => ({
      key: [String(place)],
      totals: arms.map(([n = 0, hits = 0], arm) => armTotals(n, hits, 700 + 90 * arm)),
      population: null,
    })),
  };
  const unevenPlan = withMoney(columnsPlan, {
    control: '없음',
    strata: { kind: 'columns', columns: ['c'] },
    confidenceShare: 0.9,
  });

  it.runIf(hasR).each(['none', 'bonferroni', 'holm', 'dunnett'] as const)(
    'agrees to nine digits under %s, whatever the sizes and names',
    (multiplicity) => {
      const said = runR(uneven, { ...unevenPlan, multiplicity });
      expect(said).toMatch(/compared \d\d numbers; largest relative difference/);
      expect(said).not.toContain('not among the results');
    },
    30_000,
  );

  it.runIf(hasR)(
    'does without strata, money or responses',
    () => {
      const bare = flatTotals([['CONTROL', 500, 25], ['POINT', 500, 41], ['EMPTY', 0, 0], ['NONE', 40, 0]]); // prettier-ignore
      expect(runR(bare, flatPlan)).toContain('largest relative difference');
      const silent = flatTotals([['CONTROL', 50, 0], ['POINT', 50, 0]]); // prettier-ignore
      expect(runR(silent, flatPlan)).toContain('largest relative difference');
    },
    30_000,
  );

  it('holds nothing of the names of arms', () => {
    const script = rScript({
      control: 2,
      confidenceShare: 0.95,
      multiplicity: 'holm',
      hasMoney: true,
    });
    expect(script).not.toContain('없음');
    expect(script).toMatch(/^control <- 2$/m);
  });
});
