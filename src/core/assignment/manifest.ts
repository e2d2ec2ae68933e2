import { cellName } from '../design/cell-name.ts';
import type { Design } from '../design/design.ts';
import type { PlanFreeze } from '../design/plan-freeze.ts';
import { plannedQuestions, questionedFrame } from '../design/questions/judge-plan.ts';
import type { FamilyRule } from '../design/questions/question-families.ts';
import type { Question } from '../design/questions/question.ts';
import { allCounts, type Assignment, type TopUp } from './assignment.ts';
import { balanceSearchAlgorithm, type BalanceSearch } from './balance-rule.ts';

/** What the draw was made from, beside the design and the assignment themselves. */
export interface ManifestInputs {
  readonly appVersion: string;
  readonly experimentName: string;
  readonly design: Design;
  readonly assignment: Assignment;
  /** The plan as it was frozen with this draw; null for a list of an earlier version of this program. */
  readonly freeze: PlanFreeze | null;
  /** The customer table, as the user sees it, its id column and its number of rows. */
  readonly data: { readonly table: string; readonly idColumn: string; readonly rows: number };
  /**
   * The other experiments, with what is drawn of them. Those that were running at a wave are named in it: a rule of the
   * design may have left out who was on their lists.
   */
  readonly others: readonly {
    readonly id: number;
    readonly name: string;
    readonly assignment: Pick<Assignment, 'listFingerprint' | 'topUps'> | null;
  }[];
}

/** The list of another experiment, by the fingerprints of its draw and of the waves that it had by then. */
export interface RunningList {
  readonly experiment: string;
  readonly listFingerprint: string;
  readonly topUps: readonly string[];
}

/** The questions of a plan as they were declared before anything was drawn. */
export interface DeclaredQuestions {
  /** How they share `alpha`. */
  readonly multiplicity: FamilyRule;
  readonly alpha: number;
  readonly wantedPower: number;
  /** In their order, each with the cells it is about and the false-alarm chance it is left. */
  readonly asked: readonly (Question & { readonly alpha: number })[];
}

/** Everything that is needed to make the same list again, with this program or without. Plain JSON. */
export interface Manifest {
  readonly app: string;
  readonly appVersion: string;
  readonly experiment: string;
  readonly algorithm: { readonly name: string; readonly recipe: string; readonly cells: string };
  readonly seed: string;
  /** How the seed was chosen, where the control factors had to come out even; null where it was taken as it came. */
  readonly balance: (BalanceSearch & { readonly name: string; readonly recipe: string }) | null;
  /** Fingerprint of the plan and of each of its parts, with the procedures it relies on. */
  readonly plan: PlanFreeze | null;
  readonly asOf: string;
  readonly drawnAt: string;
  readonly data: ManifestInputs['data'];
  readonly runningExperiments: readonly RunningList[];
  readonly design: Design;
  /** What the experiment was made to answer. */
  readonly questions: DeclaredQuestions;
  /** Arm names in the order of the columns of `counts`. */
  readonly arms: readonly string[];
  /** Eligible customers per cell; cells in row-major order over the attributes, levels in banding order. */
  readonly population: readonly number[];
  /** Names of the cells, in that order. */
  readonly cells: readonly string[];
  /** Customers drawn, [cell][arm]. */
  readonly counts: readonly (readonly number[])[];
  readonly customersDrawn: number;
  readonly listFingerprint: string;
  /** Later waves, in turn, with what it takes to draw each. */
  readonly topUps: { readonly recipe: string; readonly waves: readonly DrawnWave[] };
}

type DrawnWave = Omit<TopUp, 'runningExperiments'> & {
  readonly runningExperiments: readonly RunningList[];
};

const drawRecipe =
  'Within each cell, sort the eligible customers by the hexadecimal MD5 of "seed:customer id" (UTF-8, ties by ' +
  'customer id) and give the first counts[cell][0] to the first arm, the next counts[cell][1] to the second, and so ' +
  'on; listFingerprint is the MD5 of the lines "customer,cell,arm" (cell and arm counted from 0), sorted by character ' +
  'code and joined by line feeds.';

