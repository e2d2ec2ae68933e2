/** What cashiers and programs write where nobody is known. */
const placeholderTexts =
  /^(?:0+|-1|9{4,}|1{5,}|0*123456(?:789?)?|x{2,}|n\/?a|nil|none|null|nan|undefined|unknown|guest\d?|anonymous|nonmember|non-member|test|dummy|temp|walk-?in|비회원|비로그인|미가입|미상|없음|무기명|익명|게스트|손님|일반고객|현금고객|미등록|테스트)$/i;

const fewestKnown = 5;
const leastKnownShare = 0.001;
const fewestRows = 20;
const leastShare = 0.05;
/** Against the rows that an id has on average. */
const leastTimes = 10;

/**
 * Whether a customer id stands for nobody: by its text (0, 99999, GUEST, 비회원) from one row in a thousand on and at
 * least five, or by its rows alone from one in twenty on, at least twenty and ten times those of an average id.
 * `rows`: rows with this id; `allRows`: rows with any; `distinct`: how many ids there are, or at least are.
 * Example: C17 with 250 of 1,000 rows of 700 customers is one; with 2 of them it is a customer.
 */
export function isPlaceholderId(
  id: string,
  { rows, allRows, distinct }: { rows: number; allRows: number; distinct: number },
): boolean {
  const share = rows / allRows;
  if (placeholderTexts.test(id) && rows >= fewestKnown && share >= leastKnownShare) return true;
  return rows >= fewestRows && share >= leastShare && rows * distinct >= leastTimes * allRows;
}
