"""Makes beliefs-by-quadrature.json: differences, lifts, other priors, means and rates. Run: /usr/bin/python3 beliefs-by-quadrature.py

Made with: SciPy 1.10.1 stats.beta, stats.t, stats.norm, stats.gamma, optimize.brentq, with 24 Gauss-Legendre points in each piece between their quantiles
Checks: beliefsAboutArms, compareBeliefs, chanceOfWorthwhileDifference, chanceOfProfit, credibleShareInterval
Checks: beliefsAboutMeans, beliefsAboutMeansWithPrior, beliefsAboutRates
"""

import json
import pathlib
import random
import warnings

import numpy as np
from scipy import optimize, stats

warnings.filterwarnings("ignore")
TAILS = [*(10.0**-e for e in range(30, 0, -1)), 0.03, 0.2, 0.3, 0.4, 0.5]


def cuts_of(dists, low, high):
    inside = [float(v) for d in dists for f in (d.ppf, d.isf) for v in f(np.array(TAILS))]
    return sorted({low, high, *[v for v in inside if low < v < high]})


NODES, WEIGHTS = np.polynomial.legendre.leggauss(24)


def over(f, cuts):
    """Gauss-Legendre in every piece, all pieces in one call."""
    low, high = np.array(cuts[:-1])[:, None], np.array(cuts[1:])[:, None]
    values = f((low + high) / 2 + (high - low) / 2 * NODES)
    return float(np.sum(values * WEIGHTS * (high - low) / 2))


def over_shares(f, cuts):
    """The same over the log odds, on which a prior of 1/2 has no pole at 0."""
    ends = sorted({-160.0, 36.0, *[float(np.log(v) - np.log1p(-v)) for v in cuts if 1e-69 < v < 1 - 1e-15]})

    def at(t):
        v = 1 / (1 + np.exp(-t))
        return f(v) * v / (1 + np.exp(t))

    return over(at, ends)


def judge(dists, low, high):
    cuts = cuts_of(dists, low, high)
    over_all = over_shares if high == 1.0 else over
    best, loss = [], []
    for k, own in enumerate(dists):
        others = [d for j, d in enumerate(dists) if j != k]
        best.append(over_all(lambda v: own.pdf(v) * np.prod([d.cdf(v) for d in others], axis=0), cuts))
        loss.append(over_all(lambda v: own.cdf(v) * -np.expm1(sum(np.log1p(-d.sf(v)) for d in others)), cuts))
    return {"best": best, "loss": loss, "mean": [float(d.mean()) for d in dists]}


random.seed(20170326)
arms = []
for i in range(24):
    k = random.choice((2, 3, 4))
    prior = random.choice(({"alpha": 0.5, "beta": 0.5}, {"alpha": 2.5, "beta": 40}, {"alpha": 30, "beta": 970}))
    n = [random.choice((0, 1, 20, 300, 5000, 80000)) for _ in range(k)]
    x = [min(m, int(m * random.betavariate(2, 30) + random.random())) for m in n]
    if prior["alpha"] == 0.5:
        # A pole of the density at 1 lies beyond the digits of a number near 1.
        n = [max(m, 1) for m in n]
        x = [min(a, m - 1) for a, m in zip(x, n)]
    dists = [stats.beta(prior["alpha"] + a, prior["beta"] + b - a) for a, b in zip(x, n)]
    arms.append({"prior": prior, "arms": [{"events": a, "trials": b} for a, b in zip(x, n)], **judge(dists, 0.0, 1.0)})

