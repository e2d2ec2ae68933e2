"""Makes uplift.json: Qini and cumulative gain curves with their areas, of made customers with ties and of the public e-mail file (values only). Run: python3 uplift.py [hillstrom.csv]

Made with: Python 3 and numpy, both definitions written out point by point: the prefix of the highest scores counted anew for every score
Of: rankByScore, sumRanked, upliftCurve, areaOverRandom
"""

import csv
import json
import pathlib
import sys

import numpy as np

rng = np.random.default_rng(2007)


def curves(score, treated, outcome):
    total, all_treated = len(score), treated.sum()
    share, qini, gain = [0.0], [0.0], [0.0]
    for cut in sorted(set(score.tolist()), reverse=True):
        chosen = score >= cut
        t, c = chosen & (treated == 1), chosen & (treated == 0)
        if t.sum() == 0 or c.sum() == 0:
            continue
        share.append(float(chosen.sum() / total))
        # Radcliffe (2007): responses of the treated less those of the control scaled to as many, per treated customer.
        qini.append(float((outcome[t].sum() - outcome[c].sum() * t.sum() / c.sum()) / all_treated))
        # Gutierrez & Gerardy (2017): difference of means times the share.
        gain.append(float((outcome[t].mean() - outcome[c].mean()) * chosen.sum() / total))
    return share, qini, gain


def area(share, value):
    whole = sum((b - a) * (v + w) / 2 for a, b, v, w in zip(share, share[1:], value, value[1:]))
    return float(whole - share[-1] * value[-1] / 2)


def case(score, treated, outcome, keep=None):
    share, qini, gain = curves(score, treated, outcome)
    places = range(len(share)) if keep is None else sorted({round(i * (len(share) - 1) / keep) for i in range(keep + 1)})
    return {
        "points": len(share),
        "at": [[p, share[p], qini[p], gain[p]] for p in places],
        "areas": [area(share, qini), area(share, gain)],
    }


made = []
for size, levels, is_money in [(60, 8, False), (200, 25, False), (150, 150, True), (40, 2, False)]:
    score = np.round(rng.normal(size=size), 1) if levels > 30 else rng.integers(0, levels, size) / 4
    treated = (rng.random(size) < 0.6).astype(int)
    response = (rng.random(size) < 0.2 + 0.1 * treated * (score > 0.5)).astype(float)
    outcome = response * np.round(rng.gamma(2, 20, size), 2) if is_money else response
    made.append(
        {
            "score": [float(s) for s in score],
            "treated": treated.tolist(),
            "outcome": outcome.tolist(),
            **case(score, treated, outcome),
        }
    )

result = {"made": made}
if len(sys.argv) > 1:
    rows = list(csv.DictReader(open(sys.argv[1])))
    kept = [r for r in rows if r["segment"] in ("Mens E-Mail", "No E-Mail")]
    treated = np.array([int(r["segment"] == "Mens E-Mail") for r in kept])
    recency = np.array([-float(r["recency"]) for r in kept])
    channel = np.array([12.0 * ["Phone", "Web", "Multichannel"].index(r["channel"]) for r in kept])
    result["public"] = [
        {
            "outcome": column,
            **case(recency + channel, treated, np.array([float(r[column]) for r in kept])),
        }
        for column in ("visit", "spend")
    ]
place = pathlib.Path(__file__).with_name("uplift.json")
place.write_text(json.dumps(result, separators=(",", ":")) + "\n")
