/** One measured step. */
export interface Lap {
  readonly step: string;
  readonly seconds: number;
  /** The longest time for which the page's event loop did not turn, in milliseconds. */
  readonly longestGap: number;
}

const tickMilliseconds = 5;

/** Measures how long steps take, and how long they keep the page from answering. */
export class Stopwatch {
  readonly laps: Lap[] = [];

  async measure<Value>(step: string, work: () => Promise<Value> | Value): Promise<Value> {
    let longestGap = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      longestGap = Math.max(longestGap, now - last);
      last = now;
    };
    const timer = setInterval(tick, tickMilliseconds);
    const start = performance.now();
    const value = await work();
    const seconds = (performance.now() - start) / 1000;
    tick();
    clearInterval(timer);
    this.laps.push({ step, seconds, longestGap });
    return value;
  }

  secondsOf(step: string): number {
    const lap = this.laps.find((one) => one.step === step);
    if (!lap) throw new Error(`Nothing was measured under ${step}`);
    return lap.seconds;
  }
}

/** The middle and the end of some times in milliseconds. */
export function spread(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1);
  return `median ${at(0.5)} ms, 95% below ${at(0.95)} ms, longest ${at(1)} ms (${times.length} times)`;
}

/** The laps as a table of text; `ratios` gives one more cell per peer. */
export function lapTable(
  laps: readonly Lap[],
  peers: readonly string[],
  ratioOf: (lap: Lap, peer: string) => number | null,
): string {
  const header = ['step', 's per 1M rows', 'longest page gap', ...peers.map((peer) => `× ${peer}`)];
  const rows = laps.map((lap) => [
    lap.step,
    lap.seconds.toFixed(lap.seconds < 0.1 ? 3 : 2),
    `${lap.longestGap.toFixed(0)} ms`,
    ...peers.map((peer) => ratioOf(lap, peer)?.toFixed(2) ?? '–'),
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lineOf = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [
    lineOf(header),
    lineOf(widths.map((width) => '-'.repeat(width))),
    ...rows.map(lineOf),
  ].join('\n');
}
