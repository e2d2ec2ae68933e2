"""Makes linear-exact.json: the regressions of linear.json in fifty digits, where R itself rounds. Run: /usr/bin/python3 linear-exact.py

Made with: mpmath 1.2.1 in 50 digits: normal equations, White's and the clusters' sandwich and Wald's F from their definitions, betainc for the tails
Checks: linearRegression, linearTermsTest
"""

import json
import pathlib

from mpmath import betainc, diag, lu_solve, matrix, mp, mpf, sqrt

mp.dps = 50
HERE = pathlib.Path(__file__).parent
DATA = json.loads((HERE / "linear.json").read_text())


def f_tail(f, top, bottom):
    return betainc(mpf(bottom) / 2, mpf(top) / 2, 0, bottom / (bottom + top * f), regularized=True)


def groups_of(case):
    if "groups" in case:
        return case["groups"]
    return [dict(count=1, mean=r["outcome"], standardDeviation=0, features=r["features"], cluster=r["cluster"]) for r in case["rows"]]


def exact(case):
    groups = groups_of(case)
    n = sum(g["count"] for g in groups)
    x = [[([1] + g["features"])[int(k)] for k in case["estimated"]] for g in groups]
    k = len(x[0])
    X = matrix([[mpf(v) for v in row] for row in x])
    W = diag([mpf(g["count"]) for g in groups])
    y = matrix([mpf(g["mean"]) for g in groups])
    bread = (X.T * W * X) ** -1
    b = bread * (X.T * W * y)
    e = y - X * b
    within = [(mpf(g["count"]) - 1) * mpf(g["standardDeviation"]) ** 2 if g["count"] > 1 else mpf(0) for g in groups]
    squares = [s + g["count"] * r**2 for s, g, r in zip(within, groups, e)]
    rest = sum(squares)
    h = [(X[i, :] * bread * X[i, :].T)[0] for i in range(len(groups))]

    def meat(own):
        return X.T * diag(own) * X

    V = {"classical": bread * (rest / (n - k)), "hc0": bread * meat(squares) * bread}
    V["hc1"] = V["hc0"] * n / (n - k)
    V["hc2"] = bread * meat([s / (1 - v) for s, v in zip(squares, h)]) * bread
    V["hc3"] = bread * meat([s / (1 - v) ** 2 for s, v in zip(squares, h)]) * bread
    names = sorted({g["cluster"] for g in groups})
    total = matrix(k, k)
    for name in names:
        score = matrix(k, 1)
        for i, g in enumerate(groups):
            if g["cluster"] == name:
                score += X[i, :].T * (g["count"] * e[i])
        total += score * score.T
    V["cluster"] = bread * total * bread * mpf(len(names)) / (len(names) - 1) * (n - 1) / (n - k)
    errors = {}
    for kind, v in V.items():
        df = len(names) - 1 if kind == "cluster" else n - k
        s = [sqrt(v[i, i]) for i in range(k)]
        row = dict(error=s, p=[f_tail((b[i] / s[i]) ** 2, 1, df) for i in range(k)],
                   covariance=[[v[i, j] for j in range(k)] for i in range(k)])
        # More coefficients than clusters less one have a singular covariance, and no F.
        if k > 1 and (kind != "cluster" or k - 1 <= len(names) - 1):
            f = sum(b[i + 1] * z for i, z in enumerate(lu_solve(v[1:, 1:], b[1:]))) / (k - 1)
            row.update(f=f, fp=f_tail(f, k - 1, df))
        errors[kind] = row
    mean = sum(g["count"] * v for g, v in zip(groups, y)) / n
    spread = sum(within) + sum(g["count"] * (v - mean) ** 2 for g, v in zip(groups, y))
    return dict(estimate=list(b), sigma=sqrt(rest / (n - k)), r2=1 - rest / spread, errors=errors)


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(v) for key, v in value.items()}
    if isinstance(value, list):
        return [rounded(v) for v in value]
    return float(value)


if __name__ == "__main__":
    out = {kind: [rounded(exact(case)) for case in DATA[kind]] for kind in ("rows", "groups")}
    (HERE / "linear-exact.json").write_text(json.dumps(out, separators=(",", ":")))
