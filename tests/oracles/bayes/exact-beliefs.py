"""Makes exact-beliefs.json: chance to be better and expected losses of two arms, exactly. Run: python3 exact-beliefs.py

Made with: mpmath 1.2.1 in 400 digits: finite sums over integer shapes (Cook 2005), the losses from the same sums with one shape raised
Checks: beliefsAboutArms, compareBeliefs, betterShareInClosedForm
"""

import json
import pathlib
import random

from mpmath import loggamma, exp, mp, mpf

mp.dps = 400


def log_beta(a, b):
    return loggamma(a) + loggamma(b) - loggamma(a + b)


def above(first, second):
    """P(second > first) for beta shapes; a sum over the alpha of the second."""
    (a, b), (c, d) = first, second
    if c > min(a, b, d):
        if a == min(a, b, d):
            return 1 - above(second, first)
        if b == min(a, b, d):
            return above((d, c), (b, a))
        return 1 - above((b, a), (d, c))
    term = exp(log_beta(mpf(a), mpf(b + d)) - log_beta(mpf(a), mpf(b)))
    total = mpf(0)
    for i in range(c):
        total += term
        term = term * (a + i) * (d + i) / ((a + b + d + i) * mpf(i + 1))
    return total


def loss(chosen, other):
    """E[(other - chosen)+] = E[other; other > chosen] - E[chosen; other > chosen]."""
    (a, b), (c, d) = chosen, other
    return mpf(c) / (c + d) * above(chosen, (c + 1, d)) - mpf(a) / (a + b) * above((a + 1, b), other)


random.seed(20170326)
pairs = [((0, 0), (0, 0)), ((0, 1), (1, 1)), ((0, 10), (10, 10)), ((120, 1000), (100, 1000)), ((0, 300000), (0, 300000)),
         ((0, 300000), (40, 300000)), ((1500, 300000), (1300, 300000)), ((1500, 300000), (300, 2000)), ((3000, 100000), (6000, 100000)),
         ((900, 1000), (100, 1000)), ((20, 3000), (900, 3000)), ((2000, 2000), (0, 500)), ((500, 500), (499, 500)), ((3, 250000), (4, 20))]
while len(pairs) < 90:
    n = [random.choice((1, 5, 30, 400, 4000, 50000)) for _ in range(2)]
    p = random.betavariate(1, 12)
    x = [min(m, max(0, round(random.gauss(m * p, 1 + 2 * (m * p) ** 0.5)))) for m in n]
    pairs.append(((x[0], n[0]), (x[1], n[1])))
rows = []
for treatment, control in pairs:
    t, c = [(x + 1, n - x + 1) for x, n in (treatment, control)]
    row = {"treatment": dict(zip(("events", "trials"), treatment)), "control": dict(zip(("events", "trials"), control)),
           "better": float(above(c, t)), "worse": float(above(t, c)), "lossTreatment": float(loss(t, c)), "lossControl": float(loss(c, t))}
    rows.append(row)
(pathlib.Path(__file__).parent / "exact-beliefs.json").write_text(json.dumps({"table": rows}))
