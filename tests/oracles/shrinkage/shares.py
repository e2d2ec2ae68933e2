"""Makes shares.json: priors of response shares, the shrunken shares, and how much too good the best of equal cells looks. Run: /usr/bin/python3 shares.py
Made with: mpmath 1.2 (maximum likelihood in 40 digits from digamma, started at the best point of a grid, Kleinman's (1973) moments in exact fractions, expected maxima by sums), SciPy 1.10 beta.ppf
Checks: betaPriorByMoments, betaPriorByLikelihood, shrunkenShares, winnersCurse, bestOfCellsBias, intervalFromPValue
"""

import json
import pathlib
import random
from fractions import Fraction as F

import numpy as np
from mpmath import digamma, erfc, erfinv, findroot, log, mp, mpf, ncdf, npdf, quad, sqrt
from scipy.special import betaln
from scipy.stats import beta as beta_distribution

mp.dps = 40
random.seed(29)


def moments(cells):
    total, events = sum(n for _, n in cells), sum(x for x, _ in cells)
    mean = F(events, total)
    spread = sum(n * (F(x, n) - mean) ** 2 for x, n in cells) / (mean * (1 - mean))
    chance, most = len(cells) - 1, sum(n * (1 - F(n, total)) for _, n in cells)
    rho = (spread - chance) / (most - chance)
    return (float(mean), float((1 - rho) / rho)) if 0 < rho < 1 else None


def slopes(cells, mean, size):
    a, b = mean * size, (1 - mean) * size
    da = sum(digamma(a + x) - digamma(a) for x, _ in cells)
    db = sum(digamma(b + n - x) - digamma(b) for x, n in cells)
    dt = sum(digamma(size + n) - digamma(size) for _, n in cells)
    return size * (da - db), mean * da + (1 - mean) * db - dt


def highest(cells):
    # The best point of a grid first, so that the highest top is found.
    x, n = np.array([c[0] for c in cells]), np.array([c[1] for c in cells])
    grid = [(u, v) for u in np.linspace(-9, 9, 91) for v in np.linspace(-5, 25, 76)]
    values = [np.sum(betaln(x + np.exp(v) / (1 + np.exp(-u)), n - x + np.exp(v) / (1 + np.exp(u))) - betaln(np.exp(v) / (1 + np.exp(-u)), np.exp(v) / (1 + np.exp(u)))) for u, v in grid]
    start = grid[int(np.argmax(values))]
    if start[1] > 18:
        return None
    u, v = findroot(lambda u, v: slopes(cells, 1 / (1 + mp.exp(-u)), mp.exp(v)), start, tol=1e-50, maxsteps=60)
    return float(1 / (1 + mp.exp(-u))), float(mp.exp(v))


sets = [[(12, 100), (18, 100), (28, 100), (1, 100), (2, 100), (4, 100), (6, 100), (9, 100), (14, 100)],
        [(0, 10), (3, 10), (1, 400), (50, 2000)], [(5, 50), (20, 60)], [(0, 1), (1, 1), (1, 2), (0, 3), (2, 2)],
        [(900, 1000), (950, 1000), (990, 1000), (700, 1000)], [(30, 300000), (60, 300000), (900, 300000)], [(1, 5000), (0, 100), (40, 5000), (3, 60)]]
for k in (3, 6, 12, 30):
    for mean, size in ((0.05, 30), (0.3, 5), (0.5, 400), (0.01, 100)):
        for n in (20, 300, 20000):
            cells = []
            for _ in range(k):
                trials = random.randint(n // 2, n)
                share = random.betavariate(mean * size, (1 - mean) * size)
                cells.append((sum(random.random() < share for _ in range(trials)) if trials < 1000 else round(share * trials), trials))
            if 0 < sum(x for x, _ in cells) < sum(n for _, n in cells):
                sets.append(cells)
priors, shrunken = [], []
for cells in sets:
    row = {"events": [x for x, _ in cells], "trials": [n for _, n in cells]}
    found = moments(cells)
    if found:
        row["momentMean"], row["momentSize"] = found
    top = highest(cells)
    if top:
        row["mean"], row["size"] = top
    priors.append(row)
    if found and len(shrunken) < 120:
        for x, n in cells[:4]:
            a, b = found[0] * found[1] + x, (1 - found[0]) * found[1] + n - x
            shrunken.append({"events": x, "trials": n, "mean": found[0], "size": found[1], "estimate": a / (a + b),
                             "low": beta_distribution.ppf(0.025, a, b), "high": beta_distribution.isf(0.025, a, b)})
curses = []
for share, trials in ((0.08, 100), (0.01, 20), (0.5, 7), (0.93, 60), (0.002, 1500), (0.3, 1)):
    p = mpf(share)
    lower, cdf = [], mpf(0)
    for x in range(trials + 1):
        cdf += mp.binomial(trials, x) * p**x * (1 - p) ** (trials - x)
        lower.append(cdf)
    for k in (1, 2, 3, 9, 27, 500):
        best = sum(1 - c**k for c in lower[:-1]) / trials
        curses.append({"share": share, "trials": trials, "cells": k, "best": float(best)})
largest = [{"cells": k, "expected": float(quad(lambda x: x * k * npdf(x) * ncdf(x) ** (k - 1), [-12, -5, -2, 0, 1, 2, 3, 4, 5, 7, 12]))} for k in (1, 2, 3, 5, 9, 27, 100, 2000, 100000)]
published = []
for estimate, p, confidence in ((0.1, 0.05, 0.95), (-3.0, 1e-9, 0.99), (0.02, 0.8, 0.95), (200.0, 0.999, 0.5), (1e-5, 1e-200, 0.95)):
    z = findroot(lambda t: log(erfc(t / sqrt(2)) / mpf(p)), sqrt(max(mpf("0.001"), -2 * log(mpf(p) / 2))) if p < 0.5 else mpf(1 - p))
    c = sqrt(mpf(2)) * erfinv(mpf(confidence))
    e = mpf(estimate)
    published.append({"estimate": estimate, "p": p, "confidence": confidence, "standardError": float(abs(e) / z), "low": float(e - c * abs(e) / z), "high": float(e + c * abs(e) / z)})
(pathlib.Path(__file__).parent / "shares.json").write_text(json.dumps({"priors": priors, "shrunken": shrunken, "curses": curses, "largest": largest, "published": published}))
