"""Makes enumeration.json: power, false alarms, type S and M by summing over the whole table of outcomes. Run: /usr/bin/python3 enumeration.py

Made with: SciPy 1.10.1 binom.pmf, norm.isf, t.sf, fisher_exact (for small tables and all limits); formulas written out
Checks: operatingCharacteristics, exactPowerOfProportions, exactSizePerArm, exactDetectableLift,
Checks: fewestSignificantEvents, mostEventsOfSignificantFall
"""

import functools
import json
import pathlib

import numpy as np
from scipy.optimize import brentq
from scipy.special import gammaln
from scipy.stats import binom, fisher_exact, norm
from scipy.stats import t as student

np.seterr(all="ignore")


def z_table(n1, n0, test):
    x1, x0 = np.meshgrid(np.arange(n1 + 1), np.arange(n0 + 1), indexing="ij")
    p1, p0, total = x1 / n1, x0 / n0, n1 + n0
    if test in ("score", "pooled-z"):
        pooled = (x1 + x0) / total
        variance = pooled * (1 - pooled) * (1 / n1 + 1 / n0)
        if test == "score":
            variance = variance * total / (total - 1)
        return np.where(p1 == p0, 0, (p1 - p0) / np.sqrt(variance))
    v1, v0 = p1 * (1 - p1) / n1, p0 * (1 - p0) / n0
    if test == "welch-t":
        t = (p1 - p0) / np.sqrt(v1 + v0)
    else:
        t = (p1 / p0 - 1) / np.sqrt(v1 / p0**2 + v0 * p1**2 / p0**4)
    df = (v1 + v0) ** 2 / (v1**2 / (n1 - 1) + v0**2 / (n0 - 1))
    z = np.sign(t) * norm.isf(student.sf(abs(t), df))
    return np.where((x1 == 0) | (x1 == n1) | (x0 == 0) | (x0 == n0), 0, z)


def hypergeometric(xs, m, n1, n0):
    choose = lambda n, k: gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    return np.exp(choose(n1, xs) + choose(n0, m - xs) - choose(n1 + n0, m))


@functools.lru_cache(maxsize=None)
def fisher_table(n1, n0, alternative):
    """p-values of Fisher's test for every table."""
    p = np.ones((n1 + 1, n0 + 1))
    for m in range(n1 + n0 + 1):
        xs = np.arange(max(0, m - n0), min(n1, m) + 1)
        if alternative == "two-sided" and max(n1, n0) <= 10:
            values = [fisher_exact([[x, n1 - x], [m - x, n0 - m + x]])[1] for x in xs]
        else:
            pmf = hypergeometric(xs, m, n1, n0)
            if alternative == "greater":
                values = pmf[::-1].cumsum()[::-1]
            elif alternative == "less":
                values = pmf.cumsum()
            else:
                values = (pmf[None, :] * (pmf[None, :] <= pmf[:, None] * (1 + 1e-7))).sum(axis=1)
        p[xs, m - xs] = values
    return p


@functools.lru_cache(maxsize=None)
def regions(n1, n0, test, alpha, alternative):
    """Which tables are significant and higher, and which significant and lower."""
    x1, x0 = np.meshgrid(np.arange(n1 + 1), np.arange(n0 + 1), indexing="ij")
    if test == "fisher":
        significant = fisher_table(n1, n0, alternative) < alpha * (1 - 1e-9)
        higher = x1 * n0 > x0 * n1
        return significant & higher, significant & ~higher
    z = z_table(n1, n0, test)
    critical = norm.isf(alpha / 2 if alternative == "two-sided" else alpha)
    none = np.zeros_like(z, dtype=bool)
    return (none if alternative == "less" else z > critical), (none if alternative == "greater" else z < -critical)


def chances(n1, n0, p1, p0):
    return np.outer(binom.pmf(np.arange(n1 + 1), n1, p1), binom.pmf(np.arange(n0 + 1), n0, p0))


def characteristics(n1, n0, p0, lift, test, alpha, alternative):
    higher, lower = regions(n1, n0, test, alpha, alternative)
    x1, x0 = np.meshgrid(np.arange(n1 + 1), np.arange(n0 + 1), indexing="ij")
    difference = np.abs(x1 / n1 - x0 / n0)
    weights, null = chances(n1, n0, p0 + lift, p0), chances(n1, n0, p0, p0)
    rise, fall = weights[higher].sum(), weights[lower].sum()
    row = {"sizeTreatment": n1, "sizeControl": n0, "baselineShare": p0, "lift": lift, "test": test, "alpha": alpha,
           "alternative": alternative, "rise": rise, "fall": fall, "falseRise": null[higher].sum(), "falseFall": null[lower].sum()}
    if lift != 0 and rise + fall > 0:
        row["signError"] = (fall if lift > 0 else rise) / (rise + fall)
        row["exaggeration"] = ((weights * difference)[higher].sum() + (weights * difference)[lower].sum()) / (rise + fall) / abs(lift)
    return row


