import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonalDataKind } from '#core/import/column.ts';
import { guessPersonal } from '#core/import/guess-personal.ts';

/**
 * Headers × values, both ways: every header of a kind with every set of values that such a column holds is marked, and
 * with the values of another kind of thing it is not; headers of things are marked with none.
 */
const namesOfPeople: Record<string, readonly string[]> = {
  common: ['홍길동', '김영희', '남궁민수', '이준'],
  rare: ['뷁쀍쏗', '갉뷁쇍', '쁡뚫쒥', '똠방각'],
  hidden: ['홍*동', '김**', '남궁○수'],
  chinese: ['洪吉童', '金永熙', '李準'],
  latin: ['John Smith', 'MARY JONES', 'jean-luc picard', "sinéad o'connor", 'mCdonald RONALD'],
  reversed: ['Smith, John', 'Jones, Mary', 'Picard, Jean-Luc'],
};

const headersOfNames = [
  '이름',
  '성명',
  '성함',
  '고객명',
  '고객이름',
  '고객 성함',
  '회원명',
  '주문자',
  '주문자명',
  '구매자 이름',
  '수령인',
  '수령인명',
  '배송 수령인',
  '수취인',
  '수취인명',
  '받는분',
  '받으시는 분',
  '받는사람 이름',
  '예금주',
  '입금자명',
  '담당자명',
  '한글이름',
  '영문성명',
  '이름(필수)',
  'name',
  'Name',
  'NAME',
  'full_name',
  'customer_name',
  'CustomerName',
  'cust_nm',
  'mbr_nm',
  'Recipient Name',
  'recipient',
  'Shipping Name',
];

const marked: readonly [PersonalDataKind, readonly string[], readonly (readonly string[])[]][] = [
  ['name', headersOfNames, Object.values(namesOfPeople)],
  [
    'phone',
    ['휴대폰', '휴대폰번호', '핸드폰', '전화번호', '연락처', '연락처1', '주문자 휴대폰', 'HP', 'phone', 'Mobile No.', 'tel', 'cell', 'contact_no'], // prettier-ignore
    [
      ['010-1234-5678', '010-2222-3333'],
      ['01012345678', '01098765432'],
      ['1012345678', '1098765432'],
      ['+82 10-1234-5678', '+821098765432', '+82 (0)10-1111-2222'],
      ['02-123-4567', '031-1234-5678', '(02)123-4567', '053)123-4567', '064-123-4567'],
      ['010.1234.5678', '010 1234 5678'],
      ['010-****-5678', '010-****-1234'],
      ['070-1234-5678', '0507-1234-5678'],
      ['０１０－１２３４－５６７８'],
    ],
  ],
  [
    'email',
    ['이메일', '이메일주소', '메일', 'E-mail', 'email', 'email_addr', 'EMAIL ADDRESS', '전자우편'],
    [['hong@naver.com'], ['HONG.GD+x@Mail.Example.CO.KR', 'kim@한국.kr'], ['ho***@naver.com']],
  ],
  [
    'resident-number',
    ['주민등록번호', '주민번호', '주민등록번호(앞6-뒤7)', '외국인등록번호', 'RRN', 'resident_no'],
    [
      ['900101-1234568'],
      ['210315-3123456', '221224-4000001'],
      ['9001011234568'],
      ['900101-1******'],
      ['900101-1'],
    ],
  ],
  [
    'address',
    ['주소', '고객주소', '배송지', '배송지주소', '도로명주소', 'address', 'Address 1', 'addr1', 'shipping_address', 'street'], // prettier-ignore
    [
      ['서울 강남구 테헤란로 123', '부산 해운대구 우동 55-1'],
      ['경기도 성남시 분당구 판교역로 235 101동 1203호'],
      ['제주특별자치도 제주시 한림읍 한림로 1'],
      ['강원도 춘천시 신북읍 율문리', '경기도 광주시 오포읍 신현리'],
      ['221B Baker Street', '1600 Pennsylvania Avenue NW'],
    ],
  ],
  ['address', ['상세주소', '주소상세', '주소2'], [['101동 1203호', '3층 302호', '202호']]],
  [
    'birth-date',
    ['생년월일', '생일', '고객생년월일', 'birthdate', 'birth_dt', 'date_of_birth', 'DOB'],
    [['1990-03-21'], ['900321', '851102'], ['1990. 3. 21.', '1985년 11월 2일'], ['19900321']],
  ],
  [
    'card-or-account',
    ['카드번호', '신용카드번호', 'card_no', 'Card Number'],
    [['4111-1111-1111-1111'], ['5500000000000004'], ['4111-****-****-1111']],
  ],
  [
    'card-or-account',
    ['계좌번호', '환불계좌', '환불 계좌번호', '가상계좌', 'account_no', 'Bank Account Number'],
    [['110-123-456789', '1002-123-456789'], ['3333012345678']],
  ],
];

