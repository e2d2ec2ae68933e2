import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnKinds } from '#core/import/column.ts';
import { defaultFormat } from '#core/import/column-format.ts';
import { plainField } from '#core/import/quoted-formula.ts';
import { readValue } from '#core/import/read-value.ts';
import { dateExamples } from './date-examples.ts';
import { numberExamples } from './number-examples.ts';
import { runs } from '../../property-runs.ts';

const read = (...[text, kind, format]: Parameters<typeof readValue>) => {
  const { value, problem } = readValue(text, kind, format);
  return problem ?? value;
};

describe('reading a number', () => {
  it.each(numberExamples)('%j as %s', (text, expected) => {
    expect(read(text, 'decimal')).toBe(expected);
  });

  it.each([
    ['12,300', 12300],
    ['12.0', 12],
    ['3.5만', 35000],
    ['-0', 0],
    ['12.5', 'not-a-whole-number'],
    ['15%', 'not-a-whole-number'],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 'number-too-large'],
    ['1e20', 'number-too-large'],
    ['1e999', 'number-too-large'],
    ['만', 'not-a-number'],
    ['-', null],
  ])('%j as the whole number %s', (text, expected) => {
    expect(read(text, 'integer')).toBe(expected);
  });

  it('takes the comma for the decimal mark where the column does', () => {
    const format = { ...defaultFormat, decimalMark: ',' } as const;
    expect(read('1.234,56', 'decimal', format)).toBe(1234.56);
    expect(read('€ 1.234.567,5', 'decimal', format)).toBe(1234567.5);
    expect(read('12,5', 'decimal', format)).toBe(12.5);
    expect(read('1.234', 'decimal', format)).toBe(1234);
    expect(read('1,234.56', 'decimal', format)).toBe('not-a-number');
  });

  it('takes ▲ and △ for a rise where the column marks falls with ▼', () => {
    const format = { ...defaultFormat, triangles: 'rise' } as const;
    expect(['▲5', '△5', '▼5', '▽5'].map((text) => read(text, 'decimal', format))).toEqual([
      5, 5, -5, -5,
    ]);
  });
});

describe('reading a date', () => {
  it.each(dateExamples)('%j as %s', (text, expected) => {
    expect(read(text, 'date')).toBe(expected);
  });

  it('keeps to the order of the column, and never turns to the other one', () => {
    const dayFirst = { ...defaultFormat, dateOrder: 'day-first' } as const;
    const monthFirst = { ...defaultFormat, dateOrder: 'month-first' } as const;
    expect(read('03/04/2026', 'date', dayFirst)).toBe('2026-04-03');
    expect(read('03/04/2026', 'date', monthFirst)).toBe('2026-03-04');
    expect(read('22/11/2026', 'date', monthFirst)).toBe('impossible-date');
    expect(read('11/22/2026', 'date', dayFirst)).toBe('impossible-date');
    expect(read('3/4/26', 'date', monthFirst)).toBe('2026-03-04');
    expect(read('2026-11-22', 'date', dayFirst)).toBe('2026-11-22');
  });

  it('reads only what can be read in one way while the order is open', () => {
    const open = { ...defaultFormat, dateOrder: null };
    expect(read('26.11.22', 'date', open)).toBe('ambiguous-date');
    expect(read('26/11/32', 'date', open)).toBe('2032-11-26');
    expect(read('03/04/2026', 'date', open)).toBe('ambiguous-date');
    expect(read('04/2026', 'date', open)).toBe('not-a-date');
  });

  it('puts years of two digits into the hundred years of the column', () => {
    const birthdays = { ...defaultFormat, firstYear: 1930 };
    expect(
      ['29.12.31', '30.01.01', '65.03.12'].map((text) => read(text, 'date', birthdays)),
    ).toEqual(['2029-12-31', '1930-01-01', '1965-03-12']);
  });

  it("reads Excel's numbers only where the column holds them", () => {
    const excel = { ...defaultFormat, serials: '1900' } as const;
    expect(read('46348', 'date', excel)).toBe('2026-11-22');
    expect(read('46348.6458333333', 'date', excel)).toBe('2026-11-22 15:30:00');
    expect(read('2026-11-22', 'date', excel)).toBe('2026-11-22');
    expect(read('60', 'date', excel)).toBe('impossible-date');
    expect(read('0', 'date', excel)).toBe('impossible-date');
    expect(read('44886', 'date', { ...excel, serials: '1904' })).toBe('2026-11-22');
    expect(read('46,348', 'date', excel)).toBe('not-a-date');
  });

  it('converts times with an offset to the zone of the column, and leaves the others as they are', () => {
    const seoul = { ...defaultFormat, zone: 'Asia/Seoul' };
    expect(read('2026-11-22T15:30:00Z', 'date', seoul)).toBe('2026-11-23 00:30:00');
    expect(read('2026-11-22T15:30:00+09:00', 'date', seoul)).toBe('2026-11-22 15:30:00');
    expect(read('2026-11-22 15:30', 'date', seoul)).toBe('2026-11-22 15:30:00');
    expect(read('2026-11-22', 'date', seoul)).toBe('2026-11-22');
    expect(read('9999-12-31T23:59:59Z', 'date', seoul)).toBe('impossible-date');
    expect(read('9999-12-31T23:59:59Z', 'date')).toBe('9999-12-31 23:59:59');
  });
});

