import { normalUpperTail } from '../distributions/normal-distribution.ts';
import { legendrePieces } from './legendre-pieces.ts';

/**
 * Where the undecided paths of a sequential experiment stand after a look. The score is z times the square root of the
 * information; between two looks it moves by a normal step of mean drift · gap and variance gap.
 */
export interface ScorePath {
  readonly information: number;
  /** Scores, ascending, and how much probability each stands for. */
  readonly at: Float64Array;
  readonly mass: Float64Array;
}

/** Before the first look every path is at 0. */
export const pathStart: ScorePath = {
  information: 0,
  at: Float64Array.of(0),
  mass: Float64Array.of(1),
};

/** Between which scores the paths go on; -Infinity where nothing stops below. */
export interface Corridor {
  readonly low: number;
  readonly high: number;
}

/** What each step needs: the information reached, and that of the look after it (its own again at the last look). */
export interface PathStep {
  readonly information: number;
  readonly nextInformation: number;
  readonly drift: number;
}

// A boundary above 13 standard deviations is crossed with a chance below 1e-38; nothing that far below comes back.
const deviationsAbove = 13;
const deviationsBelow = 9;
const kernelReach = 13;
const pieceWidth = 3;

/** How likely a path, undecided before, lies above a score at a look. */
export function chanceAbove(
  path: ScorePath,
  score: number,
  information: number,
  drift: number,
): number {
  const gap = information - path.information;
  const deviation = Math.sqrt(gap);
  let total = 0;
  for (let place = 0; place < path.at.length; place += 1) {
    const distance = (score - (path.at[place] ?? 0) - drift * gap) / deviation;
    total += (path.mass[place] ?? 0) * normalUpperTail(distance);
  }
  return total;
}

/** How likely a path, undecided before, lies below a score at a look. */
export function chanceBelow(
  path: ScorePath,
  score: number,
  information: number,
  drift: number,
): number {
  return chanceAbove(mirrored(path), -score, information, -drift);
}

function mirrored({ information, at, mass }: ScorePath): ScorePath {
  return { information, at: at.map((score) => -score), mass };
}

/**
 * Where the paths that stay inside the corridor stand at the next look.
 * Armitage, McPherson & Rowe (1969): one integral per look. The points are Gauss-Legendre's, in pieces no wider than
 * three standard deviations of the step before and of the step after, which leaves no error a number can hold.
 */
export function continuePath(
  path: ScorePath,
  corridor: Corridor,
  { information, nextInformation, drift }: PathStep,
): ScorePath {
  const gap = information - path.information;
  const deviation = Math.sqrt(gap);
  const nextDeviation = Math.sqrt(nextInformation - information) || deviation;
  const spread = Math.sqrt(information);
  const below = corridor.low === Number.NEGATIVE_INFINITY ? deviationsBelow : deviationsAbove;
  const low = Math.max(corridor.low, drift * information - below * spread);
  const high = Math.min(corridor.high, drift * information + deviationsAbove * spread);
  const { at, weight } = legendrePieces(low, high, pieceWidth * Math.min(deviation, nextDeviation));
  const mass = new Float64Array(at.length);
  const height = 1 / Math.sqrt(2 * Math.PI * gap);
  let first = 0;
  for (let place = 0; place < at.length; place += 1) {
    const target = (at[place] ?? 0) - drift * gap;
    while (first < path.at.length && (path.at[first] ?? 0) < target - kernelReach * deviation) {
      first += 1;
    }
    let density = 0;
    for (let from = first; from < path.at.length; from += 1) {
      const distance = (target - (path.at[from] ?? 0)) / deviation;
      if (distance < -kernelReach) break;
      density += (path.mass[from] ?? 0) * Math.exp(-0.5 * distance * distance);
    }
    mass[place] = density * height * (weight[place] ?? 0);
  }
  return { information, at, mass };
}
