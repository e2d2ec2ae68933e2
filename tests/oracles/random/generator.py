"""Writes generator.json: the random stream of src/core/random, worked out a second time.

Run: python3 tests/oracles/random/generator.py > tests/oracles/random/generator.json
Sources: Blackman & Vigna's xoshiro128starstar.c; splitmix32; FNV-1a.
"""

import json
import unicodedata

MASK = 0xFFFFFFFF


def fnv1a(text):
    value = 0x811C9DC5
    for byte in unicodedata.normalize("NFC", text).encode("utf-16-le"):
        value = ((value ^ byte) * 0x01000193) & MASK
    return value


def splitmix32(start):
    while True:
        start = (start + 0x9E3779B9) & MASK
        word = start
        word = ((word ^ (word >> 16)) * 0x21F0AAAD) & MASK
        word = ((word ^ (word >> 15)) * 0x735A2D97) & MASK
        yield word ^ (word >> 15)


def rotate(word, bits):
    return ((word << bits) & MASK) | (word >> (32 - bits))


def xoshiro128starstar(state):
    s = list(state)
    while True:
        yield (rotate((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 9) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 11)


def stream(seed):
    mixer = splitmix32(fnv1a(str(seed)))
    return xoshiro128starstar([next(mixer) for _ in range(4)])


def share(words):
    high, low = next(words) >> 5, next(words) >> 6
    return (high * 2**26 + low) / 2**53


def integer(words, below):
    limit = 2**32 - 2**32 % below
    word = next(words)
    while word >= limit:
        word = next(words)
    return word % below


def shuffled(words, size):
    items = list(range(1, size + 1))
    for place in range(size - 1, 0, -1):
        other = integer(words, place + 1)
        items[place], items[other] = items[other], items[place]
    return items


def take(count, draw, seed, *rest):
    words = stream(seed)
    return [draw(words, *rest) for _ in range(count)]


SEEDS = ["carrot", "", "7", "캐럿", "2017-03-26/customers"]
BELOWS = [1, 2, 3, 100, 2**31 + 1, 2**32]
reference = xoshiro128starstar([1, 2, 3, 4])

print(
    json.dumps(
        {
            "algorithm": "xoshiro128**",
            "version": 1,
            "wordsFromState1234": [next(reference) for _ in range(10)],
            "streams": [
                {
                    "seed": seed,
                    "words": take(8, next, seed),
                    "shares": take(5, share, seed),
                    "integers": [
                        {"below": below, "values": take(6, integer, seed, below)}
                        for below in BELOWS
                    ],
                    "shuffled": shuffled(stream(seed), 10),
                }
                for seed in SEEDS
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
)
