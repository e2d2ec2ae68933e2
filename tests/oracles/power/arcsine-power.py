"""Makes arcsine-power.json by statsmodels NormalIndPower on Cohen's h. Run: python3 arcsine-power.py
Made with: statsmodels 0.13.5 NormalIndPower
Checks: sampleSizePerArm, powerOfProportions
"""

import json
import pathlib

from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import proportion_effectsize

rows = []
for p0 in (0.01, 0.05, 0.2, 0.6):
    for lift in (-0.005, 0.002, 0.01, 0.1):
        for power in (0.5, 0.8, 0.95):
            for alpha in (0.01, 0.05):
                for ratio in (0.5, 1, 2):
                    h = proportion_effectsize(p0 + lift, p0)
                    tool = NormalIndPower()
                    # solve_power counts its n in the first sample, here the control; ratio is treated per control.
                    n = tool.solve_power(h, alpha=alpha, power=power, ratio=ratio)
                    half = tool.power(h, n / 2, alpha, ratio=ratio)
                    rows.append({"p0": p0, "lift": lift, "power": power, "alpha": alpha, "ratio": ratio, "n": n, "half": half})
(pathlib.Path(__file__).parent / "arcsine-power.json").write_text(json.dumps(rows))
