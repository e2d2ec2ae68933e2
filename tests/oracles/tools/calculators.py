"""Makes calculator-rates.json: what the calculator of response shares must show. Run: python3 calculators.py

Limits of the difference by searching twice, for the shares of the null and for the null itself, with scipy's brentq;
the ratio and Holm's adjustment by statsmodels (its score test of a difference other than 0 is wrong in 0.13).
"""

import json
import pathlib

from scipy.optimize import brentq
from scipy.stats import chisquare, norm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, test_proportions_2indep


def difference_score(x1, n1, x0, n0, d):
    slope = lambda p: x0 / p - (n0 - x0) / (1 - p) + x1 / (p + d) - (n1 - x1) / (1 - p - d)
    p0 = brentq(slope, max(0, -d) + 1e-12, min(1, 1 - d) - 1e-12, xtol=1e-16, rtol=1e-15)
    p1 = p0 + d
    total = n1 + n0
    variance = (p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * total / (total - 1)
    return (x1 / n1 - x0 / n0 - d) / variance**0.5


def against(control, arm, alpha):
    (n0, x0), (n1, x1) = control, arm
    z = norm.isf(alpha / 2)

    def limits(score, estimate, low, high):
        return (brentq(lambda value: score(value) - z, low, estimate, xtol=1e-15),
                brentq(lambda value: score(value) + z, estimate, high, xtol=1e-15))

    def ratio_score(value):
        return test_proportions_2indep(x1, n1, x0, n0, value, compare="ratio", method="score", correction=True).statistic

    difference, ratio = x1 / n1 - x0 / n0, (x1 / n1) / (x0 / n0)
    low, high = limits(lambda d: difference_score(x1, n1, x0, n0, d), difference, -0.5, 0.5)
    ratio_low, ratio_high = limits(ratio_score, ratio, ratio / 20, ratio * 20)
    test = test_proportions_2indep(x1, n1, x0, n0, method="score", compare="diff", correction=True)
    return {"difference": difference, "low": low, "high": high, "p": test.pvalue,
            "lift": ratio - 1, "liftLow": ratio_low - 1, "liftHigh": ratio_high - 1}


def case(arms, alpha):
    rows = [against(arms[0], arm, alpha) for arm in arms[1:]]
    for row, adjusted in zip(rows, multipletests([row["p"] for row in rows], method="holm")[1]):
        row["adjusted"] = adjusted
    return {"arms": arms, "alpha": alpha, "against": rows,
            "intervals": [proportion_confint(x, n, alpha, method="wilson") for n, x in arms],
            "split": chisquare([n for n, _ in arms]).pvalue}


cases = [case([(1000, 120), (1000, 150)], 0.05), case([(900, 25), (910, 76), (880, 54)], 0.05),
         case([(2500, 125), (2500, 140), (2560, 170), (2400, 121)], 0.01)]
(pathlib.Path(__file__).parent / "calculator-rates.json").write_text(json.dumps(cases))
