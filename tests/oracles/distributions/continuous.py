# Makes continuous.json: both tails, their logarithms, densities and quantiles. Run: /usr/bin/python3 continuous.py
# Made with: mpmath 1.2.1 with 60 digits (erfc, loggamma; incomplete beta and gamma functions by their textbook continued fractions, DLMF 8.17.22 and 8.9.2, compared with mpmath's betainc and gammainc where those converge)
# Checks: normalUpperTail, normalLowerTail, normalTwoSided, normalLogUpperTail, normalDensity, millsRatio, normalQuantile, normalUpperQuantile
# Checks: betaLowerTail, betaUpperTail, betaLogLowerTail, betaLogUpperTail, betaDensity, betaQuantile, betaUpperQuantile
# Checks: gammaTails, gammaLogTails, gammaDensity, gammaQuantile, gammaUpperQuantile
# Checks: chiSquareUpperTail, chiSquareLowerTail, chiSquareLogUpperTail, chiSquareLogLowerTail, chiSquareDensity, chiSquareQuantile, chiSquareUpperQuantile
# Checks: studentTwoSided, studentUpperTail, studentLowerTail, studentLogUpperTail, studentDensity, studentQuantile, studentUpperQuantile
# Checks: fUpperTail, fLowerTail, fLogUpperTail, fLogLowerTail, fDensity, fQuantile, fUpperQuantile
import json
import math
import mpmath as m

m.mp.dps = 60
mpf = m.mpf


def lentz(first, terms):
    """first + a1 / (b1 + a2 / (b2 + ...)), to 40 digits."""
    fraction = numerator = first
    denominator = mpf(0)
    for a, b in terms:
        denominator = 1 / (b + a * denominator)
        numerator = b + a / numerator
        factor = numerator * denominator
        fraction *= factor
        if abs(factor - 1) < mpf(10) ** -40:
            return fraction


def beta_fraction(x, a, b):
    def terms():
        k = 0
        while True:
            yield -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1)), 1
            k += 1
            yield k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k)), 1

    log_kernel = a * m.log(x) + b * m.log(1 - x) + m.loggamma(a + b) - m.loggamma(a) - m.loggamma(b)
    return m.exp(log_kernel) / a / lentz(mpf(1), terms())


def beta_tails(x, a, b, y=None):
    x, a, b = mpf(x), mpf(a), mpf(b)
    y = 1 - x if y is None else y
    if x < (a + 1) / (a + b + 2):
        lower = beta_fraction(x, a, b)
        return lower, 1 - lower
    upper = beta_fraction(y, b, a)
    return 1 - upper, upper


def gamma_tails(x, a):
    x, a = mpf(x), mpf(a)
    kernel = m.exp(a * m.log(x) - x - m.loggamma(a))
    if x < a + 1:
        term = total = 1 / a
        k = 0
        while term > total * mpf(10) ** -50:
            k += 1
            term *= x / (a + k)
            total += term
        return kernel * total, 1 - kernel * total

    def terms():
        k = 0
        while True:
            k += 1
            yield k * (a - k), x - a + 2 * k + 1

    upper = kernel / lentz(x - a + 1, terms())
    return 1 - upper, upper


def answers(lower, upper, density):
    log = lambda share, other: float(m.log(share) if share < 0.5 else m.log1p(-other))
    return dict(lower=float(lower), upper=float(upper), logLower=log(lower, upper), logUpper=log(upper, lower), density=float(density))


def agree(ours, theirs):
    assert abs(ours / theirs - 1) < mpf(10) ** -25, (ours, theirs)


agree(beta_tails(0.3, 0.05, 7)[0], m.betainc(0.05, 7, 0, 0.3, regularized=True))
agree(beta_tails(0.3, 40, 99)[1], m.betainc(40, 99, 0.3, 1, regularized=True))
agree(beta_tails(0.9, 150, 3.5)[0], m.betainc(150, 3.5, 0, 0.9, regularized=True))
agree(gamma_tails(0.1, 0.001)[1], m.gammainc(0.001, 0.1, m.inf, regularized=True))
agree(gamma_tails(170, 99)[1], m.gammainc(99, 170, m.inf, regularized=True))
agree(gamma_tails(30, 99)[0], m.gammainc(99, 0, 30, regularized=True))

normal = []
for z in [1e-300, 1e-9, 0.001, 0.3, 0.67, 1, 1.96, 3, 5, 7.5, 9.999, 10.001, 13, 20, 26, 30, 33.3, 37, 37.5, 50, 141.5, 1e4, 1e8, 1e12]:
    for sign in (1, -1):
        x = mpf(sign * z)
        upper, lower, density = m.erfc(x / m.sqrt(2)) / 2, m.erfc(-x / m.sqrt(2)) / 2, m.npdf(x)
        row = dict(z=sign * z, **answers(lower, upper, density))
        if x > -37:
            row['mills'] = float(upper / density)
        normal.append(row)

