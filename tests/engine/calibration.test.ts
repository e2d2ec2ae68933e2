import { beforeAll, describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import { createGenerator } from '#core/random/generator.ts';
import { noFurtherColumns, usualReading, type Strata } from '#core/results/analysis.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import type { ExperimentAnalysis } from '#core/results/reading.ts';
import { verdict } from '#core/results/verdict.ts';
import { binomialQuantile } from '#core/stats/distributions/binomial-distribution.ts';
import oracle from '../oracles/results/calibration.json' with { type: 'json' };
import { openEngine, value, type TestEngine } from './open-engine.ts';

/*
 * Covered: the whole way of a finished experiment of one carrot and a control in two strata, from the text of its file to
 * the verdict, read within the strata and all together. Each of 2,000 files is written, imported, counted by SQLite's
 * table and analysed by itself; only the preview of the columns is made once, for all have the same ones. Not covered:
 * money, several carrots, strata of different sizes, and shares so low that exact tests are wanted.
 */

const experiments = 1_000;
const strata: Strata = { kind: 'columns', columns: ['band'] };

/** A file with a row per customer, everybody responding or not by chance. */
function fileOf(lift: number, seed: string): string {
  const generator = createGenerator(seed);
  const lines = ['customer_id,band,arm,responded'];
  for (const [band, share] of oracle.controlShares.entries())
    for (const [arm, chance] of [
      ['CONTROL', share],
      ['CARROT', share + lift],
    ] as const)
      // prettier-ignore
      for (let customer = 0; customer < oracle.size; customer++)
        lines.push(`C${lines.length},B${band},${arm},${generator.nextShare() < chance ? 'Y' : 'N'}`);
  return lines.join('\n');
}

/** What came of reading many experiments one way. */
interface Tally {
  higher: number;
  lower: number;
  covers: number;
}

interface Readings {
  /** By the verdict of the experiment, which goes by the strata, and its interval. */
  readonly withinStrata: Tally;
  /** The same without strata. */
  readonly allTogether: Tally;
}

async function readMany(lift: number): Promise<Readings> {
  const engine = openEngine();
  const found = { withinStrata: none(), allTogether: none() };
  const plan = value(await engine.preview(new Blob([fileOf(lift, 'preview')])));
  const columns = plan.columns.map(({ name, kind, role, personal, format }) => ({ name, kind, role, personal, format })); // prettier-ignore
  for (let number = 0; number < experiments; number++) {
    await engine.request('start-empty', {});
    const { name: table } = value(
      await engine.request('import-file', {
        file: new Blob([fileOf(lift, `calibration ${lift} ${number}`)]),
        fileName: 'experiment.csv',
        plan: {
          label: 'experiment.csv',
          tableRole: 'experiment',
          source: plan.source,
          columns,
          duplicates: 'keep-first',
          blankIds: 'reject',
          today: '2026-11-25',
          into: { mode: 'new' },
        },
      }),
    );
    tally(found.withinStrata, await read(engine, table, strata), lift);
    tally(found.allTogether, await read(engine, table, { kind: 'none' }), lift);
  }
  return found;
}

function none(): Tally {
  return { higher: 0, lower: 0, covers: 0 };
}

async function read(engine: TestEngine, table: string, by: Strata): Promise<ExperimentAnalysis> {
  const plan = {
    ...usualReading,
    source: {
      kind: 'table',
      table,
      customerColumn: 'customer_id',
      armColumn: 'arm',
      outcomeColumn: 'responded',
      moneyColumn: null,
      ...noFurtherColumns,
    },
    control: 'CONTROL',
    strata: by,
  } as const;
  const totals = await engine.request('total-experiment', {
    plan,
    source: null,
    rules: defaultStageRules,
    running: [],
    armNames: [],
  });
  return value(analyseExperiment(value(totals), plan));
}

function tally(found: Tally, analysis: ExperimentAnalysis, lift: number): void {
  const { code } = verdict(analysis);
  if (code === 'winner') found.higher++;
  else if (code === 'harmful') found.lower++;
  else expect(code).toBe('cannot-tell');
  const [carrot] = analysis.comparisons;
  if (!carrot) throw new Error('The carrot was not compared.');
  const { interval } = value(carrot.deciding);
  if (interval.low <= lift && lift <= interval.high) found.covers++;
}

/** The numbers that lie within 99.9 % of a binomial distribution, half of the rest on either side. */
function boundsOf(share: number): readonly [number, number] {
  const at = (lower: number) => binomialQuantile(lower, { trials: experiments, share });
  return [at(0.000_5), at(0.999_5)];
}

function expectWithin(count: number, exact: number): void {
  const [least, most] = boundsOf(exact);
  expect(count).toBeGreaterThanOrEqual(least);
  expect(count).toBeLessThanOrEqual(most);
}

describe('2,000 experiments from their files to the verdict', () => {
  let same: Readings;
  let better: Readings;
  beforeAll(async () => {
    same = await readMany(0);
    better = await readMany(oracle.lift);
  });

  describe.each(['withinStrata', 'allTogether'] as const)('read %s', (way) => {
    const exact = oracle[way];

    it('raise a false alarm in about 5 % of A/A experiments, to either side alike', () => {
      const { higher, lower } = same[way];
      expectWithin(higher + lower, 0.05);
      expectWithin(higher + lower, exact.same.higher + exact.same.lower);
      expectWithin(higher, exact.same.higher);
      expectWithin(lower, exact.same.lower);
    });

    it('hold the true difference in 95 % of their intervals, with an effect and without', () => {
      for (const [{ covers }, { covers: share }] of [
        [same[way], exact.same],
        [better[way], exact.better],
      ] as const) {
        // prettier-ignore
        expectWithin(covers, 0.95);
        expectWithin(covers, share);
      }
    });

    it('find an effect as often as the counts over all outcomes say', () => {
      expectWithin(better[way].higher, exact.better.higher);
      // Hardly ever the wrong way round: 3 in a million.
      expectWithin(better[way].lower, exact.better.lower);
    });
  });
});
