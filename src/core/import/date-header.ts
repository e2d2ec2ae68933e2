/** Words that name a date, at the end of a header or of one of its words. */
const dateWord =
  /^(?!candidate|mandate)(?:.*date|.*datetime|.*timestamp|.*ymd|.*dt|day|dob|birthday|at)$/;
const koreanDate =
  /(?:일자|날짜|일시|년월일|생일|생년월일|(?:구매|주문|결제|거래|판매|가입|등록|방문|접속|로그인|탈퇴|수정|변경|생성|작성|발급|만료|시작|종료|발송|배송|출고|입고|매출|기준|계약|예약|신청|동의|접수|처리|납입|입금|사용|적립|휴면|전환|영업|작업)일)$/;
/** Words that name a number, however the rest of the header reads: update_count, lifetime_value. */
const numberWord =
  /^(?:count|cnt|amount|amt|value|total|sum|avg|mean|num|number|no|n|id|code|rate)$/;

/**
 * Whether a header says that a column holds dates: order_date, orderDate, REG_DT, SALE_YMD, created_at, 구매일, 가입일자.
 * Stricter than its looks: plain numbers are taken for Excel's dates on its word, so a column of amounts must not pass.
 * Example: `isDateHeader('최종구매일')` is true, `isDateHeader('update_count')` is false.
 */
export function isDateHeader(header: string): boolean {
  const plain = header.replace(/\([^()]*\)|\[[^[\]]*\]/g, '').trim();
  if (koreanDate.test(plain.replace(/\s/g, ''))) return true;
  const words = plain
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return words.some((word) => dateWord.test(word)) && !words.some((word) => numberWord.test(word));
}

/** Whether a header speaks of a birthday, whose short years reach back before 1970. */
export function isBirthHeader(header: string): boolean {
  return /birth|dob|생년|생일|출생/i.test(header);
}

/**
 * Whether a header may speak of a day or a time. Enough for rows of eight digits that are all days of the calendar, which
 * hardly any other numbers are.
 */
export function mayBeDateHeader(header: string): boolean {
  return /date|day$|dt$|ymd|일$|일자|날짜|일시|시각|년월일|time/i.test(header.trim());
}
