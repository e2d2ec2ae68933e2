import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustments,
  cleanPart,
  meanMethods,
  mostArms,
  parseSignificance,
  rateMethods,
  writeSignificance,
  type SignificanceInputs,
} from '#features/tools/significance-address.ts';
import { otherMethods } from '#features/tools/method-answers.ts';
import { significanceResult } from '#features/tools/significance-result.ts';
import { significanceVerdict } from '#features/tools/significance-verdict.ts';
import { requirements } from '#features/tools/what-it-takes.ts';
import { runs } from '../../property-runs.ts';
import { hostileQuery, numbersIn } from './hostile-query.ts';

const part = fc.oneof(
  fc.nat({ max: 5000 }).map(String),
  fc.constantFrom('', '-3', '1e309', 'abc', '1.5', '9007199254740993', '<b>', '%'),
);
const inputs: fc.Arbitrary<SignificanceInputs> = fc
  .record({
    outcome: fc.oneof(
      fc.record({ metric: fc.constant('rate' as const), method: fc.constantFrom(...rateMethods) }),
      fc.record({ metric: fc.constant('mean' as const), method: fc.constantFrom(...meanMethods) }),
    ),
    adjust: fc.constantFrom(...adjustments),
    rows: fc.array(fc.tuple(part, part, part), { minLength: 1, maxLength: mostArms }),
    alpha: fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
  })
  .map(({ outcome, adjust, rows, alpha }) => ({
    ...outcome,
    adjust,
    alpha,
    arms: rows.map((row) => row.slice(0, outcome.metric === 'rate' ? 2 : 3).map(cleanPart)),
  }));

describe('the address of the significance calculator', () => {
  it('reads trials and conversions, the first arm being the control', () => {
    expect(parseSignificance('?arms=1000:120,1000:150&alpha=0.05')).toEqual({
      inputs: {
        metric: 'rate',
        method: 'score',
        adjust: 'holm',
        arms: [
          ['1000', '120'],
          ['1000', '150'],
        ],
        alpha: 0.05,
      },
      problems: {},
      example: false,
    });
  });

  it('comes back from its own writing', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        expect(parseSignificance(writeSignificance(given)).inputs).toEqual(given);
      }),
    );
  });

  it('stays readable: commas and colons are not escaped', () => {
    const { inputs: read } = parseSignificance('?arms=1000:120,1000:150');
    expect(writeSignificance(read)).toBe('arms=1000:120,1000:150&alpha=0.05');
  });

  it.each([
    ['?arms=', 'missing'],
    ['?alpha=0.05', 'missing'],
    ['?arms=abc', 'malformed'],
    ['?arms=1000:120', 'too-few'],
    ['?arms=1000:120,1000:150:7', 'malformed'],
    [`?arms=${Array.from({ length: 200 }, () => '100:10').join(',')}`, 'too-many'],
  ])('says what is wrong with %s', (search, code) => {
    expect(parseSignificance(search).problems.arms).toMatchObject({ code });
  });

  it('falls back to the usual alpha and says that the written one is not possible', () => {
    const { inputs: read, problems } = parseSignificance('?arms=1000:120,1000:150&alpha=7');
    expect(read.alpha).toBe(0.05);
    expect(problems.alpha).toEqual({
      code: 'too-large',
      written: '7',
      limit: 0.5,
      excluded: false,
    });
  });

  it('turns every address, however hostile, into arms, problems and finite numbers', () => {
    fc.assert(
      fc.property(
        hostileQuery(['arms', 'metric', 'alpha']),
        inputs,
        (hostile, { method, adjust }) => {
          const search = `${hostile}&method=${method}&adjust=${adjust}`;
          const { inputs: read } = parseSignificance(search);
          const result = significanceResult(read);
          const verdict = significanceVerdict(read, result);
          expect(read.arms.length).toBeGreaterThan(0);
          expect(read.arms.length).toBeLessThanOrEqual(mostArms);
          const shown = [read, result, verdict, requirements(read), otherMethods(read)];
          expect(numbersIn(shown).filter((value) => !Number.isFinite(value))).toEqual([]);
        },
      ),
      runs(300),
    );
  });
});

