"""Makes calibration.json: how often two readings are right in the long run, counted over every outcome there can be. Run: python3 calibration.py

Made with: numpy, SciPy 1.17 binom; Sato's variance and the score of Miettinen & Nurminen written out, the latter's constrained shares by brentq
Of: tests/engine/calibration.test.ts, whose experiments have these sizes and shares
"""

import json
import numpy as np
from scipy.optimize import brentq
from scipy.stats import binom, norm

SIZE = 150  # customers per arm and stratum
LIFT = 0.08
CONTROL = [0.08, 0.20]
Z = norm.ppf(0.975)


def counts(share):
    """The numbers of responders but for a chance of 1e-13, with their chances."""
    places = np.arange(int(binom.ppf(1e-13, SIZE, share)), int(binom.ppf(1 - 1e-13, SIZE, share)) + 1)
    return places, binom.pmf(places, SIZE, share)


def stratum(control, treatment):
    (y, py), (x, px) = counts(control), counts(treatment)
    chance = np.outer(px, py).ravel()
    x, y = (each.ravel().astype(float) for each in np.meshgrid(x, y, indexing="ij"))
    keep = chance > 1e-11
    return x[keep], y[keep], chance[keep]


def within_strata(lift):
    """Mantel-Haenszel difference with Sato's variance: Sato (1989), Biometrics 45."""
    (x1, y1, p1), (x2, y2, p2) = (stratum(share, share + lift) for share in CONTROL)
    found = np.zeros(4)
    n, total = float(SIZE), 2.0 * SIZE
    weight = 2 * n * n / total
    for a, b, chance in zip(x1, y1, p1):
        difference = ((a - b) + (x2 - y2)) * n / total / weight
        sloping = ((b - a) * n * n + (y2 - x2) * n * n) / total**2
        level = ((a * (n - b) + b * (n - a)) + (x2 * (n - y2) + y2 * (n - x2))) / (2 * total)
        error = np.sqrt((difference * sloping + level) / weight**2)
        found += chance * outcome(p2, difference, difference / error, np.abs(difference - lift) <= Z * error)
    return found


def outcome(chance, difference, z, covers):
    """Chances: significantly higher, significantly lower, the interval holds the true difference, everything counted."""
    return np.array([
        chance[(z > Z)].sum(), chance[(z < -Z)].sum(), chance[covers].sum(), chance.sum(),
    ])


def constrained_score(x, y, n, assumed):
    """Miettinen & Nurminen (1985), the constrained shares found by maximising the likelihood with a root search."""
    low, high = max(0.0, -assumed), min(1.0, 1.0 - assumed)

    def slope(q):
        p = q + assumed
        return x / p - (n - x) / (1 - p) + y / q - (n - y) / (1 - q)

    q = brentq(slope, low + 1e-12, high - 1e-12, xtol=1e-15)
    p = q + assumed
    spread = (p * (1 - p) + q * (1 - q)) / n * (2 * n) / (2 * n - 1)
    return ((x - y) / n - assumed) / np.sqrt(spread)


def all_together(lift):
    n = 2 * SIZE

    def summed(shift):
        (a, pa), (b, pb) = (counts(share + shift) for share in CONTROL)
        return a[0] + b[0] + np.arange(len(a) + len(b) - 1), np.convolve(pa, pb)

    (ys, py), (xs, px) = summed(0), summed(lift)
    found = np.zeros(4)
    for x, cx in zip(xs, px):
        for y, cy in zip(ys, py):
            chance = cx * cy
            if chance < 1e-12:
                continue
            z = constrained_score(x, y, n, 0.0)
            covers = abs(constrained_score(x, y, n, lift)) <= Z
            found += chance * np.array([z > Z, z < -Z, covers, True], dtype=float)
    return found


def named(found):
    higher, lower, covers, counted = found
    assert counted > 1 - 1e-6
    return dict(higher=higher, lower=lower, covers=covers)


json.dump(dict(
    size=SIZE, controlShares=CONTROL, lift=LIFT,
    withinStrata=dict(same=named(within_strata(0.0)), better=named(within_strata(LIFT))),
    allTogether=dict(same=named(all_together(0.0)), better=named(all_together(LIFT))),
), open("calibration.json", "w"), indent=2)
