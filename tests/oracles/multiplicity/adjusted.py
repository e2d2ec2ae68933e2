"""Makes adjusted.json: p-values adjusted for their number. Run: python3 adjusted.py

Made with: statsmodels 0.13.5 multipletests
Checks: adjustHochberg, adjustHommel, adjustBenjaminiYekutieli, adjustSidak, adjustHolmSidak, adjustHolm
Checks: adjustBonferroni, adjustBenjaminiHochberg
"""

import json
import pathlib
import numpy as np
from statsmodels.stats.multitest import multipletests

random = np.random.default_rng(20170326)
methods = {"hochberg": "simes-hochberg", "hommel": "hommel", "by": "fdr_by", "sidak": "sidak", "holmSidak": "holm-sidak",
           "holm": "holm", "bonferroni": "bonferroni", "bh": "fdr_bh"}
families = []
for index in range(70):
    count = int(random.integers(1, 4 if index % 5 == 0 else 25))
    p = np.minimum(1, random.uniform(size=count) ** random.integers(1, 7)).round(int(random.integers(2, 9)))
    if index % 9 == 0:
        p = p * 1e-12
    if index % 10 == 1:
        p[: count // 2] = p[0]
    row = {"p": p.tolist()}
    for name, method in methods.items():
        if method == "hommel" and count < 2:
            row[name] = p.tolist()
            continue
        row[name] = multipletests(p, method=method)[1].tolist()
    families.append(row)
(pathlib.Path(__file__).parent / "adjusted.json").write_text(json.dumps({"families": families}))
