const koreanTotal = /^(?:총|전체|누적|기간)?(?:합계|총계|소계|누계)$|^(?:계|총합|월계|일계|연계)$/;
const groupTotal = /[\s:>)\]}/_-](?:합계|총계|소계|누계)$|^[가-힣A-Za-z0-9]{1,12}(?:소계|합계)$/;
const englishTotal = /^(?:grandtotals?|subtotals?|sub-totals?)$/i;
const plainTotal = /^totals?$/i;

/**
 * Whether a text is what people write in front of sums, such as 합계, 소계, “서울 소계”, Grand total. `final` where it says
 * so only at the end of a table: Total may be a name as well. Spaces within, brackets and colons around make no difference.
 * Example: `totalLabel('[ 합 계 ]')` is 'anywhere', `totalLabel('Total')` is 'final', `totalLabel('Total Park')` is null.
 */
export function totalLabel(text: string): 'anywhere' | 'final' | null {
  if (text.length > 40 || !/[계합]|total/i.test(text)) return null;
  const bare = text
    .trim()
    .replace(/^[[(<{【*\s]+|[\])>}】*:\s]+$/g, '')
    .replace(/\([^()]*\)$/, '')
    .trim();
  const packed = bare.replace(/\s+/g, '');
  if (koreanTotal.test(packed) || englishTotal.test(packed) || groupTotal.test(bare)) {
    return 'anywhere';
  }
  return plainTotal.test(packed) ? 'final' : null;
}
