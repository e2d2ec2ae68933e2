import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '#core/design/questions/question.ts';
import { refuse, succeed } from '#core/result.ts';
import {
  answerCodes,
  type Answer,
  type AnswerCode,
  type Answered,
  type AnswerPart,
  type PartName,
} from '#core/results/answers/answer.ts';
import { answerStep } from '#core/results/answers/answer-code.ts';
import type { MoneyEstimate } from '#core/results/answers/contrast-estimate.ts';
import { answerLines } from '#features/results/answers/answer-lines.ts';
import { answerSentence, type AnswerContext } from '#features/results/answers/answer-sentence.ts';
import { answerTexts } from '#text/answers/answer-words.ts';
import { language, type LanguageCode } from '#text/language.svelte.ts';

const questions: readonly Question[] = [
  { id: 'any', kind: 'any-carrot', adjustment: 'dunnett' },
  { id: 'one', kind: 'carrot-versus-holdout', carrot: 'A' },
  { id: 'two', kind: 'carrot-versus-carrot', first: 'A', second: 'B' },
  { id: 'same', kind: 'same-everywhere', carrot: 'A', attribute: 0 },
  { id: 'same-all', kind: 'same-everywhere', carrot: null, attribute: null },
  { id: 'which', kind: 'carrot-for-customer', attribute: 0 },
  { id: 'which-cell', kind: 'carrot-for-customer', attribute: null },
  { id: 'trend', kind: 'trend', outcome: 'effect', carrot: 'A', directions: [{ attribute: 0, direction: 'rising' }] }, // prettier-ignore
  { id: 'main', kind: 'main-effect', factor: 'channel' },
  { id: 'additive', kind: 'additive', factors: ['channel', 'message'] },
];

const names: AnswerContext['names'] = {
  arm: (id) => ({ A: '쿠폰', B: '포인트' })[id] ?? null,
  attribute: () => '누적포인트',
  ends: () => ['하', '상'],
  factor: (id) => ({ channel: '매체', message: '문안' })[id] ?? null,
  cell: (cell) => `셀${cell}`,
  factorLevel: (_factor, level) => level,
  place: (name) => ('level' in name ? name.level : 'cell' in name ? `셀${name.cell}` : ''),
};
const contextOf = (code: LanguageCode): AnswerContext => ({
  names,
  control: '홀드아웃',
  language: code,
  currency: 'KRW',
  margin: 0.004,
  power: 0.8,
});

type Sign = 1 | -1 | 0;
type Money = MoneyEstimate['direction'] | 'none';

const moneyOf = (money: Money): MoneyEstimate | null =>
  money === 'none'
    ? null
    : {
        gain: { estimate: 120, interval: { low: 40, high: 200 }, direction: money },
        loss: { estimate: -120, interval: { low: -200, high: -40 }, direction: money },
        unclear: { estimate: 30, interval: { low: -90, high: 150 }, direction: money },
      }[money];

function partOf(name: PartName, sign: Sign, clear: boolean, money: Money): AnswerPart {
  const estimate = sign * 0.0312;
  const reach = clear ? 0.01 : 0.05;
  return {
    name,
    estimate,
    interval: { low: estimate - reach, high: estimate + reach },
    pValue: clear ? 0.0004 : 0.42,
    money: moneyOf(money),
  };
}

