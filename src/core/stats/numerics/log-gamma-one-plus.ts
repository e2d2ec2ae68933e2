/** (zeta(k) - 1) / k for k = 2, 3, ...: the Taylor coefficients of ln Gamma(2 + x) without their signs. */
const coefficients = [
  0.3224670334241132, 0.06735230105319809, 0.020580808427784546, 0.007385551028673986,
  0.0028905103307415234, 0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939,
  9.945751278180853e-5, 4.492623673813314e-5, 2.050721277567069e-5, 9.439488275268397e-6,
  4.374866789907488e-6, 2.039215753801366e-6, 9.55141213040742e-7, 4.492469198764566e-7,
  2.1207184805554667e-7, 1.00432248239681e-7, 4.7698101693639804e-8, 2.2711094608943164e-8,
  1.0838659214896955e-8, 5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9,
  5.731367241678862e-10, 2.7595228851242334e-10,
];
const oneMinusEuler = 0.42278433509846713;

/**
 * ln Gamma(1 + x), in proportion to `x` near 0, where Gamma(1 + x) itself rounds to 1.
 * `x`: -0.5 to 1.5. Source: the Taylor series of ln Gamma (DLMF 5.7.3).
 * Example: `logGammaOnePlus(0.5)` is -0.12078223763524522.
 */
export function logGammaOnePlus(x: number): number {
  if (x > 0.5) return Math.log(x) + logGammaOnePlus(x - 1);
  let sum = 0;
  for (let place = coefficients.length - 1; place >= 0; place -= 1) {
    sum = (coefficients[place] ?? 0) - x * sum;
  }
  return x * (oneMinusEuler + x * sum) - Math.log1p(x);
}
