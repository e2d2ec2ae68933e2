import { afterEach, describe, expect, it } from 'vitest';
import { onlyThose, type Condition, type EligibilityRule } from '#core/design/eligibility.ts';
import { levelWords, rangeNames } from '#features/design/range-words.ts';
import { conditionSentence, ruleSentence } from '#features/design/rule-sentence.ts';
import type { VariableChoice } from '#features/design/variable-choices.ts';
import { language, loadCatalogue } from '#text/language.svelte.ts';
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

  it('begins with the months that a rule on the same date lets through', () => {
    const rule = (from: number): EligibilityRule =>
      onlyThose({ kind: 'months-since', variable: dormancy.variable, from, to: null });
    expect(levelWords(dormancy, 0, [rule(1)], true, own)).toBe('1–2개월');
    expect(levelWords(dormancy, 0, [], true, own)).toBe('3개월 미만');
    expect(levelWords(dormancy, 0, [rule(5)], true, own)).toBe('3개월 미만');
  });

  it('is known in both languages, the reader’s first', () => {
    language.code = 'en';
    const names = rangeNames('months-since', true)({ from: 6, below: null });
    expect(names).toEqual(['6 months or more', '6개월 이상']);
  });
});

describe('a rule as a sentence', () => {
  const tables = [{ name: 'data_3', label: '접촉.csv' }];
  const said = (condition: Condition, choice: VariableChoice) =>
    conditionSentence(condition, { choices: [choice], tables });
  const months = { kind: 'months-since', variable: dormancy.variable, from: 1, to: null } as const;
  const values: Extract<Condition, { kind: 'category' }> = {
    kind: 'category',
    variable: dormancy.variable,
    values: ['서울', '경기', '부산', '대구', '광주', '대전'],
    drawn: null,
  };

  it('says months in completed months', () => {
    expect(said(months, lastPurchase)).toBe('마지막 구매일이 만 1개월 이상 지난 고객');
    expect(said({ ...months, to: 5 }, lastPurchase)).toBe(
      '마지막 구매일부터 만 1~5개월이 지난 고객',
    );
  });

  it('names a few values and counts the others', () => {
    expect(said({ ...values, values: ['서울', '경기'] }, region)).toBe('지역이 서울, 경기인 고객');
    expect(said(values, region)).toBe('지역이 서울, 경기, 부산, 대구 외 2개 중 하나인 고객');
  });

  it('says numbers with their limits', () => {
    const number = { kind: 'number', variable: dormancy.variable } as const;
    const spend = { ...lastPurchase, label: '구매 금액', kind: 'number' as const };
    expect(said({ ...number, from: 10_000, below: null }, spend)).toBe('구매 금액이 10,000 이상');
    expect(said({ ...number, from: 0, below: 10_000 }, spend)).toBe(
      '구매 금액이 0 이상 10,000 미만',
    );
  });

  it('says days, gaps, other tables and experiments', () => {
    const days = { ...months, kind: 'days-since' } as const;
    expect(said(days, lastPurchase)).toBe('마지막 구매일부터 1일 이상 지난 고객');
    expect(said({ ...days, from: null, to: 30 }, lastPurchase)).toBe(
      '마지막 구매일이 30일 이내인 고객',
    );
    expect(said({ kind: 'missing', variable: dormancy.variable }, lastPurchase)).toBe(
      '마지막 구매일 값이 없는 고객',
    );
    const listed = { kind: 'listed', table: 'data_3', customerColumn: 'id', within: null } as const;
    expect(said(listed, region)).toBe('“접촉.csv”에 있는 고객');
    expect(said({ ...listed, within: { dateColumn: 'sent', days: 30 } }, region)).toBe(
      '“접촉.csv”에 최근 30일 안의 기록(sent)이 있는 고객',
    );
    expect(said({ ...listed, table: 'data_9' }, region)).toBe('“없어진 표”에 있는 고객');
  });

  it('joins alternatives and says what it keeps out, in both languages', async () => {
    const rule: EligibilityRule = {
      isOn: true,
      exclude: true,
      any: [
        { ...values, values: ['부산'] },
        { ...values, values: ['서울', '대구'], drawn: { seed: '7', of: 9 } },
        { kind: 'running-experiment' },
      ],
    };
    const words = { choices: [region], tables };
    expect(ruleSentence(rule, words)).toBe(
      '지역이 부산인 고객 또는 지역이 무작위로 뽑은 서울, 대구인 고객 (값 9개 중) 또는 진행 중인 다른 실험의 명단에 있는 고객 제외',
    );
    await loadCatalogue('en');
    language.code = 'en';
    expect(ruleSentence(rule, words)).toBe(
      'Not: 지역 is 부산, or 지역 is 서울, 대구, drawn at random from 9 values, or On the list of another running experiment',
    );
  });
});
