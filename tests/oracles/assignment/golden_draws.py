"""Draws by Python's hashlib from the recipe of the manifest. Writes golden-draws.json beside this file.

Run: python3 golden_draws.py
"""

import hashlib
import json
import pathlib

CUSTOMERS = 3000
CUTS = [30, 60]
REGIONS = ["서울", "경기"]


def md5(text):
    return hashlib.md5(text.encode("utf-8")).hexdigest()


def cells():
    """The ids of each cell: points among the cuts, then the region; a third region has no level."""
    found = [[] for _ in range((len(CUTS) + 1) * len(REGIONS))]
    for row in range(CUSTOMERS):
        points = row * 7919 % 100
        region = ["서울", "경기", "부산"][row % 3]
        if region not in REGIONS:
            continue
        level = sum(points >= cut for cut in CUTS)
        found[level * len(REGIONS) + REGIONS.index(region)].append(f"고객{row:04d}")
    return found


def draw(seed, counts):
    lines = []
    for cell, (ids, arms) in enumerate(zip(cells(), counts)):
        ordered = sorted(ids, key=lambda each: (md5(f"{seed}:{each}"), each))
        taken = 0
        for arm, count in enumerate(arms):
            lines += [f"{each},{cell},{arm}" for each in ordered[taken : taken + count]]
            taken += count
    return md5("\n".join(sorted(lines)))


COUNTS = [
    [[20, 20, 20, 20]] * 6,
    [[0, 1, 2, 3], [7, 0, 0, 11], [0, 0, 0, 0], [100, 50, 25, 12], [1, 1, 1, 1], [33, 33, 33, 33]],
]
SEEDS = ["1", "봄 윈백 2017-03-26", "🥕 carrot #2"]

golden = [
    {"seed": seed, "counts": counts, "listFingerprint": draw(seed, counts)}
    for seed in SEEDS
    for counts in COUNTS
]
path = pathlib.Path(__file__).with_name("golden-draws.json")
path.write_text(json.dumps({"population": [len(each) for each in cells()], "draws": golden}, indent=2) + "\n")
