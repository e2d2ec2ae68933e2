"""Makes noncentral.json: tails and quantiles of noncentral t, chi-square and F. Run: python3 noncentral.py

Written out from the definitions in 50 or more decimal digits, because R's pt, pchisq and pf with ncp are right only to
1e-12 absolutely (pchisq(500, 2, 20, lower = FALSE) is off by a factor of seven).
Made with: gmpy2 2.1.2 (MPFR); t by the series of AS 243, chi-square and F by their Poisson sums
Checks: noncentralStudentUpperTail, noncentralStudentLowerTail, noncentralStudentQuantile
Checks: noncentralStudentNoncentrality, noncentralChiSquareUpperTail, noncentralChiSquareLowerTail
Checks: noncentralChiSquareQuantile, noncentralChiSquareNoncentrality, noncentralFUpperTail, noncentralFLowerTail
Checks: noncentralFQuantile, noncentralFNoncentrality
"""

import json
import pathlib
import gmpy2 as mp
from gmpy2 import mpfr as mpf


digits = 50


def use(wanted):
    global digits
    digits = wanted
    mp.get_context().precision = int(wanted * 3.33) + 8


def student(t, df, shift):
    """Upper and lower tail by the series of Algorithm AS 243 (Lenth 1989)."""
    if t < 0:
        return student(-t, df, -shift)[::-1]
    t, df, shift = mpf(t), mpf(df), mpf(shift)
    y, r, b, mean = t * t / (t * t + df), df / (t * t + df), df / 2, shift * shift / 2
    last = int(mean + 16 * mp.sqrt(mean + 1) + 4 * digits)
    between = mpf(0)
    for start, factor in ((mpf("0.5"), mpf(1)), (mpf(1), shift / mp.sqrt(2))):
        kernel = mp.exp(start * mp.log(y) + b * mp.log(r) + mp.lngamma(start + b) - mp.lngamma(start) - mp.lngamma(b))
        inside, growth = beta_tails(y, r, start, b)[0], kernel / start
        weight = factor * mp.exp(-mean) / mp.gamma(start + mpf("0.5"))
        for j in range(last + 1):
            between += weight * inside / 2
            inside -= growth
            growth *= y * (start + b + j) / (start + j + 1)
            weight *= mean / (start + mpf("0.5") + j)
    below = mp.erfc(shift / mp.sqrt(2)) / 2
    return mp.erfc(-shift / mp.sqrt(2)) / 2 - between, below + between


def beta_tails(y, r, shape, b):
    kernel = mp.exp(shape * mp.log(y) + b * mp.log(r) + mp.lngamma(shape + b) - mp.lngamma(shape) - mp.lngamma(b))
    if y < 0.5:
        lower = kernel / shape * series(lambda n: y * (shape + b + n) / (shape + 1 + n))
        return lower, 1 - lower
    upper = kernel / b * series(lambda n: r * (shape + b + n) / (b + 1 + n))
    return 1 - upper, upper


def poisson_sum(mean, first, last, tails, growth, ratio):
    """tails: lower and upper after `first` events; growth: their difference to the next, times ratio(j) each time."""
    lower, upper = tails
    weight = mp.exp(first * mp.log(mean) - mean - mp.lngamma(first + 1)) if mean else mpf(1)
    sums = [mpf(0), mpf(0)]
    for j in range(first, last + 1):
        sums[0] += weight * upper
        sums[1] += weight * lower
        upper += growth
        lower -= growth
        growth *= ratio(j)
        weight *= mean / (j + 1)
    return sums


def span(mean, both):
    if not mean:
        return 0, 0
    small, large = min(mean, both), max(mean, both)
    return max(0, int(small - 13 * mp.sqrt(small + 1) - 60)), int(large + 13 * mp.sqrt(large + 1) + 100)


def series(ratio):
    term, total, n = mpf(1), mpf(1), 0
    small = mpf(10) ** (-digits - 5)
    while term > total * small or ratio(n) > 1:
        term *= ratio(n)
        total += term
        n += 1
    return total


def chi_square(x, df, noncentrality):
    x, a, mean = mpf(x) / 2, mpf(df) / 2, mpf(noncentrality) / 2
    first, last = span(mean, (mp.sqrt(a * a + 4 * mean * x) - a) / 2)
    shape = a + first
    growth = mp.exp(shape * mp.log(x) - x - mp.lngamma(shape + 1))
    lower = growth * series(lambda n: x / (shape + n + 1))
    return poisson_sum(mean, first, last, (lower, 1 - lower), growth, lambda j: x / (a + j + 1))


def f_tails(f, df1, df2, noncentrality):
    f, df1, df2, mean = mpf(f), mpf(df1), mpf(df2), mpf(noncentrality) / 2
    y, r, a, b = df1 * f / (df1 * f + df2), df2 / (df1 * f + df2), df1 / 2, df2 / 2
    lead = a - mean * y
    first, last = span(mean, (mp.sqrt(lead * lead + 4 * mean * y * (a + b)) - lead) / 2)
    shape = a + first
    kernel = mp.exp(shape * mp.log(y) + b * mp.log(r) + mp.lngamma(shape + b) - mp.lngamma(shape) - mp.lngamma(b))
    tails = beta_tails(y, r, shape, b)
    return poisson_sum(mean, first, last, tails, kernel / shape, lambda j: y * (a + b + j) / (a + j + 1))


