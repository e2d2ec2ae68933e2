/** Things that have numbers which name them: customer_id, orderNo, product code. */
const named =
  'customer|cust|client|member|user|person|household|order|invoice|receipt|transaction|product|item|goods|store|shop|branch|coupon|campaign|session|device|account|acct|card|contract|ticket|tracking|waybill|employee|staff|vendor|supplier|business|resident|postal|phone';
const english = new RegExp(`(?:${named})(?:id|no|num|number|code|key)$`);
const wholeWords =
  /^(?:zip|zipcode|postcode|phone|mobile|cellphone|tel|telephone|fax|barcode|ean|upc|isbn|sku|ssn|rrn|imei|uid|cid)$/;
const korean =
  /(?:.번호|.코드|아이디|식별자|바코드|품번|사번|휴대폰|휴대전화|핸드폰|연락처|전화|[가-힣](?:id|no))$/;
/** Said of a row number as often as of a customer: a row number as text costs nobody anything, an id as a number its zeros. */
const bare = /^(?:id|no|code|key|번호|코드)$/;

/**
 * Whether a header says that numbers below it name something and count nothing: customer_id, 주문번호, zip, 휴대폰, and a
 * bare id, no or 번호.
 * Example: `isIdHeader('회원번호')` is true, `isIdHeader('order_count')` is false.
 */
export function isIdHeader(header: string): boolean {
  const words = header
    .replace(/\([^()]*\)/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_\-.#]+/)
    .filter((word) => word !== '');
  const joined = words.join('');
  return (
    english.test(joined) ||
    wholeWords.test(words.at(-1) ?? '') ||
    korean.test(joined) ||
    bare.test(joined)
  );
}
