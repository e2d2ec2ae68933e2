import { readYesNo } from '../import/yes-no-value.ts';

const delivered = ['도달', '배달', '발송', '발송성공', '발송완료', '전송성공', '성공', '수신', 'delivered', 'sent', 'success', 'ok', 'accepted']; // prettier-ignore
const bounced = ['반송', '미도달', '발송실패', '전송실패', '실패', '수신불가', '결번', '주소불명', 'bounced', 'bounce', 'hard bounce', 'soft bounce', 'hardbounce', 'softbounce', 'undelivered', 'failed', 'failure', 'fail', 'rejected', 'invalid']; // prettier-ignore
const several = [
  '복합상품',
  '복합',
  '여러 상품',
  '다품목',
  'multi',
  'multiple',
  'several',
  'bundle',
];
const single = ['단일상품', '단일', '한 상품', '단품', 'single', 'one'];

/**
 * Whether a message arrived (1) or came back (0), in Korean or English or as any yes and no; null for anything else.
 * Example: `readDelivery('반송')` is 0.
 */
export function readDelivery(text: string): 0 | 1 | null {
  return wordIn(text, delivered, bounced) ?? readYesNo(text);
}

/**
 * Whether a purchase was of several products (1) or of one (0), as a word, a yes and no or a number of products; null
 * for anything else. 1 is one product, so numbers are read before yes and no.
 * Example: `readBasket('3')` is 1, `readBasket('단일상품')` is 0.
 */
export function readBasket(text: string): 0 | 1 | null {
  const products = text.trim() === '' ? NaN : Number(text);
  if (products >= 1) return products > 1 ? 1 : 0;
  return wordIn(text, several, single) ?? (Number.isNaN(products) ? readYesNo(text) : null);
}

function wordIn(text: string, yes: readonly string[], no: readonly string[]): 0 | 1 | null {
  const word = text.trim().toLowerCase();
  if (yes.includes(word)) return 1;
  return no.includes(word) ? 0 : null;
}
