import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';

/** A beta distribution: what is believed of a share. Both above 0; 1 and 1 is "every share equally likely". */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

/** How likely the share lies below `share` (0 to 1). Example: alpha 1, beta 1 at 0.3 gives 0.3. */
export function betaLowerTail(share: number, { alpha, beta }: BetaShape): number {
  return betainc(share, alpha, beta);
}

/** How likely the share lies above `share` (0 to 1), without the loss of digits of `1 - lower`. */
export function betaUpperTail(share: number, { alpha, beta }: BetaShape): number {
  return betainc(1 - share, beta, alpha);
}

/** The density at `share` (strictly between 0 and 1). Example: alpha 2, beta 1 at 0.3 gives 0.6. */
export function betaDensity(share: number, { alpha, beta }: BetaShape): number {
  const logConstant = gammaln(alpha + beta) - gammaln(alpha) - gammaln(beta);
  return Math.exp(logConstant + (alpha - 1) * Math.log(share) + (beta - 1) * Math.log1p(-share));
}
