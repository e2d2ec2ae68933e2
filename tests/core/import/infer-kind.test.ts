import { describe, expect, it } from 'vitest';
import { inferKind } from '#core/import/infer-kind.ts';

describe('the kind of a column', () => {
  it.each([
    ['points', ['12,300', '0', '5'], 'integer'],
    ['spend', ['0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '29.99'], 'decimal'],
    ['rate', ['0%', '100%'], 'decimal'],
    ['매출', ['1000만원', '1억'], 'integer'],
    ['연봉', ['3.5만', '1.00005만'], 'decimal'],
    ['증감', ['△1,200', '300', '(5)', '12-'], 'integer'],
    ['visit', ['0', '1', '0'], 'boolean'],
    ['visit', ['1.0', '0.0', ''], 'boolean'],
    ['mens', ['0', '1', '0'], 'integer'],
    ['구매여부', ['0', '1'], 'boolean'],
    ['구매금액', ['0', '0'], 'integer'],
    ['수신동의', ['Y', 'N'], 'boolean'],
    ['수신여부', ['수신', '거부'], 'boolean'],
    ['마케팅', ['동의', '미동의'], 'boolean'],
    ['마케팅', ['동의', '수신거부'], 'text'],
    ['앱 푸시', ['허용', '차단', '거부'], 'boolean'],
    ['쿠폰', ['사용', '미사용', '-'], 'boolean'],
    ['자녀', ['있음', '없음'], 'boolean'],
    ['자녀', ['유', '무'], 'boolean'],
    ['경로', ['구매', '방문', '미구매'], 'text'],
    ['방문횟수', ['0', '1'], 'integer'],
    ['등급', ['O', 'X'], 'boolean'],
    ['등급', ['○', 'x', 'O', '×'], 'boolean'],
    ['axis', ['x', 'y', 'x'], 'text'],
    ['visit', ['x', 'y'], 'text'],
    ['동의', ['O', 'X', 'Y', 'N'], 'text'],
    ['동의', ['Y', 'no', 'YES', 'n'], 'boolean'],
    ['동의', ['예', '아니요', 'Y'], 'text'],
    ['sex', ['t', 'n'], 'text'],
    ['grade', ['O', 'O', 'O', 'O', 'O', 'O', 'O', 'O', 'O', 'A'], 'text'],
    ['방문', ['Y', 'Y'], 'boolean'],
    ['order_date', ['20261122', '20260105'], 'date'],
    ['SALE_YMD', ['20261122'], 'date'],
    ['code', ['20261122', '20260105'], 'text'],
    ['last', ['2026-11-22', '2026-02-30'], 'date'],
    ['주문일시', ['2026-11-22 오후 3:20', '2026-11-23 오전 9:05'], 'date'],
    ['name', ['김', '이'], 'text'],
    ['version', ['1.2.3', '10.0.1'], 'text'],
    ['주소', ['12-3-4', '5-1-10'], 'text'],
    ['연령대', ['20대', '30대'], 'text'],
    ['호실', ['101호', '202호'], 'text'],
    ['code', ['12-11-10', '10-05-03'], 'text'],
    ['price', ['2026.13', '2026.10'], 'decimal'],
    ['복수응답', ['1,3', '2,4'], 'text'],
    ['국가', ['NA', 'EU', 'NA'], 'text'],
    ['empty', ['', ' '], 'text'],
  ])('of %s with %j is %s', (header, values, kind) => {
    expect(inferKind(header, values).kind).toBe(kind);
  });

  it.each([
    ['zip', ['06236', '13529'], 'leading-zeros', '06236'],
    ['phone', ['01012345678'], 'leading-zeros', '01012345678'],
    ['code', ['１００', '００７'], 'leading-zeros', '００７'],
    ['card', ['1234567890123456'], 'long-numbers', '1234567890123456'],
    ['id', ['5', '1234567890123456789'], 'long-numbers', '1234567890123456789'],
    ['mobile', ['+821012345678'], 'dialled-numbers', '+821012345678'],
    ['product', ['1205', '12E5'], 'codes-with-e', '12E5'],
    ['barcode', ['8.80123E+12', '8.80456E+12'], 'shortened-numbers', '8.80123E+12'],
    ['customer_id', ['1001', '1002'], 'identifiers', '1001'],
    ['회원번호', ['1001', '1002'], 'identifiers', '1001'],
    ['OrderNo', ['20261122', '20261123'], 'identifiers', '20261122'],
    ['zip', ['48058'], 'identifiers', '48058'],
    ['Home phone', ['2345678'], 'identifiers', '2345678'],
    ['휴대폰', ['1012345678'], 'identifiers', '1012345678'],
    [
      'id',
      [...Array.from({ length: 20 }, (_, index) => `${index + 10}`), 'A1'],
      'identifiers',
      '10',
    ],
    ['id', ['1', '2'], 'identifiers', '1'],
    ['No', ['1', '2'], 'identifiers', '1'],
    ['번호', ['1001', '1002'], 'identifiers', '1001'],
    ['기준월', ['2026.10', '2026.11'], 'year-months', '2026.10'],
    ['order', ['="2026112200001"', '="0001"'], 'quoted-formulas', '="2026112200001"'],
  ])('%s with %j stays text, and says why', (header, values, code, example) => {
    expect(inferKind(header, values)).toMatchObject({ kind: 'text', reason: { code, example } });
  });

  it('takes numbers for numbers under a header that counts', () => {
    for (const header of ['주문수', 'order_count', 'orders', 'candid', '수량', 'notes', '순위']) {
      expect(inferKind(header, ['1', '2']).kind).toBe('integer');
    }
    expect(inferKind('주문코드', ['1.5', '2.5']).kind).toBe('decimal');
  });

  it('tells the present screens why a number is kept as text', () => {
    expect(inferKind('zip', ['06236']).keptAsText).toBe('leading-zeros');
    expect(inferKind('card', ['1234567890123456789']).keptAsText).toBe('long-number');
    expect(inferKind('n', ['5']).keptAsText).toBeNull();
  });

  it('takes measurements for numbers: a sign in the exponent, or a point beside it', () => {
    expect(inferKind('dose', ['1e-05', '1.2E+08', '3']).kind).toBe('decimal');
    expect(inferKind('dose', ['12.5', '3E2']).kind).toBe('decimal');
  });

  it('is judged by nine in ten of the values that are there', () => {
    const values = [...Array.from({ length: 9 }, (_, index) => String(index + 2)), '없음', ''];
    const guess = inferKind('points', values);
    expect(guess.kind).toBe('integer');
    expect(guess.fitShare).toBeCloseTo(0.9, 12);
    expect(guess.emptyShare).toBeCloseTo(1 / 11, 12);
    expect(guess.notes).toEqual([{ code: 'unfit', count: 1, example: '없음' }]);
  });

  it('names the kind that most values are of where too few are', () => {
    expect(inferKind('points', ['1', '2', '3', '없음'])).toMatchObject({
      kind: 'text',
      reason: { code: 'too-few-fit', kind: 'integer', fitShare: 0.75, example: '없음' },
    });
    expect(inferKind('day', ['2026-11-22', '2026-11-23', '미정'])).toMatchObject({
      kind: 'text',
      reason: { code: 'too-few-fit', kind: 'date', example: '미정' },
    });
  });
});

describe('the reason for a kind', () => {
  it.each([
    ['동의', ['Y', 'N', 'Y'], { code: 'yes-no', words: ['Y', 'N'], isByHeader: false }],
    ['동의', ['1', '0'], { code: 'yes-no', words: ['1', '0'], isByHeader: true }],
    ['n', ['3', '4'], { code: 'whole-numbers', example: '3' }],
    ['n', ['3', '4.5'], { code: 'decimals', example: '4.5' }],
    ['n', ['15%'], { code: 'percentages', example: '15%', value: 0.15 }],
    ['n', ['5', '1000만원'], { code: 'korean-amounts', example: '1000만원', value: 10_000_000 }],
    ['n', ['5', '1.234,5'], { code: 'decimal-comma', example: '1.234,5', value: 1234.5 }],
    ['d', ['2026. 1. 5.'], { code: 'dates', example: '2026. 1. 5.', iso: '2026-01-05' }],
    ['a', ['', 'NULL'], { code: 'no-values' }],
    ['a', ['x', '김'], { code: 'words', example: 'x' }],
    [
      'reg_date',
      ['20261122'],
      { code: 'eight-digit-dates', example: '20261122', iso: '2026-11-22' },
    ],
    [
      'orderDate',
      ['46348.5'],
      { code: 'serial-dates', example: '46348.5', iso: '2026-11-22 12:00:00' },
    ],
  ])('of %s with %j', (header, values, reason) => {
    expect(inferKind(header, values).reason).toEqual(reason);
  });

  it('says which date decided the order of day and month', () => {
    expect(inferKind('day', ['03/04/2026', '22/11/2026'])).toMatchObject({
      kind: 'date',
      format: { dateOrder: 'day-first' },
      reason: {
        code: 'ordered-dates',
        order: 'day-first',
        decidedBy: '22/11/2026',
        iso: '2026-04-03',
      },
    });
    expect(inferKind('day', ['03/04/2026', '11/22/2026'])).toMatchObject({
      kind: 'date',
      format: { dateOrder: 'month-first' },
      reason: { code: 'ordered-dates', order: 'month-first', decidedBy: '11/22/2026' },
    });
  });

  it('asks where day and month could change places, and where dates contradict each other', () => {
    expect(inferKind('order_date', ['05/05/2026', '03/04/2026'])).toMatchObject({
      kind: 'text',
      format: { dateOrder: null },
      reason: {
        code: 'open-order',
        example: '03/04/2026',
        readings: [
          { order: 'month-first', iso: '2026-03-04' },
          { order: 'day-first', iso: '2026-04-03' },
        ],
      },
    });
    expect(inferKind('order_date', ['22/11/2026', '11/23/2026'])).toMatchObject({
      kind: 'text',
      format: { dateOrder: null },
      reason: { code: 'contradictory-order', one: '22/11/2026', other: '11/23/2026' },
    });
  });

  it('asks about a column, and not about a few stray dates in it', () => {
    const days = Array.from({ length: 19 }, (_, index) => `2026-01-${index + 10}`);
    expect(inferKind('order_date', [...days, '03/04/2026'])).toMatchObject({
      kind: 'date',
      fitShare: 0.95,
      reason: { code: 'dates' },
      notes: [{ code: 'unfit', count: 1, example: '03/04/2026' }],
    });
    expect(inferKind('order_date', [...days.slice(0, 5), '03/04/2026']).reason.code).toBe(
      'open-order',
    );
  });

  it('takes short years with points for Korean dates, and asks where they have slashes', () => {
    expect(inferKind('가입일', ['26.11.12', '25.01.05'])).toMatchObject({
      kind: 'date',
      format: { dateOrder: 'year-first', firstYear: 1970 },
      reason: { code: 'short-years', order: 'year-first', firstYear: 1970, iso: '2026-11-12' },
    });
    expect(inferKind('생년월일', ['65.03.12'])).toMatchObject({
      format: { firstYear: 1930 },
      reason: { code: 'short-years', iso: '1965-03-12' },
    });
    expect(inferKind('가입일', ['26/11/12', '25/01/05']).reason.code).toBe('open-order');
    expect(inferKind('가입일', ['26/11/12', '99/01/05'])).toMatchObject({
      kind: 'date',
      reason: { code: 'short-years', order: 'year-first' },
    });
    expect(inferKind('day', ['11/22/26', '1/5/26'])).toMatchObject({
      kind: 'date',
      reason: { code: 'short-years', order: 'month-first', iso: '2026-11-22' },
    });
  });

  it("takes numbers for Excel's dates on the word of the header only", () => {
    expect(inferKind('구매일', ['46348', '46000'])).toMatchObject({
      kind: 'date',
      format: { serials: '1900' },
    });
    for (const header of ['금액', 'update_count', 'lifetime_value', '누적일', 'candidate']) {
      expect(inferKind(header, ['46348', '46000']).kind).toBe('integer');
    }
    expect(inferKind('구매일', ['46348', '12']).kind).toBe('integer');
    expect(inferKind('구매일', ['46348', '03/04/2026']).kind).toBe('text');
  });

  it('keeps the way to read numbers as dates for a reader who says that they are', () => {
    expect(inferKind('값', ['46348', '46000'])).toMatchObject({
      kind: 'integer',
      format: { serials: '1900' },
    });
    expect(inferKind('값', ['46348', '5']).format.serials).toBeNull();
  });
});

describe('what else is said about a column', () => {
  it('how many values stand for a missing one, by kind', () => {
    expect(inferKind('n', ['5', '-', 'NA', 'NULL', ''])).toMatchObject({
      kind: 'integer',
      emptyShare: 0.8,
      notes: [{ code: 'missing', count: 3, markers: ['-', 'NA', 'NULL'] }],
    });
    expect(inferKind('region', ['NA', '서울', 'NULL', ''])).toMatchObject({
      kind: 'text',
      emptyShare: 0.5,
      notes: [{ code: 'missing', count: 1, markers: ['NULL'] }],
    });
  });

  it('that dates carry times and offsets', () => {
    const values = ['2026-11-22T10:20:30Z', '2026-11-22T10:20:30+09:00', '2026-11-22'];
    expect(inferKind('at', values).notes).toEqual([
      { code: 'times', count: 2, example: values[0] },
      { code: 'offsets', count: 2, example: values[0], offsets: [0, 540] },
    ]);
  });

  it('what a triangle means', () => {
    expect(inferKind('증감', ['▲5', '3'])).toMatchObject({
      format: { triangles: 'minus' },
      notes: [{ code: 'triangles', meaning: 'minus', example: '▲5' }],
    });
    expect(inferKind('증감', ['▲5', '▼3'])).toMatchObject({
      format: { triangles: 'rise' },
      notes: [{ code: 'triangles', meaning: 'rise', example: '▲5' }],
    });
  });

  it.each([
    [
      ['12,300원', '3만원', '5,000원'],
      [
        ['원', 2, '12,300원'],
        ['만원', 1, '3만원'],
      ],
    ],
    [
      ['15%', '0.2'],
      [
        ['%', 1, '15%'],
        ['', 1, '0.2'],
      ],
    ],
    [
      ['$5', '₩5,000', '5,000원'],
      [
        ['원', 2, '₩5,000'],
        ['$', 1, '$5'],
      ],
    ],
    [
      ['$5', '5'],
      [
        ['$', 1, '$5'],
        ['', 1, '5'],
      ],
    ],
    [
      ['3개', '5명'],
      [
        ['개', 1, '3개'],
        ['명', 1, '5명'],
      ],
    ],
    [
      ['1억', '5,000만'],
      [
        ['억', 1, '1억'],
        ['만', 1, '5,000만'],
      ],
    ],
    [['12,300원', '5000', '₩700', 'KRW 10'], []],
    [['1,250점', '0'], []],
    [['1만원', '2만원'], []],
    [['15%', '0', '0.0'], []],
    [['3만원', '0'], []],
    [['1', '-2', '3.5'], []],
  ])('which units %j are written in', (values, units) => {
    const found = inferKind('n', values).mixedUnits;
    expect(found.map(({ unit, count, example }) => [unit, count, example])).toEqual(units);
  });
});
