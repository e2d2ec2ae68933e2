"""Makes label-draws.json: responses day by day as draws of labels, and limits that spend by the calendar. Run: python3 label-draws.py
Made with: mpmath 1.3 in 40 digits: Fisher's noncentral hypergeometric distribution summed over its support; SciPy 1.17 brentq on it; the recursion of Armitage, McPherson & Rowe with 400 Gauss-Legendre points
Checks: responseSequence, responseScore, groupSequentialBoundaries
"""

import json
import pathlib

import numpy as np
from mpmath import binomial, exp, findroot, log, mp, mpf, sqrt
from scipy.optimize import brentq
from scipy.stats import norm

mp.dps = 40


def waiting(n1, n0, daily):
    days = []
    for x1, x0 in daily:
        days.append((n1, n0, x1, x0))
        n1, n0 = n1 - x1, n0 - x0
    return days


def weights(day):
    n1, n0, x1, x0 = day
    m = x1 + x0
    return {x: binomial(n1, x) * binomial(n0, m - x) for x in range(max(0, m - n0), min(m, n1) + 1)}


def chance(days, eta):
    total = mpf(0)
    for day in days:
        w = weights(day)
        total += log(w[day[2]]) + day[2] * eta - log(sum(v * exp(x * eta) for x, v in w.items()))
    return total


def moments(days, eta):
    mean = variance = mpf(0)
    for day in days:
        w = {x: v * exp(x * eta) for x, v in weights(day).items()}
        s = sum(w.values())
        m = sum(x * v for x, v in w.items()) / s
        mean += m
        variance += sum((x - m) ** 2 * v for x, v in w.items()) / s
    return mean, variance


def root(f, low, high):
    return findroot(f, (mpf(low), mpf(high)), solver="anderson", tol=1e-30, maxsteps=200)


def sequence(days, alpha, spread):
    grid = [mpf(k) / 8 for k in range(-40, 41)]
    prior = [exp(-k * k / 2) for k in grid]
    etas = [k * spread for k in grid]
    out, p = [], mpf(1)
    for upto in range(1, len(days) + 1):
        some = days[:upto]
        mix = sum(w * exp(chance(some, e)) for w, e in zip(prior, etas)) / sum(prior)
        p = min(p, exp(chance(some, mpf(0))) / mix)
        seen = sum(d[2] for d in some)
        least = sum(min(weights(d)) for d in some)
        most = sum(max(weights(d)) for d in some)
        level = log(mix) + log(alpha)
        excess = lambda e: chance(some, e) - level
        inside = max(etas, key=lambda e: chance(some, e))
        open_ = seen in (least, most)
        best = None if open_ else root(lambda e: seen - moments(some, e)[0], -12, 12)
        out.append({"logRatio": None if best is None else float(best),
                    "low": None if seen == least else float(root(excess, inside - 40, inside)),
                    "high": None if seen == most else float(root(excess, inside, inside + 40)), "p": float(p)})
    return out


def score(days, c):
    seen = sum(d[2] for d in days)
    mean, variance = moments(days, mpf(0))
    z = lambda e: (seen - moments(days, e)[0]) / sqrt(moments(days, e)[1])
    best = root(lambda e: seen - moments(days, e)[0], -12, 12)
    return {"z": float((seen - mean) / sqrt(variance)), "information": float(variance),
            "low": float(root(lambda e: z(e) - c, best - 4, best)), "high": float(root(lambda e: z(e) + c, best, best + 4))}


cohorts = [(100, 100, [(3, 1), (5, 1), (0, 2), (0, 0), (4, 4)]), (900, 300, [(20, 4), (31, 6), (9, 3)]), (40, 60, [(3, 0), (2, 0), (1, 1)]),
           (12, 9, [(5, 2), (3, 3), (2, 1)]), (500, 1500, [(0, 7), (1, 12), (2, 20)])]
sequences, scores = [], []
for n1, n0, daily in cohorts:
    days = waiting(n1, n0, daily)
    named = [dict(zip(("waitingTreatment", "waitingControl", "treatment", "control"), d)) for d in days]
    for conf, spread in ((0.95, 0.5), (0.9, 1.0)):
        sequences.append({"days": named, "confidence": conf, "spread": spread, "readings": sequence(days, 1 - mpf(str(conf)), mpf(str(spread)))})
    for c in (1.959963984540054, 2.5):
        scores.append({"days": named, "criticalValue": c, **score(days, c)})

POINTS, WEIGHTS = np.polynomial.legendre.leggauss(400)


def calendar(alpha, information, clock):
    out, used, z, mass, before = [], 0.0, None, None, 0.0
    for t, share in zip(information, clock):
        here = (alpha / 2 if share >= 1 else 2 * norm.sf(norm.isf(alpha / 4) / np.sqrt(share))) - used
        used += here
        step = t - before
        above = lambda c: norm.sf(c) if z is None else float(mass @ norm.sf((c * np.sqrt(t) - z * np.sqrt(before)) / np.sqrt(step)))
        c = brentq(lambda c: above(c) / here - 1, -1, 12, xtol=1e-15, rtol=1e-15)
        out.append(c)
        low, high = max(-c, -10.0), min(c, 10.0)
        at = (low + high) / 2 + (high - low) / 2 * POINTS
        weight = (high - low) / 2 * WEIGHTS
        if z is None:
            density = norm.pdf(at)
        else:
            density = norm.pdf((at[:, None] * np.sqrt(t) - z[None, :] * np.sqrt(before)) / np.sqrt(step)) @ mass * np.sqrt(t / step)
        z, mass, before = at, density * weight, t
    return out


limits = [{"informationShares": i, "spendingShares": c, "alpha": a, "criticalValues": calendar(a, i, c)}
          for a in (0.05, 0.05 / 3)
          for i, c in (([0.6, 1.0], [0.5, 1.0]), ([0.7, 0.9, 1.0], [1 / 3, 2 / 3, 1.0]), ([0.3, 0.8, 0.95, 1.0], [0.25, 0.5, 0.75, 1.0]), ([0.5, 0.75], [0.4, 0.8]))]
(pathlib.Path(__file__).parent / "label-draws.json").write_text(json.dumps({"sequences": sequences, "scores": scores, "limits": limits}))
