import { afterEach, describe, expect, it } from 'vitest';
import type { Filter } from '#core/design/design.ts';
import { levelWords, rangeNames } from '#features/design/range-words.ts';
import { filterSentence } from '#features/design/filter-sentence.ts';
import type { VariableChoice } from '#features/design/variable-choices.ts';
import { language } from '#text/language.svelte.ts';
import { deckDesign } from '../../core/design/deck-design.ts';

const [dormancy, points] = deckDesign.attributes;
if (!dormancy || !points) throw new Error('The deck has two attributes.');

const lastPurchase: VariableChoice = {
  key: 'customers.last_purchase_date',
  variable: dormancy.variable,
  label: '마지막 구매일',
  listed: '마지막 구매일',
  group: 'customers',
  kind: 'date',
  whole: true,
  boolean: false,
};
const region = { ...lastPurchase, label: '지역', kind: 'category' as const };
const own = (value: string) => value;

afterEach(() => {
  language.code = 'ko';
});

describe('what a level covers', () => {
  it('names both ends of whole numbers', () => {
    const words = [0, 1, 2].map((level) => levelWords(points, level, [], true, own));
    expect(words).toEqual(['3,000 미만', '3,000–9,999', '10,000 이상']);
  });

  it('does not invent an end for numbers with a fraction', () => {
    expect(levelWords(points, 1, [], false, own)).toBe('3,000 이상 10,000 미만');
  });

  it('begins with the months that a filter on the same date lets through', () => {
    const filter: Filter = { kind: 'months-since', variable: dormancy.variable, from: 1, to: null };
    expect(levelWords(dormancy, 0, [filter], true, own)).toBe('1–2개월');
    expect(levelWords(dormancy, 0, [], true, own)).toBe('3개월 미만');
    expect(levelWords(dormancy, 0, [{ ...filter, from: 5 }], true, own)).toBe('3개월 미만');
  });

  it('is known in both languages, the reader’s first', () => {
    language.code = 'en';
    const names = rangeNames('months-since', true)({ from: 6, below: null });
    expect(names).toEqual(['6 months or more', '6개월 이상']);
  });
});

describe('a filter as a sentence', () => {
  const months: Filter = { kind: 'months-since', variable: dormancy.variable, from: 1, to: null };
  const values: Filter = {
    kind: 'category',
    variable: dormancy.variable,
    values: ['서울', '경기', '부산', '대구', '광주', '대전'],
  };

  it('says months in completed months', () => {
    expect(filterSentence(months, lastPurchase)).toBe('마지막 구매일이 만 1개월 이상 지난 고객');
    expect(filterSentence({ ...months, to: 5 }, lastPurchase)).toBe(
      '마지막 구매일부터 만 1~5개월이 지난 고객',
    );
  });

  it('names a few values and counts the others', () => {
    expect(filterSentence({ ...values, values: ['서울', '경기'] }, region)).toBe(
      '지역이 서울, 경기인 고객',
    );
    expect(filterSentence(values, region)).toBe(
      '지역이 서울, 경기, 부산, 대구 외 2개 중 하나인 고객',
    );
  });

  it('says numbers with their limits', () => {
    const number = { kind: 'number', variable: dormancy.variable } as const;
    const spend = { ...lastPurchase, label: '구매 금액', kind: 'number' as const };
    expect(filterSentence({ ...number, from: 10_000, below: null }, spend)).toBe(
      '구매 금액이 10,000 이상',
    );
    expect(filterSentence({ ...number, from: 0, below: 10_000 }, spend)).toBe(
      '구매 금액이 0 이상 10,000 미만',
    );
  });
});
