import { channelOf } from '../../design/channel.ts';
import type { Design } from '../../design/design.ts';
import { shareWithin } from '../../design/share-total.ts';
import { refuse, succeed, type Problem, type Result } from '../../result.ts';
import { mostWaves, type WavePlan } from './list-plan.ts';

export type ListCountsProblem =
  | (Problem<'holdout-share-out-of-range'> & { holdoutShare: number })
  | (Problem<'invalid-waves'> & { waves: number; most: number })
  | (Problem<'invalid-wave-limit'> & { channel: string; limit: number })
  | (Problem<'too-many-waves'> & { channel: string; waves: number; most: number })
  /** An id that is no carrot of the design, or one whose channel is gone. */
  | (Problem<'unknown-carrot'> & { arm: string })
  | Problem<'nobody-to-contact'>;

/** What the numbers of a list are made from. */
export interface ListCountsInputs {
  readonly design: Pick<Design, 'arms' | 'channels'>;
  /** Customers per cell who can be drawn, whole. */
  readonly left: readonly number[];
  /** Id of the carrot per cell; null for none. */
  readonly carrots: readonly (string | null)[];
  /** 0 or more and below 1. */
  readonly holdoutShare: number;
  readonly waves: WavePlan;
}

/**
 * How many customers of each cell are held back and how many go into each wave, [cell][slot], the monitoring holdout first.
 * The holdout is `holdoutShare` of the cell, rounded down, so that nobody more is kept from the offer than was said. A channel's
 * waves are of one size (the last ones a customer smaller), and every cell is shared out over them in proportion. Rows are
 * filled up with zeros to the longest.
 * Refuses `holdout-share-out-of-range`, `invalid-waves`, `invalid-wave-limit`, `too-many-waves`, `unknown-carrot` and
 * `nobody-to-contact`.
 * Example: 501, 790 and 3,211 customers with a holdout of 10 percent hold back 50, 79 and 321; 451 in two waves go out as
 * 226 and 225.
 */
export function planListCounts({
  design,
  left,
  carrots,
  holdoutShare,
  waves,
}: ListCountsInputs): Result<number[][], ListCountsProblem> {
  if (!(holdoutShare >= 0 && holdoutShare < 1))
    return refuse({ code: 'holdout-share-out-of-range', holdoutShare });
  const channels = new Map<string, number[]>();
  for (const [cell, arm] of carrots.entries()) {
    if (arm === null || (left[cell] ?? 0) === 0) continue;
    const channel = channelIdOf(design, arm);
    if (channel === null) return refuse({ code: 'unknown-carrot', arm });
    channels.set(channel, [...(channels.get(channel) ?? []), cell]);
  }
  const held = left.map((customers, cell) =>
    typeof carrots[cell] === 'string' ? heldBackOf(customers, holdoutShare) : 0,
  );
  const sent = left.map((customers, cell) =>
    typeof carrots[cell] === 'string' ? customers - (held[cell] ?? 0) : 0,
  );
  const parts = left.map((): number[] => []);
  for (const [channel, cells] of channels) {
    const sizes = cells.map((cell) => sent[cell] ?? 0);
    const turns = wavesOf(waves, channel, sum(sizes));
    if (!turns.ok) return turns;
    shareWaves(sizes, turns.value).forEach((row, place) => (parts[cells[place] as number] = row));
  }
  if (sum(sent) === 0) return refuse({ code: 'nobody-to-contact' });
  const longest = Math.max(...parts.map((row) => row.length));
  return succeed(
    parts.map((row, cell) => [
      held[cell] ?? 0,
      ...Array.from({ length: longest }, (_, wave) => row[wave] ?? 0),
    ]),
  );
}

/** Customers of a cell who are held back: the share, rounded down. Example: a tenth of 562 are 56. */
export function heldBackOf(customers: number, holdoutShare: number): number {
  // 0.29 × 100 falls short of 29 in floating point.
  return Math.floor(customers * holdoutShare + 1e-9);
}

/** The channel of a carrot; null for the holdout and for what the design does not know. */
export function channelIdOf(design: Pick<Design, 'arms' | 'channels'>, arm: string): string | null {
  const found = design.arms.find(({ id }) => id === arm);
  return found ? (channelOf(design, found)?.id ?? null) : null;
}

function wavesOf(
  plan: WavePlan,
  channel: string,
  customers: number,
): Result<number, ListCountsProblem> {
  if (plan.kind === 'count') {
    const { waves } = plan;
    const isWhole = Number.isSafeInteger(waves) && waves >= 1 && waves <= mostWaves;
    return isWhole ? succeed(waves) : refuse({ code: 'invalid-waves', waves, most: mostWaves });
  }
  const limit = plan.limits.find((each) => each.channel === channel)?.most;
  if (limit === undefined) return succeed(1);
  if (!(Number.isSafeInteger(limit) && limit >= 1))
    return refuse({ code: 'invalid-wave-limit', channel, limit });
  const waves = Math.max(1, Math.ceil(customers / limit));
  return waves <= mostWaves
    ? succeed(waves)
    : refuse({ code: 'too-many-waves', channel, waves, most: mostWaves });
}

/** Each wave takes of every cell what is left of it in proportion, so that the last one takes the rest of all. */
function shareWaves(sizes: readonly number[], waves: number): number[][] {
  const rows = sizes.map((): number[] => []);
  let left = [...sizes];
  for (let wave = 0; wave < waves; wave++) {
    const total = Math.ceil(sum(left) / (waves - wave));
    const bounds = left.map((most) => ({ least: 0, most }));
    const shares = total === 0 ? left.map(() => 0) : shareWithin(left, bounds, total);
    shares.forEach((share, place) => rows[place]?.push(share));
    left = left.map((customers, place) => customers - (shares[place] ?? 0));
  }
  return rows;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
