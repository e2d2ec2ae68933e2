import type { ColumnKind, PersonalDataKind } from './column.ts';
import {
  digitsOf,
  hasNameLength,
  isCard,
  isEmail,
  isForeignName,
  isHanName,
  isKoreanAddress,
  isKoreanName,
  isPhone,
  isResidentNumber,
  mayBeAddress,
  mayBeName,
} from './personal-forms.ts';

/** What is looked at to tell whether a column says who somebody is. */
export interface PersonalEvidence {
  readonly header: string;
  readonly kind: ColumnKind;
  /** Different values that are there. */
  readonly values: readonly string[];
  /** The headers of the table: they tell a `name` of customers from one of goods. Default: none known. */
  readonly headers?: readonly string[];
}

const mostLookedAt = 300;
/** So large a share of the values must look like what the header does not say. */
const enough = 0.5;
/** Where the header says it, so few are enough to believe it. */
const some = 0.2;
/** Where only the look of Korean names is left, so many must have it. */
const nearlyAll = 0.8;

interface PersonalRule {
  readonly kind: PersonalDataKind;
  /** Headers without spaces, punctuation and case. */
  readonly header: RegExp;
  /** A value as one of a column with such a header. */
  readonly value: (value: string) => boolean;
  /** A value that needs no such header; null where values alone say nothing. */
  readonly telling: ((value: string) => boolean) | null;
}

const people =
  '고객|회원|주문자|주문인|구매자|수령인|수령자|수취인|받는사람|받는분|받으시는분|받는이|보내는사람|보내는분|예금주|입금자|입금인|담당자|신청자|신청인|가입자|계약자|피보험자|사용자|이용자|예약자|방문자|참여자|응모자|당첨자|보호자|대표자|환자|학생|직원|사원|판매원|상담원';
const englishPeople =
  'customer|cust|cstmr|client|member|mbr|user|recipient|receiver|rcvr|consignee|contact|billing|shipping|shipto|billto|buyer|orderer|owner|patient|student|guest|subscriber|cardholder|accountholder|employee|person|contactperson';

const ofPeople = new RegExp(people);

/** In order of trust. */
const rules: readonly PersonalRule[] = [
  {
    kind: 'resident-number',
    header:
      /(주민|외국인)(등록)?번호|^(여권|운전면허)번호$|^(rrn|ssn|nationalid|residentno|residentnumber|residentregistrationnumber|passport(no|number)?)$/,
    value: (value) => digitsOf(value) >= 6,
    telling: isResidentNumber,
  },
  {
    kind: 'email',
    header: /e?mail(id|addr(ess)?)?\d?$|(이메일|메일|전자우편)(주소)?\d?$/,
    value: (value) => value.includes('@'),
    telling: isEmail,
  },
  {
    kind: 'phone',
    header:
      /(전화|휴대폰|핸드폰|휴대전화|연락처|모바일)(번호)?\d?$|(phone|mobile|telephone)(no|number|num)?\d?$|^(hp|tel|fax|cell|cellphone|contactno|contactnumber|msisdn|팩스)(번호|no|number)?\d?$/,
    value: (value) => digitsOf(value) >= 7 && digitsOf(value) <= 15,
    telling: isPhone,
  },
  {
    kind: 'card-or-account',
    header:
      /카드번호$|계좌(번호)?$|(creditcard|cardno|cardnum|cardnumber)$|^(bankaccount|bankacct|account|acct)(no|num|number)$|^iban$/,
    value: (value) => digitsOf(value) >= 8,
    telling: isCard,
  },
  {
    kind: 'birth-date',
    header:
      /^(생일|출생일자?|birth(dt|date|day|ymd)?|bday|dateofbirth|dob)$|(생년월일|birthdate|birthday)$/,
    value: (value) => digitsOf(value) >= 6 && digitsOf(value) <= 14,
    telling: null,
  },
  {
    kind: 'address',
    header: /(주소|배송지|거주지|수령지)(상세|지)?\d?$|addr(ess)?(line)?\d?$|^street(address)?\d?$/,
    value: mayBeAddress,
    telling: isKoreanAddress,
  },
  {
    kind: 'name',
    header: new RegExp(
      `(${people})(이름|성명|성함|실명|명)\\d?$|(성명|성함|실명)$|^(한글|영문|본인)(이름|명)$|` +
        `(수령인|수령자|수취인|받는사람|받는분|받으시는분|받는이|예금주|입금자|주문자|구매자|신청자|신청인)$|` +
        `^(first|last|full|family|given|middle|sur|maiden|legal|real)(name|nm)$|(${englishPeople})(full|first|last)?(name|nm)$|` +
        `^(recipient|consignee|cardholder)$`,
    ),
    value: mayBeName,
    telling: null,
  },
];

