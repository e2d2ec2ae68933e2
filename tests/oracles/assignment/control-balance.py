"""Makes control-balance.json: control factors of drawn lists, with missing values. Run: python3 control-balance.py

Made with: NumPy 2.4 linalg.pinv and SciPy 1.17 chi2.sf; the formulas of Austin (2009) and of Hansen & Bowers (2008) written out
Checks: omnibusBalance, standardisedMeanDifference, standardisedLevelDifference
"""

import json
import pathlib
import numpy as np
from scipy import stats

rng = np.random.default_rng(2008)


def smd_mean(one, other):
    spread = np.sqrt((one.var(ddof=1) + other.var(ddof=1)) / 2)
    return (one.mean() - other.mean()) / spread


def smd_share(one, other):
    p, q = one.mean(), other.mean()
    if p == q:
        return 0.0
    return (p - q) / np.sqrt((p * (1 - p) + q * (1 - q)) / 2)


def omnibus(x, cell, arm, index):
    d = np.zeros(x.shape[1])
    v = np.zeros((x.shape[1], x.shape[1]))
    for h in np.unique(cell):
        here = (cell == h) & ((arm == index) | (arm == 0))
        treated = here & (arm == index)
        control = here & (arm == 0)
        n1, n0 = treated.sum(), control.sum()
        if n1 == 0 or n0 == 0:
            continue
        w = n1 * n0 / (n1 + n0)
        d += w * (x[treated].mean(axis=0) - x[control].mean(axis=0))
        v += w * np.atleast_2d(np.cov(x[here], rowvar=False, ddof=1))
    df = int(np.linalg.matrix_rank(v, tol=1e-8 * np.abs(v).max()))
    statistic = float(d @ np.linalg.pinv(v, rcond=1e-9, hermitian=True) @ d)
    return {"statistic": statistic, "df": df, "p": float(stats.chi2.sf(statistic, df))}


cases = []
for _ in range(60):
    cells, arms = int(rng.choice([1, 3, 9])), int(rng.choice([2, 3, 4]))
    each = int(rng.choice([4, 8, 15]))
    # Arms of unequal size, and now and then one that a cell does without.
    sizes = rng.integers(max(2, each - 3), each + 4, (cells, arms))
    if cells > 1 and rng.random() < 0.3:
        sizes[rng.integers(cells), rng.integers(1, arms)] = 0
    cell = np.concatenate([np.full(s, h) for h, row in enumerate(sizes) for s in row])
    arm = np.concatenate([np.full(s, a) for row in sizes for a, s in enumerate(row)])
    n = len(cell)
    controls, columns, expected = [], [], []
    for kind in rng.choice(["number", "date", "category"], int(rng.integers(1, 4))):
        missing = rng.random(n) < rng.choice([0, 0.15])
        if kind == "category":
            levels = int(rng.integers(2, 6))
            codes = rng.choice(levels, n, p=rng.dirichlet(np.full(levels, 2.0)))
            codes = np.where(missing, -1, codes)
            present = sorted({int(c) for c in codes if c >= 0}, key=lambda c: (-(codes == c).sum(), f"v{c}"))
            order = present + ([-1] if (codes < 0).any() else [])
            lines = [(None if c < 0 else f"v{c}", (codes == c).astype(float)) for c in order]
            columns += [line for _, line in lines]
            controls.append({"kind": "category", "values": [f"v{c}" for c in range(levels)], "codes": codes.tolist()})
            mean = None
        else:
            numbers = rng.normal(0, 1, n) + cell if kind == "number" else rng.integers(15000, 18000, n).astype(float)
            if kind == "number" and rng.random() < 0.5:
                numbers = np.round(np.exp(numbers) * 10.0 ** rng.integers(0, 9), 3)
            controls.append({"kind": str(kind), "numbers": [None if m else float(v) for v, m in zip(numbers, missing)]})
            columns.append(np.where(missing, numbers[~missing].mean(), numbers))
            lines = [("missing", missing.astype(float))] if missing.any() else []
            columns += [line for _, line in lines]
            seen = [numbers[(arm == a) & ~missing] for a in range(arms)]
            mean = {
                "byArm": [float(s.mean()) if len(s) else None for s in seen],
                "smd": [float(smd_mean(s, seen[0])) if len(s) > 1 and len(seen[0]) > 1 else None for s in seen[1:]],
            }
        expected.append({
            "mean": mean,
            "levels": [{
                "value": name,
                "byArm": [float(line[arm == a].mean()) if (arm == a).any() else None for a in range(arms)],
                "smd": [float(smd_share(line[arm == a], line[arm == 0])) if (arm == a).any() else None for a in range(1, arms)],
            } for name, line in lines],
        })
    x = np.column_stack(columns)
    # The unit of a column changes nothing but the rounding.
    x = (x - x.mean(axis=0)) / np.where(x.std(axis=0) > 0, x.std(axis=0), 1)
    cases.append({
        "cells": cells, "arms": arms, "cell": cell.tolist(), "arm": arm.tolist(), "controls": controls,
        "expected": expected, "omnibus": [omnibus(x, cell, arm, a) for a in range(1, arms)],
    })

with open(pathlib.Path(__file__).with_suffix(".json"), "w") as file:
    json.dump(cases, file, separators=(",", ":"))
print(len(cases))
