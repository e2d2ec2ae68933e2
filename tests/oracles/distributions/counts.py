# Makes counts.json: probabilities, both tails and quantiles of counts. Run: /usr/bin/python3 counts.py
# Made with: mpmath 1.2.1 with 60 digits, the defining binomial coefficients and powers added one by one
# Checks: binomialProbability, binomialLogProbability, binomialLowerTail, binomialUpperTail, binomialLogLowerTail, binomialLogUpperTail, binomialQuantile, binomialUpperQuantile
# Checks: poissonProbability, poissonLogProbability, poissonLowerTail, poissonUpperTail, poissonLogLowerTail, poissonLogUpperTail, poissonQuantile, poissonUpperQuantile
# Checks: hypergeometricProbability, hypergeometricLogProbability, hypergeometricLowerTail, hypergeometricUpperTail, hypergeometricLogLowerTail, hypergeometricLogUpperTail, hypergeometricQuantile, hypergeometricUpperQuantile
import json
import math
import mpmath as m

m.mp.dps = 60
mpf = m.mpf


def log_choose(n, k):
    return m.loggamma(mpf(n) + 1) - m.loggamma(mpf(k) + 1) - m.loggamma(mpf(n) - k + 1)


def outward(ratio, count, last, step):
    """The probabilities from a count on, over its own."""
    term = total = mpf(1)
    while count != last and term > total * mpf(10) ** -45:
        term *= ratio(count)
        total += term
        count += step
    return total


def row(k, fewest, most, mean, probability, up, down):
    """up(k) = p(k + 1) / p(k), down(k) = p(k - 1) / p(k)."""
    if k <= mean:
        lower = probability * outward(down, k, fewest, -1)
        upper = 1 - lower + probability
    else:
        upper = probability * outward(up, k, most, 1)
        lower = 1 - upper + probability
    log = lambda share, above: float(m.log(share) if share < 0.5 else m.log1p(-above))
    return dict(events=k, probability=float(probability), logProbability=float(m.log(probability)), lower=float(lower), upper=float(upper),
                logLower=log(lower, upper - probability), logUpper=log(upper, lower - probability))


def places(mean, deviation, fewest, most):
    counts = {fewest, most} | {round(mean + z * deviation) for z in (-33, -8, -2.5, -1, -0.2, 0.1, 0.8, 2, 5, 30)}
    return sorted(k for k in counts if fewest <= k <= most)


binomial = []
for n in [1, 2, 9, 60, 999, 30000, 400000, 10 ** 7]:
    for p in [1e-9, 3e-4, 0.02, 0.3, 0.5, 0.77, 0.999]:
        deviation = math.sqrt(n * p * (1 - p))
        q, x = 1 - mpf(p), mpf(p)
        for k in places(n * p, deviation, 0, n):
            probability = m.exp(log_choose(n, k) + k * m.log(x) + (n - k) * m.log(q))
            if m.log(probability) < -1e6 or (k - n * p) ** 2 < 9 * deviation ** 2 > 9e5:
                continue
            binomial.append(dict(trials=n, share=p, **row(k, 0, n, n * p, probability, lambda k: (n - k) * x / ((k + 1) * q), lambda k: k * q / ((n - k + 1) * x))))

poisson = []
for mean in [1e-9, 0.01, 0.7, 1, 4.5, 30, 400, 25000, 1e6, 1e9]:
    x = mpf(mean)
    for k in places(mean, math.sqrt(mean), 0, round(20 * mean + 30)):
        probability = m.exp(k * m.log(x) - x - m.loggamma(mpf(k) + 1))
        if m.log(probability) < -1e6 or (k - mean) ** 2 < 64 * mean > 3e8:
            continue
        poisson.append(dict(mean=mean, **row(k, 0, -1, mean, probability, lambda k: x / (k + 1), lambda k: k / x)))

hypergeometric = []
for population, marked, drawn in [(1, 1, 0), (2, 1, 1), (10, 5, 3), (50, 4, 50), (60, 30, 11), (999, 20, 700), (4000, 2500, 1500), (20000, 3, 9000),
                                  (100000, 400, 50000), (300000, 6000, 1000), (300000, 150000, 150000), (700000, 690000, 350000), (5 * 10 ** 6, 10 ** 5, 10 ** 6)]:
    fewest, most, mean = max(0, drawn - (population - marked)), min(marked, drawn), marked * drawn / population
    deviation = math.sqrt(mean * (1 - marked / population) * (population - drawn) / max(1, population - 1))
    for k in places(mean, deviation, fewest, most):
        probability = m.exp(log_choose(marked, k) + log_choose(population - marked, drawn - k) - log_choose(population, drawn))
        up = lambda k: mpf(marked - k) * (drawn - k) / (mpf(k + 1) * (population - marked - drawn + k + 1))
        down = lambda k: mpf(k) * (population - marked - drawn + k) / (mpf(marked - k + 1) * (drawn - k + 1))
        hypergeometric.append(dict(population=population, marked=marked, drawn=drawn, **row(k, fewest, most, mean, probability, up, down)))

with open('counts.json', 'w') as file:
    json.dump(dict(binomial=binomial, poisson=poisson, hypergeometric=hypergeometric), file, separators=(',', ':'))