const topUpRecipe =
  'Each wave is drawn as the first one, with the same seed, the same order and its own counts, from the customers who were eligible ' +
  'when it was drawn and are in no earlier wave; population counts those. Its listFingerprint is that of its own lines. ' +
  'customersDrawn counts all waves.';

const cellRecipe =
  'Eligible is who fulfils every rule of the eligibility of the design and has a level in every attribute. The level of a number is how ' +
  'many cuts it has reached; the level of a date is that of its completed months until asOf (the difference of the ' +
  'calendar months, less one before the day of the month), dates after asOf have none; the level of a category is the ' +
  'place of the first group that names it. The cell is the levels read as the digits of a number, the first attribute ' +
  'first: cell = (level1 * levels2 + level2) * levels3 + level3.';

const balanceRecipe =
  'The seeds "firstSeed", "firstSeed#2", "firstSeed#3" and so on are drawn in turn until, over all cells, no arm differs ' +
  'from the first arm in any control factor by more than the limit: numbers and dates (in days) by the difference of ' +
  'the means over the root of the mean variance, levels of a category and missing values by p1 - p0 over the root of ' +
  '(p1 (1 - p1) + p0 (1 - p0)) / 2. The first such seed is the seed of the draw.';

/**
 * The paper that goes with a drawn list: seed, plan, counts and fingerprint, so that anybody can replay the draw.
 * Example: written to a file with `JSON.stringify(manifest(inputs), null, 2)`.
 */
export function manifest(inputs: ManifestInputs): Manifest {
  const { appVersion, experimentName, design, assignment, freeze, data, others } = inputs;
  return {
    app: 'Carrotlab',
    appVersion,
    experiment: experimentName,
    algorithm: { name: assignment.algorithm, recipe: drawRecipe, cells: cellRecipe },
    seed: assignment.seed,
    balance: assignment.balance && {
      name: balanceSearchAlgorithm,
      recipe: balanceRecipe,
      ...assignment.balance,
    },
    plan: freeze,
    asOf: design.asOf,
    drawnAt: assignment.drawnAt,
    data,
    runningExperiments: runningLists(assignment, others),
    design,
    questions: declaredQuestions(design, assignment),
    arms: design.arms.map(({ name }) => name),
    population: assignment.population,
    cells: assignment.population.map((_, cell) => cellName(design.attributes, cell)),
    counts: assignment.counts,
    customersDrawn: allCounts(assignment)
      .flat()
      .reduce((sum, customers) => sum + customers, 0),
    listFingerprint: assignment.listFingerprint,
    topUps: {
      recipe: topUpRecipe,
      waves: assignment.topUps.map((wave) => ({
        ...wave,
        runningExperiments: runningLists(wave, others),
      })),
    },
  };
}

/** The lists of the experiments that were running at a wave, as they were then. */
function runningLists(
  { runningExperiments, drawnAt }: Pick<TopUp, 'runningExperiments' | 'drawnAt'>,
  others: ManifestInputs['others'],
): readonly RunningList[] {
  return others.flatMap(({ id, name, assignment }) => {
    if (!assignment || !runningExperiments.includes(id)) return [];
    const { listFingerprint, topUps } = assignment;
    // ISO times in UTC: their order is that of their letters.
    const before = topUps.filter((wave) => wave.drawnAt < drawnAt);
    const fingerprints = before.map((wave) => wave.listFingerprint);
    return [{ experiment: name, listFingerprint, topUps: fingerprints }];
  });
}

/** Arms and attributes by their ids and places in the design; the standard questions are written out as well. */
function declaredQuestions(design: Design, { population, counts }: Assignment): DeclaredQuestions {
  const { multiplicity, power: wantedPower } = design.questionPlan;
  const frame = questionedFrame(design, population, counts);
  const planned = frame ? plannedQuestions(design, frame) : [];
  const asked = planned.map(({ question, alpha }) => ({ ...question, alpha }));
  return { multiplicity, alpha: design.power.alpha, wantedPower, asked };
}
