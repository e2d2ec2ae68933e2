"""Makes two-shares.json: other intervals of a share, of a difference, of a ratio and of an odds ratio. Run: python3 two-shares.py

Made with: statsmodels 0.13.5 proportion_confint, confint_proportions_2indep, proportions_ztest, Table2x2
Made with: SciPy 1.10.1 contingency.relative_risk
Made with: mpmath in 40 digits for the score limits of Miettinen & Nurminen (odds ratio) and Mee (difference)
Checks: clopperPearsonInterval, jeffreysInterval, agrestiCoullInterval, waldInterval, newcombeInterval,
Checks: agrestiCaffoInterval, waldDifferenceInterval, meeInterval, katzInterval, adjustedLogInterval, woolfInterval
Checks: adjustedLogitInterval, scoreOddsRatio, scoreComparison, pooledZTest, unpooledZTest
"""

import json
import pathlib
import random

import mpmath as mp
import numpy as np
from scipy.stats import norm
from scipy.stats.contingency import relative_risk
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest, test_proportions_2indep

mp.mp.dps = 40
random.seed(3)


def halve(falling, low, high, steps=105):
    for _ in range(steps):
        middle = (low + high) / 2
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def odds_score(x1, n1, x0, n0, log_odds):
    odds, r, total = mp.e**log_odds, x1 + x0, n1 + n0
    # The treated share p with n1 p + n0 p0 = r and odds ratio `odds`.
    a, b, c = n1 * (odds - 1), -(n0 + n1 * odds + r * (odds - 1)), r * odds
    p1 = (2 * c) / (-b + mp.sqrt(b * b - 4 * a * c)) if odds != 1 else mp.mpf(r) / total
    p0 = (r - n1 * p1) / n0
    information = 1 / (n1 * p1 * (1 - p1)) + 1 / (n0 * p0 * (1 - p0))
    return (x1 - n1 * p1) * mp.sqrt(information * (total - 1) / total)


def difference_score(x1, n1, x0, n0, d):
    def slope(p):
        parts = ((x0, p, 1), (n0 - x0, 1 - p, -1), (x1, p + d, 1), (n1 - x1, 1 - p - d, -1))
        return sum(sign * count / at for count, at, sign in parts if count)

    p0 = halve(slope, max(mp.mpf(0), -d), min(mp.mpf(1), 1 - d), 100)
    p1 = p0 + d
    return (mp.mpf(x1) / n1 - mp.mpf(x0) / n0 - d) / mp.sqrt(p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0)


arms = [(0, 1), (1, 1), (1, 2), (0, 10), (3, 10), (10, 10), (1, 34), (7, 34), (2, 100), (99, 100), (100, 100), (94, 900), (25, 900), (4990, 5000),
        (3, 300000), (2400, 300000), (150000, 300000), (299999, 300000)]
pairs = [(*one, *other, 0.95) for one in arms for other in arms if random.random() < 0.6]
pairs += [(16, 128, 24, 256, 0.95), (7, 34, 1, 34, 0.95), (10, 30, 41, 134, 0.95), (10, 30, 41, 134, 0.9), (56, 70, 48, 80, 0.9)]
rows = []
for number, (x1, n1, x0, n0, confidence) in enumerate(pairs):
    alpha = 1 - confidence
    z = mp.mpf(float(-norm.ppf(alpha / 2)))
    row = {"events1": x1, "trials1": n1, "events0": x0, "trials0": n0, "confidence": confidence}
    both = lambda compare, method: [float(v) for v in confint_proportions_2indep(x1, n1, x0, n0, compare=compare, method=method, alpha=alpha)]
    row["newcombe"], row["caffo"], row["wald"] = both("diff", "newcomb"), both("diff", "agresti-caffo"), both("diff", "wald")
    if 0 < x1 < n1 or 0 < x0 < n0:
        wald = test_proportions_2indep(np.float64(x1), n1, np.float64(x0), n0, method="wald", compare="diff")
        row["unpooledZ"], row["unpooledP"] = float(wald.statistic), float(wald.pvalue)
        row["pooledZ"], row["pooledGreater"] = map(float, proportions_ztest([x1, x0], [n1, n0], alternative="larger"))
    if x1 and x0:
        row["katz"] = [relative_risk(x1, n1, x0, n0).relative_risk, *map(float, relative_risk(x1, n1, x0, n0).confidence_interval(confidence))]
    row["adjustedLog"] = both("ratio", "log-adjusted")
    if min(x1, x0, n1 - x1, n0 - x0) > 0:
        row["woolf"] = [float(v) for v in Table2x2([[x1, n1 - x1], [x0, n0 - x0]]).oddsratio_confint(alpha=alpha)]
    row["adjustedLogit"] = both("odds-ratio", "logit-adjusted")
    if 0 < x1 + x0 < n1 + n0:
        along, across = x1 * (n0 - x0), (n1 - x1) * x0
        score = lambda u: odds_score(x1, n1, x0, n0, u)
        row["oddsLow"] = float(mp.e ** halve(lambda u: score(u) - z, mp.mpf(-45), mp.mpf(45))) if along else 0.0
        row["oddsHigh"] = float(mp.e ** halve(lambda u: score(u) + z, mp.mpf(-45), mp.mpf(45))) if across else None
    if number % 6 == 0:
        d = mp.mpf(x1) / n1 - mp.mpf(x0) / n0
        mee = lambda v: difference_score(x1, n1, x0, n0, v)
        row["mee"] = [float(halve(lambda v: mee(v) - z, mp.mpf(-1), d, 60)) if d > -1 else -1.0,
                      float(halve(lambda v: mee(v) + z, d, mp.mpf(1), 60)) if d < 1 else 1.0]
    rows.append(row)
shares = []
for n in (1, 2, 5, 20, 200, 925, 10000, 300000):
    for x in sorted({0, 1, n // 100, n // 5, n // 2, n - 1, n}):
        for confidence in (0.8, 0.95, 0.999):
            row = {"events": x, "trials": n, "confidence": confidence}
            for name, method in (("clopper", "beta"), ("jeffreys", "jeffreys"), ("coull", "agresti_coull"), ("wald", "normal")):
                row[name] = [float(v) for v in proportion_confint(x, n, alpha=1 - confidence, method=method)]
            shares.append(row)
(pathlib.Path(__file__).parent / "two-shares.json").write_text(json.dumps({"pairs": rows, "shares": shares}).replace("NaN", "null").replace("-Infinity", "null").replace("Infinity", "null"))