pairs = []
for i in range(28):
    prior = {"alpha": 1, "beta": 1} if i % 2 else random.choice(({"alpha": 0.5, "beta": 0.5}, {"alpha": 2, "beta": 40}))
    n = [random.choice((10, 100, 1000, 20000, 300000)) for _ in range(2)]
    p = random.choice((0.002, 0.02, 0.3))
    x = [min(m - 1, max(0, round(m * p + 2 * random.gauss(0, 1) * (m * p) ** 0.5))) for m in n]
    t, c = [stats.beta(prior["alpha"] + a, prior["beta"] + b - a) for a, b in zip(x, n)]
    cuts_t, cuts_c = cuts_of([t], 0.0, 1.0), cuts_of([c], 0.0, 1.0)

    def beyond(margin, side):
        lo, hi = max(0.0, -margin), min(1.0, 1.0 - margin)
        cuts = sorted({lo, hi, *[v for v in cuts_c if lo < v < hi], *[v - margin for v in cuts_t if lo < v - margin < hi]})
        # A control share above `hi` always has the treatment below it by more than the margin; one below `lo`, above.
        rest = c.sf(hi) if side == "below" else c.cdf(lo)
        inside = lambda v: (v > lo) & (v < hi)
        return over_shares(lambda v: np.where(inside(v), c.pdf(v), 0.0) * (t.cdf(v + margin) if side == "below" else t.sf(v + margin)), cuts) + rest

    def ratio_below(r):
        cuts = sorted({0.0, 1.0, *cuts_c, *[v / r for v in cuts_t if v / r < 1]})
        return over_shares(lambda v: c.pdf(v) * t.cdf(np.minimum(1.0, v * r)), cuts)

    sd = (t.var() + c.var()) ** 0.5
    middle = t.mean() - c.mean()
    limit = lambda q, side: optimize.brentq(lambda d: beyond(d, side) - q, max(-0.999, middle - 9 * sd), min(0.999, middle + 9 * sd), xtol=1e-15, rtol=1e-12)
    lift = lambda q: optimize.brentq(lambda u: ratio_below(np.exp(u)) - q, -9, 9, xtol=1e-13, rtol=1e-12)
    margins = [float(m) for m in (0.0, 0.3 * sd, middle + 3 * sd, middle - 3 * sd, middle + 9 * sd) if abs(m) < 0.9]
    pairs.append({"prior": prior, "treatment": {"events": x[0], "trials": n[0]}, "control": {"events": x[1], "trials": n[1]},
                  "margins": [{"margin": m, "chance": beyond(m, "above")} for m in margins], "low": limit(0.025, "below"), "high": limit(0.025, "above"),
                  "liftLow": float(np.expm1(lift(0.025))), "liftMedian": float(np.expm1(lift(0.5))), "liftHigh": float(np.expm1(lift(0.975)))})

credible = []
for x, n in ((0, 10), (1, 10), (10, 100), (100, 100), (3, 300000), (1500, 300000), (299999, 300000), (7, 9)):
    for a, b in ((1, 1), (0.5, 0.5), (3, 50)):
        for level in (0.8, 0.95, 0.99):
            d = stats.beta(a + x, b + n - x)
            tail = (1 - level) / 2
            row = {"arm": {"events": x, "trials": n}, "prior": {"alpha": a, "beta": b}, "confidence": level, "low": float(d.ppf(tail)), "high": float(d.isf(tail))}
            if a + x > 1 and b + n - x > 1:
                f = lambda q: float(d.logpdf(d.ppf(q)) - d.logpdf(d.isf(1 - level - q)))
                q = optimize.brentq(f, 1e-12, (1 - level) * (1 - 1e-12), xtol=1e-16, rtol=1e-14)
                row.update(shortLow=float(d.ppf(q)), shortHigh=float(d.isf(1 - level - q)))
            credible.append(row)

means = []
for i in range(18):
    k = random.choice((2, 3))
    cells = [{"count": random.choice((3, 5, 12, 60, 2000, 200000)), "mean": round(random.gauss(50, 3), 3), "standardDeviation": round(random.uniform(1, 40), 3)} for _ in range(k)]
    error = [c["standardDeviation"] / c["count"] ** 0.5 for c in cells]
    prior = {"mean": 48, "standardDeviation": random.choice((0.5, 3, 50))}
    wide = max(error) * 1e16
    student = judge([stats.t(c["count"] - 1, c["mean"], e) for c, e in zip(cells, error)], 50 - wide, 50 + wide)
    trust = [1 / (1 + (e / prior["standardDeviation"]) ** 2) for e in error]
    normal = [stats.norm(prior["mean"] + w * (c["mean"] - prior["mean"]), e * w**0.5) for c, e, w in zip(cells, error, trust)]
    means.append({"arms": cells, "student": student, "prior": prior, "normal": judge(normal, min(d.ppf(1e-30) for d in normal), max(d.isf(1e-30) for d in normal))})

rates = []
for i in range(20):
    k = random.choice((2, 3, 4))
    prior = random.choice(({"shape": 0.5, "exposure": 0}, {"shape": 4, "exposure": 100}))
    cells = [{"events": random.choice((0, 3, 40, 900, 30000)), "exposure": random.choice((10, 1000, 40000.5))} for _ in range(k)]
    cells = [{**c, "exposure": c["events"] * 4 + c["exposure"] / 8} for c in cells]
    dists = [stats.gamma(prior["shape"] + c["events"], scale=1 / (prior["exposure"] + c["exposure"])) for c in cells]
    rates.append({"prior": prior, "arms": cells, **judge(dists, 0.0, max(d.isf(1e-30) for d in dists))})

data = {"arms": arms, "pairs": pairs, "credible": credible, "means": means, "rates": rates}
(pathlib.Path(__file__).parent / "beliefs-by-quadrature.json").write_text(json.dumps(data))
