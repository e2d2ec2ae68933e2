import { describe, expect, it } from 'vitest';
import type { ColumnKind, PersonalDataKind } from '#core/import/column.ts';
import { guessPersonal } from '#core/import/guess-personal.ts';
import { residentNumberEvidence } from '#core/import/resident-number.ts';

const guess = (header: string, values: readonly string[], kind: ColumnKind = 'text') =>
  guessPersonal({ header, kind, values });

describe('telling personal data', () => {
  it.each<[PersonalDataKind, string, string[]]>([
    ['name', '고객명', ['홍길동', '김영희']],
    ['name', '성명(한글)', ['홍길동', '김영희']],
    ['name', '이름', ['홍길동', '남궁민수', '김철수']],
    ['name', '수취인', ['홍길동', '㈜당근']],
    ['name', 'Customer Name', ['John Smith', 'Mary Jones']],
    ['name', 'first_name', ['John', 'Mary']],
    ['name', 'Name', ['John Smith', 'Mary Jones']],
    ['phone', '휴대폰번호', ['010-1234-5678', '01012345678']],
    ['phone', 'HP', ['01012345678']],
    ['phone', '수취인 연락처1', ['02-123-4567']],
    ['phone', 'billing_phone', ['(212) 555-0100']],
    ['phone', 'memo', ['010-1234-5678', '010 9999 0000', '+82-10-1234-5678']],
    ['phone', 'col7', ['０１０－１２３４－５６７８']],
    ['email', '이메일주소', ['hong@naver.com']],
    ['email', 'contact', ['a.b+c@mail.example.co.kr', 'x@y.io']],
    ['resident-number', '주민등록번호', ['900101-1234568']],
    ['resident-number', '고유번호', ['900101-1234568', '850505-2345678']],
    ['resident-number', 'no', ['9001011234568', '9001011234568']],
    ['resident-number', '외국인등록번호', ['900101-5******']],
    [
      'address',
      '배송지 주소',
      ['서울 강남구 테헤란로 123, 4층', '경기 성남시 분당구 판교역로 235'],
    ],
    ['address', 'ship to', ['서울특별시 강남구 역삼동 123-4', '부산 해운대구 우동 55']],
    ['address', 'Address1', ['221B Baker Street', '1600 Pennsylvania Avenue']],
    ['birth-date', '생년월일', ['1990-03-21', '900321']],
    ['birth-date', 'date_of_birth', ['1990-03-21']],
    ['card-or-account', '계좌번호', ['110-123-456789']],
    ['card-or-account', 'pay', ['4111-1111-1111-1111', '5500 0000 0000 0004']],
  ])('%s: %s', (kind, header, values) => {
    expect(guess(header, values)).toBe(kind);
  });

  it.each<[string, string[]]>([
    ['상품명', ['사과', '바나나']],
    ['매장명', ['강남점', '서초점']],
    ['캠페인명', ['김장 대전']],
    ['name', ['Apple', 'Banana']],
    ['이름', ['사과 세트', '1+1 행사']],
    ['product_name', ['Red Shirt', 'Blue Shirt']],
    ['주소', ['서울', '부산', '경기']],
    ['지역', ['서울 강남구', '서울 서초구', '경기 성남시']],
    ['구', ['강남구', '서초구', '송파구']],
    ['주문번호', ['20261122-0001234', '20261122-0001235']],
    ['바코드', ['8801234567893', '8809876543210']],
    ['coupon', ['1234-5678-9012-3456', '1111-2222-3333-4445']],
    ['이메일 수신동의', ['Y', 'N']],
    ['이메일', ['Y', 'N']],
    ['phone', ['iPhone 15', 'Galaxy S24']],
    ['headphone', ['Sony', 'Bose']],
    ['전화', ['수신', '거부']],
    ['가입일', ['2026-01-01']],
    ['cell', ['A', 'B']],
    ['constructor', ['__proto__']],
    ['memo', ['홍길동님 요청', '부재 시 문앞']],
  ])('nothing personal: %s of %j', (header, values) => {
    expect(guess(header, values)).toBeNull();
  });

  it('takes the word of a header for a column without values, and for numbers only what they can be', () => {
    expect(guess('휴대폰번호', [])).toBe('phone');
    expect(guess('등급', [])).toBeNull();
    expect(guess('phone', ['1012345678'], 'integer')).toBe('phone');
    expect(guess('amount', ['1012345678'], 'integer')).toBeNull();
    expect(guess('order_date', ['2026-01-01'], 'date')).toBeNull();
    expect(guess('생년월일', ['1990-01-01'], 'date')).toBe('birth-date');
    expect(guess('이메일', ['Y'], 'boolean')).toBeNull();
  });

  it('needs a day of the calendar for a resident number, and knows its check digit', () => {
    expect(residentNumberEvidence('900101-1234568')).toBe('check-digit');
    expect(residentNumberEvidence('9001011234567')).toBe('form');
    expect(residentNumberEvidence('900101-1******')).toBe('form');
    expect(residentNumberEvidence('901301-1234568')).toBe('none');
    expect(residentNumberEvidence('900230-1234568')).toBe('none');
    expect(residentNumberEvidence('000229-3234567')).not.toBe('none');
    expect(residentNumberEvidence('900101-12345')).toBe('none');
  });
});