describe('the significance calculator', () => {
  const of = (search: string) => {
    const { inputs: read } = parseSignificance(search);
    const result = significanceResult(read);
    return { result, verdict: significanceVerdict(read, result) };
  };

  it('compares 12% with 15% of a thousand by the score method', () => {
    const { result, verdict } = of('?arms=1000:120,1000:150&alpha=0.05');
    const comparison = result.comparisons[0];
    expect(comparison?.difference).toMatchObject({ ok: true, value: { value: 0.03 } });
    expect(comparison?.pValue.ok && comparison.pValue.value).toBeCloseTo(0.0496974406, 9);
    expect(verdict).toMatchObject({ kind: 'better', narrow: true, lead: { label: 'B' } });
  });

  it('judges several arms by the Holm-adjusted p-values', () => {
    const { result, verdict } = of('?arms=900:25,900:76,900:54,900:94');
    const adjusted = result.comparisons.map((row) => row.adjusted.ok && row.adjusted.value);
    const plain = result.comparisons.map((row) => row.pValue.ok && row.pValue.value);
    expect(adjusted[1]).toBe(plain[1]);
    expect(adjusted[2]).toBe(3 * Number(plain[2]));
    expect(verdict).toMatchObject({ kind: 'better', lead: { label: 'D' }, alsoBetter: ['B', 'C'] });
  });

  it('gives a reason in place of a p-value where nobody responded', () => {
    const { result, verdict } = of('?arms=100:0,100:0');
    expect(result.comparisons[0]?.pValue).toEqual({ ok: false, problem: { code: 'no-events' } });
    expect(verdict).toEqual({ kind: 'not-computable', reason: 'no-events' });
  });

  it('nor does any other method, where nobody or everybody responded', () => {
    for (const arms of ['100:0,100:0', '100:100,80:80']) {
      const answers = otherMethods(parseSignificance(`?arms=${arms}`).inputs);
      expect(answers?.methods.filter(({ pValue }) => pValue?.ok)).toEqual([]);
      expect(answers?.odds.filter(({ answer }) => answer.ok)).toEqual([]);
      expect(answers?.methods[0]?.interval).toMatchObject({ ok: true });
    }
  });

  it('cannot tell yet where the interval holds both signs, and names what it could have seen', () => {
    const { verdict } = of('?arms=1000:120,1000:125');
    expect(verdict).toMatchObject({ kind: 'undecided', lead: { label: 'B' } });
    expect(verdict.kind === 'undecided' && verdict.detectable).toBeCloseTo(0.043, 2);
  });

  it('compares an arm that can be read although another cannot', () => {
    const { result } = of('?arms=1000:120,1000:1500,1000:150');
    expect(result.arms[1]?.problem).toEqual({
      part: 1,
      problem: { code: 'more-events-than-trials' },
    });
    expect(result.comparisons.map(({ pValue }) => pValue.ok)).toEqual([false, true]);
  });

  it('tests by the method that the address names, and refuses one that it does not know', () => {
    const pValue = (method: string) => {
      const [row] = of(`?arms=34:1,34:7&method=${method}`).result.comparisons;
      return row?.pValue.ok && row.pValue.value;
    };
    expect(pValue('score')).toBeCloseTo(0.0249839256, 9);
    expect(pValue('pooled-z')).toBeCloseTo(0.02392584, 8);
    expect(pValue('fisher')).toBeCloseTo(0.05440013, 8);
    expect(parseSignificance('?arms=34:1,34:7&method=guess').problems.method).toMatchObject({
      code: 'unknown-choice',
    });
    expect(parseSignificance('?metric=mean&method=fisher').inputs.method).toBe('welch');
  });

  it('lets the exact test decide where few responses are expected', () => {
    const { result, verdict } = of('?arms=34:1,34:7&alpha=0.03');
    expect(result.comparisons[0]?.exact).toMatchObject({ test: 'boschloo', pValue: { ok: true } });
    expect(verdict).toMatchObject({ kind: 'undecided', lead: { adjusted: expect.any(Number) } });
    expect(of('?arms=1000:120,1000:150').result.comparisons[0]?.exact).toBeNull();
  });

  it('adjusts by Dunnett with intervals that agree with the adjusted p-values', () => {
    const holm = of('?arms=900:25,900:46,900:40').result;
    const dunnett = of('?arms=900:25,900:46,900:40&adjust=dunnett').result;
    for (const [place, row] of dunnett.comparisons.entries()) {
      const alone = holm.comparisons[place];
      if (!row.difference.ok || !row.adjusted.ok || !row.pValue.ok) throw new Error('computed');
      if (!alone?.difference.ok) throw new Error('computed');
      expect(row.difference.value.interval.low).toBeLessThan(alone.difference.value.interval.low);
      expect(row.adjusted.value).toBeGreaterThan(row.pValue.value);
      expect(row.adjusted.value).toBeLessThan(2 * row.pValue.value);
      expect(row.difference.value.interval.low > 0).toBe(row.adjusted.value < 0.05);
    }
  });

  it('compares carrots among themselves, and all arms at once', () => {
    const { result } = of('?arms=900:25,900:76,900:54,900:94');
    expect(result.pairs.map(({ arm, against }) => arm.label + against.label)).toEqual([
      'CB',
      'DB',
      'DC',
    ]);
    const pValue = result.pairs[1]?.pValue;
    expect(pValue?.ok && pValue.value).toBeCloseTo(0.1469, 3);
    expect(result.overall?.ok && result.overall.value).toBeCloseTo(6.313403e-10, 14);
    expect(of('?arms=900:25,900:76').result.overall).toBeNull();
  });

  it('says what it would take: responses, a smaller difference, customers', () => {
    const [needed] = requirements(parseSignificance('?arms=1000:120,1000:140').inputs);
    expect(needed?.responses).toMatchObject({ better: { value: 150 }, worse: { value: 92 } });
    expect(needed?.detectable.ok && needed.detectable.value).toBeCloseTo(0.0436868, 7);
    expect(needed?.customers.ok && needed.customers.value).toBeCloseTo(4437.362, 2);
    const [nothing] = requirements(parseSignificance('?arms=1000:120,1000:120').inputs);
    expect(nothing?.customers).toMatchObject({ problem: { code: 'no-difference-seen' } });
  });

  it('compares means by Welch, or by Student where the address says so', () => {
    const { result } = of('?metric=mean&arms=14:13.5:4.1833,10:5.5:3.02765');
    const pValue = result.comparisons[0]?.pValue;
    expect(pValue?.ok && pValue.value).toBeCloseTo(1.855e-5, 7);
    const [student] = of('?metric=mean&arms=14:13.5:4.1833,10:5.5:3.02765&method=student').result
      .comparisons;
    expect(student?.pValue.ok && student.pValue.value).toBeCloseTo(3.691e-5, 7);
  });
});