/** Values that tell what they are under a header that says nothing. */
const telling: readonly [PersonalDataKind, readonly string[]][] = [
  ['phone', ['010-1234-5678', '010-2222-3333']],
  ['phone', ['01012345678', '01098765432']],
  ['phone', ['02-123-4567', '031-1234-5678']],
  ['phone', ['+82-10-1234-5678']],
  ['email', ['hong@naver.com', 'kim@daum.net']],
  ['resident-number', ['900101-1234568', '210315-3123456']],
  ['resident-number', ['9001011234568']],
  ['address', ['서울 강남구 테헤란로 123', '부산 해운대구 우동 55-1']],
  ['address', ['강남구 테헤란로 123', '해운대구 우동 55-1']],
  ['card-or-account', ['4111-1111-1111-1111', '5500 0000 0000 0004']],
];

const headersOfThings = [
  '상품명',
  '상품 이름',
  '제품명',
  '품명',
  '매장명',
  '지점명',
  '점포',
  '캠페인명',
  '쿠폰명',
  '쿠폰이름',
  '브랜드명',
  '카테고리명',
  '이벤트명',
  '회사명',
  '업체명',
  '은행명',
  '등급명',
  '고객등급',
  '고객등급명',
  '회원등급',
  '고객구분',
  '파일명',
  '도시명',
  'product_name',
  'Item Name',
  'store_name',
  'campaign_name',
  'brand name',
  'file_name',
  'company_name',
  'category',
  'event name',
  'customer_grade',
  'membership',
  'coupon',
];

const valuesOfThings: readonly (readonly string[])[] = [
  ...Object.values(namesOfPeople),
  ['사과', '바나나', '복숭아'],
  ['강남점', '서초점', '송파점'],
  ['VIP', 'GOLD', 'SILVER'],
  ['1+1 행사', '사과 세트 3kg'],
  ['Red Shirt', 'Blue Shirt'],
];

/** Columns that nobody is behind, however they look. */
const harmless: readonly [string, readonly string[]][] = [
  ['이름', ['사과', '바나나', '복숭아', '포도']],
  ['이름', ['강남점', '서초점', '송파점']],
  ['이름', ['1+1 행사', '사과 세트']],
  ['name', ['Apple', 'Banana', 'Cherry']],
  ['name', ['Red Shirt', 'Blue Shirt', 'White Shirt']],
  ['고객', ['C0001', 'C0002']],
  ['고객명', ['1001', '1002']],
  ['회원', ['신규', '휴면']],
  ['고객', ['기존', '신규', '우수']],
  ['주소', ['서울', '부산', '경기']],
  ['주소', ['서울 강남구', '서울 서초구']],
  ['지역', ['서울 강남구', '경기 성남시']],
  ['ip_address', ['192.168.0.1', '10.0.0.7']],
  ['매장 전화번호', ['02-123-4567', '031-123-4567']],
  ['매장주소', ['서울 강남구 테헤란로 123']],
  ['store_phone', ['02-123-4567']],
  ['대표번호', ['1588-1234', '1544-0000']],
  ['사업자등록번호', ['123-45-67890', '220-81-62517']],
  ['주문번호', ['20261122-0001234', '20261122-0001235']],
  ['주문번호', ['0212345678', '0212345679']],
  ['고객번호', ['0100000001', '0100000002']],
  ['바코드', ['8801234567893', '8809876543210', '8801115114154', '8801043014816']],
  ['송장번호', ['1234-5678-9012', '6012-3456-7890']],
  ['쿠폰번호', ['1234-5678-9012-3456', '1111-2222-3333-4445']],
  ['가입일', ['2026-01-01', '2025-12-31']],
  ['우편번호', ['06236', '48094']],
  ['금액', ['10000', '250000']],
  ['headphone', ['Sony WH-1000XM5', 'Bose QC45']],
  ['이메일 수신', ['동의', '거부']],
  ['SMS수신', ['Y', 'N']],
];

