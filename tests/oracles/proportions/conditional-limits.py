"""Makes conditional-limits.json: conditional odds ratios and their exact limits, in 40 digits. Run: python3 conditional-limits.py

Made with: mpmath in 40 digits, halving on the tails of the noncentral hypergeometric with exact whole weights
Made with: SciPy 1.10.1 contingency.odds_ratio (column scipy)
Checks: conditionalOddsRatio, fisherExactTest
"""

import json
import pathlib
import random
from math import comb, inf

import mpmath as mp
from scipy.stats.contingency import odds_ratio

mp.mp.dps = 40
random.seed(5)


def rising_root(f):
    """Where a rising function of the logarithm of the odds ratio passes zero."""
    low, high = mp.mpf(-40), mp.mpf(40)
    for _ in range(110):
        middle = (low + high) / 2
        if f(mp.e**middle) > 0:
            high = middle
        else:
            low = middle
    return float(mp.e ** ((low + high) / 2))


def answer(x1, n1, x0, n0, confidence):
    r = x1 + x0
    low_end, high_end = max(0, r - n0), min(n1, r)
    weights = [mp.mpf(comb(n1, k) * comb(n0, r - k)) for k in range(low_end, high_end + 1)]
    place = x1 - low_end

    def powers(odds):
        terms, power = [], mp.mpf(1)
        for weight in weights:
            terms.append(weight * power)
            power *= odds
        return terms

    def upper(odds):
        terms = powers(odds)
        return sum(terms[place:]) / sum(terms)

    def lower(odds):
        terms = powers(odds)
        return sum(terms[: place + 1]) / sum(terms)

    def mean(odds):
        terms = powers(odds)
        return sum(k * term for k, term in enumerate(terms)) / sum(terms)

    tail = (1 - mp.mpf(repr(confidence))) / 2
    row = {"events1": x1, "trials1": n1, "events0": x0, "trials0": n0, "confidence": confidence}
    inside = low_end < x1 < high_end
    row["oddsRatio"] = rising_root(lambda o: mean(o) - place) if inside else (0 if x1 < high_end else None)
    row["low"] = rising_root(lambda o: upper(o) - tail) if x1 > low_end else 0
    row["high"] = rising_root(lambda o: tail - lower(o)) if x1 < high_end else None
    row["greaterLow"] = rising_root(lambda o: upper(o) - 2 * tail) if x1 > low_end else 0
    row["lessHigh"] = rising_root(lambda o: 2 * tail - lower(o)) if x1 < high_end else None
    if inside:
        found = odds_ratio([[x1, n1 - x1], [x0, n0 - x0]])
        interval = found.confidence_interval(confidence)
        row["scipy"] = [found.statistic, interval.low, interval.high]
    return row


tables = [(3, 4, 1, 4), (2, 12, 15, 18), (0, 1, 1, 1), (1, 1, 0, 1), (0, 5, 0, 9), (5, 5, 0, 9), (7, 34, 1, 34), (1, 34, 7, 34), (0, 100, 3, 100),
          (3, 100, 0, 100), (99, 100, 93, 100), (10, 30, 41, 134), (25, 900, 94, 900), (1, 2, 30, 5000), (30, 3000, 14, 3000), (150, 300, 60, 300)]
for _ in range(36):
    n1, n0 = random.randint(1, 60), random.randint(1, 60)
    tables.append((random.randint(0, n1), n1, random.randint(0, n0), n0))
rows = [answer(*table, confidence) for i, table in enumerate(tables) for confidence in ((0.95, 0.8, 0.999) if i % 4 == 0 else (0.95,))]
(pathlib.Path(__file__).parent / "conditional-limits.json").write_text(json.dumps({"limits": rows}))
