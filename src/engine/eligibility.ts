import type { EligibilityRule, RuleCount, RuleRelief } from '#core/design/eligibility.ts';
import { isLost, markRows } from './condition-rows.ts';
import { runningRows } from './list-rows.ts';
import type { Viewpoint } from './variables.ts';

/** Who is eligible, and what each rule did. */
export interface EligibleRows {
  /** 1 for the row of an eligible customer, 0 for the others. */
  readonly rows: Uint8Array;
  readonly eligible: number;
  readonly inOtherExperiments: number;
  readonly rules: readonly RuleCount[];
  readonly relief: RuleRelief | null;
}

/**
 * Finds the eligible customers, rule by rule. What a rule says of all rows is kept: while one rule is edited the others are
 * not asked again, and while cuts are dragged none is.
 */
export function findEligible(view: Viewpoint, rules: readonly EligibilityRule[]): EligibleRows {
  const { columns, source, asOf, rules: stageRules, running } = view;
  const key = JSON.stringify([rules, source, asOf, stageRules, running]);
  return columns.latest('eligible', key, () => filterRows(view, rules));
}

function filterRows(view: Viewpoint, rules: readonly EligibilityRule[]): EligibleRows {
  const rows = new Uint8Array(view.columns.rowCount(view.source.table)).fill(1);
  const passing = rules.map((rule) => (isLost(view, rule) ? null : passingRows(view, rule)));
  let left = rows.length;
  const counts = rules.map(({ isOn }, place): RuleCount => {
    const passes = passing[place] ?? null;
    if (!passes) return { removed: 0, left, removesAlone: 0, isLost: true };
    const counted = isOn ? removeRows(rows, passes) : null;
    const removed = counted?.removed ?? 0;
    left -= removed;
    return { removed, left, removesAlone: counted?.alone ?? zeros(passes), isLost: false };
  });
  const active = passing.map((passes, place) => (rules[place]?.isOn ? passes : null));
  return {
    rows,
    eligible: left,
    inOtherExperiments: view.running.length > 0 ? common(rows, runningRows(view)) : 0,
    rules: counts,
    relief: left === 0 && rows.length > 0 ? findRelief(active, rows.length) : null,
  };
}

/** 1 for each row that fulfils a rule. */
function passingRows(view: Viewpoint, { exclude, any }: EligibilityRule): Uint8Array {
  const { columns, source, asOf, rules, running } = view;
  return columns.mask(JSON.stringify([exclude, any, source, asOf, rules, running]), () => {
    const rows = new Uint8Array(columns.rowCount(source.table));
    for (const condition of any) markRows(view, condition, rows);
    if (exclude) for (let row = 0; row < rows.length; row++) rows[row] = 1 - (rows[row] as number);
    return rows;
  });
}

/** Takes away the rows that do not pass; says how many went, and how many would have gone had all been there. */
function removeRows(rows: Uint8Array, passes: Uint8Array): { removed: number; alone: number } {
  let before = 0;
  let after = 0;
  let passed = 0;
  for (let row = 0; row < rows.length; row++) {
    const was = rows[row] as number;
    const pass = passes[row] as number;
    const is = was & pass;
    before += was;
    after += is;
    passed += pass;
    rows[row] = is;
  }
  return { removed: before - after, alone: rows.length - passed };
}

function zeros(rows: Uint8Array): number {
  let ones = 0;
  for (let row = 0; row < rows.length; row++) ones += rows[row] as number;
  return rows.length - ones;
}

function common(one: Uint8Array, other: Uint8Array): number {
  let both = 0;
  for (let row = 0; row < one.length; row++) both += (one[row] as number) & (other[row] as number);
  return both;
}

/** Rules are told apart by the bits of an exact number. */
const mostRules = 52;

/**
 * The fewest rules that stand in the way of some customer, and how many customers they alone keep out; among equally few
 * the ones that keep out most, then the later ones. `passing`: null for a rule that is off.
 */
function findRelief(passing: readonly (Uint8Array | null)[], customers: number): RuleRelief | null {
  const places = passing.flatMap((passes, place) => (passes ? [place] : []));
  if (places.length > mostRules) return null;
  const customersOf = new Map<number, number>();
  for (let row = 0; row < customers; row++) {
    let failed = 0;
    for (let bit = 0; bit < places.length; bit++) {
      if (passing[places[bit] as number]?.[row] === 0) failed += 2 ** bit;
    }
    customersOf.set(failed, (customersOf.get(failed) ?? 0) + 1);
  }
  const found = [...customersOf]
    .map(([failed, count]) => ({
      failed,
      rules: places.filter((_, bit) => Math.floor(failed / 2 ** bit) % 2 === 1),
      customers: count,
    }))
    .sort(
      (one, other) =>
        one.rules.length - other.rules.length ||
        other.customers - one.customers ||
        other.failed - one.failed,
    );
  const [best] = found;
  return best ? { rules: best.rules, customers: best.customers } : null;
}
