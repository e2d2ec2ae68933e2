"""Makes unconditional.json: p-values of Boschloo's and Barnard's exact tests. Run: python3 unconditional.py

Made with: SciPy 1.10.1 boschloo_exact, barnard_exact
Made with: Python fractions and mpmath in 30 digits, every table ordered exactly (columns exact)
Checks: boschlooTest, barnardTest

SciPy's groups are columns; for Barnard's test its search may stop below the largest probability, and rounding parts its
ties. The exact columns take the largest probability of 2,000 common shares and refine it.
"""

import json
import pathlib
import random
from fractions import Fraction
from math import comb

import mpmath as mp
import numpy as np
from scipy.stats import barnard_exact, binom, boschloo_exact

mp.mp.dps = 30
random.seed(11)


def supremum(region, n1, n0):
    """The largest probability of a region over the common share."""
    total = n1 + n0
    if len(region) == (n1 + 1) * (n0 + 1):
        return 1.0
    by_events = {}
    for a, b in region:
        by_events[a + b] = by_events.get(a + b, 0) + comb(n1, a) * comb(n0, b)

    def probability(share):
        return sum(w * share**r * (1 - share) ** (total - r) for r, w in by_events.items())

    grid = np.sin(np.linspace(0, np.pi / 2, 2001)) ** 2
    rough = np.zeros_like(grid)
    for r, w in by_events.items():
        rough += float(Fraction(w, comb(total, r))) * binom.pmf(r, total, grid)
    peaks = [i for i in range(1, 2000) if rough[i] >= max(rough[i - 1], rough[i + 1]) and rough[i] > 0.999 * rough.max()]
    best = max(probability(mp.mpf(float(grid[0]))), probability(mp.mpf(float(grid[-1]))))
    for i in peaks[:3]:
        low, high = mp.mpf(float(grid[i - 1])), mp.mpf(float(grid[i + 1]))
        for _ in range(28):
            left, right = low + (high - low) / 3, high - (high - low) / 3
            if probability(left) < probability(right):
                low = left
            else:
                high = right
        best = max(best, probability((low + high) / 2))
    return float(best)


def exact_boschloo(x1, n1, x0, n0):
    """One-sided, greater."""
    total = n1 + n0
    tails = {}
    for r in range(total + 1):
        low, high = max(0, r - n0), min(n1, r)
        weights = [comb(n1, k) * comb(n0, r - k) for k in range(low, high + 1)]
        running = 0
        for k in range(high, low - 1, -1):
            running += weights[k - low]
            tails[k, r - k] = Fraction(running, comb(total, r))
    return supremum([table for table, tail in tails.items() if tail <= tails[x1, x0]], n1, n0)


def signed_square(a, n1, b, n0, pooled):
    """The sign of the difference times the square of z, as an exact fraction; infinite as 10^30."""
    d = Fraction(a, n1) - Fraction(b, n0)
    if d == 0:
        return Fraction(0)
    p, p1, p0 = Fraction(a + b, n1 + n0), Fraction(a, n1), Fraction(b, n0)
    variance = p * (1 - p) * (Fraction(1, n1) + Fraction(1, n0)) if pooled else p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0
    return (1 if d > 0 else -1) * (d * d / variance if variance else Fraction(10**30))


def exact_barnard(x1, n1, x0, n0, pooled, side):
    z = {(a, b): signed_square(a, n1, b, n0, pooled) for a in range(n1 + 1) for b in range(n0 + 1)}
    seen = z[x1, x0]
    kept = {"two-sided": lambda v: abs(v) >= abs(seen), "greater": lambda v: v >= seen, "less": lambda v: v <= seen}[side]
    return supremum([table for table, value in z.items() if kept(value)], n1, n0)


tables = [(7, 12, 2, 11), (3, 4, 1, 4), (74, 117, 31, 63), (1, 34, 7, 34), (7, 34, 1, 34), (0, 10, 4, 10), (5, 5, 0, 9), (1, 1, 0, 1), (2, 60, 9, 45),
          (20, 100, 33, 100), (1, 90, 0, 30), (0, 5, 1, 9)]
for _ in range(40):
    n1, n0 = random.randint(1, 40), random.randint(1, 40)
    tables.append((random.randint(0, n1), n1, random.randint(0, n0), n0))
rows = []
for x1, n1, x0, n0 in tables:
    if x1 + x0 in (0, n1 + n0):
        continue
    table = [[x1, x0], [n1 - x1, n0 - x0]]
    row = {"events1": x1, "trials1": n1, "events0": x0, "trials0": n0}
    for side in ("two-sided", "greater", "less"):
        row["boschloo " + side] = float(boschloo_exact(table, alternative=side).pvalue)
        row["pooled " + side] = float(barnard_exact(table, alternative=side, pooled=True).pvalue)
        row["unpooled " + side] = float(barnard_exact(table, alternative=side, pooled=False).pvalue)
    if n1 + n0 <= 80:
        row["exact greater"] = exact_boschloo(x1, n1, x0, n0)
        row["exact less"] = exact_boschloo(x0, n0, x1, n1)
    if n1 + n0 <= 60:
        for side in ("two-sided", "greater", "less"):
            row["exact pooled " + side] = exact_barnard(x1, n1, x0, n0, True, side)
            row["exact unpooled " + side] = exact_barnard(x1, n1, x0, n0, False, side)
    rows.append(row)
(pathlib.Path(__file__).parent / "unconditional.json").write_text(json.dumps({"tables": rows}))