tests = ("score", "fisher", "pooled-z", "welch-t", "relative-lift-delta")
rows = []
for n1, n0 in ((1, 1), (2, 3), (10, 10), (25, 25), (20, 7), (60, 40), (120, 120), (30, 170)):
    for p0, lift in ((0.02, 0.03), (0.1, 0), (0.1, -0.08), (0.3, 0.2), (0.5, 0.5), (0.97, -0.1)):
        for test in tests:
            for alpha, alternative in ((0.05, "two-sided"), (0.01, "greater"), (0.1, "less")):
                if alternative != "two-sided" and (n1 + n0) % 4:
                    continue
                rows.append(characteristics(n1, n0, p0, lift, test, alpha, alternative))


def power(n1, n0, p0, lift, test, alpha, alternative="two-sided"):
    higher, lower = regions(n1, n0, test, alpha, alternative)
    weights = chances(n1, n0, p0 + lift, p0)
    return weights[higher].sum() + weights[lower].sum()


# The smallest size after the last one that falls short, looked for among all sizes up to `most`.
sizes = []
for p0, lift, wanted, ratio, most in ((0.1, 0.3, 0.8, 1, 100), (0.5, 0.3, 0.8, 1, 100), (0.05, 0.25, 0.9, 1, 110), (0.4, -0.3, 0.8, 1, 100),
                                      (0.2, 0.4, 0.8, 2, 90), (0.3, 0.5, 0.9, 0.5, 120), (0.01, 0.5, 0.8, 1, 60), (0.5, 0.5, 0.95, 1, 40)):
    for test in ("score", "fisher", "pooled-z"):
        for alternative in ("two-sided", "greater" if lift > 0 else "less"):
            last = 0
            for n0 in range(1, most):
                if power(int(np.ceil(n0 * ratio - 1e-9)), n0, p0, lift, test, 0.05, alternative) < wanted:
                    last = n0
            sizes.append({"baselineShare": p0, "lift": lift, "power": wanted, "ratio": ratio, "test": test, "alternative": alternative, "sizeControl": last + 1})

detectable = []
for n1, n0, p0 in ((20, 20, 0.2), (60, 40, 0.5), (100, 100, 0.1), (50, 150, 0.7)):
    for test in ("score", "fisher", "pooled-z"):
        row = {"sizeTreatment": n1, "sizeControl": n0, "baselineShare": p0, "test": test}
        for name, most in (("rise", 1 - p0), ("fall", -p0)):
            if power(n1, n0, p0, most, test, 0.05) > 0.8:
                row[name] = brentq(lambda lift: power(n1, n0, p0, lift, test, 0.05) - 0.8, 0, most, xtol=1e-14)
        detectable.append(row)

# Every number of events tried: from which on are all significant, and up to which are all significantly lower?
limits = []
for n1, x0, n0 in ((1, 0, 1), (5, 0, 5), (10, 3, 10), (34, 1, 34), (50, 10, 200), (200, 10, 50), (150, 6, 300), (100, 100, 100), (160, 0, 90), (77, 40, 133), (90, 70, 500)):
    for test in ("score", "fisher", "pooled-z"):
        p = {1: [], 2: []}
        for x1 in range(n1 + 1):
            if test == "fisher":
                one = [fisher_exact([[x1, n1 - x1], [x0, n0 - x0]], side)[1] for side in ("greater", "less", "two-sided")]
                p[1].append((one[0], one[1]))
                p[2].append((one[2], one[2]))
            else:
                pooled, total = (x1 + x0) / (n1 + n0), n1 + n0
                variance = pooled * (1 - pooled) * (1 / n1 + 1 / n0) * (total / (total - 1) if test == "score" else 1)
                z = (x1 / n1 - x0 / n0) / np.sqrt(variance) if x1 * n0 != x0 * n1 else 0
                p[1].append((norm.sf(z), norm.cdf(z)))
                p[2].append((2 * norm.sf(z), 2 * norm.cdf(z)))
        for alpha in (0.05, 0.001, 0.2):
            for sides in (1, 2):
                below = [[float(v) < alpha * (1 - 1e-9) for v in pair] for pair in p[sides]]
                higher = [significant[0] and x1 * n0 > x0 * n1 for x1, significant in enumerate(below)]
                lower = [significant[1] and x1 * n0 < x0 * n1 for x1, significant in enumerate(below)]
                row = {"sizeTreatment": n1, "events": x0, "trials": n0, "test": test, "alpha": alpha, "sides": sides}
                if higher[-1]:
                    row["fewest"] = n1 - higher[::-1].index(False) + 1 if False in higher else 0
                if lower[0]:
                    row["most"] = lower.index(False) - 1 if False in lower else n1
                limits.append(row)


def plain(value):
    return value.item() if isinstance(value, np.generic) else value


tables = {"characteristics": rows, "sizes": sizes, "detectable": detectable, "limits": limits}
tables = {name: [{key: plain(value) for key, value in row.items()} for row in table] for name, table in tables.items()}
(pathlib.Path(__file__).parent / "enumeration.json").write_text(json.dumps(tables))
print({name: len(table) for name, table in tables.items()})
