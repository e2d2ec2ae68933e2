import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKoreanAmount } from '#core/import/korean-amount.ts';
import { readNumber } from '#core/import/number-value.ts';
import { runs } from '../../property-runs.ts';

const blockUnits = ['조', '억', '만', ''];

/** 123,450,000 as 1억 2,345만. */
function inBlocks(amount: number, withCommas: boolean): string {
  const blocks = [1e12, 1e8, 1e4, 1].map((size) => Math.floor(amount / size) % 10_000);
  return blocks
    .map((block, place) => {
      const figures = withCommas ? block.toLocaleString('en-US') : String(block);
      return block === 0 ? '' : figures + blockUnits[place];
    })
    .filter((text) => text !== '')
    .join(' ');
}

/** 5,300 as 5천3백. */
function inWords(block: number): string {
  return ['천', '백', '십', '']
    .map((unit, place) => {
      const digit = Math.floor(block / 10 ** (3 - place)) % 10;
      return digit === 0 ? '' : `${digit}${unit}`;
    })
    .join('');
}

describe('amounts with Korean units', () => {
  it('are read exactly, however their blocks are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_000_000_000_000_000 }),
        fc.boolean(),
        (amount, commas) => {
          const text = inBlocks(amount, commas);
          expect(readNumber(`${text}원`)).toBe(amount);
          expect(readNumber(`△${text}`)).toBe(-amount);
        },
      ),
      runs(500),
    );
  });

  it('are read with 천, 백 and 십 in their blocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        (millions, rest) => {
          expect(readNumber(`${inWords(millions)}만 ${inWords(rest)}원`)).toBe(
            millions * 10_000 + rest,
          );
        },
      ),
      runs(500),
    );
  });

  it('have decimals in their last number, without an error of binary fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2);
        expect(readKoreanAmount(`${text}억`)).toBe(hundredths * 1_000_000);
        expect(readKoreanAmount(`${text}천만`)).toBe(hundredths * 100_000);
      }),
    );
  });

  it('are nothing else: units go down and each has its number', () => {
    for (const text of [
      '만',
      '억',
      '1만1만',
      '1만억',
      '1억 1억',
      '5백천',
      '1만 1만',
      '1..5만',
      '1만 99999',
    ]) {
      expect(readKoreanAmount(text)).toBeNull();
    }
  });
});
