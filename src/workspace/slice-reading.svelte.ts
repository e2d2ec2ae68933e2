import { levelRange } from '#core/design/edit-cuts.ts';
import type { LevelRange } from '#core/design/edit-cuts.ts';
import type { Attribute, Design } from '#core/design/design.ts';
import type { AnalysisPlan } from '#core/results/analysis.ts';
import { sliceAttribute, sliceStrata, type SliceColumn } from '#core/results/slice-columns.ts';
import { readSlices, type SliceReading } from '#core/results/slices.ts';
import { stratumLevels } from '#core/results/stratum-levels.ts';
import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { LatestAnswer } from './latest-answer.svelte.ts';
import { workspace } from './workspace.svelte.ts';

/** What is looked at by which column. */
export interface SliceQuestion {
  readonly experiment: number;
  readonly plan: AnalysisPlan;
  readonly design: Design | null;
  readonly column: SliceColumn;
  /** How a range of numbers is called in the reader's language. */
  readonly rangeName: (range: LevelRange) => string;
}

export interface Slices {
  readonly reading: SliceReading;
  /** Customers were compared within the strata of the plan too. */
  readonly isWithinStrata: boolean;
}

/** More slices than this are no longer read, and every one of them is small. */
const mostSlices = 12;
const groupsOfNumbers = 4;

/** Reads an experiment by a column that was chosen after it; the last answer stays until the next is there. */
export class SlicesReading {
  #answers = new LatestAnswer(readBy);
  #question: () => SliceQuestion | null;

  /** `question`: what to look at; null for nothing. To be made while a component starts. */
  constructor(question: () => SliceQuestion | null) {
    this.#question = question;
    $effect(() => {
      const asked = question();
      if (asked) this.#answers.put(asked);
    });
  }

  /** The answer to the present question; null while it is under way. */
  get result(): Result<Slices> | null {
    const { latest } = this.#answers;
    const asked = this.#question();
    return latest && asked && latest.question === asked ? latest.answer : null;
  }

  get failed(): boolean {
    return this.#answers.failed;
  }
}

/**
 * Refuses `too-many-slices` and `one-slice` with how many values there are, what dividing numbers refuses, and what the
 * totals of an experiment refuse.
 */
async function readBy(question: SliceQuestion): Promise<Result<Slices>> {
  const { plan, design, column } = question;
  const levels = await levelsOf(question);
  if (!levels.ok) return levels;
  const { names, attribute } = levels.value;
  if (names.length > mostSlices) {
    return refuse({ code: 'too-many-slices', values: names.length, most: mostSlices });
  }
  if (names.length < 2) return refuse({ code: 'one-slice', values: names.length });
  const { document, source } = workspace;
  if (!document) return refuse({ code: 'no-rows' });
  const { strata, isWithinStrata } = sliceStrata(column, plan, design, attribute);
  const totals = await workspace.ask('total-experiment', {
    plan: { ...plan, strata },
    source,
    rules: document.stageRules,
    // Who is eligible does not matter here: only customers of the experiment are counted.
    running: [],
    armNames: (design?.arms ?? []).map(({ id }) => id),
  });
  if (!totals.ok) return totals;
  const { attributes, levelsOfStratum } = stratumLevels(totals.value, strata);
  const place = strata.kind === 'cells' ? attributes.length - 1 : 0;
  const sliceOf = levelsOfStratum.map((own) => own[place] ?? '');
  return succeed({ reading: readSlices(totals.value, sliceOf, names, plan), isWithinStrata });
}

/** The slices of a column, and how it is cut where the customer list is looked into for it. */
async function levelsOf({
  column: { table, column, kind },
  design,
  rangeName,
}: SliceQuestion): Promise<
  Result<{ readonly names: readonly string[]; readonly attribute: Attribute | null }>
> {
  if (kind === 'category') {
    const values = await workspace.ask('list-values', { table, column });
    const names = values.map(({ value }) => value);
    const groups = names.map((name) => [name]);
    const attribute = sliceAttribute(column, { kind: 'category', groups }, names);
    return succeed({ names, attribute });
  }
  const { document, source } = workspace;
  if (!document || !source || !design) return refuse<Problem>({ code: 'no-rows' });
  const divided = await workspace.ask('divide-equally', {
    source,
    design,
    rules: document.stageRules,
    running: [],
    attribute: sliceAttribute(column, { kind: 'number', cuts: [] }, ['']),
    groups: groupsOfNumbers,
  });
  if (!divided.ok) return divided;
  const { cuts } = divided.value;
  const names = [...cuts, null].map((_, level) => rangeName(levelRange(cuts, level)));
  return succeed({ names, attribute: sliceAttribute(column, { kind: 'number', cuts }, names) });
}