/** An answer as the rules would give it. Null where the rules never give that. */
function answerOf(
  question: Question,
  code: AnswerCode,
  sign: Sign,
  money: Money,
  several: boolean,
  canTell: boolean,
): Answer | null {
  const isTest = ['any-carrot', 'carrot-versus-holdout', 'trend'].includes(question.kind);
  if (code === 'opposite' && (!isTest || sign !== -1)) return null;
  if (code === 'yes' && (sign === 0 || (isTest && sign !== 1))) return null;
  const clear = code === 'yes' || code === 'opposite';
  const carrots: AnswerPart[] = ['A', ...(several ? ['B'] : [])].map((arm) =>
    partOf({ kind: 'arm', arm }, sign, clear, money),
  );
  const level = (at: string, arm: string | null, side: Sign): AnswerPart => ({
    ...partOf({ kind: 'level', level: at, arm }, side, false, money),
    pValue: null,
  });
  const byKind: Record<Question['kind'], AnswerPart[]> = {
    'any-carrot': carrots,
    'carrot-versus-holdout': [partOf({ kind: 'arm', arm: 'A' }, sign, clear, money)],
    'carrot-versus-carrot': [partOf({ kind: 'arm', arm: 'A' }, sign, clear, money)],
    'same-everywhere': [level('상', 'A', 1), level('하', 'A', 0)],
    'carrot-for-customer': [level('상', 'B', 1), level('하', several ? 'A' : 'B', 1)],
    trend: [partOf({ kind: 'whole' }, sign, clear, money)],
    'main-effect': [level('TM', null, 1), level('DM', null, 0)],
    additive: [],
  };
  const parts = byKind[question.kind];
  const isJoint = !isTest && question.kind !== 'carrot-versus-carrot';
  const lead: AnswerPart = isJoint
    ? { ...partOf({ kind: 'whole' }, 1, false, money), pValue: null }
    : (parts[0] as AnswerPart);
  const needed = canTell
    ? succeed({ involved: 1000, more: 3456, factor: 4.456 })
    : refuse({ code: 'nothing-to-find' });
  const pValueAdjusted = clear ? 0.0004 : 0.42;
  const judged = {
    question,
    tested: { isAlike: code === 'alike', isTooFew: code === 'too-few', needed },
    parts,
    lead,
    pValueAdjusted,
    alpha: 0.05,
  };
  const answered: Answered = {
    code,
    step: answerStep(judged, code),
    form: isJoint ? 'joint' : question.kind === 'any-carrot' ? 'many-to-one' : 'single',
    statistic: 1,
    degreesOfFreedom: 1,
    pValue: pValueAdjusted,
    pValueAdjusted,
    confidenceShare: 0.95,
    parts,
    lead,
    detectable: 0.021,
    needed,
  };
  return { question, alpha: 0.05, outcome: succeed(answered) };
}

interface Case {
  readonly question: Question;
  readonly code: AnswerCode;
  readonly sign: Sign;
  readonly money: Money;
  readonly answer: Answer;
}

/** Every combination that the rules can give. */
const cases: readonly Case[] = questions.flatMap((question) =>
  answerCodes.flatMap((code) =>
    ([1, -1, 0] as const).flatMap((sign) =>
      (['none', 'gain', 'loss', 'unclear'] as const).flatMap((money) =>
        [true, false].flatMap((several) =>
          [true, false].flatMap((canTell) => {
            const answer = answerOf(question, code, sign, money, several, canTell);
            return answer ? [{ question, code, sign, money, answer }] : [];
          }),
        ),
      ),
    ),
  ),
);

const open = { ko: /^아직 알 수 없습니다/, en: /^Cannot tell yet/ };
const chance = { ko: /우연일 수 있/, en: /may be chance/ };
const losing = { ko: /적습니다/, en: /behind/ };
const currencySign = { ko: /\d원/, en: /₩/ };
const fewer = { ko: /덜 반응|반대/, en: /fewer|reverse/ };
const more = {
  ko: /더 반응|나은 캐럿이 여럿|가설대로/,
  en: /over 홀드아웃|carrots beat|As expected/,
};
const same = { ko: /사실상|더해진다고 보아도/, en: /practical|taken to add up/i };

