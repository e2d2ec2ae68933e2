import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayText,
  decimalText,
  momentText,
  signedNumber,
  singleText,
  timeText,
} from '#core/import/parquet-value.ts';

describe('values of a Parquet file', () => {
  it('keeps every digit of a decimal', () => {
    expect(decimalText(-123456789012345678901n, 2)).toBe('-1234567890123456789.01');
    expect(decimalText(5n, 3)).toBe('0.005');
    expect(decimalText(-5n, 0)).toBe('-5');
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }),
        fc.nat(38),
        (unscaled, scale) => {
          const text = decimalText(unscaled, scale);
          expect(BigInt(text.replace('.', ''))).toBe(unscaled);
          expect(scale === 0 ? 0 : text.length - 1 - text.indexOf('.')).toBe(scale);
        },
      ),
    );
  });

  it('reads bytes in two’s complement', () => {
    expect(signedNumber(Uint8Array.of(0xff, 0x85))).toBe(-123n);
    expect(signedNumber(Uint8Array.of(0x00, 0xff))).toBe(255n);
    expect(signedNumber(new Uint8Array())).toBe(0n);
  });

  it('shows a moment as the platform’s calendar does, before 1970 too', () => {
    expect(momentText(1_795_360_830_123_000_000n)).toBe('2026-11-22 15:20:30.123');
    expect(momentText(-1n)).toBe('1969-12-31 23:59:59.999999999');
    expect(momentText(0n)).toBe('1970-01-01');
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01T00:00:01Z'),
          max: new Date('9999-12-31'),
          noInvalidDate: true,
        }),
        (date) => {
          const [day, time] = date.toISOString().replace('Z', '').split('T') as [string, string];
          const clock = time.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros));
          const expected = /^00:00:00(\.0+)?$/.test(time) ? day : `${day} ${clock}`;
          const shown = momentText(BigInt(date.getTime()) * 1_000_000n);
          expect(shown.replace(/(\.\d*?)0+$/, '$1')).toBe(expected.replace(/(\.\d*?)0+$/, '$1'));
        },
      ),
    );
  });

  it('leaves days that no calendar of four digits has as numbers', () => {
    expect(dayText(20_779)).toBe('2026-11-22');
    expect(dayText(2_932_896)).toBe('9999-12-31');
    expect(dayText(2_932_897)).toBe('2932897');
    expect(dayText(-719_163)).toBe('-719163');
  });

  it('shows a time with the fraction it has', () => {
    expect(timeText(55_230_500_000_000n)).toBe('15:20:30.5');
    expect(timeText(0n)).toBe('00:00:00');
  });

  it('writes a single with as few digits as give it back', () => {
    expect(singleText(Math.fround(0.1))).toBe('0.1');
    expect(singleText(16_777_216)).toBe('16777216');
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (single) => {
        expect(Math.fround(Number(singleText(single)))).toBe(single + 0);
      }),
    );
  });
});
