"""Makes winsorised.json: values capped at observed ones. Run: /usr/bin/python3 winsorised.py
Made with: scipy 1.10.1 scipy.stats.mstats.winsorize
Checks: pooledCaps
"""

import json
import pathlib
import random

import numpy
from scipy.stats import mstats

random.seed(20170326)
rows = []
for size in (1, 2, 5, 20, 101, 260):
    for lower in (0, 0.01, 0.1, 0.25):
        for upper in (0, 0.004, 0.05, 0.3):
            values = [round(random.paretovariate(1.2) * 10, 1) if random.random() < 0.7 else 0 for _ in range(size)]
            capped = mstats.winsorize(numpy.array(values, dtype=float), limits=(lower, upper))
            rows.append({"values": values, "lower": lower, "upper": upper, "low": float(min(capped)), "high": float(max(capped)), "total": float(capped.sum())})
folder = pathlib.Path(__file__).parent
(folder / "winsorised.json").write_text(json.dumps(rows, separators=(",", ":")) + "\n")
