import { residentNumberEvidence } from './resident-number.ts';

/** How personal data look, one value at a time: trimmed, in NFKC. */

export const digitsOf = (value: string) => value.replace(/\D/g, '').length;

export const isEmail = (value: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(value);

const koreanPhone =
  /^(?:\(?\+?82\)?[-. ]?0?|\(?0)(?:1[016789]|2|[3-6][1-5]|70|50\d?)\)?[-. ]?\d{3,4}[-. ]?\d{4}$/;
const foreignPhone =
  /^(?:\+[1-9]\d{0,2}[-. ()\d]{7,16}|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?: ?x\d+)?)$/;
/** Digits alone are the number of a mobile phone, or any padded number. */
const mobile = /^0(?:10[2-9]\d{7}|1[16789]\d{7,8})$/;

export const isPhone = (value: string) =>
  /^\d+$/.test(value) ? mobile.test(value) : koreanPhone.test(value) || foreignPhone.test(value);

/** With its check digit, or written as one is: numbers since October 2020 have no check digit. */
export const isResidentNumber = (value: string) =>
  residentNumberEvidence(value) === 'check-digit' ||
  (value.includes('-') && residentNumberEvidence(value) === 'form');

const province =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청|충북|충남|전라|전북|전남|경상|경북|경남|제주)/;
const street = /[가-힣\d](?:로|길|동|읍|면|리|가)\s*\d/;
const district = /^[가-힣]{1,6}(?:시|군|구)\s+[가-힣\d]+(?:로|길|동|읍|면|리|가)/;
const words = (value: string) => value.split(/\s+/).length;

/** Where somebody lives, under a header that says so: 서울 강남구 is a region and says where nobody lives. */
export const mayBeAddress = (value: string) =>
  street.test(value) ||
  /\d+\s*(?:동|호|층|번지)/.test(value) ||
  (words(value) >= 3 && (/[가-힣](?:동|읍|면|리|로|길)$/.test(value) || /\d/.test(value)) && /\p{L}/u.test(value)); // prettier-ignore

export const isKoreanAddress = (value: string) =>
  street.test(value) && (province.test(value) || district.test(value));

export const isCard = (value: string) =>
  /^\d{4}([- ]?)\d{4}\1\d{4}\1\d{3,4}$/.test(value) && passesLuhn(value);

/** The check digit of payment cards. Source: ISO/IEC 7812-1, annex B. */
function passesLuhn(value: string): boolean {
  const digits = [...value.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** What may be called so, under a header that says it is a person: letters, and two digits at most that tell namesakes. */
export const mayBeName = (value: string) =>
  /^[\p{L}\p{M}*○●㈜][\p{L}\p{M}\s.,'’·*○●()-]*\d{0,2}\)?$/u.test(value) && value.length <= 60;

const surnames =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용';

/**
 * Three or four Korean letters that begin with a common surname; hidden ones count as letters. Those of two are left out:
 * 신규, 기존 and 우수 begin so too.
 */
export const isKoreanName = (value: string) =>
  /^[가-힣][가-힣*○●]{2,3}$/.test(value) && surnames.includes(value[0] as string);

/** Three Korean letters: nearly all names have so many, and few lists of things do. */
export const hasNameLength = (value: string) => /^[가-힣][가-힣*○●]{2}$/.test(value);

/** Two to four words of letters, as John Smith, SMITH, JOHN or 山田 太郎. */
export const isForeignName = (value: string) =>
  /^\p{L}[\p{L}'’.-]*(?:,? \p{L}[\p{L}'’.-]*){1,3}$/u.test(value) && !/[가-힣]/.test(value);

/** One to four Chinese characters, as 洪吉童. */
export const isHanName = (value: string) => /^\p{sc=Han}{2,4}$/u.test(value);
