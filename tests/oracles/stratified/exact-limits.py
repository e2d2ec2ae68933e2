"""Makes exact-limits.json from the tables of exact-cmh.json. Run: /usr/bin/python3 exact-limits.py

The conditional distribution as a product of polynomials with whole coefficients, its odds ratio and limits by halving
in 40 digits: the root finder of R stops after four.
"""
# Made with: Python 3.11 whole numbers, mpmath 1.2.1 (formula of Mehta, Patel & Gray 1985 written out)
# Checks: exactCommonOddsRatio

import json
import math
import pathlib

from mpmath import mp, mpf

mp.dps = 40
here = pathlib.Path(__file__).parent
TAIL = mpf(25) / 1000


def multiply(left, right):
    out = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            out[i + j] += a * b
    return out


def root(rising):
    low, high = mpf(-1), mpf(1)
    while rising(low) > 0:
        low *= 2
    while rising(high) < 0:
        high *= 2
    at_low, at_high = rising(low), rising(high)
    side = 0
    for _ in range(400):
        x = (low * at_high - high * at_low) / (at_high - at_low)
        value = rising(x)
        if value == 0 or high - low < mpf(10) ** -20:
            break
        if value > 0:
            high, at_high = x, value
            at_low = at_low / 2 if side == 1 else at_low
            side = 1
        else:
            low, at_low = x, value
            at_high = at_high / 2 if side == -1 else at_high
            side = -1
        if abs(value) < mpf(10) ** -22:
            break
    return mp.exp(x)


rows = []
for case in json.loads((here / "exact-cmh.json").read_text())["cases"]:
    polynomial, place = [1], 0
    for x1, n1, x0, n0 in zip(case["events1"], case["trials1"], case["events0"], case["trials0"]):
        m = x1 + x0
        low, high = max(0, m - n0), min(n1, m)
        polynomial = multiply(polynomial, [math.comb(n1, x) * math.comb(n0, m - x) for x in range(low, high + 1)])
        place += x1 - low
    total = sum(polynomial)
    edge = polynomial[place] * (10**7 + 1)
    row = {"p": float(mpf(sum(c for c in polynomial if c * 10**7 <= edge)) / total),
           "greater": float(mpf(sum(polynomial[place:])) / total), "less": float(mpf(sum(polynomial[: place + 1])) / total)}
    logs = [mp.log(c) for c in polynomial]
    last = len(polynomial) - 1

    def chances(beta):
        values = [value + at * beta for at, value in enumerate(logs)]
        most = max(values)
        values = [mp.exp(value - most) for value in values]
        whole = mp.fsum(values)
        return [value / whole for value in values]

    def mean(beta):
        return mp.fsum((at - place) * chance for at, chance in enumerate(chances(beta)))

    row["oddsRatio"] = 0 if place == 0 else None if place == last else float(root(mean))
    row["low"] = 0 if place == 0 else float(root(lambda b: mp.log(mp.fsum(chances(b)[place:]) / TAIL)))
    row["high"] = None if place == last else float(root(lambda b: -mp.log(mp.fsum(chances(b)[: place + 1]) / TAIL)))
    rows.append(row)
(here / "exact-limits.json").write_text(json.dumps({"cases": rows}))
