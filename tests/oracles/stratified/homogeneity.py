"""Makes homogeneity.json from the tables of stratified.json. Run: python3 homogeneity.py
Made with: statsmodels 0.13.5 StratifiedTable.test_equal_odds
Checks: breslowDay

Breslow-Day with and without Tarone's correction by statsmodels StratifiedTable.test_equal_odds, on strata with variation.
"""

import json
import pathlib

import numpy
from statsmodels.stats.contingency_tables import StratifiedTable

here = pathlib.Path(__file__).parent
results = []
for case in json.loads((here / "stratified.json").read_text()):
    tables = []
    for s in case["strata"]:
        table = [[s["events1"], s["trials1"] - s["events1"]], [s["events0"], s["trials0"] - s["events0"]]]
        if min(numpy.sum(table, axis=0)) > 0:
            tables.append(numpy.array(table, dtype=float))
    if len(tables) < 2:
        results.append(None)
        continue
    stratified = StratifiedTable(tables)
    tarone, plain = stratified.test_equal_odds(adjust=True), stratified.test_equal_odds(adjust=False)
    results.append({"df": len(tables) - 1, "tarone": tarone.statistic, "taroneP": tarone.pvalue,
                    "plain": plain.statistic, "plainP": plain.pvalue})
(here / "homogeneity.json").write_text(json.dumps(results))
