# Makes special-functions.json: logarithms of gamma, beta and binomial coefficients and their small remainders. Run: /usr/bin/python3 special-functions.py
# Made with: mpmath 1.2.1 loggamma, beta, log with 650 digits
# Checks: logarithmGap, stirlingError, logGammaRise, logGammaOnePlus, logChoose, logBeta, logScaledBeta
import json
import mpmath as m

m.mp.dps = 650
mpf = m.mpf
rise = lambda a, b: m.loggamma(mpf(a) + mpf(b)) - m.loggamma(mpf(a))

gap = [dict(u=u, value=float(mpf(u) - m.log1p(mpf(u))))
       for u in [-0.999999, -0.9, -0.5001, -0.4999, -0.3, -0.01, -1e-5, -1e-12, 1e-200, 1e-100, 1e-15, 1e-9, 1e-3, 0.02, 0.1, 0.3, 0.5, 0.9999, 1.0001, 3, 1e5, 1e300] if abs(u) > 1e-140]
stirling = [dict(x=x, value=float(m.loggamma(mpf(x) + 1) - (mpf(x) + 0.5) * m.log(x) + x - m.log(2 * m.pi) / 2))
            for x in [1e-300, 1e-9, 1e-3, 0.1, 0.5, 1, 1.5, 2, 3.7, 5, 8, 11.99, 12.01, 15, 20, 33.3, 100, 1e4, 1e7, 1e12]]
rises = [dict(start=a, by=b, value=float(rise(a, b)))
         for a in [1e-9, 1e-3, 0.3, 1.4, 2, 7.5, 11.9, 40, 1e5, 1e9] for b in [1e-300, 1e-12, 1e-5, 0.1, 0.5, 1, 3.3, 50, 1e6, 1e9]]
onePlus = [dict(x=x, value=float(m.loggamma(1 + mpf(x)))) for x in [-0.5, -0.3, -1e-3, -1e-9, 1e-300, 1e-20, 1e-7, 1e-3, 0.1, 0.3, 0.4616, 0.5, 0.51, 0.7, 0.99, 1.2, 1.5]]
choose = [dict(total=n, chosen=k, value=float(m.loggamma(mpf(n) + 1) - m.loggamma(mpf(k) + 1) - m.loggamma(mpf(n) - mpf(k) + 1)))
          for n in [2, 5, 17, 30.5, 170, 1000, 123456, 10 ** 7, 10 ** 9] for k in sorted({1, 2, 0.5, n // 7 + 1, n // 2, n - 1}) if 0 < k < n]
beta = [dict(alpha=a, beta=b, value=float(m.loggamma(a) + m.loggamma(b) - m.loggamma(mpf(a) + b)), scaled=float(m.loggamma(mpf(a) + 1) - rise(b, a)))
        for a in [1e-9, 1e-3, 0.2, 0.5, 1.3, 4, 60, 1500.5, 1e6, 1e9] for b in [1e-9, 1e-3, 0.2, 0.5, 1.3, 4, 60, 1500.5, 1e6, 1e9]]

with open('special-functions.json', 'w') as file:
    json.dump(dict(gap=gap, stirling=stirling, rises=rises, onePlus=onePlus, choose=choose, beta=beta), file, separators=(',', ':'))
