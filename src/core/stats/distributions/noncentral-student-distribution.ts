import { gammaTails } from './gamma-distribution.ts';
import { meanOverSpread } from './spread-mixture.ts';
import { normalUpperTail } from './normal-distribution.ts';
import { powerExcess, quantileExcess, risingRoot } from './tail-solving.ts';

/**
 * How likely a noncentral Student t value exceeds `t`: the power of a t test.
 * `t`: any number; `degreesOfFreedom`: 0.01 or more, Infinity for a known spread; `noncentrality`: any finite number (the
 * true difference in standard errors). Anything else gives NaN. Small tails keep their digits, down to 1e-300.
 * Source: the definition (Johnson, Kotz & Balakrishnan 1995, 31.1) integrated over the spread, or over the normal part
 * where the noncentrality is large; R `pt(ncp = , lower.tail = FALSE)`, which is right to 1e-12 absolutely.
 * Example: `noncentralStudentUpperTail(2.024394164575136, 38, 3.1622776601683795)` is 0.8689528
 * (`power.t.test(n = 20, delta = 1)`).
 */
export function noncentralStudentUpperTail(
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  return noncentralTail('upper', t, degreesOfFreedom, noncentrality);
}

/**
 * How likely a noncentral Student t value lies below `t`. Arguments as in `noncentralStudentUpperTail`.
 * Source: Johnson, Kotz & Balakrishnan (1995), chapter 31; R `pt(ncp = )`.
 * Example: `noncentralStudentLowerTail(2.024394164575136, 38, 3.1622776601683795)` is 0.1310472.
 */
export function noncentralStudentLowerTail(
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  return noncentralTail('lower', t, degreesOfFreedom, noncentrality);
}

/**
 * The value below which a given share of a noncentral Student t population lies.
 * `share`: 0 to 1, the ends giving -Infinity and Infinity; the rest as in `noncentralStudentUpperTail`.
 * Source: the two tails, solved; R `qt(ncp = )`.
 * Example: `noncentralStudentQuantile(0.975, 10, 2)` is 4.9578356.
 */
export function noncentralStudentQuantile(
  share: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const tailAt = (side: Side, t: number): number =>
    noncentralTail(side, t, degreesOfFreedom, noncentrality);
  if (Number.isNaN(tailAt('upper', 0)) || !(share >= 0 && share <= 1)) return Number.NaN;
  if (share === 0 || share === 1) return share === 0 ? -Infinity : Infinity;
  const step = 0.5 + Math.abs(noncentrality) / Math.sqrt(2 * degreesOfFreedom);
  return risingRoot(quantileExcess(share, tailAt), { ...anywhere, start: noncentrality, step });
}

/**
 * The noncentrality that gives a one-sided test with the critical value `t` the wanted power: the true difference, in
 * standard errors, that is found so often. `power`: strictly between 0 and 1; the rest as above. May be negative.
 * Source: `noncentralStudentUpperTail`, solved; SciPy `scipy.special.nctdtrinc`.
 * Example: `noncentralStudentNoncentrality(2.024394164575136, 38, 0.9)` is 3.3266944.
 */
export function noncentralStudentNoncentrality(
  t: number,
  degreesOfFreedom: number,
  power: number,
): number {
  if (!(power > 0 && power < 1 && Number.isFinite(t))) return Number.NaN;
  const excess = powerExcess(power, (side, noncentrality) =>
    noncentralTail(side, t, degreesOfFreedom, noncentrality),
  );
  return risingRoot(excess, { ...anywhere, start: t, step: 1 });
}

type Side = 'lower' | 'upper';

const anywhere = { lowest: -Number.MAX_VALUE, highest: Number.MAX_VALUE };

/** Beyond so many standard errors a normal tail is too small for a number, below 1e-300. */
const farthest = 38;

function noncentralTail(
  side: Side,
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const inside = degreesOfFreedom >= 0.01 && Number.isFinite(noncentrality);
  if (!inside || Number.isNaN(t)) return Number.NaN;
  // Seen from the other end, so that t is 0 or more.
  if (t < 0) return noncentralTail(otherSide(side), -t, degreesOfFreedom, -noncentrality);
  if (t === Number.POSITIVE_INFINITY) return side === 'upper' ? 0 : 1;
  const sign = side === 'upper' ? 1 : -1;
  if (t === 0) return normalUpperTail(-sign * noncentrality);
  const squared = noncentrality * noncentrality;
  if (noncentrality > farthest && squared > 2 * degreesOfFreedom) {
    return overNormalPart(side, t, degreesOfFreedom, noncentrality);
  }
  const sharpness = noncentrality < -farthest ? farthest : noncentrality;
  return meanOverSpread(
    (spread) => normalUpperTail(sign * (t * spread - noncentrality)),
    degreesOfFreedom,
    sharpness,
  );
}

function otherSide(side: Side): Side {
  return side === 'upper' ? 'lower' : 'upper';
}

/** Over the normal part z of t = (z + noncentrality) / spread: how likely is the spread small enough, or too large? */
function overNormalPart(
  side: Side,
  t: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const step = 0.3;
  const chanceAt = (z: number): number => {
    const limit = Math.max(0, noncentrality + z) / t;
    const tails = gammaTails((degreesOfFreedom / 2) * limit * limit, degreesOfFreedom / 2);
    return side === 'upper' ? tails.lower : tails.upper;
  };
  let sum = chanceAt(0);
  for (const direction of [-1, 1]) {
    for (let z = step; z < farthest; z += step) {
      const density = Math.exp(-0.5 * z * z);
      if (density < 1e-18 * sum) break;
      sum += density * chanceAt(direction * z);
    }
  }
  return Math.min(1, (step * sum) / Math.sqrt(2 * Math.PI));
}