/** Headers that say name and not of whom, or whom and not what of them. */
const bareName =
  /^(이름|고객|회원|추천인|담당자|상담원|직원|판매원|name|names|nm|customer|client|member|buyer|receiver|owner|guest)$/;
const nameAlone = /^(이름|names?|nm)$/;
const aboutPeople =
  /고객|회원|성별|나이|연령|생년월일|생일|휴대폰|핸드폰|전화|연락처|이메일|가입|수신동의|customer|member|gender|^sex$|^age$|birth|phone|mobile|e?mail|signup|joined/;
const aboutThings =
  /상품|제품|품목|가격|단가|재고|브랜드|카테고리|바코드|매장|지점|점포|캠페인|쿠폰|sku|이벤트|광고|예산|수량|price|stock|brand|product|item|category|barcode|store|campaign|coupon|discount|budget|event|qty|quantity/;
/** Places that everybody may know: their telephone and address are nobody's. */
const ofPlaces =
  /^(매장|지점|점포|가맹점|대리점|본사|본점|창고|센터|스토어|store|branch|shop|warehouse|company)(?!per)/;

/**
 * What a column says about a person, by its header and its values in Korean and English, or null. A header must be borne
 * out by values: a column 주소 of provinces is a region, 이름 of goods no name, and 매장 전화 is nobody's telephone. E-mail
 * addresses, phone, resident and card numbers and Korean addresses are recognised without one.
 * Example: the header 휴대폰번호 with the value 010-1234-5678 gives 'phone', 상품명 gives null.
 */
export function guessPersonal(evidence: PersonalEvidence): PersonalDataKind | null {
  const { header, kind, values, headers = [] } = evidence;
  const name = plainHeader(header);
  if (kind === 'boolean' || (ofPlaces.test(name) && !ofPeople.test(name))) return null;
  const looked = values.slice(0, mostLookedAt).map((value) => value.normalize('NFKC').trim());
  const shareOf: Share = (fits) => looked.filter(fits).length / looked.length;
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
  if (looked.length === 0) return null;
  if (kind === 'text' && bareName.test(name)) {
    const others = headers.map(plainHeader).filter((other) => other !== name);
    const isName = nameAlone.test(name);
    if (!haveCommonEnd(looked) && areNames(shareOf, others, isName)) return 'name';
  }
  if (kind === 'decimal' || kind === 'date') return null;
  const told = rules.find(({ telling }) => telling !== null && shareOf(telling) >= enough);
  return told?.kind ?? null;
}

type Share = (fits: (value: string) => boolean) => number;

/** Whether values under a bare `name` are those of people: by what else the table has, and by how they look. */
function areNames(shareOf: Share, others: readonly string[], isName: boolean): boolean {
  const hasPeople = others.some((other) => aboutPeople.test(other));
  const hasThings = others.some((other) => aboutThings.test(other));
  if (isName && hasPeople && !hasThings) return shareOf(mayBeName) >= enough;
  const isHangul = shareOf(hasNameLength) >= nearlyAll;
  if (hasThings && !hasPeople) return isHangul && shareOf(isKoreanName) >= nearlyAll;
  return (
    isHangul ||
    shareOf((value) => isKoreanName(value) || isHanName(value) || isForeignName(value)) >= enough
  );
}

/** Things of one kind end alike: 강남점 and 서초점, Red Shirt and Blue Shirt. Given names differ. */
function haveCommonEnd(values: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const value of values) {
    const end = /[가-힣]$/.test(value) ? value.slice(-1) : (value.split(/\s+/).at(-1) ?? '');
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return values.length >= 3 && Math.max(...counts.values()) > values.length * nearlyAll;
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
