import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawOrder } from '#core/assignment/draw-order.ts';
import { guardFormula } from '#core/assignment/formula-guard.ts';
import { md5Hex } from '#core/random/md5.ts';

const nodeMd5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');

describe('MD5', () => {
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ])('of %j is that of RFC 1321', (text, digest) => {
    expect(md5Hex(text)).toBe(digest);
  });

  it('is that of node for any text and any length around a block', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(md5Hex(text)).toBe(nodeMd5(text));
      }),
    );
    for (let length = 0; length < 200; length++) {
      expect(md5Hex('가'.repeat(length))).toBe(nodeMd5('가'.repeat(length)));
    }
    expect(md5Hex('x'.repeat(100_000))).toBe(nodeMd5('x'.repeat(100_000)));
  });
});

describe('the order of a draw', () => {
  it('depends on the seed and the ids, not on the order of the file', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (ids, seed) => {
        const byNode = ids.toSorted((one, other) => {
          const [left, right] = [nodeMd5(`${seed}:${one}`), nodeMd5(`${seed}:${other}`)];
          return left < right || (left === right && one < other) ? -1 : 1;
        });
        expect(drawOrder(ids.toReversed(), seed).map(nodeMd5)).toEqual(byNode.map(nodeMd5));
      }),
    );
    expect(drawOrder(['A', 'B', 'C'], '7')).toEqual(['B', 'A', 'C']);
  });
});

describe('the formula guard', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'puts an apostrophe before %j',
    (text) => expect(guardFormula(text)).toBe(`'${text}`),
  );

  it('leaves other texts alone', () => {
    expect(['김', 'a=b', '', ' =1'].map(guardFormula)).toEqual(['김', 'a=b', '', ' =1']);
  });
});
