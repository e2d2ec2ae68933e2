import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { allLevelNames, levelCount, type Arm } from '../../design/design.ts';
import { undecided } from '../../design/undecided.ts';
import { plannedGroups, type PlannedGroup } from '../../design/questions/contrast-spread.ts';
import type { QuestionedDesign } from '../../design/questions/judge-plan.ts';
import type { PlanArm, PlanFrame } from '../../design/questions/plan-frame.ts';
import type { CellWeighting } from '../../design/questions/question.ts';
import type { AnalysisPlan, ArmTotals, ExperimentTotals } from '../analysis.ts';
import { moneyPerCustomer } from '../arm-totals.ts';
import { stratumLevels, type StratumAttribute } from '../stratum-levels.ts';

/** As much of the analysis plan as the answers need. */
export type AnsweringPlan = Pick<
  AnalysisPlan,
  'control' | 'strata' | 'confidenceShare' | 'margin'
> & {
  readonly source: Pick<AnalysisPlan['source'], 'moneyColumn'>;
};

/** An experiment as the questions of its plan see it: cells × arms with what was observed in them. */
export interface AnsweringFrame {
  readonly frame: PlanFrame;
  /** Response shares with their variance, in the order of the contrasts' weights. */
  readonly groups: readonly PlannedGroup[];
  /** Money per customer likewise; null without a money column. */
  readonly money: readonly PlannedGroup[] | null;
  readonly weighting: CellWeighting;
  /** What divides the cells, levels in the order of the frame. */
  readonly attributes: readonly StratumAttribute[];
  /** The design that was planned with, or what stands for one where the experiment has none. */
  readonly design: QuestionedDesign;
  /** Arms of the plan without any customer in the data. */
  readonly missingArms: readonly string[];
}

/** More groups than this are no plan that anybody asks questions of. */
const mostGroups = 4000;

/**
 * The frame in which the plan's questions are answered. Read by the cells of a design, its own questions are asked and cells
 * weigh as much as they have eligible customers, as was planned; otherwise the standard questions, cells weighed by
 * the customers read.
 * Refuses `control-not-found`, `nobody-in-control` and `too-many-levels`.
 * Example: the bundled sample has 9 cells and 4 arms, weighed by the 13,712 eligible customers.
 */
export function answeringFrame(
  totals: ExperimentTotals,
  plan: AnsweringPlan,
): Result<AnsweringFrame, Problem> {
  const control = totals.arms.indexOf(plan.control);
  if (control < 0) return refuse({ code: 'control-not-found', control: plan.control });
  const sizes = totals.arms.map((_, arm) =>
    totals.strata.reduce((sum, stratum) => sum + (stratum.totals[arm]?.customers ?? 0), 0),
  );
  if (sizes[control] === 0) return refuse({ code: 'nobody-in-control' });
  const design = plan.strata.kind === 'cells' ? plan.strata.design : null;
  const attributes = design
    ? design.attributes.map((attribute) => ({
        name: attribute.name,
        levels: allLevelNames(attribute),
      }))
    : stratumLevels(totals, plan.strata).attributes;
  const levels = design
    ? design.attributes.map(levelCount)
    : attributes.map((attribute) => attribute.levels.length);
  const cells = levels.reduce((product, count) => product * count, 1);
  // Arms without customers would leave no cell that has all arms.
  const places = [...totals.arms.keys()].filter((arm) => (sizes[arm] ?? 0) > 0);
  if (cells * places.length > mostGroups) return refuse({ code: 'too-many-levels', cells });
  const byCell = new Map(
    totals.strata.map((stratum) => [
      design ? Number(stratum.key[0] ?? 0) : cellOf(stratum.key, attributes),
      stratum,
    ]),
  );
  const stratumOf = Array.from({ length: cells }, (_, cell) => byCell.get(cell) ?? null);
  const totalsOf = (cell: number, arm: number): ArmTotals => stratumOf[cell]?.totals[arm] ?? nobody;
  const read = stratumOf.map((_, cell) =>
    places.reduce((sum, arm) => sum + totalsOf(cell, arm).customers, 0),
  );
  const isCounted = design !== null && totals.strata.every(({ population }) => population !== null);
  const frame: PlanFrame = {
    levels,
    arms: places.map((arm) => planArm(totals.arms[arm] ?? '', plan.control, design?.arms ?? [])),
    population: isCounted ? stratumOf.map((stratum) => stratum?.population ?? 0) : read,
    counts: stratumOf.map((_, cell) => places.map((arm) => totalsOf(cell, arm).customers)),
    shares: stratumOf.map((_, cell) =>
      places.map((arm) => {
        const { customers, responders } = totalsOf(cell, arm);
        return customers > 0 ? responders / customers : 0;
      }),
    ),
  };
  const money = stratumOf.flatMap((_, cell) =>
    places.map((arm, place): PlannedGroup => {
      const { count, mean, standardDeviation } = moneyPerCustomer(totalsOf(cell, arm));
      return { cell, arm: place, mean, variance: standardDeviation ** 2, size: count };
    }),
  );
  return succeed({
    frame,
    groups: plannedGroups(frame),
    money: plan.source.moneyColumn === null ? null : money,
    weighting: isCounted ? 'population' : 'sample',
    attributes,
    design: design ?? noDesign(1 - plan.confidenceShare),
    missingArms: totals.arms.filter((_, arm) => sizes[arm] === 0),
  });
}

const nobody: ArmTotals = { customers: 0, responders: 0, moneySum: 0, moneySumOfSquares: 0 };

function cellOf(key: readonly string[], attributes: readonly StratumAttribute[]): number {
  return attributes.reduce(
    (cell, { levels }, place) => cell * levels.length + levels.indexOf(key[place] ?? ''),
    0,
  );
}

function planArm(id: string, control: string, arms: readonly Arm[]): PlanArm {
  if (id === control) return { id, role: 'holdout' };
  const run = arms.find((arm) => arm.id === id)?.run;
  const factors = run?.map(({ factor, level }) => [factor, level] as const);
  return factors
    ? { id, role: 'carrot', factors: Object.fromEntries(factors) }
    : { id, role: 'carrot' };
}

/** What stands for the plan of an experiment that has none: the standard questions, each with its own alpha. */
function noDesign(alpha: number): QuestionedDesign {
  return {
    attributes: [],
    arms: [],
    channels: [],
    // Only alpha is asked of it: what was expected plays no part in an answer.
    power: { baselineShare: 0.5, lift: 0, alpha },
    questionPlan: undecided.questionPlan,
  };
}