describe('a table of headers × values', () => {
  for (const [kind, headers, sets] of marked) {
    it(`${kind}: ${headers.length} headers × ${sets.length} sets of values`, () => {
      for (const header of headers)
        for (const values of sets)
          expect(guessPersonal({ header, kind: 'text', values }), `${header}: ${values.join()}`).toBe(kind); // prettier-ignore
    });
  }

  it.each(telling)('%s without a header that says so: %j', (kind, values) => {
    for (const header of ['비고', 'col7', 'memo', '기타', 'x'])
      expect(guessPersonal({ header, kind: 'text', values }), header).toBe(kind);
  });

  it('a header of things is marked with no values, not even with names of people', () => {
    for (const header of headersOfThings)
      for (const values of valuesOfThings)
        expect(guessPersonal({ header, kind: 'text', values }), `${header}: ${values.join()}`).toBeNull(); // prettier-ignore
  });

  it.each(harmless)('%s of %j is nobody’s', (header, values) => {
    expect(guessPersonal({ header, kind: 'text', values })).toBeNull();
  });

  it('a bare name is that of what the table is about', () => {
    const customers = ['고객번호', 'name', '성별', '휴대폰'];
    const goods = ['sku', 'name', 'price', 'category'];
    const guess = (values: string[], headers: string[]) =>
      guessPersonal({ header: 'name', kind: 'text', values, headers });
    for (const values of Object.values(namesOfPeople))
      expect(guess([...values], customers)).toBe('name');
    expect(guess(['Madonna', 'Prince'], customers)).toBe('name');
    for (const values of [
      ['Red Shirt', 'Blue Jeans'],
      ['김치', '고구마', '양파'],
      ['Madonna', 'Prince'],
    ])
      // prettier-ignore
      expect(guess(values, goods)).toBeNull();
    expect(guess(['홍길동', '김영희', '박철수'], goods)).toBe('name');
  });

  it('any three syllables are a name under 이름, and a product under 상품명', () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)); // prettier-ignore
    const name = fc.tuple(syllable, syllable, syllable).map((letters) => letters.join(''));
    const names = fc.uniqueArray(name, { minLength: 5, maxLength: 40, selector: (text) => text.at(-1) }); // prettier-ignore
    fc.assert(
      fc.property(names, fc.constantFrom('이름', '성명', '고객명', 'name'), (values, header) => {
        expect(guessPersonal({ header, kind: 'text', values })).toBe('name');
        expect(guessPersonal({ header: '상품명', kind: 'text', values })).toBeNull();
      }),
    );
  });

  it('a resident number is told by its check digit, by its hyphen, or by its header', () => {
    const day = fc.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('1999-12-31T00:00:00Z'), noInvalidDate: true }); // prettier-ignore
    const digits = fc.stringMatching(/^[12]\d{6}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(day, digits), { minLength: 1, maxLength: 9 }), (parts) => {
        const values = parts.map(
          ([date, rest]) => `${date.toISOString().slice(2, 10).replaceAll('-', '')}-${rest}`,
        );
        expect(guessPersonal({ header: '비고', kind: 'text', values })).toBe('resident-number');
        const plain = values.map((value) => value.replace('-', ''));
        expect(guessPersonal({ header: '주민등록번호', kind: 'integer', values: plain })).toBe('resident-number'); // prettier-ignore
      }),
    );
  });
});
