import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSampleLimit, isInIdSample } from '#core/design/id-sample.ts';
import { between } from '../stats/even-arbitrary.ts';

const ids = Array.from({ length: 20_000 }, (_, place) => `C${100_000 + place}`);

describe('a sample of customers by the MD5 of their ids', () => {
  it('is what another program’s MD5 says', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        between(0, 1),
        (seed, id, share) => {
          const digest = createHash('md5').update(`${seed}:${id}`).digest();
          expect(isInIdSample(seed, id, share)).toBe(digest.readUInt32BE(0) / 2 ** 32 < share);
        },
      ),
    );
  });

  it.each([0.01, 0.05, 0.1, 0.5])(
    'has %f of all customers, within the bounds of chance',
    (share) => {
      for (const seed of ['always-on', 'another', '2027']) {
        const drawn = ids.filter((id) => isInIdSample(seed, id, share)).length;
        // Four standard deviations: once in 16,000 seeds.
        const bound = 4 * Math.sqrt(ids.length * share * (1 - share));
        expect(Math.abs(drawn - ids.length * share)).toBeLessThan(bound);
      }
    },
  );

  it('of 5% is part of that of 10%, and another seed draws others', () => {
    const of = (seed: string, share: number) => ids.filter((id) => isInIdSample(seed, id, share));
    const [five, ten] = [of('always-on', 0.05), new Set(of('always-on', 0.1))];
    expect(five.every((id) => ten.has(id))).toBe(true);
    const others = of('another', 0.05).filter((id) => !five.includes(id)).length;
    expect(others / five.length).toBeGreaterThan(0.85);
  });

  it('of nobody and of everybody is just that', () => {
    expect([0, 0.05, 1].map(idSampleLimit)).toEqual([0, 214_748_365, 2 ** 32]);
    expect(ids.slice(0, 500).some((id) => isInIdSample('s', id, 0))).toBe(false);
    expect(ids.slice(0, 500).every((id) => isInIdSample('s', id, 1))).toBe(true);
  });
});