# The shapes in every combination of orders of magnitude, the places in standard deviations of the log-odds.
beta = []
shapes = [1e-3, 0.05, 0.5, 1, 1.5, 7, 40, 99.5, 1000, 6000, 150000, 1e6, 1e9]
for i, a in enumerate(shapes):
    for j, b in enumerate(shapes):
        if (i + 2 * j) % 3 != 0 and (a, b) != (150000, 150000):
            continue
        for z in (-36.5, -9, -2.5, -0.4, 0, 1.2, 6, 34):
            odds = math.log(a / b) + z * math.sqrt(1 / a + 1 / b)
            if not -600 < odds < 30:
                continue
            x = float('%.12g' % (1 / (1 + math.exp(-odds))))
            if not 0 < x < 1:
                continue
            lower, upper = beta_tails(x, a, b)
            log_density = (a - 1) * m.log(x) + (b - 1) * m.log1p(-mpf(x)) + m.loggamma(mpf(a) + b) - m.loggamma(a) - m.loggamma(b)
            beta.append(dict(share=x, alpha=a, beta=b, **answers(lower, upper, m.exp(log_density))))

gamma = []
for a in [1e-3, 0.05, 0.5, 1, 1.5, 2.5, 7, 15, 29.5, 60, 99, 200, 500.5, 2000, 4999, 5001, 50000, 1e6, 1e7, 1e9]:
    places = [a + z * math.sqrt(a) for z in (-35, -9, -3, -1.4, -0.1, 0, 0.5, 1.6, 5, 38)] + [1e-12 * a, 0.01 * a, 0.3 * a, 3 * a, 40 * a]
    for x in places:
        # Series and fraction of 60 digits need no more than a few thousand steps there.
        if x <= 0 or (a > 1e6 and abs(x - a) < 3 * math.sqrt(a) and x < a):
            continue
        x = float('%.12g' % x)
        lower, upper = gamma_tails(x, a)
        if min(m.log(lower) if lower > 0 else 0, m.log(upper) if upper > 0 else 0) < -1e5:
            continue
        gamma.append(dict(value=x, shape=a, **answers(lower, upper, m.exp((a - 1) * m.log(x) - x - m.loggamma(a)))))


def student_row(t, df):
    t, df = mpf(t), mpf(df)
    a, b, total = df / 2, mpf(1) / 2, df + t * t
    x, y = df / total, t * t / total
    both = beta_tails(x, a, b, y)[0]
    outer = both / 2
    density = m.exp(m.loggamma(a + b) - m.loggamma(a) - m.log(m.pi * df) / 2 - (a + b) * m.log1p(t * t / df))
    tails = (1 - outer, outer) if t > 0 else (outer, 1 - outer)
    return dict(t=float(t), df=float(df), both=float(both), **answers(*tails, density))


student = [
    student_row(sign * t, df)
    for df in [1e-3, 0.07, 1, 1.5, 2, 3.3, 10, 21.982, 150, 4321.5, 3e5, 1e9]
    for t, sign in [(1e-200, 1), (1e-8, 1), (0.01, -1), (0.7, 1), (1, -1), (1.96, 1), (4.5, -1), (12, 1), (36, 1), (1000, -1), (1e20, 1), (1e160, 1)]
    if df < 1e4 or t < 1000
]

f = []
degrees = [1e-3, 1, 3, 10.5, 98, 2000, 3e5, 1e8]
for i, d1 in enumerate(degrees):
    for j, d2 in enumerate(degrees):
        if (i + j) % 2:
            continue
        for z in (-30, -7, -1, 0, 0.3, 2, 9, 33):
            log_f = z * math.sqrt(2 / d1 + 2 / d2)
            if abs(log_f) > 300:
                continue
            value = float('%.12g' % math.exp(log_f))
            u, v = mpf(d1) * mpf(value), mpf(d2)
            a, b, x, y = mpf(d1) / 2, v / 2, u / (u + v), v / (u + v)
            lower, upper = beta_tails(x, a, b, y)
            density = m.exp(a * m.log(x) + b * m.log(y) + m.loggamma(a + b) - m.loggamma(a) - m.loggamma(b)) / mpf(value)
            if min(abs(m.log(lower)), abs(m.log(upper))) < mpf(10) ** -55 and lower != 1 and upper != 1:
                continue
            f.append(dict(statistic=value, numerator=d1, denominator=d2, **answers(lower, upper, density)))


def root(log_tail, start, step):
    """Where a monotone logarithm of a tail crosses zero: bracketed outward from the start, then Illinois steps."""
    low, high = mpf(start) - step, mpf(start) + step
    while m.sign(log_tail(low)) == m.sign(log_tail(high)):
        low, high, step = low - step, high + step, 2 * step
    return m.findroot(log_tail, (low, high), solver='anderson', tol=mpf(10) ** -50, maxsteps=400)


