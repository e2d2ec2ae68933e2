"""Makes binomial-sum.json: sums of binomial numbers times values. Run: python3 binomial-sum.py

Made with: SciPy 1.17 binom.pmf over all events, NumPy convolve on the lattice of all totals
Checks: binomialSumInterval
"""

import json
import pathlib

import numpy as np
from scipy.stats import binom

rng = np.random.default_rng(38)
rows = []
for case in range(60):
    count = int(rng.integers(1, 5))
    values = rng.choice([0, 1, 2, 3, 5, 8], count)
    trials = rng.integers(0, 60 if case % 2 else 300, count)
    shares = np.round(rng.choice([rng.uniform(0, 1, count), rng.uniform(0, 0.1, count)]), 4)
    if case % 10 == 0:
        shares[0] = rng.choice([0, 1])
    total = np.ones(1)
    for value, n, p in zip(values, trials, shares):
        one = np.zeros(int(value * n) + 1)
        np.add.at(one, value * np.arange(n + 1), binom.pmf(np.arange(n + 1), n, p))
        total = np.convolve(total, one)
    below = np.cumsum(total)
    confidence = float(rng.choice([0.5, 0.8, 0.95, 0.99]))
    tail = (1 - confidence) / 2
    # A total on the very border of a tail would be decided by rounding.
    if min(abs(below - tail)) < 1e-9 or min(abs(below - (1 - tail))) < 1e-9:
        continue
    rows.append({
        "parts": [{"value": int(v), "trials": int(n), "share": float(p)} for v, n, p in zip(values, trials, shares)],
        "confidence": confidence, "mean": float(total @ np.arange(len(total))),
        "low": int(np.searchsorted(below, tail)), "high": int(np.searchsorted(below, 1 - tail)),
    })

pathlib.Path(__file__).with_name("binomial-sum.json").write_text(json.dumps(rows) + "\n")
print(len(rows))
