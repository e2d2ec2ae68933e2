"""Makes always-valid.json: confidence sequences and mixture sequential tests, in 40 digits. Run: /usr/bin/python3 always-valid.py
Made with: mpmath 1.2, the published formulas of Waudby-Smith et al. (2024, equations 9, 155, 161) and Johari et al. (2017, equation 9) written out; the mixture is integrated numerically
Checks: confidenceSequence, shareDifferenceSequence, meanDifferenceSequence, mixtureSequentialTest
"""

import json
import pathlib

from mpmath import exp, log, mp, mpf, npdf, quad, sqrt

mp.dps = 40
sequences, shares, means, mixtures = [], [], [], []


def sequence(estimate, error, n, conf, tuning):
    alpha = 1 - mpf(conf)
    rho2 = (-2 * log(alpha) + log(-2 * log(alpha) + 1)) / tuning
    half = error * sqrt(n) * sqrt(2 * (n * rho2 + 1) / (n * n * rho2) * log(sqrt(n * rho2 + 1) / alpha))
    score = n * estimate / (error * sqrt(n))
    evidence = exp(rho2 * score**2 / (2 * (n * rho2 + 1))) / sqrt(n * rho2 + 1)
    return {"low": float(estimate - half), "high": float(estimate + half), "p": float(min(mpf(1), 1 / evidence))}


for estimate, error in ((0.02, 0.01), (0.05, 0.01), (0.0, 0.003), (-0.3, 0.02), (1200.0, 400.0), (1e-6, 4e-7)):
    for n in (2, 100, 5000, 300000):
        for conf, tuning in ((0.95, 5000), (0.95, 10), (0.99, 100000), (0.8, 5000)):
            sequences.append({"estimate": estimate, "standardError": error, "customers": n, "confidence": conf, "tuning": tuning,
                              **sequence(mpf(estimate), mpf(error), mpf(n), conf, mpf(tuning))})
for x1, n1, x0, n0 in ((300, 3000, 240, 3000), (1, 50, 0, 50), (2, 1000, 9, 400), (60000, 300000, 58000, 300000), (49, 50, 30, 50), (5, 10, 5, 10)):
    p1, p0 = mpf(x1) / n1, mpf(x0) / n0
    error = sqrt(p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0)
    for conf, tuning in ((0.95, 6000), (0.9, 500)):
        shares.append({"events1": x1, "trials1": n1, "events0": x0, "trials0": n0, "confidence": conf, "tuning": tuning,
                       **sequence(p1 - p0, error, mpf(n1 + n0), conf, mpf(tuning))})
for m1, s1, n1, m0, s0, n0 in ((0.7, 6.2, 3461, 0.47, 4.2, 3000), (12000, 45000, 900, 9000, 30000, 800), (3, 0, 40, 2, 1, 40), (-1, 2, 1000000, -1.02, 2, 1000000)):
    error = sqrt(mpf(s1) ** 2 / n1 + mpf(s0) ** 2 / n0)
    for conf, tuning in ((0.95, 6461), (0.9, 500)):
        means.append({"mean1": m1, "sd1": s1, "n1": n1, "mean0": m0, "sd0": s0, "n0": n0, "confidence": conf, "tuning": tuning,
                      **sequence(mpf(m1) - mpf(m0), error, mpf(n1 + n0), conf, mpf(tuning))})
for estimate, error in ((0.03, 0.01), (0.0, 0.01), (0.002, 0.001), (-0.1, 0.02), (50.0, 30.0)):
    for spread in (0.001, 0.02, 0.3, 40.0):
        e, s, t = mpf(estimate), mpf(error), mpf(spread)
        # The likelihood ratio averaged over effects that are normal around 0.
        centre = e * t**2 / (s**2 + t**2)
        width = s * t / sqrt(s**2 + t**2)
        grid = [centre + width * k for k in (-14, -7, -3, -1, 0, 1, 3, 7, 14)]
        ratio = quad(lambda d: exp((2 * e * d - d * d) / (2 * s * s)) * npdf(d, 0, t), grid)
        half = sqrt(s**2 * (s**2 + t**2) / t**2 * 2 * log(sqrt((s**2 + t**2) / s**2) / mpf("0.05")))
        mixtures.append({"estimate": estimate, "standardError": error, "spread": spread, "p": float(min(mpf(1), 1 / ratio)),
                         "low": float(e - half), "high": float(e + half)})
(pathlib.Path(__file__).parent / "always-valid.json").write_text(
    json.dumps({"sequences": sequences, "shares": shares, "means": means, "mixtures": mixtures}))
