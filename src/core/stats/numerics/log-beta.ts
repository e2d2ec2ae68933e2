import { logGammaOnePlus } from './log-gamma-one-plus.ts';
import { logGammaRise, stirlingError } from './stirling-error.ts';

/**
 * The logarithm of the beta function B(alpha, beta) = Gamma(alpha) Gamma(beta) / Gamma(alpha + beta).
 * Both above 0; anything else gives NaN. Source: Stirling's formula with Loader's (2000) error terms, so that nothing
 * large cancels; R: `lbeta`.
 * Example: `logBeta(2, 3)` is -ln 12 = -2.4849066497880004.
 */
export function logBeta(alpha: number, beta: number): number {
  if (!(alpha > 0 && beta > 0)) return Number.NaN;
  return (
    stirlingError(alpha) +
    stirlingError(beta) -
    stirlingError(alpha + beta) -
    alpha * Math.log1p(beta / alpha) -
    beta * Math.log1p(alpha / beta) +
    0.5 * Math.log(2 * Math.PI * (1 / alpha + 1 / beta))
  );
}

/** ln(alpha B(alpha, beta)), which goes to 0 in proportion to a small `alpha`. Both above 0. */
export function logScaledBeta(alpha: number, beta: number): number {
  return alpha <= 1
    ? logGammaOnePlus(alpha) - logGammaRise(beta, alpha)
    : Math.log(alpha) + logBeta(alpha, beta);
}
