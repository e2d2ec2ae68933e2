import { afterEach, describe, expect, it } from 'vitest';
import { defaultFormat } from '#core/import/column-format.ts';
import { inferKind } from '#core/import/infer-kind.ts';
import { mixedUnitsSentence, noteSentence, reasonSentence } from '#text/column-reason.ts';
import { language } from '#text/language.svelte.ts';

afterEach(() => {
  language.code = 'ko';
});

/** One column for every reason that the inference has, with what is said of it. */
const columns: readonly (readonly [
  header: string,
  values: string[],
  korean: string,
  english: string,
])[] = [
  ['a', [''], '살펴본 범위에 값이 없어', 'No values'],
  ['동의', ['Y', 'N'], 'Y, N처럼 적힌 값을 예/아니요로 읽습니다.', 'Y, N are read as yes and no.'],
  ['동의', ['1', '0'], '열 이름으로 보아 1, 0처럼 적힌 값을 예/아니요로', '1, 0 means yes or no'],
  ['d', ['2026-11-22'], '2026-11-22처럼 적힌 날짜', 'Dates written like 2026-11-22'],
  ['d', ['2026. 1. 5.'], '2026. 1. 5.는 2026-01-05입니다', '2026. 1. 5. is 2026-01-05'],
  ['구매일', ['20261122'], '20261122는 2026-11-22입니다', '20261122 is 2026-11-22'],
  ['구매일', ['46348'], '46348은 2026-11-22입니다', '46348 is 2026-11-22'],
  [
    'd',
    ['03/04/2026', '22/11/2026'],
    '22/11/2026 같은 값이 있어 일/월/연 순서로 정했습니다. 03/04/2026은 2026-04-03입니다.',
    'A value like 22/11/2026 can only be day/month/year. So 03/04/2026 is 2026-04-03.',
  ],
  ['d', ['26.11.22'], '연/월/일 순서로 읽고, 두 자리 연도는 1970~2069년', 'meaning 1970 to 2069'],
  [
    'd',
    ['03/04/2026'],
    '2026-03-04(월/일/연) 또는 2026-04-03(일/월/연)일 수 있으니',
    '2026-03-04 (month/day/year) or 2026-04-03 (day/month/year)',
  ],
  [
    'd',
    ['22/11/2026', '11/23/2026'],
    '같은 순서의 날짜일 수 없습니다',
    'cannot be in the same order',
  ],
  ['n', ['5'], '5처럼 소수점 아래가 없는', 'Whole numbers like 5'],
  ['n', ['5.5'], '5.5처럼 소수점 아래가 있는', 'decimals like 5.5'],
  ['n', ['15%'], '15%는 0.15입니다', '15% is 0.15'],
  ['n', ['1억 2,000만원'], '1억 2,000만원은 120,000,000입니다', '1억 2,000만원 is 120,000,000'],
  ['n', ['1.234,56'], '1.234,56은 1,234.56입니다', '1.234,56 is 1,234.56'],
  ['n', ['김'], '“김”처럼 글자로', 'Text like “김”'],
  ['n', ['007'], '007처럼 0으로 시작하는', 'Values like 007 begin with zeros'],
  ['n', ['1234567890123456'], '열여섯 자리 이상', '16 digits or more'],
  ['n', ['+821012345678'], '국가 번호', 'country code'],
  [
    '회원번호',
    ['1001'],
    '1001 같은 번호는 더하거나 빼는 수가 아니라',
    'Numbers like 1001 name something',
  ],
  ['n', ['2026.10'], '2026.10처럼 연도와 월을', 'Values like 2026.10 are a year and a month'],
  ['n', ['="007"'], '="007"처럼 숫자로 바뀌지 않게', 'Values like ="007" are wrapped'],
  ['n', ['12E5'], '12E5처럼 지수로', 'Values like 12E5'],
  ['n', ['8.80123E+12'], '엑셀이 줄여서', 'Excel has shortened'],
  [
    'n',
    ['1', '2', '3', '없음'],
    '정수인 값이 75.0%뿐이고 “없음”',
    'Only 75.0% of the values are whole numbers',
  ],
];

describe('why a column is of its kind', () => {
  it.each(columns)('%s with %j is said in both languages', (header, values, korean, english) => {
    const { reason } = inferKind(header, values);
    expect(reasonSentence(reason)).toContain(korean);
    language.code = 'en';
    expect(reasonSentence(reason)).toContain(english);
  });

  it('says that only one order fits where no single value decides', () => {
    const fits = {
      code: 'ordered-dates',
      order: 'day-first',
      decidedBy: null,
      example: 'A',
      iso: 'B',
    } as const;
    expect(reasonSentence(fits)).toBe('모든 값에 맞는 순서는 일/월/연뿐입니다. A는 B입니다.');
  });

  it('cuts what is quoted from the file', () => {
    const { reason } = inferKind('memo', ['긴 글 '.repeat(1000)]);
    expect(reasonSentence(reason).length).toBeLessThan(80);
  });
});

describe('what else is said of a column', () => {
  it.each([
    ['at', ['2026-11-22 10:20'], '시각이 함께 적힌 값 1개는', 'time of day (1)'],
    ['n', ['▲5'], '마이너스로 읽습니다. 예: ▲5', 'minus, as in Korean accounts: ▲5'],
    ['n', ['▲5', '▼3'], '▲와 △는 증가', '▲ and △ are read as rises'],
    ['n', ['5', '-', 'NULL'], '“-”, “NULL”처럼 값이 없다는 뜻으로 적힌 2개', '(“-”, “NULL”): 2'],
    ['n', [...'123456789', '없음'], '“없음”처럼 이 종류로 읽을 수 없는 값이 1개', 'like “없음”: 1'],
  ])('%s with %j', (header, values, korean, english) => {
    const { notes, format } = inferKind(header, values);
    expect(notes.map((note) => noteSentence(note, format)).join(' ')).toContain(korean);
    language.code = 'en';
    expect(notes.map((note) => noteSentence(note, format)).join(' ')).toContain(english);
  });

  it('whether times keep the clock of the file or are converted', () => {
    const { notes, format } = inferKind('at', ['2026-11-22T10:20Z', '2026-11-22T10:20-03:30']);
    const said = (zone: string) =>
      notes.map((note) => noteSentence(note, { ...format, zone })).join(' ');
    expect(said('as-written')).toContain('시간대(-03:30, UTC)가 적힌 값이 2개 있습니다');
    expect(said('Asia/Seoul')).toContain('Asia/Seoul 시각으로 바꾸어');
    expect(defaultFormat.zone).toBe('as-written');
  });

  it('which units are mixed', () => {
    const units = inferKind('n', ['15%', '0.2', '0.3']).mixedUnits;
    expect(mixedUnitsSentence(units)).toContain('단위 없음 2개(0.2), % 1개(15%)');
    language.code = 'en';
    expect(mixedUnitsSentence(units)).toContain('no unit × 2 (0.2), % × 1 (15%)');
  });
});
