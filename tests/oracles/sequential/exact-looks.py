"""Makes exact-looks.json: limits of group-sequential designs to 13 digits, and readings after a stop. Run: /usr/bin/python3 exact-looks.py
Made with: numpy 1.24 and SciPy 1.10, the recursion of Armitage, McPherson & Rowe with one Gauss-Legendre rule of 200 points for each whole look
Checks: groupSequentialBoundaries, alphaSpent, groupSequentialPower, stageWiseAnalysis
"""

import json
import os
import pathlib

os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

POINTS, WEIGHTS = np.polynomial.legendre.leggauss(200)


def spent(rule, alpha, t):
    kind = rule["kind"]
    if t >= 1:
        return alpha
    if kind == "lan-demets-obrien-fleming":
        return 2 * norm.sf(norm.isf(alpha / 2) / np.sqrt(t))
    if kind == "lan-demets-pocock":
        return alpha * np.log(1 + (np.e - 1) * t)
    if kind == "power":
        return alpha * t ** rule["exponent"]
    g = rule["gamma"]
    return alpha * t if g == 0 else alpha * (1 - np.exp(-g * t)) / (1 - np.exp(-g))


class Walk:
    """The density of z inside the limits, look by look."""

    def __init__(self, drift=0.0):
        self.t, self.z, self.mass, self.drift = 0.0, None, None, drift

    def above(self, c, t):
        if self.z is None:
            return norm.sf(c - self.drift * np.sqrt(t))
        step = t - self.t
        return float(self.mass @ norm.sf((c * np.sqrt(t) - self.z * np.sqrt(self.t) - self.drift * step) / np.sqrt(step)))

    def go(self, low, high, t):
        centre = self.drift * np.sqrt(t)
        low = max(low, centre - 10)
        high = max(low, min(high, centre + 12))
        z = (low + high) / 2 + (high - low) / 2 * POINTS
        weight = (high - low) / 2 * WEIGHTS
        if self.z is None:
            density = norm.pdf(z - centre)
        else:
            step = t - self.t
            moves = (z[:, None] * np.sqrt(t) - self.z[None, :] * np.sqrt(self.t) - self.drift * step) / np.sqrt(step)
            density = norm.pdf(moves) @ self.mass * np.sqrt(t / step)
        self.t, self.z, self.mass = t, z, density * weight


def limits(rule, alpha, sides, shares):
    out = []
    if rule["kind"] in ("obrien-fleming", "pocock", "wang-tsiatis"):
        shape = {"obrien-fleming": 0.0, "pocock": 0.5}.get(rule["kind"], rule.get("shape"))

        def total(c):
            walk, sum_ = Walk(), 0.0
            for t in shares:
                here = c * (t / shares[-1]) ** (shape - 0.5)
                sum_ += walk.above(here, t)
                walk.go(-here if sides == 2 else -np.inf, here, t)
            return sum_ - alpha / sides

        c = brentq(total, norm.isf(alpha / sides) - 0.01, norm.isf(alpha / sides / len(shares)) + 0.01, xtol=1e-15, rtol=1e-15)
        return [c * (t / shares[-1]) ** (shape - 0.5) for t in shares]
    walk, used = Walk(), 0.0
    for t in shares:
        here = spent(rule, alpha / sides, t) - used
        used += here
        c = brentq(lambda c: walk.above(c, t) / here - 1, -1, 12, xtol=1e-15, rtol=1e-15)
        out.append(c)
        walk.go(-c if sides == 2 else -np.inf, c, t)
    return out


def ordering(c, sides, shares, look, z, drift):
    walk, chance = Walk(drift), 0.0
    for place in range(look - 1):
        chance += walk.above(c[place], shares[place])
        walk.go(-c[place] if sides == 2 else -np.inf, c[place], shares[place])
    return chance + walk.above(z, shares[look - 1])


def crossing(c, sides, shares, drift):
    out, used, walk = [], 0.0, Walk(drift)
    for place, t in enumerate(shares):
        used += (t - walk.t) * (1 if walk.z is None else float(walk.mass.sum()))
        out.append(walk.above(c[place], t))
        walk.go(-c[place] if sides == 2 else -np.inf, c[place], t)
    return out, used


rules = [{"kind": "obrien-fleming"}, {"kind": "pocock"}, {"kind": "wang-tsiatis", "shape": 0.3}, {"kind": "lan-demets-obrien-fleming"},
         {"kind": "lan-demets-pocock"}, {"kind": "power", "exponent": 2}, {"kind": "hwang-shih-decani", "gamma": -3.5},
         {"kind": "hwang-shih-decani", "gamma": 0}]
plans = [[1], [0.5, 1], [0.15, 0.2, 1], [0.3, 0.6, 0.95], [0.25, 0.5, 0.75, 1], [0.4, 0.45, 0.9, 1], [0.2, 0.4, 0.6, 0.8, 1], [0.1 * k for k in range(1, 11)], [0.4, 0.8, 1.1]]
table, readings = [], []
for rule in rules:
    for shares in plans:
        for alpha, sides in ((0.025, 1), (0.05, 2), (0.001, 2)):
            c = limits(rule, alpha, sides, shares)
            drift = 2.5
            power, used = crossing(c, sides, shares, drift)
            table.append({"rule": rule, "informationShares": shares, "alpha": alpha, "sides": sides, "criticalValues": c, "drift": drift,
                          "stopsAbove": power, "expectedInformation": used,
                          "alphaSpent": [sides * spent(rule, alpha / sides, t) for t in shares] if rule not in rules[:3] else None})
            if alpha == 0.001 or shares not in (plans[2], plans[4]) or rule not in rules[1::2]:
                continue
            for look, z in ((1, c[0] + 0.3), (2, c[1] + 0.01), (2, c[1] + 1.5), (len(shares), 0.2), (len(shares), 2.2), (2, -c[1] - 0.4)):
                if z < 0 and sides == 1:
                    continue
                up = ordering(c, sides, shares, look, z, 0.0)
                down = ordering(c, sides, shares, look, -z, 0.0)
                at = lambda q: brentq(lambda d: ordering(c, sides, shares, look, z, d) - q, -40, 60, xtol=1e-14, rtol=1e-15) / np.sqrt(shares[look - 1])
                unit = shares[look - 1]
                readings.append({"criticalValues": c, "informationShares": shares, "sides": sides, "look": look, "z": z,
                                 "p": up if sides == 1 else min(1, 2 * min(up, down)),
                                 "low": at(0.025) * unit, "median": at(0.5) * unit, "high": at(0.975) * unit})
(pathlib.Path(__file__).parent / "exact-looks.json").write_text(json.dumps({"table": table, "readings": readings}))
