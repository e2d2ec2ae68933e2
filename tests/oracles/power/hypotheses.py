"""Makes hypotheses.json: power of questions over cells and arms by other routes. Run: python3 hypotheses.py

Made with: SciPy 1.17 ncx2.sf, chi2.isf, brentq; NumPy lstsq (Wald by all pairs and pseudo-inverse)
Checks: powerOfHypothesis, neededNoncentrality
"""

import json
import pathlib

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import chi2, ncx2, norm

rng = np.random.default_rng(5)
hypotheses, noncentralities, questions = [], [], []


def wald(all_pairs, means, variances, sizes):
    """By every pair and a pseudo-inverse: no basis of contrasts is chosen."""
    gaps = all_pairs @ means
    covariance = all_pairs @ np.diag(variances / sizes) @ all_pairs.T
    return float(gaps @ np.linalg.pinv(covariance, rcond=1e-11, hermitian=True) @ gaps)


for case in range(120):
    levels = int(rng.integers(2, 6))
    means = np.round(rng.uniform(0.02, 0.4, 2 * levels), 4)
    sizes = np.round(np.exp(rng.uniform(3, 8, 2 * levels)), 1)
    alpha = float(rng.choice([0.1, 0.05, 0.01, 1e-4]))
    pairs = []
    for low in range(levels):
        for high in range(low + 1, levels):
            row = np.zeros(2 * levels)
            row[[2 * high + 1, 2 * low]] = 1
            row[[2 * high, 2 * low + 1]] = -1
            pairs.append(row)
    ncp = wald(np.array(pairs), means, means * (1 - means), sizes)
    df = levels - 1
    hypotheses.append({
        "levels": levels, "means": means.tolist(), "sizes": sizes.tolist(), "alpha": alpha,
        "noncentrality": ncp, "power": float(ncx2.sf(chi2.isf(alpha, df), df, ncp)),
    })

for df in (1, 2, 3, 6, 16, 52):
    for alpha in (0.1, 0.05, 0.01, 1e-4):
        for power in (0.5, 0.8, 0.9, 0.99):
            limit = chi2.isf(alpha, df)
            needed = brentq(lambda n: ncx2.sf(limit, df, n) - power, 1e-6, 1000, xtol=1e-13, rtol=1e-14)
            noncentralities.append({"degreesOfFreedom": df, "alpha": alpha, "power": power, "needed": needed})


def beyond(limit, loadings, shifts, sides):
    """The chance that any comparison is beyond the limit, over the holdout that they share."""
    own = np.sqrt(1 - loadings**2)

    def none(shared):
        middle = shifts + loadings * shared
        inside = norm.cdf((limit - middle) / own)
        if sides == 2:
            inside = inside - norm.cdf((-limit - middle) / own)
        return norm.pdf(shared) * np.prod(inside)

    edges = [-9, -6, -4, -2, 0, 2, 4, 6, 9]
    return 1 - sum(quad(none, a, b, epsabs=1e-15, epsrel=1e-13, limit=400)[0] for a, b in zip(edges, edges[1:]))


