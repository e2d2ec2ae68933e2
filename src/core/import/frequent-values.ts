const mostCounters = 1000;
const mostLines = 5;

export interface FrequentValue<Value> {
  readonly value: Value;
  /** It is there no more often than this. */
  readonly atMost: number;
  readonly lines: readonly number[];
}

/**
 * Finds values that hold more than one in a thousand of a long column, in one pass and with a thousand counters, however
 * many different values there are. It names candidates: count them again for how many they are.
 * Source: J. Misra and D. Gries (1982), "Finding repeated elements", Science of Computer Programming 2.
 * Example: of a, a, b, a the candidates are a and b; a million other values later only those that are frequent remain.
 */
export class FrequentValues<Value extends string | number> {
  readonly #counters = new Map<Value, { count: number; lines: number[] }>();
  #taken = 0;
  /** How often every counter went down by one. */
  #decrements = 0;

  /** How many values were taken. */
  get taken(): number {
    return this.#taken;
  }

  /** How many different ones there were; where they were more than there are counters, only that they were. */
  get distinctAtLeast(): number {
    return this.#decrements > 0 ? mostCounters : this.#counters.size;
  }

  take(value: Value, line: number): void {
    this.#taken++;
    const counter = this.#counters.get(value);
    if (counter) {
      counter.count++;
      if (counter.lines.length < mostLines) counter.lines.push(line);
    } else if (this.#counters.size < mostCounters) {
      this.#counters.set(ownCopy(value), { count: 1, lines: [line] });
    } else {
      this.#decrements++;
      for (const [known, { count }] of this.#counters) {
        if (count === 1) this.#counters.delete(known);
      }
      for (const each of this.#counters.values()) each.count--;
    }
  }

  /** Every value that holds more than one in a thousand, and some others, with the first lines since it was noticed. */
  candidates(): FrequentValue<Value>[] {
    return [...this.#counters].map(([value, { count, lines }]) => ({
      value,
      atMost: count + this.#decrements,
      lines,
    }));
  }
}

/** A part of a text keeps the whole text in memory: what is kept for long is copied out of it. */
function ownCopy<Value extends string | number>(value: Value): Value {
  return typeof value === 'string' ? (` ${value}`.slice(1) as Value) : value;
}
