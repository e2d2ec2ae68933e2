import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import { plannedQuestions } from '../questions/judge-plan.ts';
import { questionPower } from '../questions/question-power.ts';
import type { Question } from '../questions/question.ts';
import {
  characteristicsPlanOf,
  dialPlanOf,
  type CountedDesign,
  type OutlookProblem,
} from './outlook-plan.ts';
import {
  enumeratePlan,
  startPlanSimulation,
  type PlanCharacteristics,
  type PlanSimulation,
} from './plan-characteristics.ts';
import { profitDial, type ProfitDial } from './profit-dial.ts';

/** Seed and repetitions: the same give the same figures. */
export interface Simulation {
  readonly seed: string;
  readonly repetitions: number;
}

/** The dial of a design, for one of its questions. */
export interface DialOutlook {
  readonly dial: ProfitDial;
  /** The id of the question whose power is asked for, and those that could be. */
  readonly asked: string;
  readonly questions: readonly Question[];
}

/**
 * The profit dial of a design. `question`: the id of one of its questions whose power is asked for; the first with an effect
 * expected where null, or where there is none of that id.
 * Refuses what `dialPlanOf` and `profitDial` refuse, and `no-questions` when no question has anything to find.
 */
export function turnDial(
  counted: CountedDesign,
  question: string | null,
  simulation: Simulation,
): Result<DialOutlook, OutlookProblem | Problem> {
  const plan = dialPlanOf(counted);
  if (!plan.ok) return plan;
  const { frame } = plan.value;
  const power = counted.design.questionPlan.power;
  const findable = plannedQuestions(counted.design, frame).filter(({ question, alpha }) => {
    const found = questionPower(frame, question, { alpha, power });
    return found.ok && found.value.sizeFactor !== null;
  });
  const asked = findable.find(({ question: { id } }) => id === question) ?? findable[0];
  if (!asked) return refuse({ code: 'no-questions' });
  const options = { alpha: asked.alpha, power };
  const dial = profitDial(plan.value, { question: asked.question, options }, simulation);
  if (!dial.ok) return dial;
  return succeed({
    dial: dial.value,
    asked: asked.question.id,
    questions: findable.map((each) => each.question),
  });
}

/** The questions that were asked of a design, and those that it has no customers for. */
export interface ReplayedQuestions {
  readonly questions: readonly Question[];
  readonly leftOut: readonly Question[];
}

/** How a design fares in the long run. */
export interface DesignCharacteristics extends ReplayedQuestions {
  readonly characteristics: PlanCharacteristics;
}

/** The long run of a design: known at once where every outcome could be counted, else to be run piece by piece. */
export type DesignReplay =
  | (DesignCharacteristics & { readonly kind: 'counted' })
  | (ReplayedQuestions & { readonly kind: 'simulation'; readonly simulation: PlanSimulation });

/**
 * Begins to play a design through: every outcome is counted where they are few, else simulated from the seed.
 * Refuses what `characteristicsPlanOf` and `startPlanSimulation` refuse, and `no-questions`.
 */
export function startReplay(counted: CountedDesign, seed: string): Result<DesignReplay> {
  const made = characteristicsPlanOf(counted);
  if (!made.ok) return made;
  const { plan, leftOut } = made.value;
  if (plan.questions.length === 0) return refuse({ code: 'no-questions' });
  const lists = {
    questions: plan.questions.map(({ question }) => question),
    leftOut: leftOut.map(({ question }) => question),
  };
  const exact = enumeratePlan(plan);
  if (exact.ok) return succeed({ kind: 'counted', ...lists, characteristics: exact.value });
  if (exact.problem.code !== 'too-large-to-enumerate') return exact;
  const started = startPlanSimulation(plan, seed);
  if (!started.ok) return started;
  return succeed({ kind: 'simulation', ...lists, simulation: started.value });
}