m.mp.dps = 40
parts = [1e-300, 1e-200, 1e-20, 0.001, 0.025, 0.3, 0.5]
betaQuantile, gammaQuantile, studentQuantile, fQuantile, normalQuantile = [], [], [], [], []
for place, (a, b) in enumerate([(0.05, 0.5), (0.5, 0.5), (1, 3), (0.3, 900), (2.5, 1e6), (7, 40), (99.5, 40), (120, 9900), (6000, 6000), (150000, 3), (1e6, 1e8)]):
    for part in parts[place % 2 :: 2]:
        for side in (0, 1):
            log_tail = lambda s: m.log(beta_tails(1 / (1 + m.exp(-s)), a, b, 1 / (1 + m.exp(s)))[side] / mpf(part))
            # The leading power where that is far out, else the normal approximation of the log-odds.
            shape = a if side == 0 else b
            leading = (m.log(part) + m.log(shape) + m.loggamma(a) + m.loggamma(b) - m.loggamma(mpf(a) + b)) / shape
            if leading < -700 or (side == 1 and leading < -25):
                continue
            wide = math.sqrt(1 / a + 1 / b)
            z = -math.sqrt(max(0, -2 * math.log(2 * part)))
            s = max(leading, (m.log(mpf(a) / b) if side == 0 else m.log(mpf(b) / a)) + z * wide)
            s = root(log_tail, s if side == 0 else -s, wide)
            betaQuantile.append(dict(part=part, side='lower' if side == 0 else 'upper', alpha=a, beta=b, share=float(1 / (1 + m.exp(-s)))))

for place, a in enumerate([0.05, 0.5, 1, 2.5, 7, 40, 99, 500, 6000, 1e5]):
    for part in parts[place % 2 :: 2]:
        for side in (0, 1):
            log_tail = lambda s: m.log(gamma_tails(m.exp(s), a)[side] / mpf(part))
            leading = (m.log(part) + m.loggamma(mpf(a) + 1)) / a
            if side == 0 and leading < -700:
                continue
            z = math.sqrt(max(0, -2 * math.log(2 * part)))
            start = max(leading, m.log(a) - z / math.sqrt(a)) if side == 0 else m.log(a + z * math.sqrt(a) + z * z / 2)
            gammaQuantile.append(dict(part=part, side='lower' if side == 0 else 'upper', shape=a, value=float(m.exp(root(log_tail, start, 0.1 + 1 / math.sqrt(a))))))

for place, df in enumerate([0.3, 1, 1.5, 2, 3.3, 10, 21.982, 150, 4321.5, 1e5]):
    for part in parts[place % 2 :: 2] + [0.45, 0.4999]:
        if part == 0.5:
            continue
        tail = lambda s: beta_tails(df / (df + m.exp(2 * s)), df / mpf(2), 0.5, 1 / (1 + df * m.exp(-2 * s)))[0] / 2
        z = math.sqrt(max(0.1, -2 * math.log(2 * part)))
        leading = -(m.log(2 * mpf(part)) + m.log(df / 2) + m.loggamma(df / 2) + m.loggamma(0.5) - m.loggamma(df / 2 + 0.5)) / df + m.log(df) / 2
        if leading > 700:
            continue
        s = root(lambda s: m.log(tail(s) / mpf(part)), max(min(leading, 600), m.log(z)) if part < 0.01 else m.log(z), 0.5)
        studentQuantile.append(dict(upper=part, df=df, t=float(m.exp(s))))

for place, (d1, d2) in enumerate([(1, 1), (2, 10), (3, 150.5), (10, 4), (40, 2000), (1e5, 50), (1e4, 1e6)]):
    for part in parts[place % 2 :: 2]:
        for side in (0, 1):
            log_tail = lambda s: m.log(beta_tails(1 / (1 + m.exp(-s) * d2 / d1), d1 / mpf(2), d2 / mpf(2), 1 / (1 + m.exp(s) * d1 / d2))[side] / mpf(part))
            z = math.sqrt(max(0, -2 * math.log(2 * part))) * math.sqrt(2 / d1 + 2 / d2)
            shape, other = (d1 / mpf(2), d2 / mpf(2)) if side == 0 else (d2 / mpf(2), d1 / mpf(2))
            leading = (m.log(part) + m.log(shape) + m.loggamma(shape) + m.loggamma(other) - m.loggamma(shape + other)) / shape + m.log(other / shape)
            if leading < -600:
                continue
            start = max(leading, -z)
            s = root(log_tail, start if side == 0 else -start, 0.5 + z / 20)
            fQuantile.append(dict(part=part, side='lower' if side == 0 else 'upper', numerator=d1, denominator=d2, statistic=float(m.exp(s))))

for part in [1e-300, 1e-200, 1e-77, 1e-20, 1e-9, 1e-4, 0.01, 0.025, 0.0749, 0.0751, 0.2, 0.4, 0.49, 0.4999, 0.5 - 1e-7, 0.5 - 1e-12]:
    z = root(lambda z: m.log(m.erfc(z / m.sqrt(2)) / 2 / mpf(part)), math.sqrt(max(0, -2 * math.log(2 * part))), 0.1)
    normalQuantile.append(dict(upper=part, z=float(z)))

# exp(s) is a quantile to 40 digits; the smallest numbers stay what a double can say.
with open('continuous.json', 'w') as file:
    json.dump(dict(normal=normal, beta=beta, gamma=gamma, student=student, f=f, normalQuantile=normalQuantile, betaQuantile=betaQuantile,
                   gammaQuantile=gammaQuantile, studentQuantile=studentQuantile, fQuantile=fQuantile), file, separators=(',', ':'))
