"""Makes studentised-range.json: tails of the studentised range, and all pairs of several means. Run: /usr/bin/python3 studentised-range.py
Made with: scipy 1.10.1 ndtr with Gauss-Legendre in 1,200 by 1,200 points; scipy.stats.tukey_hsd
Checks: studentisedRangeUpperTail, studentisedRangeCriticalValue, allPairwiseDifferences

R's ptukey is right to about 7 digits (20 means, 2 degrees of freedom, 8: 0.1994051658 for 0.1994051239) and cannot judge 12.
The first row was also integrated by mpmath in 25 digits: 0.05589184908174898898.
"""

import json
import math
import pathlib

import numpy
from mpmath import mp, log, loggamma, mpf
from scipy import stats
from scipy.special import ndtr

mp.dps = 40
nodes, weights = numpy.polynomial.legendre.leggauss(20)


def panels(low, high, count=60):
    edges = numpy.linspace(low, high, count + 1)
    half = (edges[1:] - edges[:-1]) / 2
    middle = (edges[1:] + edges[:-1]) / 2
    return (middle[:, None] + half[:, None] * nodes).ravel(), (half[:, None] * weights).ravel()


def range_tail(w, k):
    """1 - P(range <= w), as k times the integral over the smallest value; w: many at once."""
    x, weight = panels(-13, 13)
    z = x - w[:, None] / 2
    above, beyond = ndtr(-z), ndtr(-z - w[:, None])
    with numpy.errstate(divide="ignore"):
        others = -(above ** (k - 1)) * numpy.expm1((k - 1) * numpy.log1p(-numpy.minimum(1, beyond / above)))
    return k * (numpy.exp(-z * z / 2) * others) @ weight / math.sqrt(2 * math.pi)


def tail(q, k, df):
    if df is None:
        return float(range_tail(numpy.array([q]), k)[0])
    # x is the logarithm of the spread; its density in 40 digits at x = 0.
    exponent = lambda x: df * x - df / 2 * math.expm1(2 * x)
    low = high = 0.0
    while exponent(low) > -100:
        low -= 0.01
    while exponent(high) > -100:
        high += 0.01
    half = mpf(df) / 2
    constant = float(mp.exp(log(2) + half * log(half) - loggamma(half) - half))
    x, weight = panels(low, high)
    density = numpy.exp(df * x - df / 2 * numpy.expm1(2 * x))
    return float(constant * (density * range_tail(q * numpy.exp(x), k)) @ weight)


tails = [{"range": 3.5, "means": 3, "df": 20, "tail": tail(3.5, 3, 20)}]
for k in (2, 3, 5, 12, 40):
    for df, points in ((2, (0.7, 5, 30)), (9, (0.4, 3.5, 9)), (27.5, (0.01, 3, 7)), (60, (2, 3.8, 11)), (4000, (0.2, 3.2, 6)), (300000, (3, 8)), (None, (1.5, 4, 10))):
        for q in points:
            tails.append({"range": q, "means": k, **({"df": df} if df else {}), "tail": tail(q, k, df)})
numbers = numpy.random.default_rng(20170326)
groups = []
for k, size, step, spread in ((2, 5, 1, 2), (3, 12, 3, 4), (3, 200, 0.2, 1), (5, 30, 0.5, 2), (6, 8, 1000, 4000)):
    data = [numpy.round(numbers.normal(10 + step * g, spread * (1 + g / 3), size + 3 * g), 3) for g in range(k)]
    for confidence in (0.9, 0.99):
        found = stats.tukey_hsd(*data)
        interval = found.confidence_interval(confidence)
        own = []
        for i in range(k):
            for j in range(i + 1, k):
                a, b = (data[g].var(ddof=1) / len(data[g]) for g in (i, j))
                df = (a + b) ** 2 / (a * a / (len(data[i]) - 1) + b * b / (len(data[j]) - 1))
                own.append(tail(abs(data[i].mean() - data[j].mean()) / math.sqrt((a + b) / 2), k, df))
        pairs = [(i, j) for i in range(k) for j in range(i + 1, k)]
        take = lambda matrix: [float(matrix[i, j]) for i, j in pairs]
        groups.append({"counts": [len(d) for d in data], "means": [float(d.mean()) for d in data], "sds": [float(d.std(ddof=1)) for d in data],
            "confidence": confidence, "difference": take(found.statistic), "p": take(found.pvalue), "low": take(interval.low), "high": take(interval.high), "own": own})
folder = pathlib.Path(__file__).parent
(folder / "studentised-range.json").write_text(json.dumps({"tails": tails, "groups": groups}, separators=(",", ":")) + "\n")