describe('reading yes or no', () => {
  it.each([
    ['Y', 1],
    ['n', 0],
    ['YES', 1],
    ['No', 0],
    ['예', 1],
    ['네', 1],
    ['아니오', 0],
    ['아니요', 0],
    ['O', 1],
    ['x', 0],
    ['○', 1],
    ['×', 0],
    ['Ｏ', 1],
    ['TRUE', 1],
    ['False', 0],
    ['0', 0],
    ['1.0', 1],
    ['동의', 1],
    ['미동의', 0],
    ['비동의', 0],
    ['동의 안 함', 0],
    ['수신', 1],
    ['수신거부', 0],
    ['거부', 0],
    ['있음', 1],
    ['없음', 0],
    ['유', 1],
    ['무', 0],
    ['완료', 1],
    ['미완료', 0],
    ['구매', 1],
    ['미구매', 0],
    ['무응답', 0],
    ['2', 'not-yes-or-no'],
    ['보류', 'not-yes-or-no'],
    ['?', null],
    ['', null],
    ['N/A', null],
  ])('from %j as %s', (text, expected) => {
    expect(read(text, 'boolean')).toBe(expected);
  });
});

describe('reading text', () => {
  it.each([
    ['  김 하나  ', '김 하나'],
    ['007', '007'],
    ['1234567890123456789', '1234567890123456789'],
    ['12E5', '12E5'],
    ['="007"', '007'],
    ['="say ""yes"""', 'say "yes"'],
    ['=""', null],
    ['=1+1', '=1+1'],
    ['="a"&"b"', '="a"&"b"'],
    ['NA', 'NA'],
    ['None', 'None'],
    ['Null', 'Null'],
    ['nan', 'nan'],
    ['.', '.'],
    ['?', '?'],
    ['없음', '없음'],
    ['해당없음', '해당없음'],
    ['NULL', null],
    ['null', null],
    ['#N/A', null],
    ['N/A', null],
    ['\\N', null],
    ['-', null],
    ['', null],
  ])('%j as %j', (text, expected) => {
    expect(read(text, 'text')).toBe(expected);
  });
});

describe('whatever a field holds', () => {
  const anyField = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,-+/: ()%₩원만억천△eTZ년월일오전후') }),
  );

  it('it is read as a value of its kind, or refused with a code', () => {
    fc.assert(
      fc.property(anyField, fc.constantFrom(...columnKinds), (field, kind) => {
        const { value, problem } = readValue(field, kind);
        if (problem !== null || value === null) return;
        if (kind === 'text') expect(value).toBe(plainField(field.trim()));
        else if (kind === 'integer') expect(value).toSatisfy(Number.isSafeInteger);
        else if (kind === 'decimal') expect(value).toSatisfy(Number.isFinite);
        else if (kind === 'boolean') expect([0, 1]).toContain(value);
        else expect(value).toMatch(/^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2})?$/);
      }),
      runs(2000),
    );
  });

  it('what is stored reads as itself', () => {
    fc.assert(
      fc.property(anyField, fc.constantFrom(...columnKinds), (field, kind) => {
        const { value } = readValue(field, kind);
        if (value !== null) expect(read(String(value), kind)).toBe(value);
      }),
      runs(2000),
    );
  });

  it('ten million characters are refused at once', () => {
    const long = '9'.repeat(10_000_000);
    for (const field of [`${long}x`, `(${long}`, `${long}만`, `${'1,'.repeat(5_000_000)}`]) {
      expect(read(field, 'decimal')).toBe('not-a-number');
      expect(read(field, 'date')).toBe('not-a-date');
    }
    expect(read(long, 'integer')).toBe('number-too-large');
  });
});
