import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnIndex, isoDateText, numberText, unescapeText } from '#core/import/excel-cell.ts';
import { builtInFormat, plainNumber, readFormatCode } from '#core/import/excel-format.ts';

const shows = (code: string) => readFormatCode(code).shows;
const show = (number: number, code: string) =>
  numberText(String(number), readFormatCode(code), '1900');

describe('number formats of Excel', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['yyyy"년" m"월" d"일"', 'date'],
    ['[$-412]yyyy"년" m"월" d"일" dddd', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['yyyy\\-mm\\-dd;@', 'date'],
    ['m"월"', 'date'],
    ['mmm-yy', 'date'],
    ['aaaa', 'date'],
    ['[Red]yyyy/mm/dd hh:mm', 'date'],
    ['h:mm AM/PM', 'time'],
    ['오전/오후 h:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'duration'],
    ['[mm]:ss', 'duration'],
  ])('%s shows a %s', (code, kind) => {
    expect(shows(code)).toBe(kind);
  });

  it.each([
    ...['General', '0', '0.00', '#,##0', '#,##0"원"', '0"일"', '"Day "0', '0%', '0.00E+00'],
    ...['_-[$₩-412]* #,##0_-;\\-[$₩-412]* #,##0_-', '#,##0;[Red]-#,##0', '# ?/?', '@', ''],
    ...['"yyyy" 0', '\\d0', '[Red]0;[Blue]-0'],
  ])('%s shows a number', (code) => {
    expect(shows(code)).toBe('number');
  });

  it('shows dates for the ids that Korean Excel writes without a code', () => {
    expect([14, 22, 31, 34, 58].map((id) => builtInFormat(id).shows)).toEqual(
      Array(5).fill('date'),
    );
    expect([18, 32, 45].map((id) => builtInFormat(id).shows)).toEqual(Array(3).fill('time'));
    expect([0, 1, 9, 49, 164].map((id) => builtInFormat(id).shows)).toEqual(
      Array(5).fill('number'),
    );
  });

  it('keeps the zeros and dashes of ids and phone numbers', () => {
    expect(show(123, '00000')).toBe('00123');
    expect(show(1234567, '00000')).toBe('1234567');
    expect(show(1_012_345_678, '000-0000-0000')).toBe('010-1234-5678');
    expect(show(212_345_678, '(000) ###-####')).toBe('(021) 234-5678');
    expect(show(1_234_567, '[<=9999999]###\\-####;\\(0##\\)\\ ###\\-####')).toBe('123-4567');
    expect(show(8_801_011_234_567, '000000-0000000')).toBe('880101-1234567');
  });

  it('leaves what a format of digits would round or turn round as it is', () => {
    expect(show(1.5, '00000')).toBe('1.5');
    expect(show(-7, '00000')).toBe('-7');
  });
});

describe('numbers of a sheet', () => {
  it('have every digit of the double', () => {
    expect(numberText('0.1', plainNumber, '1900')).toBe('0.1');
    expect(numberText('0.10000000000000001', plainNumber, '1900')).toBe('0.1');
    expect(numberText('1.2345678901234501E+16', plainNumber, '1900')).toBe('12345678901234500');
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        expect(Number(numberText(double.toExponential(16), plainNumber, '1900'))).toBe(double + 0);
      }),
    );
  });

  it('are dates and times where the format shows them', () => {
    expect(show(46_348, 'yyyy-mm-dd')).toBe('2026-11-22');
    expect(show(46_348.604166666664, 'yyyy-mm-dd')).toBe('2026-11-22 14:30:00');
    expect(show(0.604166666666667, 'h:mm')).toBe('14:30:00');
    expect(show(1.5, '[h]:mm')).toBe('36:00:00');
    expect(numberText('44886', { shows: 'date' }, '1904')).toBe('2026-11-22');
  });

  it('stay numbers where no calendar has the day', () => {
    expect(show(60, 'yyyy-mm-dd')).toBe('60');
    expect(show(-1, 'yyyy-mm-dd')).toBe('-1');
    expect(show(1e9, 'yyyy-mm-dd')).toBe('1000000000');
  });
});

describe('texts and places of a sheet', () => {
  it('resolves escapes once', () => {
    expect(unescapeText('a_x000D_b')).toBe('a\rb');
    expect(unescapeText('_x005F_x000D_')).toBe('_x000D_');
    expect(unescapeText('_x00_')).toBe('_x00_');
  });

  it('reads dates of strict workbooks', () => {
    expect(isoDateText('2026-11-22T00:00:00')).toBe('2026-11-22');
    expect(isoDateText('2026-11-22T14:30:00')).toBe('2026-11-22 14:30:00');
    expect(isoDateText('14:30:00')).toBe('14:30:00');
  });

  it('counts columns by their letters', () => {
    expect(['A1', 'Z9', 'AA1', 'XFD1048576', '7'].map(columnIndex)).toEqual([
      0,
      25,
      26,
      16_383,
      null,
    ]);
  });
});
