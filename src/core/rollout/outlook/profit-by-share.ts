import type { Doubt } from './doubt-sum.ts';
import { DoubtSum } from './doubt-sum.ts';
import { profitLine } from './project-policy.ts';
import type { Stakes } from './stake.ts';

/** The profit when only the first so many customers are sent to. */
export interface ProfitPoint {
  readonly customers: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly doubt: Doubt;
}

/**
 * How the profit grows as more of the list is sent to, those cells first whose customers earn most each.
 * One point at nobody, and after that at least `steps` steps, with one at the end of every cell as long as those are no more
 * than 200 (else at the ends of those that `steps` fall on). Within a cell customers are sent to in any order.
 * Example: the sample's POINT rises while the cells with high points are sent to, and falls from there.
 */
export function profitByShare({ stakes, beliefs }: Stakes, steps = 40): readonly ProfitPoint[] {
  const ordered = stakes
    .map((stake) => ({ stake, line: profitLine(stake) }))
    .sort((one, other) => other.line.estimate / other.stake.sent - one.line.estimate / one.stake.sent); // prettier-ignore
  const total = ordered.reduce((sum, { stake }) => sum + stake.sent, 0);
  const points: ProfitPoint[] = [{ customers: 0, estimate: 0, standardError: 0, doubt: { effect: 0, chance: 0 } }]; // prettier-ignore
  const whole = new DoubtSum(beliefs);
  const few = ordered.length <= 200;
  let [sentBefore, earnedBefore] = [0, 0];
  for (const { stake, line } of ordered) {
    const pieces = Math.max(1, Math.round((steps * stake.sent) / total));
    const isDue = few || Math.floor(((sentBefore + stake.sent) / total) * steps) > Math.floor((sentBefore / total) * steps); // prettier-ignore
    for (let piece = 1; few && piece < pieces; piece += 1) {
      const share = piece / pieces;
      const sum = whole.copy();
      sum.add(stake, line, line, share);
      points.push(pointOf(sentBefore + share * stake.sent, earnedBefore + share * line.estimate, sum.value)); // prettier-ignore
    }
    whole.add(stake, line, line);
    sentBefore += stake.sent;
    earnedBefore += line.estimate;
    if (isDue) points.push(pointOf(sentBefore, earnedBefore, whole.value));
  }
  return points;
}

function pointOf(customers: number, estimate: number, doubt: Doubt): ProfitPoint {
  return { customers, estimate, standardError: Math.sqrt(doubt.effect + doubt.chance), doubt };
}