def precise(tails, *inputs, most=100):
    """Enough digits for the smaller tail, which comes as a difference."""
    use(50)
    while True:
        upper, lower = tails(*inputs)
        if min(upper, lower) > mpf(10) ** (25 - digits):
            return float(upper), float(lower)
        if digits > most:
            return None
        use(2 * digits)


def excess(tails, share):
    """Above 0 beyond the quantile of the share."""
    upper, lower = tails
    return lower / mpf(share) - 1 if share < 0.5 else 1 - upper / (1 - mpf(share))


def root(value, low, high):
    """Bisection with the secant's point between (Illinois)."""
    low, high = mpf(low), mpf(high)
    at_low, at_high = value(low), value(high)
    assert at_low < 0 < at_high, (low, high, at_low, at_high)
    for step in range(200):
        x = (low + high) / 2 if step % 3 == 0 else (low * at_high - high * at_low) / (at_high - at_low)
        at = value(x)
        if at < 0:
            low, at_low = x, at
        else:
            high, at_high = x, at
        if abs(at) < mpf(10) ** -25 or high - low < mpf(10) ** -22:
            return x
    raise ArithmeticError


rows = {"student": [], "studentQuantile": [], "chiSquare": [], "chiSquareQuantile": [], "f": [], "fQuantile": []}

for df in (1, 2.5, 10, 60, 1000, 1e6):
    for shift in (-6, -0.5, 0, 1.5, 8, 33, 100):
        for t in (-30, -2.5, -0.3, 0.7, 1.96, 9, 250):
            if shift == 100 and t < 9 or hash((df, shift, t)) % 3 == 0:
                continue
            found = precise(student, t, df, shift, most=200 if shift < 33 else 50)
            if found and min(found) > 1e-290:
                rows["student"].append({"t": t, "df": df, "noncentrality": shift, "upper": found[0], "lower": found[1]})

positions = (-7, -4, -1, 0.3, 3, 7)
for df in (0.5, 1, 2, 5, 30, 1000, 1e7):
    for noncentrality in (0, 0.1, 3, 40, 1000, 1e5):
        for z in positions:
            mean, deviation = df + noncentrality, (2 * (df + 2 * noncentrality)) ** 0.5
            x = mean + z * deviation if mean + z * deviation > 0 else mean * 10.0 ** (z / 3)
            found = precise(chi_square, x, df, noncentrality)
            if found:
                rows["chiSquare"].append({"x": x, "df": df, "noncentrality": noncentrality, "upper": found[0], "lower": found[1]})

for df1 in (1, 3, 30, 1e4, 1e7):
    for df2 in (1, 16, 200, 1e5, 1e7):
        for noncentrality in (0, 0.5, 10, 300, 1e5):
            for z in (-4, 0, 2, 7):
                if hash((df1, df2, noncentrality, z)) % 2:
                    continue
                mean = 1 + noncentrality / df1
                spread = (2 * (df1 + 2 * noncentrality)) ** 0.5 / (df1 + noncentrality) + (2 / df2) ** 0.5
                f = mean * mp.exp(min(z * spread, 5) if z > 0 else max(z * spread, -15))
                f = float(f)
                found = precise(f_tails, f, df1, df2, noncentrality)
                if found:
                    rows["f"].append({"f": f, "df1": df1, "df2": df2, "noncentrality": noncentrality,
                                      "upper": found[0], "lower": found[1]})

use(40)
for df in (1, 4, 30, 2000):
    for noncentrality in (0.5, 10, 500):
        for share in (1e-6, 0.05, 0.5, 0.95, 0.9999):
            solve = lambda tails, bracket: float(mp.exp(root(lambda u: excess(tails(mp.exp(u)), share), *bracket)))
            bracket = lambda m, s: (mp.log(m) - 60 if m - 6 * s <= 0 else mp.log(m - 6 * s), mp.log(m + 9 * s + 30))
            m, s = df + noncentrality, (2 * (df + 2 * noncentrality)) ** 0.5
            quantile = solve(lambda x: chi_square(x, df, noncentrality), bracket(m, s))
            rows["chiSquareQuantile"].append({"share": share, "df": df, "noncentrality": noncentrality, "x": quantile})
            m, s = m / df, s / df
            quantile = solve(lambda f: f_tails(f, df, 25, noncentrality), (bracket(m, s)[0] - 3, bracket(m, s)[1] + 2))
            rows["fQuantile"].append({"share": share, "df1": df, "df2": 25, "noncentrality": noncentrality, "f": quantile})

use(40)
for df in (2, 15, 400):
    for shift in (-3, 0.5, 2.8, 20):
        for share in (1e-5, 0.2, 0.975):
            width = 12 + abs(shift) + 3000 * (1 + abs(shift)) / df
            quantile = float(root(lambda t: excess(student(t, df, shift), share), shift - width, shift + width))
            rows["studentQuantile"].append({"share": share, "df": df, "noncentrality": shift, "t": quantile})

(pathlib.Path(__file__).parent / "noncentral.json").write_text(json.dumps(rows))
print({name: len(table) for name, table in rows.items()})