for case in range(90):
    shape = [[1], [3], [3, 3], [2, 2, 2]][case % 4]
    cells, arms = int(np.prod(shape)), int(rng.integers(3, 6))
    population = rng.integers(50, 4000, cells)
    counts = np.round(population[:, None] * rng.dirichlet(np.full(arms, 8), cells) * rng.uniform(0.1, 1), 1) + 1
    shares = np.round(rng.uniform(0.02, 0.12, (cells, arms)) + np.arange(arms) * 0.01, 4)
    alpha, power = float(rng.choice([0.05, 0.01])), float(rng.choice([0.8, 0.9]))
    weighting = ["population", "sample"][case % 2]
    base = population if weighting == "population" else counts.sum(1)
    w = base / base.sum()
    v = shares * (1 - shares)
    # Any carrot, the rule in turn.
    rule = ["dunnett", "holm", "none"][case % 3]
    spread2 = (w[:, None] ** 2 * v / counts).sum(0)
    se = np.sqrt(spread2[1:] + spread2[0])
    loadings, effects = np.sqrt(spread2[0]) / se, w @ (shares[:, 1:] - shares[:, :1])
    k = arms - 1
    if rule == "dunnett":
        limit = brentq(lambda c: beyond(c, loadings, np.zeros(k), 2) - alpha, 1, 8, xtol=1e-13)
    else:
        limit = norm.isf(alpha / 2 / (k if rule == "holm" else 1))
    signs = np.sign(effects)
    any_power = beyond(limit, loadings * signs, np.abs(effects) / se, 1)
    row = {
        "shape": shape, "population": population.tolist(), "counts": counts.tolist(), "shares": shares.tolist(),
        "alpha": alpha, "wanted": power, "weighting": weighting, "rule": rule,
        "any": {"power": any_power, "detectable": float(np.max((limit + norm.isf(1 - power)) * se))},
    }
    # One carrot against the holdout: unpooled, and pooled in every cell.
    d, s1 = float(effects[0]), float(se[0])
    pooled = (shares[:, 0] * counts[:, 0] + shares[:, 1] * counts[:, 1]) / (counts[:, 0] + counts[:, 1])
    s0 = float(np.sqrt((w**2 * pooled * (1 - pooled) * (1 / counts[:, 0] + 1 / counts[:, 1])).sum()))
    za, zb = norm.isf(alpha / 2), norm.isf(1 - power)
    row["one"] = {
        "power": float(norm.sf((za * s1 - abs(d)) / s1)), "pooled": float(norm.sf((za * s0 - abs(d)) / s1)),
        "factor": float(((za + zb) * s1 / d) ** 2), "pooledFactor": float(((za * s0 + zb * s1) / d) ** 2),
    }
    if cells > 1:
        first = np.array([np.unravel_index(c, shape)[0] for c in range(cells)])
        means, variances = [], []
        for level in range(shape[0]):
            own = np.where(first == level, w, 0) / w[first == level].sum()
            means.append(own @ shares)
            variances.append((own[:, None] ** 2 * v / counts).sum(0))
        means, variances = np.array(means), np.array(variances)

        def joint(columns):
            pairs = []
            for l1 in range(shape[0]):
                for l2 in range(l1 + 1, shape[0]):
                    for a1 in range(len(columns)):
                        for a2 in range(a1 + 1, len(columns)):
                            one = np.zeros((shape[0], len(columns)))
                            one[l2, a2] = one[l1, a1] = 1
                            one[l2, a1] = one[l1, a2] = -1
                            pairs.append(one.ravel())
            m, s = means[:, columns].ravel(), variances[:, columns].ravel()
            ncp = wald(np.array(pairs), m, s, np.ones(len(m)))
            df = (shape[0] - 1) * (len(columns) - 1)
            limit = chi2.isf(alpha, df)
            needed = brentq(lambda n: ncx2.sf(limit, df, n) - power, 1e-6, 1000, xtol=1e-13, rtol=1e-14)
            widest = max(np.sqrt((p**2 * s).sum()) for p in np.array(pairs))
            return {"df": df, "power": float(ncx2.sf(limit, df, ncp)), "factor": needed / ncp,
                    "detectable": float(np.sqrt(needed) * widest)}

        row["same"] = joint([0, 1])
        row["which"] = joint(list(range(1, arms)))
        # The slope by weighted least squares on the score of both directions.
        score = np.zeros(cells)
        for place in range(len(shape)):
            level = np.array([np.unravel_index(c, shape)[place] for c in range(cells)])
            score += level if place else -level
        x = np.column_stack([np.ones(cells), score]) * np.sqrt(w)[:, None]
        slope_of = np.linalg.lstsq(x, np.diag(np.sqrt(w)), rcond=None)[0][1]
        effect = slope_of @ (shares[:, 1:].mean(1) - shares[:, 0])
        variance = (slope_of**2 * (v[:, 1:] / counts[:, 1:]).sum(1) / k**2 + slope_of**2 * v[:, 0] / counts[:, 0]).sum()
        row["trend"] = {"effect": float(effect), "power": float(norm.sf(norm.isf(alpha) - effect / np.sqrt(variance)))}
    questions.append(row)

path = pathlib.Path(__file__).with_name("hypotheses.json")
path.write_text(json.dumps({"hypotheses": hypotheses, "noncentralities": noncentralities, "questions": questions}) + "\n")
print(len(hypotheses), len(noncentralities), len(questions))
