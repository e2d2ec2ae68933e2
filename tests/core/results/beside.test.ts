import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysisPlan } from '#core/results/analysis.ts';
import { readBeside, type BesideCarrot } from '#core/results/beside.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import { responseDays } from '#core/results/response-days.ts';
import { boschlooTest } from '#core/stats/proportions/boschloo.ts';
import { fisherExactTest } from '#core/stats/proportions/fisher-exact.ts';
import { runs } from '../../property-runs.ts';
import { valueOf } from '../stats/oracle.ts';
import { columnsPlan, flatPlan, flatTotals, plantedByColumns } from './planted-experiment.ts';

const read = (
  arms: readonly (readonly [string, number, number])[],
  more: Partial<AnalysisPlan> = {},
) => {
  const totals = flatTotals(arms);
  const plan = { ...flatPlan, control: 'none', ...more };
  return readBeside(totals, plan, valueOf(analyseExperiment(totals, plan)));
};
const only = ({ carrots }: { readonly carrots: readonly BesideCarrot[] }): BesideCarrot => {
  const [carrot] = carrots;
  if (!carrot || carrots.length > 1) throw new Error('One carrot');
  return carrot;
};

describe('the test that counts ask for', () => {
  it('is the score where five are expected in every arm, else Boschloo’s, or Fisher’s for many customers', () => {
    const few = { treatment: { events: 7, trials: 34 }, control: { events: 1, trials: 34 } };
    const small = valueOf(only(read([['none', 34, 1], ['card', 34, 7]])).exact); // prettier-ignore
    expect(small).toMatchObject({ test: 'boschloo', smallestExpected: 4 });
    expect(small.pValue).toBe(valueOf(boschlooTest(few.treatment, few.control)).pValue);
    const rare = valueOf(only(read([['none', 30_000, 1], ['card', 30_000, 7]])).exact); // prettier-ignore
    expect(rare.test).toBe('fisher');
    expect(rare.pValue).toBe(valueOf(fisherExactTest({ events: 7, trials: 30_000 }, { events: 1, trials: 30_000 })).pValue); // prettier-ignore
    const many = valueOf(only(read([['none', 900, 25], ['card', 900, 76]])).exact); // prettier-ignore
    expect(many).toMatchObject({ test: 'miettinen-nurminen', reason: 'enough-expected' });
  });

  it('is adjusted among all carrots by the rule, by Holm where the rule is Dunnett’s', () => {
    const arms = [['none', 40, 1], ['card', 40, 9], ['gift', 40, 6]] as const; // prettier-ignore
    const of = (multiplicity: AnalysisPlan['multiplicity']) =>
      read(arms, { multiplicity }).carrots.map(({ exact }) => valueOf(exact));
    const [card, gift] = of('none');
    if (!card || !gift) throw new Error('Two carrots');
    expect(of('bonferroni').map((each) => each.pValueAdjusted)).toEqual([2 * card.pValue, 2 * gift.pValue]); // prettier-ignore
    expect(of('dunnett')).toEqual(of('holm'));
    expect(of('holm').map((each) => each.pValueAdjusted)).toEqual([2 * card.pValue, Math.max(2 * card.pValue, gift.pValue)]); // prettier-ignore
  });

  it('is refused where nobody responded', () => {
    const { exact, enlargement, settled } = only(read([['none', 40, 0], ['card', 40, 0]])); // prettier-ignore
    expect(exact).toMatchObject({ problem: { code: 'no-variation' } });
    expect({ enlargement, settled }).toEqual({ enlargement: null, settled: false });
  });
});

describe('a carrot held against a margin', () => {
  it('is equivalent exactly when its interval lies within the margin, and not worse when its lower end does', () => {
    const counts = fc.record({ customers: fc.integer({ min: 50, max: 4000 }), share: fc.integer({ min: 2, max: 60 }) }); // prettier-ignore
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(0.01, 0.03, 0.1), (none, card, margin) => {
        const arm = (name: string, { customers, share }: typeof none) =>
          [name, customers, Math.ceil((customers * share) / 100)] as const;
        const found = only(read([arm('none', none), arm('card', card)], { margin })).margin;
        if (!found?.ok) throw new Error('It varies');
        const { interval, finding, intervalShare } = found.value;
        expect(intervalShare).toBeCloseTo(0.9, 12);
        const above = interval.low > -margin;
        const within = above && interval.high < margin;
        const worse = interval.high < -margin;
        expect(finding).toBe(
          within ? 'equivalent' : above ? 'not-worse' : worse ? 'worse' : 'not-shown',
        );
      }),
      runs(60),
    );
  });

  it('is judged within the strata where these decide, and not at all without a margin', () => {
    const plan = { ...columnsPlan, margin: 0.03 };
    const analysis = valueOf(analyseExperiment(plantedByColumns, plan));
    for (const { margin } of readBeside(plantedByColumns, plan, analysis).carrots)
      expect(margin && valueOf(margin)).toMatchObject({ basis: 'within-strata', finding: 'not-worse' }); // prettier-ignore
    expect(only(read([['none', 900, 25], ['card', 900, 76]])).margin).toBe(null); // prettier-ignore
  });
});

describe('what would settle a carrot', () => {
  it('is told of each that is open, with its share of alpha', () => {
    const [card, gift] = read([['none', 500, 25], ['card', 500, 30], ['gift', 500, 90]]).carrots; // prettier-ignore
    expect(gift).toMatchObject({ settled: true, enlargement: null });
    expect(card).toMatchObject({ settled: false, enlargement: { alpha: (1 - 0.95) / 2 } });
    const alone = only(read([['none', 500, 25], ['card', 500, 30]], { multiplicity: 'none' })); // prettier-ignore
    expect(valueOf(alone.enlargement?.moreCustomersPerArm ?? nothing)).toBe(7658);
  });
});

describe('the days until customers responded', () => {
  it('count from the first day, or from the day the window opens, by arm', () => {
    const daily = { first: '2026-03-02', responders: [[3, 1, 0, 0, 0, 1], [0, 0], [0, 0, 2, 8]], money: null, undated: [2, 0, 0] }; // prettier-ignore
    expect(responseDays(daily, ['a', 'b', 'c'], null, 0.95)).toEqual([
      { arm: 'a', dated: 5, undated: 2, medianDays: 0, medianInterval: null, mostDays: 5 },
      { arm: 'b', dated: 0, undated: 0, medianDays: null, medianInterval: null, mostDays: null },
      {
        arm: 'c',
        dated: 10,
        undated: 0,
        medianDays: 3,
        medianInterval: { low: 2, high: 3 },
        mostDays: 3,
      },
    ]);
    expect(responseDays(daily, ['a'], '2026-02-27', 0.95)[0]).toMatchObject({ medianDays: 3, mostDays: 8 }); // prettier-ignore
  });
});

const nothing = { ok: false, problem: { code: 'nothing' } } as const;
