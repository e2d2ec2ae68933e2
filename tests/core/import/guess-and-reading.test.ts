import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferKind } from '#core/import/infer-kind.ts';
import { isMissing } from '#core/import/missing-value.ts';
import { plainField } from '#core/import/quoted-formula.ts';
import { readValue } from '#core/import/read-value.ts';
import { dateExamples } from './date-examples.ts';
import { numberExamples } from './number-examples.ts';
import { runs } from '../../property-runs.ts';

const written = [...numberExamples, ...dateExamples].map(([text]) => text);
const words = [
  'Y',
  'N',
  '예',
  '아니오',
  '동의',
  '거부',
  'O',
  'X',
  '서울',
  '="007"',
  '12E5',
  '2026.10',
];

/** Columns of one way of writing with something else in between, as files have them. */
const column = fc
  .tuple(
    fc.array(fc.constantFrom(...written, ...words), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 15 }),
    fc.array(fc.constantFrom(...written, ...words), { maxLength: 2 }),
  )
  .map(([usual, times, strays]) => [
    ...Array.from({ length: times }, () => usual).flat(),
    ...strays,
  ]);
const header = fc.constantFrom(
  'amount',
  '구매일',
  'order_date',
  '수신동의',
  '회원번호',
  'id',
  'memo',
);

describe('a guess about a column', () => {
  it('counts as unfit what the reading refuses, except for dates that no calendar has', () => {
    fc.assert(
      fc.property(header, column, (title, fields) => {
        const { kind, format, fitShare, emptyShare } = inferKind(title, fields);
        const readings = fields.map((field) => readValue(field, kind, format));
        const empty = readings.filter(({ value, problem }) => value === null && problem === null);
        const refused = readings.filter(({ problem }) => problem !== null);
        const impossible = refused.filter(({ problem }) => problem === 'impossible-date');
        const there = fields.length - empty.length;
        expect(emptyShare).toBeCloseTo(empty.length / fields.length, 12);
        const unfit = (1 - fitShare) * there;
        expect(unfit).toBeLessThanOrEqual(refused.length + 1e-9);
        expect(unfit).toBeGreaterThanOrEqual(refused.length - impossible.length - 1e-9);
        if (kind === 'text') expect(refused).toEqual([]);
      }),
      runs(2000),
    );
  });

  it('never takes a column for something that empties more than a tenth of it, but for impossible dates', () => {
    fc.assert(
      fc.property(header, column, (title, fields) => {
        const { kind, format } = inferKind(title, fields);
        const there = fields.filter((field) => !isMissing(plainField(field.trim()), kind));
        const refused = there.filter((field) => {
          const { problem } = readValue(field, kind, format);
          return problem !== null && problem !== 'impossible-date';
        });
        expect(refused.length).toBeLessThanOrEqual(0.1 * there.length);
      }),
      runs(2000),
    );
  });

  it('has a format that survives being saved', () => {
    fc.assert(
      fc.property(header, column, (title, fields) => {
        const guess = inferKind(title, fields);
        expect(JSON.parse(JSON.stringify(guess))).toEqual(guess);
      }),
    );
  });
});
