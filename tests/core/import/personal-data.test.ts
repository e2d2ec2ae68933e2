import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalDataKinds, type PersonalDataKind } from '#core/import/column.ts';
import { maskedAs, maskPersonal } from '#core/import/personal-data.ts';

describe('masking personal data', () => {
  it.each<[PersonalDataKind, string | number, string]>([
    ['name', '홍길동', '홍*동'],
    ['name', '남궁민수', '남**수'],
    ['name', '홍길', '홍*'],
    ['name', '홍', '*'],
    ['name', '王小明', '王*明'],
    ['name', 'John Smith', 'J*** S****'],
    ['name', '010-1234-5678', '***'],
    ['phone', '010-1234-5678', '010-****-5678'],
    ['phone', '01012345678', '010****5678'],
    ['phone', '０１０－１２３４－５６７８', '０１０－****－５６７８'],
    ['phone', '02-123-4567', '02-***-4567'],
    ['phone', '1588-1234', '****-1234'],
    ['phone', '+82 10-1234-5678', '+82 1*-****-5678'],
    ['phone', 1012345678, '101***5678'],
    ['phone', '1234', '***'],
    ['email', 'hong@naver.com', 'ho***@naver.com'],
    ['email', 'kim@naver.com', 'k***@naver.com'],
    ['email', 'k@naver.com', '***@naver.com'],
    ['email', 'no address', '***'],
    ['resident-number', '900101-1234567', '900101-*******'],
    ['resident-number', 9001011234567, '900101*******'],
    ['resident-number', '900101-1******', '***'],
    ['address', '서울특별시 강남구 테헤란로 123', '서울특별시 강남구 ***'],
    ['address', '경기 성남시 분당구 판교역로 235', '경기 성남시 분당구 ***'],
    ['address', '221B Baker Street, London', '***'],
    ['birth-date', '1990-03-21', '1990-**-**'],
    ['birth-date', '1990. 3. 21.', '1990. *. **.'],
    ['birth-date', 19900321, '1990****'],
    ['birth-date', '03/21/1990', '***'],
    ['birth-date', '900321', '***'],
    ['card-or-account', '1234-5678-9012-3456', '****-****-****-3456'],
    ['card-or-account', 'KR-1234-5678', '**-****-5678'],
    ['card-or-account', '1234567', '***'],
  ])('%s: %j becomes %j', (kind, value, masked) => {
    expect(maskPersonal(value, kind)).toBe(masked);
  });

  it('leaves a missing value missing', () => {
    for (const kind of personalDataKinds) {
      expect(maskPersonal(null, kind)).toBeNull();
      expect(maskPersonal('  ', kind)).toBe('');
    }
  });

  /** The most letters and digits of a value of each kind that may be left, but for what is public in it. */
  const mostShown: Readonly<Record<PersonalDataKind, (text: string) => number>> = {
    name: (text) => Math.max(2, text.trim().split(/\s+/).length),
    phone: () => 7,
    email: (text) => 2 + lettersOf(text.slice(text.lastIndexOf('@'))).length,
    'resident-number': () => 6,
    address: (text) => lettersOf(text.trim().split(/\s+/).slice(0, 3).join('')).length,
    'birth-date': () => 4,
    'card-or-account': () => 4,
  };

  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'0123456789-. ()+@aé홍길동시도구'), maxLength: 24 }),
    fc.integer().map(String),
  );

  it.each(personalDataKinds)('shows no more of a %s than is said', (kind) => {
    fc.assert(
      fc.property(value, (text) => {
        const masked = maskPersonal(text, kind) ?? '';
        expect(lettersOf(masked).length).toBeLessThanOrEqual(mostShown[kind](text));
      }),
    );
  });

  it.each(personalDataKinds)('hides at least half of a %s of digits and letters', (kind) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ab'), minLength: 1 }), (text) => {
        const shown = lettersOf(maskPersonal(text, kind) ?? '').length;
        expect(shown).toBeLessThanOrEqual(Math.max(text.length / 2, kind === 'phone' ? 7 : 0));
        expect(shown).toBeLessThan(text.length);
      }),
    );
  });

  it('never masks the customer id', () => {
    expect(maskedAs({ role: 'customer-id', personal: 'phone' })).toBeNull();
    expect(maskedAs({ role: 'none', personal: 'phone' })).toBe('phone');
    expect(maskedAs({ role: 'none', personal: null })).toBeNull();
  });
});

function lettersOf(text: string): string[] {
  return [...text].filter((letter) => /[\p{L}\p{Nd}]/u.test(letter));
}
