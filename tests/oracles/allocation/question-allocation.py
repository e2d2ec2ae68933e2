"""Makes question-allocation.json: allocations for several questions at once by a general solver, and small whole ones by trying all. Run: python3 question-allocation.py

Made with: SciPy 1.17 minimize(SLSQP) in the logarithms of the customers, best of several starts; all whole allocations tried one by one
Checks: cheapestForRequirements, bestWorstAllocation, wholeQuestionAllocation
"""

import itertools
import json
import pathlib

import numpy as np
from scipy.optimize import minimize

rng = np.random.default_rng(66)
FAR = 1e9


def noncentrality(contrasts, effects, variances, n):
    return float(effects @ np.linalg.solve(contrasts @ np.diag(variances / n) @ contrasts.T, effects))


def slope(contrasts, effects, variances, n):
    y = np.linalg.solve(contrasts @ np.diag(variances / n) @ contrasts.T, effects)
    return (contrasts.T @ y) ** 2 * variances / n**2


def problem():
    cells, arms = int(rng.integers(1, 4)), int(rng.integers(2, 5))
    population = rng.integers(300, 6000, cells)
    shares = np.round(rng.uniform(0.02, 0.1, (cells, 1)) + np.sort(rng.uniform(0, 0.08, (cells, arms)), 1), 4)
    w = population / population.sum()
    requirements = []

    def add(rows, needed):
        rows = np.array(rows)
        requirements.append({"contrasts": rows.tolist(), "effects": (rows @ shares.ravel()).tolist(), "needed": needed})

    def arm(a, weights):
        row = np.zeros((cells, arms))
        row[:, a] = weights
        return row.ravel()

    for a in range(1, arms):
        if rng.random() < 0.7 or a == 1:
            add([arm(a, w) - arm(0, w)], float(np.round(rng.uniform(3, 9), 3)))
    if cells > 1 and rng.random() < 0.5:
        one = lambda h: np.eye(cells)[h]
        rows = [arm(1, one(h)) - arm(0, one(h)) - arm(1, one(0)) + arm(0, one(0)) for h in range(1, cells)]
        add(rows, float(np.round(rng.uniform(1, 4), 3)))
    costs = np.round(np.exp(rng.normal(0, 0.6, arms)), 3) + 0.05
    lower = rng.choice([0, 2, 20])
    groups = [
        {"cell": c, "variance": float(shares[c, a] * (1 - shares[c, a])), "cost": float(costs[a]),
         "lower": float(lower), "upper": float(rng.choice([FAR, population[c] / 3]))}
        for c in range(cells) for a in range(arms)
    ]
    return groups, population.tolist(), requirements


