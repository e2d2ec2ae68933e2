import type { PairSums } from '#core/stats/means/pair-sums.ts';

/** The sums of both arms as an oracle's row has them: the treatment's end in 1, the control's in 0. */
export type SumsRow = Record<`${keyof PairSums}${0 | 1}`, number>;

/** One arm's sums of a row. */
export function armSums(row: SumsRow, arm: 0 | 1): PairSums {
  return {
    count: row[`count${arm}`],
    outcomeSum: row[`outcomeSum${arm}`],
    companionSum: row[`companionSum${arm}`],
    outcomeSquares: row[`outcomeSquares${arm}`],
    companionSquares: row[`companionSquares${arm}`],
    products: row[`products${arm}`],
  };
}