describe.each(['ko', 'en'] as const)('the answer to a question in words (%s)', (code) => {
  const before = language.code;
  afterEach(() => {
    language.code = before;
  });
  const all = () => {
    language.code = code;
    return cases.map((each) => ({ ...each, ...answerSentence(each.answer, contextOf(code)) }));
  };

  it('covers every combination and writes whole sentences', () => {
    expect(cases.length).toBeGreaterThan(900);
    for (const { headline, detail, code: told, question } of all()) {
      const text = `${headline} ${detail}`;
      expect(text, question.id).not.toMatch(
        /undefined|NaN|null|Infinity|\[object|⟦| {2}|\(\)|‘’|: \./,
      );
      expect(text.trim(), `${question.id} ${told}`).toMatch(/[.]$/);
      expect(headline.length).toBeGreaterThan(12);
    }
  });

  it('begins with "cannot tell yet" exactly where nothing is settled', () => {
    for (const { headline, code: told } of all())
      expect(open[code].test(headline), headline).toBe(
        told === 'cannot-tell' || told === 'too-few',
      );
  });

  it('has the right sign word, and claims no difference only within the margin', () => {
    for (const { headline, code: told, question, sign } of all()) {
      const isTest = ['any-carrot', 'carrot-versus-holdout', 'trend'].includes(question.kind);
      if (isTest && told === 'yes') expect(headline).toMatch(more[code]);
      if (isTest) expect(fewer[code].test(headline), headline).toBe(told === 'opposite');
      if (told === 'opposite') expect(headline).toMatch(/-3\.1/);
      if (question.kind === 'carrot-versus-carrot' && told === 'yes')
        expect(headline.indexOf(sign === 1 ? '쿠폰' : '포인트')).toBeLessThan(
          headline.indexOf(sign === 1 ? '포인트' : '쿠폰'),
        );
      expect(same[code].test(headline), headline).toBe(told === 'alike');
      if (told === 'yes' || told === 'opposite' || told === 'alike')
        expect(headline).not.toMatch(chance[code]);
    }
  });

  it('speaks of money only where it was read, and of a loss only where there is one', () => {
    for (const { detail, money, code: told, question, sign } of all()) {
      const shown = currencySign[code].test(detail);
      expect(shown, detail).toBe(money !== 'none' && told !== 'too-few');
      if (!shown) continue;
      if (money === 'unclear') expect(detail).toMatch(chance[code]);
      const isPair = question.kind === 'carrot-versus-carrot';
      const isArm = isPair || question.kind === 'any-carrot' || question.kind === 'carrot-versus-holdout'; // prettier-ignore
      const isLoss = money === (isPair && sign === -1 ? 'gain' : 'loss');
      if (isArm) expect(losing[code].test(detail), detail).toBe(isLoss);
    }
  });

  it('says how much more is needed where it cannot tell, and only there; the next step comes last', () => {
    const t = () => answerTexts();
    for (const { answer, detail, code: told } of all()) {
      if (!answer.outcome.ok) continue;
      const { needed, step } = answer.outcome.value;
      expect(detail.endsWith(t().step[step]), detail).toBe(true);
      const says = needed.ok ? /3,456/.test(detail) : detail.includes(t().doubt.nothing);
      expect(says, detail).toBe(told === 'cannot-tell');
    }
  });

  it('never tells to roll out what loses money or is not told', () => {
    for (const { answer, code: told, money, sign, question } of all()) {
      if (!answer.outcome.ok || answer.outcome.value.step !== 'roll-out') continue;
      expect(told).toBe('yes');
      const isTurned = question.kind === 'carrot-versus-carrot' && sign === -1;
      expect(money).not.toBe(isTurned ? 'gain' : 'loss');
    }
  });

  it('withholds every answer while an alarm stands, and says why a question has none', () => {
    language.code = code;
    const some = cases.slice(0, 5).map(({ answer }) => answer);
    const told = { answers: some, alpha: 0.05, power: 0.8, rule: 'none', weighting: 'sample', isStandard: false } as const; // prettier-ignore
    expect(answerLines({ ...told, withheld: 'broken-split' }, contextOf(code), 9)).toEqual([]);
    expect(answerLines({ ...told, withheld: null }, contextOf(code), 9)).toHaveLength(5);
    for (const problem of ['no-variation', 'unknown-arm', 'empty-groups', 'something-else']) {
      const refused = { ...(some[0] as Answer), outcome: refuse({ code: problem }) };
      const { state, headline, detail } = answerSentence(refused, contextOf(code));
      expect(state).toBe('refused');
      expect(headline.length).toBeGreaterThan(10);
      expect(detail).toBe('');
    }
  });
});
