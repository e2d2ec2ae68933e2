import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseSampleSize,
  sizeMethods,
  writeSampleSize,
  type SampleSizeInputs,
} from '#features/tools/sample-size-address.ts';
import { questionOf, samplePlan, totalSize } from '#features/tools/sample-size-result.ts';
import { runs } from '../../property-runs.ts';
import { hostileQuery, numbersIn } from './hostile-query.ts';

const share = fc.double({ min: 1e-6, max: 0.49, noNaN: true });
const optional = (most: number) => fc.option(fc.integer({ min: 2, max: most }));
const rateInputs: fc.Arbitrary<SampleSizeInputs> = fc.record({
  metric: fc.constant('rate' as const),
  baseline: share,
  lift: fc.double({ min: -1, max: 2, noNaN: true }).map((lift) => (lift === 0 ? 0 : lift)),
  sd: fc.constant(38_000),
  alpha: share,
  power: share,
  ratio: fc.double({ min: 0.001, max: 1000, noNaN: true }),
  treatments: fc.integer({ min: 1, max: 11 }),
  sides: fc.constantFrom(1 as const, 2 as const),
  method: fc.constantFrom(...sizeMethods),
  population: optional(1e9),
  n: optional(1e9),
});

const planOf = (search: string) => samplePlan(parseSampleSize(search).inputs);

describe('the address of the sample-size calculator', () => {
  it('comes back from its own writing', () => {
    fc.assert(
      fc.property(rateInputs, (given) => {
        expect(parseSampleSize(writeSampleSize(given)).inputs).toEqual(given);
      }),
    );
  });

  it('takes an empty population for none', () => {
    const read = parseSampleSize(
      '?baseline=0.05&lift=0.01&alpha=0.05&power=0.8&ratio=1&population=',
    );
    expect(read).toMatchObject({ inputs: { population: null, n: null }, problems: {} });
  });

  it('shows an example without complaint where the address says nothing', () => {
    expect(parseSampleSize('?lang=en')).toMatchObject({ example: true, problems: {} });
  });

  it('names what is missing once the address says something', () => {
    expect(parseSampleSize('?alpha=0.05').problems).toEqual({
      baseline: { code: 'missing', written: '' },
      lift: { code: 'missing', written: '' },
    });
    expect(parseSampleSize('?metric=mean&lift=10').problems).toEqual({
      sd: { code: 'missing', written: '' },
    });
  });

  it('asks for the lift or the power where the size is given', () => {
    const questions = ['?baseline=0.05&lift=0.01', '?baseline=0.05&n=500', '?lift=0.01&n=500'];
    expect(questions.map((search) => questionOf(parseSampleSize(search).inputs))).toEqual([
      'size',
      'lift',
      'power',
    ]);
  });

  it('turns every address, however hostile, into finite numbers or a reason', () => {
    const names = ['baseline', 'lift', 'alpha', 'power', 'ratio', 'population', 'n', 'sd'];
    const choices = fc.constantFrom(
      '',
      '&metric=mean',
      '&treatments=3',
      '&sides=1',
      '&method=exact',
    );
    fc.assert(
      fc.property(hostileQuery([...names, 'treatments']), choices, (search, choice) => {
        const { inputs } = parseSampleSize(search + choice);
        const plan = samplePlan(inputs);
        const shown = plan.ok ? [inputs, plan] : [inputs];
        expect(numbersIn(shown).filter((value) => !Number.isFinite(value))).toEqual([]);
      }),
      runs(500),
    );
  });
});

describe('the sample-size calculator', () => {
  it('needs 8,158 per arm to tell 5% from 6%', () => {
    const plan = planOf('?baseline=0.05&lift=0.01&alpha=0.05&power=0.8&ratio=1');
    if (!plan.ok) throw new Error(plan.problem.code);
    expect(plan.value.control.exact).toBeCloseTo(8157.73, 2);
    expect(plan.value.control.whole).toBe(8158);
    expect(plan.value.power.ok && plan.value.power.value).toBeCloseTo(0.8, 4);
  });

  it('answers for the power and for the smallest lift of a given size', () => {
    const power = planOf('?baseline=0.5&lift=0.25&n=50');
    const lift = planOf('?baseline=0.5&n=50&power=0.9');
    expect(power.ok && power.value.power.ok && power.value.power.value).toBeCloseTo(0.7401659, 7);
    expect(lift.ok && lift.value.lift).toBeCloseTo(0.30263, 5);
  });

  it('counts every outcome where the address asks for it, up to sizes where formulas do as well', () => {
    const plan = planOf('?baseline=0.05&lift=0.05&method=exact');
    if (!plan.ok || !plan.value.power.ok) throw new Error('planned');
    expect(plan.value.control.whole).toBe(424);
    expect(plan.value.power.value).toBeGreaterThanOrEqual(0.8);
    expect(planOf('?baseline=0.05&lift=0.0005&method=exact')).toMatchObject({
      problem: { code: 'too-large-to-count' },
    });
  });

  it('needs fewer customers to look one way, more for several carrots on one control', () => {
    const size = (query: string) => {
      const plan = planOf(`?baseline=0.05&lift=0.01${query}`);
      return plan.ok ? plan.value.control.exact : NaN;
    };
    // R: power.prop.test(p1 = .05, p2 = .06, power = .8, alternative = "one.sided")
    expect(size('&sides=1')).toBeCloseTo(6425.722, 2);
    expect(size('&treatments=3')).toBeGreaterThan(size(''));
    // Dunnett asks for less than Bonferroni.
    expect(size('&treatments=3')).toBeLessThan(size(`&alpha=${0.05 / 3}`));
    const plan = planOf('?baseline=0.05&lift=0.01&treatments=3');
    expect(plan.ok && totalSize(plan.value).whole).toBe(plan.ok ? 4 * plan.value.control.whole : 0);
  });

  it('says why a response above 100% cannot be planned', () => {
    expect(planOf('?baseline=0.95&lift=0.1')).toMatchObject({ problem: { code: 'invalid-lift' } });
  });

  it('refuses to plan with more than a billion customers', () => {
    expect(planOf('?baseline=0.05&lift=1e-9')).toMatchObject({
      problem: { code: 'effect-too-small' },
    });
  });
});
