import type { ColumnKind, PersonalDataKind } from './column.ts';
import { residentNumberEvidence } from './resident-number.ts';

/** What is looked at to tell whether a column says who somebody is. `values`: different values that are there. */
export interface PersonalEvidence {
  readonly header: string;
  readonly kind: ColumnKind;
  readonly values: readonly string[];
}

const mostLookedAt = 300;
/** So large a share of the values must look like what the header does not say. */
const enough = 0.5;
/** Where the header says it, so few are enough to believe it. */
const some = 0.2;

interface PersonalRule {
  readonly kind: PersonalDataKind;
  /** Headers without spaces, punctuation and case. */
  readonly header: RegExp;
  /** A value as one of a column with such a header. */
  readonly value: (value: string) => boolean;
  /** A value that needs no such header; null where values alone say nothing. */
  readonly telling: ((value: string) => boolean) | null;
}

const email = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(value);
const digitsOf = (value: string) => value.replace(/\D/g, '').length;
const koreanPhone =
  /^(?:\(?\+?82\)?[-. ]?0?|\(?0)(?:1[016789]|2|[3-6][1-5]|70|50\d?)\)?[-. ]?\d{3,4}[-. ]?\d{4}$/;
const foreignPhone =
  /^(?:\+[1-9]\d{0,2}[-. ()\d]{7,16}|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?: ?x\d+)?)$/;
const phone = (value: string) => koreanPhone.test(value) || foreignPhone.test(value);
const province =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청|충북|충남|전라|전북|전남|경상|경북|경남|제주)/;
/** A street or a village and a number: 서울 강남구 is a region and says where nobody lives. */
const address = (value: string) =>
  /[가-힣](?:로|길|동|읍|면|리|가)\s*\d/.test(value) ||
  (/\d/.test(value) && /\p{L}/u.test(value) && value.trim().split(/\s+/).length >= 3);
const koreanAddress = (value: string) =>
  province.test(value) && /[가-힣](?:로|길|동|읍|면|리|가)\s*\d/.test(value);
const card = (value: string) =>
  /^\d{4}([- ]?)\d{4}\1\d{4}\1\d{3,4}$/.test(value) && passesLuhn(value);

/** In order of trust. */
const rules: readonly PersonalRule[] = [
  {
    kind: 'resident-number',
    header:
      /(주민|외국인)(등록)?번호|^(여권|운전면허)번호$|^(rrn|ssn|nationalid|residentno|residentnumber|passport(no|number)?)$/,
    value: (value) => digitsOf(value) >= 6,
    telling: (value) =>
      residentNumberEvidence(value) === 'check-digit' ||
      (value.includes('-') && residentNumberEvidence(value) === 'form'),
  },
  {
    kind: 'email',
    header: /e?mail(address)?$|(이메일|메일|전자우편)(주소)?$/,
    value: (value) => value.includes('@'),
    telling: email,
  },
  {
    kind: 'phone',
    header:
      /(전화|휴대폰|핸드폰|휴대전화|연락처|모바일)(번호)?\d?$|(phone|mobile|telephone)(no|number|num)?\d?$|^(hp|tel|fax|contactno|contactnumber|msisdn|팩스)(번호|no|number)?\d?$/,
    value: (value) => digitsOf(value) >= 7 && digitsOf(value) <= 15,
    telling: phone,
  },
  {
    kind: 'card-or-account',
    header: /(카드|계좌)번호$|^계좌$|^(creditcard|card|bankaccount|account)(no|num|number)$|^iban$/,
    value: (value) => digitsOf(value) >= 8,
    telling: card,
  },
  {
    kind: 'birth-date',
    header:
      /^(생년월일|생일|출생일자?|birth(date|day)?|dateofbirth|dob)$|(생년월일|birthdate|birthday)$/,
    value: (value) => digitsOf(value) >= 6 && digitsOf(value) <= 14,
    telling: null,
  },
  {
    kind: 'address',
    header:
      /(주소|배송지)(상세|지)?\d?$|^(상세|도로명|지번|자택|배송)주소\d?$|address(line)?\d?$|^street\d?$/,
    value: address,
    telling: koreanAddress,
  },
  {
    kind: 'name',
    header:
      /^(고객|회원|주문자|구매자|수령인|수취인|받는사람|받는분|보내는사람|예금주|담당자|신청자|가입자|사용자|보호자)(이름|성명|성함|명)$|^(성명|성함|수취인|수령인|받는사람|받는분|예금주|주문자|구매자|신청자)$|^(first|last|full|family|given|sur|customer|client|member|recipient|contact|billing|shipping|buyer|owner|patient)name$/,
    value: (value) => /\p{L}/u.test(value) && !/\d/.test(value),
    telling: null,
  },
  {
    kind: 'name',
    header: /^(이름|고객|회원|name|customer|client|member)$/,
    value: looksLikeName,
    telling: null,
  },
];

/**
 * What a column says about a person, by its header and its values in Korean and English, or null. A header must be borne
 * out by values: a column 주소 of provinces is a region, 이름 of goods no name. E-mail addresses, phone, resident and card
 * numbers and Korean addresses are recognised without one.
 * Example: the header 휴대폰번호 with the value 010-1234-5678 gives 'phone', 상품명 gives null.
 */
export function guessPersonal({ header, kind, values }: PersonalEvidence): PersonalDataKind | null {
  if (kind === 'boolean') return null;
  const name = plainHeader(header);
  const looked = values.slice(0, mostLookedAt);
  const shareOf = (fits: (value: string) => boolean) =>
    looked.filter((value) => fits(value.normalize('NFKC').trim())).length / looked.length;
  for (const rule of rules) {
    const isSaid = rule.header.test(name);
    if (
      looked.length === 0
        ? isSaid && kind === 'text'
        : isSaid && shareOf(rule.value) >= leastOf(rule)
    ) {
      return rule.kind;
    }
  }
  if (looked.length === 0 || kind === 'decimal' || kind === 'date') return null;
  const told = rules.find(({ telling }) => telling !== null && shareOf(telling) >= enough);
  return told?.kind ?? null;
}

/** Without case, spaces and punctuation, and without what stands in brackets behind: 성명(한글) is 성명. */
function plainHeader(header: string): string {
  const plain = header.normalize('NFKC').toLowerCase();
  return plain.replace(/(?<=.)[([].*[)\]]\s*$/, '').replace(/[^\p{L}\p{Nd}]/gu, '');
}

/** Names have no form of their own, so most values must be able to be one. */
function leastOf({ kind }: PersonalRule): number {
  return kind === 'name' ? enough : some;
}

const surnames =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용';

/** Two to four letters that begin with a common Korean surname, or two to four words of letters. */
function looksLikeName(value: string): boolean {
  if (/^[가-힣]{2,4}$/.test(value)) return surnames.includes(value[0] as string);
  return /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(value);
}

/** The check digit of payment cards. Source: ISO/IEC 7812-1, annex B. */
function passesLuhn(value: string): boolean {
  const digits = [...value.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
