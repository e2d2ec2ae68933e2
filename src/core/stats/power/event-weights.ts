/** How likely each number of events is; beyond `first` and `last` the chances are too small to matter. */
export interface EventWeights {
  readonly trials: number;
  readonly first: number;
  readonly last: number;
  /** The chance of `first + place` events. They add up to 1. */
  readonly weights: Float64Array;
}

/** A number of events this much less likely than the likeliest one adds nothing that a power could show. */
const negligible = 1e-40;

/**
 * The chances of every number of events among `trials` customers who respond with `share`.
 * `trials`: whole, at least 1; `share`: 0 to 1. By the ratio of neighbours, outward from the likeliest number: no
 * factorial is ever formed, so that a million customers lose no digits.
 */
export function binomialWeights(trials: number, share: number): EventWeights {
  if (share <= 0 || share >= 1) {
    const only = share <= 0 ? 0 : trials;
    return { trials, first: only, last: only, weights: new Float64Array([1]) };
  }
  const odds = share / (1 - share);
  const upward = (events: number): number => ((trials - events) / (events + 1)) * odds;
  const mode = Math.min(trials, Math.floor((trials + 1) * share));
  return outwardWeights(trials, mode, { from: 0, to: trials }, upward, negligible);
}

/**
 * Chances that are known by the ratio of each to the one before, from the likeliest outward until they are `cut` times
 * as small. `upward(x)`: the chance of x + 1 events over that of x.
 */
export function outwardWeights(
  trials: number,
  mode: number,
  { from, to }: { readonly from: number; readonly to: number },
  upward: (events: number) => number,
  cut: number,
): EventWeights {
  const above: number[] = [];
  for (let events = mode, weight = 1; events < to && weight > cut; events += 1) {
    weight *= upward(events);
    above.push(weight);
  }
  const below: number[] = [];
  for (let events = mode, weight = 1; events > from && weight > cut; events -= 1) {
    weight /= upward(events - 1);
    below.push(weight);
  }
  // Loops, not callbacks: Fisher's test asks this for thousands of totals.
  let total = 1;
  for (const weight of above) total += weight;
  for (const weight of below) total += weight;
  const weights = new Float64Array(below.length + 1 + above.length);
  weights[below.length] = 1 / total;
  for (let place = 0; place < above.length; place += 1) {
    weights[below.length + 1 + place] = (above[place] ?? 0) / total;
  }
  for (let place = 0; place < below.length; place += 1) {
    weights[below.length - 1 - place] = (below[place] ?? 0) / total;
  }
  return { trials, first: mode - below.length, last: mode + above.length, weights };
}
