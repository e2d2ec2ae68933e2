import { mainEffects, pairEffects, type Effect } from './effect.ts';
import type { Run } from './factor-space.ts';
import { centredDirections, largestCorrelation } from './largest-correlation.ts';
import { modelMatrix } from './model-matrix.ts';

/** Two effects that the runs of a plan do not keep apart. */
export interface Confounding {
  readonly first: Effect;
  readonly second: Effect;
  /** 1: fully mixed, one cannot be told from the other; between 0 and 1: mixed in part. */
  readonly correlation: number;
}

/** Below this a correlation is rounding. */
const noCorrelation = 1e-9;

/**
 * Which main effects and interactions of two factors a plan mixes, and how strongly: the largest canonical correlation of
 * their columns over the runs. Of two-level plans that is the size of the alias coefficient. Strongest first.
 * `runs`: of the plan; `levelCounts`: levels of each factor.
 * Source: Groemping & Xu (2014), Generalized resolution for orthogonal arrays (canonical correlations of factors).
 * Example: 2^(3-1) mixes [0] with [1, 2] with correlation 1; Plackett-Burman 12 mixes [0] with [1, 2] with 1/3.
 */
export function confoundings(runs: readonly Run[], levelCounts: readonly number[]): Confounding[] {
  const factors = levelCounts.length;
  const effects = [...mainEffects(factors), ...pairEffects(factors)].map((effect) => {
    const { rows } = modelMatrix(levelCounts, runs, [effect]);
    return { effect, directions: centredDirections(rows.map((row) => row.slice(1))) };
  });
  return effects
    .flatMap(({ effect: first, directions }, place) =>
      effects.slice(place + 1).map(({ effect: second, directions: others }) => ({
        ...{ first, second },
        correlation: wholeAtOne(largestCorrelation(directions, others)),
      })),
    )
    .filter(({ correlation }) => correlation > noCorrelation)
    .toSorted((a, b) => b.correlation - a.correlation);
}

/** A correlation that is 1 but for rounding is 1, so that "fully mixed" can be asked for. */
function wholeAtOne(correlation: number): number {
  return correlation > 1 - noCorrelation ? 1 : correlation;
}

/** The most that a plan mixes effects of each kind; 0 where it keeps them apart. */
export interface WorstMixing {
  readonly mainWithMain: number;
  readonly mainWithPair: number;
  readonly pairWithPair: number;
}

/** The largest correlation of each kind. Example: Plackett-Burman 12 gives 0 of main effects, 1/3 of a main effect with a pair. */
export function worstMixing(found: readonly Confounding[]): WorstMixing {
  const most = (first: number, second: number) =>
    found
      .filter((pair) => pair.first.length === first && pair.second.length === second)
      .reduce((largest, { correlation }) => Math.max(largest, correlation), 0);
  return { mainWithMain: most(1, 1), mainWithPair: most(1, 2), pairWithPair: most(2, 2) };
}
