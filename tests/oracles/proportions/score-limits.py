"""Makes score-limits.json: score intervals of two response shares, in 60 decimal digits. Run: python3 score-limits.py
Made with: Python decimal, 60 digits
Checks: compareProportions, relativeLift, scoreComparison

Plain halving in exact enough arithmetic, so that neither the rounding nor the solver of the product is shared: the
closed trigonometric root loses half its digits near a difference of 0 and all of them at very unequal arms.
"""

import json
import math
import pathlib
from decimal import Decimal as D, getcontext
from statistics import NormalDist

getcontext().prec = 60
ONE, ZERO = D(1), D(0)


def halve(falling, low, high, steps):
    """Where a falling function crosses zero."""
    for _ in range(steps):
        middle = (low + high) / 2
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def difference_score(x1, n1, x0, n0, d):
    def slope(p):
        total = ZERO
        for count, at, sign in ((x0, p, 1), (n0 - x0, ONE - p, -1), (x1, p + d, 1), (n1 - x1, ONE - p - d, -1)):
            if count:
                total += sign * count / at
        return total

    p0 = halve(slope, max(ZERO, -d), min(ONE, ONE - d), 110)
    p1 = p0 + d
    variance = (p1 * (ONE - p1) / n1 + p0 * (ONE - p0) / n0) * (n1 + n0) / (n1 + n0 - 1)
    return (D(x1) / n1 - D(x0) / n0 - d) / variance.sqrt()


def ratio_score(x1, n1, x0, n0, r, corrected):
    a, b, c = (n1 + n0) * r, n1 * r + x1 + n0 + x0 * r, D(x1 + x0)
    p0 = 2 * c / (b + max(ZERO, b * b - 4 * a * c).sqrt())
    p1 = min(ONE, p0 * r)
    variance = p1 * (ONE - p1) / n1 + r * r * p0 * (ONE - p0) / n0
    if corrected:
        variance = variance * (n1 + n0) / (n1 + n0 - 1)
    distance = D(x1) / n1 - r * D(x0) / n0
    if variance == 0:
        return distance * D(10) ** 40
    return distance / variance.sqrt()


def pair(x1, n1, x0, n0, confidence):
    z = D(-NormalDist().inv_cdf((1 - confidence) / 2))
    d = D(x1) / n1 - D(x0) / n0
    score = lambda v: difference_score(x1, n1, x0, n0, v)
    low = halve(lambda v: score(v) - z, -ONE, d, 75) if d > -1 else -ONE
    high = halve(lambda v: score(v) + z, d, ONE, 75) if d < 1 else ONE
    row = {"events1": x1, "trials1": n1, "events0": x0, "trials0": n0, "confidence": confidence,
           "difference": float(d), "low": float(low), "high": float(high)}
    pooled = D(x1 + x0) / (n1 + n0)
    variance = pooled * (ONE - pooled) * (D(n1 + n0) / n1 / n0) * (n1 + n0) / (n1 + n0 - 1)
    row["p"] = math.erfc(abs(float(d / variance.sqrt())) / math.sqrt(2)) if variance else 1.0
    if x0:
        for name in ("mn", "koopman"):
            by_log = lambda u: ratio_score(x1, n1, x0, n0, u.exp(), name == "mn")
            row[name + "Low"] = float(halve(lambda u: by_log(u) - z, D(-40), D(40), 75).exp() - 1) if x1 else -1.0
            row[name + "High"] = float(halve(lambda u: by_log(u) + z, D(-40), D(40), 75).exp() - 1)
    return row


arms = [(0, 1), (1, 1), (1, 2), (0, 10), (3, 10), (10, 10), (1, 34), (7, 34), (0, 100), (2, 100), (12, 100), (99, 100),
        (100, 100), (25, 900), (94, 900), (1, 5000), (250, 5000), (4990, 5000), (0, 300000), (3, 300000), (2400, 300000),
        (150000, 300000), (299999, 300000)]
rows = [pair(*one, *other, confidence) for one in arms for other in arms for confidence in (0.9, 0.95, 0.999)
        if confidence == 0.95 or (one[1] + other[1]) % 7 <= 1]
(pathlib.Path(__file__).parent / "score-limits.json").write_text(json.dumps(rows))
