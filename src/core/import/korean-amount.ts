const smallUnits: Readonly<Record<string, number>> = { 천: 3, 백: 2, 십: 1 };
const largeUnits: Readonly<Record<string, number>> = { 조: 12, 억: 8, 만: 4 };
const numeral = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/**
 * Reads a number with Korean units: 1000만, 1억 2,000만, 1억5천만, 3.5만, 2천, 1조 2,345억. Units go down, and what follows
 * a unit is smaller than it. Null for anything else: a unit without a number before the first one (만), units that go up
 * (1만 2억), a decimal that is not in the last number (1.5억 3,000만).
 * Exact wherever the number has an exact double: 1.1억 is 110,000,000.
 * Example: `readKoreanAmount('1억 2,000만')` is 120,000,000.
 */
export function readKoreanAmount(text: string): number | null {
  const tokens = text.match(/[\d.,]+|[조억만천백십]/g) ?? [];
  let total = 0;
  let block = 0;
  let waiting: string | null = null;
  let largest = Infinity;
  let within = Infinity;
  let isFirst = true;
  let isLast = false;
  for (const token of tokens) {
    const small = smallUnits[token];
    const large = largeUnits[token];
    if (small !== undefined) {
      if (small >= within || (waiting === null && isFirst)) return null;
      const size: string = waiting ?? '1';
      if (!isFirst && Number(size) >= 10) return null;
      block += Number(`${size.replaceAll(',', '')}e${small}`);
      within = small;
    } else if (large !== undefined) {
      if (large >= largest || (waiting === null && block === 0)) return null;
      if (waiting !== null) block = added(block, waiting, within);
      if (Number.isNaN(block) || (largest < Infinity && block >= 10_000)) return null;
      total += Number(`${block}e${large}`);
      [block, largest, within] = [0, large, Infinity];
    } else {
      if (waiting !== null || isLast || !numeral.test(token)) return null;
      isLast = token.includes('.');
      waiting = token;
      continue;
    }
    [waiting, isFirst] = [null, false];
  }
  if (waiting !== null) block = added(block, waiting, within);
  if (Number.isNaN(block) || (largest < Infinity && block >= 10_000)) return null;
  return total + block;
}

/** A number behind 천, 백 or 십 must be smaller than that unit; NaN where it is not. */
function added(block: number, numeralText: string, within: number): number {
  const size = Number(numeralText.replaceAll(',', ''));
  return within < Infinity && size >= 10 ** within ? NaN : block + size;
}
