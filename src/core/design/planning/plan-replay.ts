import { refuse, succeed, type Problem } from '#core/result.ts';
import { plannedGroups, type PlannedGroup } from '../questions/contrast-spread.ts';
import { frameProblem, type PlanFrame } from '../questions/plan-frame.ts';
import { OutcomeTally, type RolloutWorth } from './outcome-tally.ts';
import { questionTests, type TestingPlan } from './question-test.ts';

/** What is earned when a carrot goes to the whole list. */
export interface RolloutValue {
  /** Money per response more than without the carrot. */
  readonly profitPerResponse: number;
  /** Money per customer of the list for each arm (contact, and reward at its expected redemption). */
  readonly costPerCustomer: readonly number[];
}

/** A plan whose long run is asked for. Counts must be whole. */
export interface CharacteristicsPlan extends TestingPlan {
  /** With a question for any carrot: the decision rule "roll out the significant carrot that earns most". */
  readonly rollout?: RolloutValue;
}

/** The groups with what was seen in place of what is expected. */
export function observed(
  groups: readonly PlannedGroup[],
  eventsOf: (place: number) => number,
): PlannedGroup[] {
  return groups.map((group, place) => {
    const mean = group.size > 0 ? eventsOf(place) / group.size : 0;
    return { ...group, mean, variance: mean * (1 - mean) };
  });
}

/** Everything that a plan is played through with. */
export function preparePlan(plan: CharacteristicsPlan) {
  const { frame } = plan;
  const problem = frameProblem(frame) ?? wholeProblem(frame);
  if (problem) return refuse(problem);
  const holdout = frame.arms.findIndex(({ role }) => role === 'holdout');
  if (holdout < 0) return refuse({ code: 'no-holdout' });
  const tests = questionTests(plan);
  if (!tests.ok) return tests;
  const groups = plannedGroups(frame);
  const nullGroups = groups.map((group) => {
    const mean = frame.shares[group.cell]?.[holdout] ?? 0;
    return { ...group, mean, variance: mean * (1 - mean) };
  });
  const isNull = tests.value.map((test) =>
    test.effectsAt(nullGroups).every((effect) => Math.abs(effect) < 1e-12),
  );
  const tally = new OutcomeTally(tests.value, worthOf(plan), isNull);
  return succeed({ groups, nullGroups, tests: tests.value, tally });
}

/** What each carrot of the any-carrot question earns over the list; its truth is weighed by the customers, however it is tested. */
function worthOf({ frame, questions, rollout }: CharacteristicsPlan): RolloutWorth | null {
  const any = questions.find(({ question }) => question.kind === 'any-carrot')?.question;
  const holdout = frame.arms.findIndex(({ role }) => role === 'holdout');
  if (!rollout || !any) return null;
  const within = any.within === undefined ? null : new Set(any.within);
  const list = frame.population.map((customers, cell) =>
    within === null || within.has(cell) ? customers : 0,
  );
  const customers = list.reduce((sum, count) => sum + count, 0);
  const carrots = [...frame.arms.keys()].filter((arm) => frame.arms[arm]?.role === 'carrot');
  const at = (carrot: number, effect: number): number =>
    customers *
    (rollout.profitPerResponse * effect - (rollout.costPerCustomer[carrots[carrot] ?? 0] ?? 0));
  const truth = carrots.map((arm, carrot) => {
    const more = list.reduce((sum, count, cell) => {
      const row = frame.shares[cell] ?? [];
      return sum + count * ((row[arm] ?? 0) - (row[holdout] ?? 0));
    }, 0);
    return at(carrot, more / customers);
  });
  return { at, truth };
}

function wholeProblem({ counts }: PlanFrame): Problem | null {
  const wrong = counts.flat().find((count) => !Number.isSafeInteger(count));
  return wrong === undefined ? null : { code: 'count-not-whole', count: wrong };
}
