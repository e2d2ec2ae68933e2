import { createGenerator } from '#core/random/generator.ts';
import { cappedPlan } from '#core/rollout/policy/capped-plan.ts';
import { offersOf } from '#core/rollout/policy/offers.ts';
import { mostUseful, planAt } from '#core/rollout/policy/path-plan.ts';
import { profitPath } from '#core/rollout/policy/profit-path.ts';

/** What the worker measured: milliseconds each time, and what both ways found. */
export interface PolicyTimes {
  readonly steps: number;
  readonly curve: readonly number[];
  readonly budgetByBudget: number;
  readonly furthestApart: number;
}

const generator = createGenerator('bench');
const [cells, carrots, budgets] = [10_000, 5, 41];
const amount = (from: number, to: number) => from + (to - from) * generator.nextShare();
const parts = Array.from({ length: cells }, (_, cell) => ({
  cell,
  unit: cell,
  customers: Math.floor(amount(20, 3000)),
  allowed: new Array<boolean>(carrots).fill(true),
}));
const amounts = {
  carrots,
  isKnown: new Uint8Array(cells * carrots).fill(1),
  cost: Float64Array.from({ length: cells * carrots }, () => amount(500, 8000)),
  profit: Float64Array.from({ length: cells * carrots }, () => amount(-3000, 9000)),
};

const curve: number[] = [];
let path = profitPath(offersOf(parts, amounts));
for (let time = 0; time < 15; time++) {
  const began = performance.now();
  path = profitPath(offersOf(parts, amounts));
  curve.push(performance.now() - began);
}
const offers = offersOf(parts, amounts);
const began = performance.now();
let furthestApart = 0;
for (let place = 0; place < budgets; place++) {
  const budget = (mostUseful(path) * place) / (budgets - 1);
  const plan = cappedPlan(offers, budget, []);
  const own = planAt(path, budget).profit;
  furthestApart = Math.max(furthestApart, Math.abs(plan.profit - own) / Math.max(1, own));
}
const budgetByBudget = performance.now() - began;
postMessage({ steps: path.steps, curve, budgetByBudget, furthestApart } satisfies PolicyTimes);
