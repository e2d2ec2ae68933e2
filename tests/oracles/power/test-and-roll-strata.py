"""Makes test-and-roll-strata.json: profit of tests over strata and arms, the largest of normal values, priors of past lifts. Run: python3 test-and-roll-strata.py

Made with: NumPy (the whole covariance of truths and data, inverted), the trapezoid rule for the expected maximum, SciPy 1.17 minimize_scalar, 200,000 simulated worlds for the error share
Checks: stratifiedOutlook, stratifiedSize, stratifiedErrorShare, expectedMaximum, priorFromLifts
"""

import json
import pathlib

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import ndtr

rng = np.random.default_rng(61)


def expected_maximum(means, deviations):
    """By the density of the maximum on a fine grid (the trapezoid rule of a smooth function that dies out)."""
    means, deviations = np.asarray(means, float), np.asarray(deviations, float)
    low, high = (means - 10 * deviations).min(), (means + 10 * deviations).max()
    x = np.linspace(low, high, int(min(400_000, 40 + 16 * (high - low) / deviations.min())))
    z = (x - means[:, None]) / deviations[:, None]
    below, own = ndtr(z), np.exp(-z * z / 2) / np.sqrt(2 * np.pi) / deviations[:, None]
    density = sum(own[i] * np.prod(np.delete(below, i, 0), 0) for i in range(len(means)))
    return float((x * density).sum() * (x[1] - x[0]))


maxima = []
for case in range(60):
    count = int(rng.integers(1, 7))
    means = np.round(rng.normal(0, 1, count), 3)
    deviations = np.round(np.exp(rng.normal(-0.5, 0.8, count)), 4)
    maxima.append({"means": means.tolist(), "deviations": deviations.tolist(), "expected": expected_maximum(means, deviations)})


def shown(arm, weights, n):
    """From the covariance of (truth, data) of all strata."""
    H = len(weights)
    truth = arm["offerSpread"] ** 2 * np.ones((H, H)) + arm["stratumSpread"] ** 2 * np.eye(H)
    if n is None:
        return float(weights @ truth @ weights)
    seen = n > 0
    if not seen.any():
        return 0.0
    data = truth[np.ix_(seen, seen)] + np.diag(arm["customerSpread"] ** 2 / n[seen])
    cov = weights @ truth[:, seen]
    return float(cov @ np.linalg.inv(data) @ cov)


def profit(plan, size):
    population, parts = np.array(plan["population"], float), np.array(plan["proportions"], float)
    counts = size * parts / parts.sum()
    arms = plan["arms"]
    means = np.array([a["meanProfit"] for a in arms])
    rest = population - counts.sum(1)

    def rolled(customers, known):
        total = 0.0
        H = len(population)
        targets = [(customers / customers.sum(), customers.sum())] if plan["rule"] == "one" else [
            (np.eye(H)[h], customers[h]) for h in range(H)]
        for weights, many in targets:
            sd = np.sqrt([shown(a, weights, None if known else counts[:, i]) for i, a in enumerate(arms)])
            total += many * expected_maximum(means, sd)
        return total

    earned = (counts.sum(0) @ means + rolled(rest, False)) / population.sum()
    return float(earned), rolled(population, True) / population.sum()


def simulated_error(plan, size):
    population, parts = np.array(plan["population"], float), np.array(plan["proportions"], float)
    counts, worlds, H = size * parts / parts.sum(), 200_000, len(population)
    best, seen = [], []
    for i, a in enumerate(plan["arms"]):
        truth = a["meanProfit"] + rng.normal(0, a["offerSpread"], (worlds, 1)) + rng.normal(0, 1, (worlds, H)) * a["stratumSpread"]
        data = truth + rng.normal(0, 1, (worlds, H)) * a["customerSpread"] / np.sqrt(counts[:, i])
        cov = a["offerSpread"] ** 2 * np.ones((H, H)) + a["stratumSpread"] ** 2 * np.eye(H)
        gain = cov @ np.linalg.inv(cov + np.diag(a["customerSpread"] ** 2 / counts[:, i]))
        posterior = a["meanProfit"] + (data - a["meanProfit"]) @ gain.T
        best.append(truth), seen.append(posterior)
    best, seen = np.array(best), np.array(seen)
    w = population / population.sum()
    if plan["rule"] == "one":
        wrong = ((best @ w).argmax(0) != (seen @ w).argmax(0)).astype(float)
    else:
        wrong = (best.argmax(0) != seen.argmax(0)) @ w
    return float(wrong.mean()), float(wrong.std() / np.sqrt(worlds))


rolls = []
for case in range(40):
    H, k = int(rng.integers(1, 4)), int(rng.integers(2, 5))
    plan = {
        "population": rng.integers(2000, 40000, H).tolist(),
        "arms": [{
            "meanProfit": float(np.round(rng.normal(5, 1), 3)), "offerSpread": float(np.round(rng.uniform(0.3, 2), 3)),
            "customerSpread": float(np.round(rng.uniform(20, 60), 2)),
            "stratumSpread": float(0 if case % 3 == 0 else np.round(rng.uniform(0.05, 1), 3)),
        } for _ in range(k)],
        "proportions": rng.integers(1, 9, (H, k)).tolist(),
        "rule": ["one", "per-stratum"][case % 2],
    }
    parts = np.array(plan["proportions"])
    most = min(plan["population"][h] * parts.sum() / parts[h].sum() for h in range(H))
    size = float(np.round(most * rng.uniform(0.01, 0.9), 1))
    earned, perfect = profit(plan, size)
    row = {"plan": plan, "size": size, "profit": earned, "perfect": perfect}
    if case < 12:
        found = minimize_scalar(lambda u: -profit(plan, float(np.exp(u)))[0], bounds=(0, np.log(most)), method="bounded", options={"xatol": 1e-9})
        row["best"] = -float(found.fun)
        row["error"], row["errorSpread"] = simulated_error(plan, size)
    rolls.append(row)

lifts = []
for case in range(40):
    k = int(rng.integers(3, 12))
    error = np.round(rng.uniform(0.2, 2, k), 3)
    y = np.round(rng.normal(1, 2, k), 3)
    w = 1 / error**2
    q = (w * (y - (w @ y) / w.sum()) ** 2).sum()
    tau2 = (q - (k - 1)) / (w.sum() - (w**2).sum() / w.sum())
    full = 1 / (error**2 + max(tau2, 0))
    lifts.append({"estimates": y.tolist(), "errors": error.tolist(), "tau2": float(tau2), "mean": float((full @ y) / full.sum())})

path = pathlib.Path(__file__).with_name("test-and-roll-strata.json")
path.write_text(json.dumps({"maxima": maxima, "rolls": rolls, "lifts": lifts}) + "\n")
print(len(maxima), len(rolls), len(lifts), sum(l["tau2"] <= 0 for l in lifts))
