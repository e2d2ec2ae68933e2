import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanPart,
  mostArms,
  parseSignificance,
  writeSignificance,
  type SignificanceInputs,
} from '#features/tools/significance-address.ts';
import { significanceResult } from '#features/tools/significance-result.ts';
import { significanceVerdict } from '#features/tools/significance-verdict.ts';
import { runs } from '../../property-runs.ts';
import { hostileQuery, numbersIn } from './hostile-query.ts';

const part = fc.oneof(
  fc.nat({ max: 5000 }).map(String),
  fc.constantFrom('', '-3', '1e309', 'abc', '1.5', '9007199254740993', '<b>', '%'),
);
const inputs: fc.Arbitrary<SignificanceInputs> = fc
  .record({
    metric: fc.constantFrom('rate' as const, 'mean' as const),
    rows: fc.array(fc.tuple(part, part, part), { minLength: 1, maxLength: mostArms }),
    alpha: fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
  })
  .map(({ metric, rows, alpha }) => ({
    metric,
    alpha,
    arms: rows.map((row) => row.slice(0, metric === 'rate' ? 2 : 3).map(cleanPart)),
  }));

describe('the address of the significance calculator', () => {
  it('reads trials and conversions, the first arm being the control', () => {
    expect(parseSignificance('?arms=1000:120,1000:150&alpha=0.05')).toEqual({
      inputs: {
        metric: 'rate',
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
      fc.property(hostileQuery(['arms', 'metric', 'alpha']), (search) => {
        const { inputs: read } = parseSignificance(search);
        const result = significanceResult(read);
        const verdict = significanceVerdict(read, result);
        expect(read.arms.length).toBeGreaterThan(0);
        expect(read.arms.length).toBeLessThanOrEqual(mostArms);
        expect(
          numbersIn([read, result, verdict]).filter((value) => !Number.isFinite(value)),
        ).toEqual([]);
      }),
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

  it('compares means by Welch', () => {
    const { result } = of('?metric=mean&arms=14:13.5:4.1833,10:5.5:3.02765');
    const pValue = result.comparisons[0]?.pValue;
    expect(pValue?.ok && pValue.value).toBeCloseTo(1.855e-5, 7);
  });
});