def solve(groups, available, requirements, budget=None):
    cost, lower, upper, variance = (np.array([g[k] for g in groups]) for k in ("cost", "lower", "upper", "variance"))
    cell = np.array([g["cell"] for g in groups])
    asked = np.array([any(abs(row[g]) > 0 for r in requirements for row in r["contrasts"]) for g in range(len(groups))])
    parts = [(np.array(r["contrasts"]), np.array(r["effects"]), r["needed"]) for r in requirements]
    G, cap = len(groups), np.array(available, float)
    low = np.log(np.maximum(lower, 1e-3))
    low[~asked] = np.log(np.maximum(lower[~asked], 1e-9))
    high = np.log(np.minimum(upper, cap[cell]))
    high[~asked] = low[~asked]

    def logs(u):
        n = np.exp(u)
        return np.array([np.log(noncentrality(c, e, variance, n) / needed) for c, e, needed in parts])

    def jac(u):
        n = np.exp(u)
        return np.array([slope(c, e, variance, n) * n / noncentrality(c, e, variance, n) for c, e, _ in parts])

    room = lambda u: 1 - np.array([np.exp(u[cell == h]).sum() for h in range(len(cap))]) / cap
    roomjac = lambda u: -np.array([np.where(cell == h, np.exp(u), 0) for h in range(len(cap))]) / cap[:, None]
    best = None
    for attempt in range(8):
        start = np.log(np.maximum(np.exp(low), (cap[cell] / (cap.size and np.bincount(cell)[cell])) * rng.uniform(0.05, 0.9, G)))
        if budget is None:
            scale = float(cost @ np.exp(start))
            found = minimize(
                lambda u: cost @ np.exp(u) / scale, start, jac=lambda u: cost * np.exp(u) / scale, method="SLSQP",
                bounds=list(zip(low, high)), options={"ftol": 1e-15, "maxiter": 2000},
                constraints=[{"type": "ineq", "fun": logs, "jac": jac}, {"type": "ineq", "fun": room, "jac": roomjac}],
            )
            value = float(cost @ np.exp(found.x))
            good = logs(found.x).min() > -1e-9 and room(found.x).min() > -1e-9
            better = best is None or value < best[0]
        else:
            full = np.append(start, logs(start).min() - 0.1)
            found = minimize(
                lambda u: -u[-1], full, jac=lambda u: -np.eye(G + 1)[-1], method="SLSQP",
                bounds=list(zip(low, high)) + [(None, None)], options={"ftol": 1e-15, "maxiter": 2000},
                constraints=[
                    {"type": "ineq", "fun": lambda u: logs(u[:-1]) - u[-1],
                     "jac": lambda u: np.column_stack([jac(u[:-1]), -np.ones(len(parts))])},
                    {"type": "ineq", "fun": lambda u: room(u[:-1]),
                     "jac": lambda u: np.column_stack([roomjac(u[:-1]), np.zeros(len(cap))])},
                    {"type": "ineq", "fun": lambda u: np.array([1 - cost @ np.exp(u[:-1]) / budget]),
                     "jac": lambda u: np.append(-cost * np.exp(u[:-1]) / budget, 0)[None, :]},
                ],
            )
            u = found.x[:-1]
            value = float(np.exp(logs(u).min()))
            good = room(u).min() > -1e-9 and cost @ np.exp(u) <= budget * (1 + 1e-9)
            better = best is None or value > best[0]
        if good and better:
            best = (value, np.exp(found.x[:G]).tolist())
    return best


cheap, worst, whole = [], [], []
while len(cheap) < 100:
    groups, available, requirements = problem()
    found = solve(groups, available, requirements)
    if found:
        cheap.append({"groups": groups, "available": available, "requirements": requirements, "cost": found[0]})
while len(worst) < 100:
    groups, available, requirements = problem()
    least = sum(g["cost"] * g["lower"] for g in groups)
    budget = float(np.round(least + rng.uniform(0.05, 1.2) * np.mean([g["cost"] for g in groups]) * sum(available) * 0.4, 1))
    found = solve(groups, available, requirements, budget)
    if found:
        worst.append({"groups": groups, "available": available, "requirements": requirements, "budget": budget, "reached": found[0]})

# Few customers, all whole allocations of a total: one requirement, costs of 1.
for case in range(60):
    G = int(rng.integers(2, 5))
    variances = np.round(rng.uniform(0.05, 0.25, G), 4)
    weights = np.round(rng.normal(0, 1, G), 3)
    lower, upper = rng.integers(1, 3, G), rng.integers(5, 12, G)
    total = int(rng.integers(lower.sum() + 1, min(upper.sum(), 26)))
    best = max(
        1 / (weights**2 * variances / np.array(n)).sum()
        for n in itertools.product(*[range(a, b + 1) for a, b in zip(lower, upper)])
        if sum(n) == total
    )
    whole.append({
        "weights": weights.tolist(), "variances": variances.tolist(), "lower": lower.tolist(),
        "upper": upper.tolist(), "total": total, "information": float(best),
    })

path = pathlib.Path(__file__).with_name("question-allocation.json")
path.write_text(json.dumps({"cheap": cheap, "worst": worst, "whole": whole}) + "\n")
print(len(cheap), len(worst), len(whole), path.stat().st_size)
