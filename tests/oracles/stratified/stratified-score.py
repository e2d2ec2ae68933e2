"""Makes stratified-score.json: stratified score intervals of a difference, in 90 digits. Run: /usr/bin/python3 stratified-score.py

Plain bracketing in exact enough arithmetic; the most likely shares by halving the slope of the likelihood.
"""
# Made with: mpmath 1.2.1 (formula of Miettinen & Nurminen 1985 with Mantel-Haenszel weights written out), 90 digits
# Checks: stratifiedScoreDifference

import json
import pathlib
import random

from mpmath import erfc, erfinv, mp, mpf, sqrt

mp.dps = 90
random.seed(1985)
ONE, ZERO = mpf(1), mpf(0)


def share(x1, n1, x0, n0, d):
    """The root of the cubic likelihood equation, by halving first and Newton's steps inside the bracket after."""
    def slope(p):
        value, steep = ZERO, ZERO
        for count, at, sign in ((x0, p, 1), (n0 - x0, 1 - p, -1), (x1, p + d, 1), (n1 - x1, 1 - p - d, -1)):
            if count:
                value += sign * count / at
                steep += count / (at * at)
        return value, steep

    low, high = max(ZERO, -d), min(ONE, 1 - d)
    edge = mpf(10) ** -50
    width = high - low
    if width <= 0 or slope(low + edge * width)[0] <= 0:
        return low
    if slope(high - edge * width)[0] >= 0:
        return high
    at = (low + high) / 2
    for _ in range(400):
        value, steep = slope(at)
        if value > 0:
            low = at
        else:
            high = at
        step = at + value / steep
        new = step if low < step < high else (low + high) / 2
        if abs(new - at) < mpf(10) ** -52 * max(new, mpf(10) ** -40):
            return new
        at = new
    return at


def score(strata, d):
    weights = [mpf(n1) * n0 / (n1 + n0) for _, n1, _, n0 in strata]
    distance = sum(w * (mpf(x1) / n1 - mpf(x0) / n0 - d) for w, (x1, n1, x0, n0) in zip(weights, strata))
    variance = ZERO
    for w, (x1, n1, x0, n0) in zip(weights, strata):
        p0 = share(x1, n1, x0, n0, d)
        p1 = min(ONE, max(ZERO, p0 + d))
        variance += w * w * (p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * (n1 + n0) / (n1 + n0 - 1)
    if variance == 0:
        return mpf(10) ** 30 * (1 if distance > 0 else -1 if distance < 0 else 0)
    return distance / sqrt(variance)


def root(falling, low, high):
    """Illinois steps, saved by halving."""
    at_low, at_high = falling(low), falling(high)
    side = 0
    for turn in range(300):
        x = (low + high) / 2 if turn % 4 == 0 else (low * at_high - high * at_low) / (at_high - at_low)
        value = falling(x)
        if abs(high - low) < mpf(10) ** -19 or abs(value) < mpf(10) ** -19:
            return x
        if value > 0:
            low, at_low = x, value
            at_high = at_high / 2 if side == 1 else at_high
            side = 1
        else:
            high, at_high = x, value
            at_low = at_low / 2 if side == -1 else at_low
            side = -1
    return x


def case(strata, confidence):
    z = sqrt(mpf(2)) * erfinv(mpf(confidence))
    weights = [mpf(n1) * n0 / (n1 + n0) for _, n1, _, n0 in strata]
    d = sum(w * (mpf(x1) / n1 - mpf(x0) / n0) for w, (x1, n1, x0, n0) in zip(weights, strata)) / sum(weights)
    tiny = mpf(10) ** -25
    low = root(lambda v: score(strata, v) - z, -1 + tiny, d) if d > -1 else -ONE
    high = root(lambda v: score(strata, v) + z, d, 1 - tiny) if d < 1 else ONE
    varies = any(0 < x1 + x0 < n1 + n0 for x1, n1, x0, n0 in strata)
    p = erfc(abs(score(strata, ZERO)) / sqrt(mpf(2))) if varies else ONE
    names = ("events1", "trials1", "events0", "trials0")
    row = {name: [stratum[place] for stratum in strata] for place, name in enumerate(names)}
    return row | {"confidence": confidence, "difference": float(d), "low": float(low), "high": float(high), "p": float(p)}


def binomial(n, p):
    return sum(random.random() < p for _ in range(n)) if n < 3000 else round(min(n, max(0, random.gauss(n * p, (n * p * (1 - p)) ** 0.5))))


sample = [(12, 100, 2, 100), (6, 100, 2, 100), (1, 100, 1, 100), (18, 100, 3, 100), (9, 100, 3, 100), (2, 100, 2, 100),
          (28, 100, 5, 100), (14, 100, 4, 100), (4, 100, 3, 100)]
rows = [case(sample, 0.95)]
for turn in range(150):
    strata = []
    scale = random.choice([1, 3, 10, 100, 1000, 300000])
    for _ in range(random.choice([1, 2, 3, 5, 12])):
        n1, n0 = (max(1, round(scale * random.uniform(0.3, 2) * f)) for f in (1, random.choice([0.1, 1, 3])))
        base = random.choice([0, 0.005, 0.05, 0.3, 0.9, 1])
        strata.append((binomial(n1, min(1, base + random.choice([0, 0.01, 0.2]))), n1, binomial(n0, base), n0))
    rows.append(case(strata, random.choice([0.8, 0.95, 0.95, 0.999])))
(pathlib.Path(__file__).parent / "stratified-score.json").write_text(json.dumps({"cases": rows}))
print(rows[0])
