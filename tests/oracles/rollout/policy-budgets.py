"""Makes policy-budgets.json: the best assignment of carrots to cells for 1,000 random budgets, and for 300 under capacities as well. Run: python3 policy-budgets.py

Made with: SciPy 1.17 linprog (HiGHS dual simplex). Among the cells are ones with equal offers, free ones, ones that bring money in, and ones that only lose.
Of: profitPath, planAt, cappedPlan
"""

import json
import pathlib
import random

import numpy as np
from scipy.optimize import linprog

random.seed(20170326)


def offer():
    kind = random.random()
    if kind < 0.05:
        return [0, random.randint(-40, 40)]
    if kind < 0.1:
        return [-random.randint(1, 30), random.randint(-60, 40)]
    return [random.randint(1, 100), random.randint(-60, 160)]


def instance(with_capacities):
    cells = random.randint(1, 12)
    carrots = random.randint(1, 5)
    customers = [random.randint(1, 4000) for _ in range(cells)]
    offers = [[offer() for _ in range(carrots)] for _ in range(cells)]
    possible = [[random.random() < 0.9 for _ in range(carrots)] for _ in range(cells)]
    if cells > 2 and random.random() < 0.5:
        offers[1] = [list(each) for each in offers[0]]
    if carrots > 1 and random.random() < 0.5:
        offers[0][1] = list(offers[0][0])
    through = [random.randint(0, 1) for _ in range(carrots)]
    return {
        "customers": customers,
        "offers": offers,
        "possible": possible,
        "channels": [
            {"carrots": [each == channel for each in through]} for channel in range(2)
        ]
        if with_capacities
        else [],
    }


def solve(case, budget, capacities):
    customers, offers = case["customers"], case["offers"]
    columns = [
        (cell, carrot)
        for cell, row in enumerate(case["possible"])
        for carrot, possible in enumerate(row)
        if possible
    ]
    if not columns:
        return 0.0
    profit = [customers[cell] * offers[cell][carrot][1] for cell, carrot in columns]
    rows = [[customers[cell] * offers[cell][carrot][0] for cell, carrot in columns]]
    limits = [budget]
    for cell in range(len(customers)):
        rows.append([1.0 if own == cell else 0.0 for own, _ in columns])
        limits.append(1.0)
    for channel, most in zip(case["channels"], capacities):
        rows.append(
            [
                customers[cell] if channel["carrots"][carrot] else 0.0
                for cell, carrot in columns
            ]
        )
        limits.append(most)
    # In units near 1, so that the solver's own tolerance is far below what is compared.
    scale = max(1.0, max(abs(each) for each in profit))
    rows, limits = np.array(rows, float), np.array(limits, float)
    size = np.maximum(1.0, np.abs(rows).max(axis=1))
    found = linprog(
        -np.array(profit) / scale,
        A_ub=rows / size[:, None],
        b_ub=limits / size,
        bounds=(0, None),
        method="highs-ds",
        options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10},
    )
    assert found.status == 0, found.message
    return -found.fun * scale


def cases(count, budgets, with_capacities):
    made = []
    for _ in range(count):
        case = instance(with_capacities)
        dearest = sum(
            size * max([0] + [cost for cost, _ in row])
            for size, row in zip(case["customers"], case["offers"])
        )
        everybody = sum(case["customers"])
        case["asked"] = []
        for _ in range(budgets):
            budget = round(dearest * random.random() ** 2)
            capacities = [
                round(everybody * random.random()) for _ in case["channels"]
            ]
            case["asked"].append([budget, capacities, solve(case, budget, capacities)])
        made.append(case)
    return made


result = {"budgets": cases(50, 20, False), "capacities": cases(60, 5, True)}
place = pathlib.Path(__file__).with_name("policy-budgets.json")
place.write_text(json.dumps(result, separators=(",", ":")) + "\n")
