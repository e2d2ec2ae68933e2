"""Makes exact-fractions.json: strata of one to 300,000 customers, up to a hundred of them, in exact fractions. Run: /usr/bin/python3 exact-fractions.py

The published formulas written out in whole-number fractions, so that nothing is rounded before the last step.
"""
# Made with: Python 3.11 fractions, the published formulas (Mantel & Haenszel, Robins et al., Greenland & Robins, Sato) written out
# Checks: cochranMantelHaenszel, mantelHaenszelDifference, mantelHaenszelRiskRatio, generalAssociation

import json
import pathlib
import random
from fractions import Fraction as F

from mpmath import mp, mpf

mp.dps = 50
random.seed(1959)


def root(value):
    return float(mp.sqrt(mpf(value.numerator) / value.denominator))


def case(strata):
    names = ("events1", "trials1", "events0", "trials0")
    row = {name: [stratum[place] for stratum in strata] for place, name in enumerate(names)}
    used = [(x1, n1 - x1, x0, n0 - x0) for x1, n1, x0, n0 in strata if n1 and n0]
    if not used:
        return None
    S = lambda f: sum((F(f(a, b, c, d, a + b, c + d, a + b + c + d)) for a, b, c, d in used), F(0))
    gap = S(lambda a, b, c, d, n1, n0, n: F(a * n - n1 * (a + c), n))
    variance = S(lambda a, b, c, d, n1, n0, n: F(n1 * n0 * (a + c) * (b + d), n * n * (n - 1)))
    R, Q = S(lambda a, b, c, d, n1, n0, n: F(a * d, n)), S(lambda a, b, c, d, n1, n0, n: F(b * c, n))
    weight = S(lambda a, b, c, d, n1, n0, n: F(n1 * n0, n))
    delta = S(lambda a, b, c, d, n1, n0, n: F(a * n0 - c * n1, n)) / weight
    P = S(lambda a, b, c, d, n1, n0, n: F(n1 * n1 * c - n0 * n0 * a, n * n) + F(n1 * n0 * (n0 - n1), 2 * n * n))
    L = S(lambda a, b, c, d, n1, n0, n: F(a * d + b * c, 2 * n))
    green = S(lambda a, b, c, d, n1, n0, n: F(a * b * n0**3 + c * d * n1**3, n1 * n0 * n * n))
    r1, r0 = S(lambda a, b, c, d, n1, n0, n: F(a * n0, n)), S(lambda a, b, c, d, n1, n0, n: F(c * n1, n))
    spread = S(lambda a, b, c, d, n1, n0, n: F(n1 * n0 * (a + c) - a * c * n, n * n))
    if not (variance and R and Q and r1 and r0 and spread and gap):
        return None
    rbg = (S(lambda a, b, c, d, n1, n0, n: F((a + d) * a * d, n * n)) / (2 * R * R)
           + S(lambda a, b, c, d, n1, n0, n: F((a + d) * b * c + (b + c) * a * d, n * n)) / (2 * R * Q)
           + S(lambda a, b, c, d, n1, n0, n: F((b + c) * b * c, n * n)) / (2 * Q * Q))
    chi = gap * gap / variance
    row |= {"statistic": float(chi), "p": float(mp.erfc(mp.sqrt(mpf(chi.numerator) / chi.denominator / 2))),
            "oddsRatio": float(R / Q), "logError": root(rbg), "difference": float(delta),
            "satoError": root((delta * P + L) / weight**2), "greenError": root(green / weight**2) if green else None,
            "riskRatio": float(r1 / r0), "ratioError": root(spread / (r1 * r0))}
    return row


rows = []
while len(rows) < 110:
    strata = []
    scale = random.choice([1, 2, 5, 300, 300_000])
    for _ in range(random.choice([1, 2, 4, 12, 100]) if scale < 1000 else random.choice([1, 3, 100])):
        n1, n0 = (round(scale * random.uniform(0.4, 1.4) * f) for f in (1, random.choice([0.05, 1, 1])))
        base = random.choice([0, 1e-5, 0.01, 0.2, 0.6, 1])
        draw = lambda n, p: min(n, max(0, round(random.gauss(n * p, (n * p * (1 - p)) ** 0.5)))) if n > 50 else sum(random.random() < p for _ in range(n))
        strata.append((draw(n1, min(1, base * random.choice([1, 1.3, 3]))), n1, draw(n0, base), n0))
    found = case(strata)
    if found and (len(strata) < 50 or sum(len(row["events1"]) > 50 for row in rows) < 12):
        rows.append(found)
(pathlib.Path(__file__).parent / "exact-fractions.json").write_text(json.dumps({"cases": rows}))
