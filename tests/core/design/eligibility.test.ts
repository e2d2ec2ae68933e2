import { describe, expect, it } from 'vitest';
import { consentKind } from '#core/design/consent-columns.ts';
import type { QuotaCounts } from '#core/design/design.ts';
import { checkDesign } from '#core/design/design-checks.ts';
import {
  movedRule,
  noneOfThose,
  onlyThose,
  soleCondition,
  type Condition,
  type EligibilityRule,
} from '#core/design/eligibility.ts';
import { deckDesign, deckPopulationInBandingOrder } from './deck-design.ts';

const stage = { from: 'stage' } as const;
const inStage = (value: string): Condition => ({
  kind: 'category',
  variable: stage,
  values: [value],
  drawn: null,
});
const counted = { removed: 0, left: 9, removesAlone: 0, isLost: false };
const quota: QuotaCounts = {
  customers: 24_000,
  rules: [counted],
  relief: null,
  eligible: 13_712,
  inOtherExperiments: 0,
  unclassified: 0,
  population: deckPopulationInBandingOrder,
};

const problems = (eligibility: readonly EligibilityRule[], counts: QuotaCounts | null = null) =>
  checkDesign({ ...deckDesign, eligibility }, counts).map(({ problem }) => problem);

describe('rules', () => {
  it('change places, and stay where there is no place', () => {
    const rules = ['a', 'b', 'c'].map((value) => onlyThose(inStage(value)));
    expect(movedRule(rules, 2, 0)).toEqual([rules[2], rules[0], rules[1]]);
    expect(movedRule(rules, 0, 1)).toEqual([rules[1], rules[0], rules[2]]);
    expect(movedRule(rules, 0, -1)).toBe(rules);
    expect(movedRule(rules, 2, 3)).toBe(rules);
  });

  it('have a sole condition where they include by one', () => {
    expect(soleCondition(onlyThose(inStage('new')))).toEqual(inStage('new'));
    expect(soleCondition(noneOfThose(inStage('new')))).toBeNull();
    expect(soleCondition({ isOn: true, exclude: false, any: [inStage('a'), inStage('b')] })).toBeNull(); // prettier-ignore
  });

  it.each<[string, Condition[], string[]]>([
    ['no condition', [], ['rule-without-conditions']],
    ['no values', [{ kind: 'category', variable: stage, values: [], drawn: null }], ['filter-without-values']], // prettier-ignore
    ['crossed days', [{ kind: 'days-since', variable: stage, from: 8, to: 7 }], ['filter-range-empty']], // prettier-ignore
    ['only the future', [{ kind: 'days-since', variable: stage, from: null, to: -1 }], ['filter-range-empty']], // prettier-ignore
    ['half a day', [{ kind: 'listed', table: 't', customerColumn: 'c', within: { dateColumn: 'd', days: 1.5 } }], ['days-not-whole']], // prettier-ignore
    ['a day that is today', [{ kind: 'listed', table: 't', customerColumn: 'c', within: { dateColumn: 'd', days: 0 } }], []], // prettier-ignore
    ['missing and running', [{ kind: 'missing', variable: stage }, { kind: 'running-experiment' }], []], // prettier-ignore
  ])('with %s', (_name, any, codes) => {
    const rule = { isOn: true, exclude: false, any };
    expect(problems([rule]).map(({ code }) => code)).toEqual(codes);
    expect(problems([{ ...rule, isOn: false }])).toEqual([]);
  });

  it('that lost their data are named by their place', () => {
    const lost = { ...counted, isLost: true };
    const rules = [onlyThose(inStage('new')), onlyThose(inStage('active'))];
    expect(problems(rules, { ...quota, rules: [counted, lost] })).toEqual([
      { code: 'rule-data-missing', position: 1 },
    ]);
  });

  it('that leave nobody are named with what would help', () => {
    const rules = [onlyThose(inStage('new')), onlyThose(inStage('active'))];
    const empty = { ...quota, eligible: 0, population: quota.population.map(() => 0) };
    const relief = { rules: [1], customers: 634 };
    const counts = [counted, { ...counted, left: 0 }];
    expect(problems(rules, { ...empty, rules: counts, relief })[0]).toEqual({
      code: 'rules-leave-nobody',
      position: 1,
      relief,
    });
    expect(problems([], { ...empty, rules: [] })[0]).toEqual({ code: 'no-eligible' });
    expect(problems([], { ...empty, rules: [], eligible: 5 })[0]).toEqual({
      code: 'nobody-in-a-cell',
      eligible: 5,
    });
  });

  it('warn of customers who are in another experiment', () => {
    expect(problems([], { ...quota, inOtherExperiments: 70 })).toEqual([
      { code: 'in-other-experiments', customers: 70, eligible: 13_712 },
    ]);
  });
});

describe('a column of consent', () => {
  it.each([
    ['SMS 수신동의', 'consent'],
    ['마케팅 수신 동의여부', 'consent'],
    ['consent_email', 'consent'],
    ['Opt-In', 'consent'],
    ['subscribed', 'consent'],
    ['수신거부', 'refusal'],
    ['연락금지', 'refusal'],
    ['do_not_contact', 'refusal'],
    ['Do Not E-mail', 'refusal'],
    ['DNC', 'refusal'],
    ['unsubscribed', 'refusal'],
    ['opt_out', 'refusal'],
    ['개인정보 수집 동의', null],
    ['privacy_consent', null],
    ['region', null],
    ['내용', null],
  ])('%s is %s', (header, kind) => {
    expect(consentKind(header)).toBe(kind);
  });
});
