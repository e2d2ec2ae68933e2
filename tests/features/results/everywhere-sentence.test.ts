import { afterEach, describe, expect, it } from 'vitest';
import { refuse, succeed } from '#core/result.ts';
import { analyseExperiment } from '#core/results/compare-arms.ts';
import {
  everywhereAnswer,
  noticingPowers,
  type EverywhereAnswer,
} from '#core/results/everywhere-answer.ts';
import { readStrataWarnings } from '#core/results/simpson-reading.ts';
import type { AnalysisPlan, ExperimentTotals } from '#core/results/analysis.ts';
import { ArmIdentities } from '#features/results/arm-identity.ts';
import { everywhereSentence } from '#features/results/everywhere-sentence.ts';
import { formatFigure } from '#text/format.ts';
import { language, type LanguageCode } from '#text/language.svelte.ts';
import {
  admissions,
  columnsPlan,
  plantedArms,
  plantedByColumns,
} from '../../core/results/planted-experiment.ts';

function sentence(answer: EverywhereAnswer, code: LanguageCode, arms = plantedArms): string {
  language.code = code;
  const control = arms[0] ?? '';
  return everywhereSentence(answer, {
    control,
    identities: new ArmIdentities(arms, control, null),
    write: (value, kind) => formatFigure(value, kind, code, 'KRW'),
  });
}

function answerOf(totals: ExperimentTotals, plan: AnalysisPlan): EverywhereAnswer {
  const analysis = analyseExperiment(totals, plan);
  if (!analysis.ok) throw new Error(analysis.problem.code);
  const powers = noticingPowers(totals, plan, analysis.value);
  const warnings = readStrataWarnings(totals, plan);
  return everywhereAnswer(analysis.value, totals.strata.length, powers, warnings);
}

const at = (power: number) => ({
  attribute: '등급',
  alpha: 0.05,
  power: succeed({ power, level: '상' }),
});

describe('"same everywhere, or not?" in one sentence', () => {
  const before = language.code;
  afterEach(() => {
    language.code = before;
  });

  it('gives each level its carrot in the sample', () => {
    const answer = answerOf(plantedByColumns, columnsPlan);
    expect(sentence(answer, 'ko')).toBe(
      '어디서나 같지 않습니다. 어느 캐럿이 좋은지가 points_cell에 따라 다르니, points_cell ‘high\u2060·\u2060mid’ 고객에게는 POINT, ‘low’ 고객에게는 COUPON을(를) 주세요.',
    );
    expect(sentence(answer, 'en')).toBe(
      'Not the same everywhere: which carrot is best depends on points_cell. Give POINT where points_cell is high or mid and COUPON where it is low.',
    );
  });

  it('says at Berkeley that the whole looks the wrong way round', () => {
    const answer = answerOf(admissions, {
      ...columnsPlan,
      control: 'men',
      strata: { kind: 'columns', columns: ['department'] },
    });
    expect(sentence(answer, 'ko', ['men', 'K'])).toMatch(
      /^합쳐 보면 거꾸로 보입니다\. .*-14\.2%p이지만.*\+1\.8%p입니다\./,
    );
    expect(sentence(answer, 'en', ['men', 'K'])).toMatch(
      /^Put together, it looks the wrong way round: K is -14\.2 pp from men, but \+1\.8 pp once/,
    );
  });

  const others: readonly (readonly [string, EverywhereAnswer, string, string])[] = [
    ['no strata', { code: 'not-asked' }, '층 없이 읽었습니다', 'read without strata'],
    ['one stratum', { code: 'one-stratum' }, '모두 한 층에 있어', 'in one stratum'],
    [
      'no level with a carrot to give',
      {
        code: 'differs',
        differing: [{ attribute: '등급', pValueAdjusted: 0.01, bestByLevel: [] }],
      },
      '대조군보다 나은 캐럿이 있는 곳은 없습니다',
      'none beats the control',
    ],
    [
      'strength',
      {
        code: 'strength-differs',
        attributes: ['등급', '지역'],
        most: { level: '상', difference: 0.13 },
        least: { level: '하', difference: 0.015 },
      },
      '가장 나은 캐럿은 어디서나 같습니다. 효과가 가장 큰 곳은 ‘상’(+13.0%p), 가장 작은 곳은 ‘하’(+1.5%p)입니다',
      'It adds most where that is 상 (+13.0 pp) and least where it is 하 (+1.5 pp)',
    ],
    [
      'nothing computable',
      { code: 'not-computable', attribute: '등급', problem: { code: 'too-few-levels' } },
      '계산할 수 없습니다',
      'only one level',
    ],
    [
      'low power: the lowest is told',
      { code: 'cannot-tell', weak: [at(0.7), at(0.21)] },
      '‘상’에서 아무 효과가 없었더라도 이 실험이 그것을 찾아낼 확률은 21.0%뿐입니다',
      'with a chance of only 21.0%',
    ],
    [
      'an attribute that could not be tested comes before low power',
      {
        code: 'cannot-tell',
        weak: [at(0.1), { attribute: '지역', alpha: 0.05, power: refuse({ code: 'separated' }) }],
      },
      '지역에 따른 차이를 찾아낼 수 있었는지 말할 수 없습니다',
      'one along 지역 would have been noticed',
    ],
    [
      'the same',
      { code: 'same', powers: [at(0.99), at(0.85)] },
      '85.0% 이상의 확률로 찾아냈을',
      'a chance of at least 85.0%',
    ],
  ];

  it.each(others)('says what holds and what to do: %s', (_, answer, korean, english) => {
    expect(sentence(answer, 'ko')).toContain(korean);
    expect(sentence(answer, 'en')).toContain(english);
  });
});
