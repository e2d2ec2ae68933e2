import type { Result } from '#core/result.ts';
import type { Group, PlanFrame } from './plan-frame.ts';
import {
  questionPower,
  type QuestionOptions,
  type QuestionPower,
  type QuestionPowerProblem,
} from './question-power.ts';
import type { Question } from './question.ts';

/** A cell that the enlarged plan would want more from than it has. */
export interface CellShortfall {
  readonly cell: number;
  readonly wanted: number;
  readonly available: number;
}

/** What would make a question answerable. */
export type Remedy =
  /** Customers for groups that have none. */
  | { readonly kind: 'fill-groups'; readonly groups: readonly Group[] }
  /** So many times the plan's customers at the same proportions; `shortCells` are the cells that cannot give them. */
  | {
      readonly kind: 'enlarge';
      readonly factor: number;
      readonly needed: number;
      readonly shortCells: readonly CellShortfall[];
    }
  /** Everybody on the list, the arms split as planned: what that reaches. */
  | { readonly kind: 'whole-list'; readonly power: number | null; readonly detectable: number }
  /** An effect of at least this size. */
  | { readonly kind: 'larger-effect'; readonly detectable: number };

/** Whether a plan answers a question, and what would. */
export interface QuestionVerdict {
  readonly id: string;
  readonly power: Result<QuestionPower, QuestionPowerProblem>;
  /** `no-effect-expected`: nothing is expected, so that there is a detectable difference but no power. */
  readonly state: 'answered' | 'too-small' | 'no-effect-expected' | 'wrong-direction' | 'not-asked';
  /** In the order in which to try them; empty when the question is answered. */
  readonly remedies: readonly Remedy[];
}

/**
 * Whether a plan answers a question with the wanted power; if not, which way it would.
 * Arguments: see `questionPower`. A question whose contrasts the plan does not have is `not-asked`, with the problem; one
 * whose groups are empty names them. Enlarging keeps the plan's proportions.
 * Example: the deck's 9 cells × 4 arms, 5% against 10% in its smallest cell alone: `too-small`, 3.88 times as many are
 * needed and the cell has not got them (1,727 wanted of 445); with everybody in it the power stays at 0.2954.
 */
export function judgeQuestion(
  frame: PlanFrame,
  question: Question,
  options: QuestionOptions,
): QuestionVerdict {
  const power = questionPower(frame, question, options);
  const { id } = question;
  if (!power.ok) {
    const empty = power.problem.code === 'empty-groups' ? power.problem.groups : null;
    const remedies: Remedy[] = empty
      ? [{ kind: 'fill-groups', groups: empty as readonly Group[] }]
      : [];
    return { id, power, state: 'not-asked', remedies };
  }
  const { power: reached, wantedPower, sizeFactor, needed, detectable } = power.value;
  const larger: Remedy = { kind: 'larger-effect', detectable };
  if (reached === null) return { id, power, state: 'no-effect-expected', remedies: [larger] };
  if (reached >= wantedPower) return { id, power, state: 'answered', remedies: [] };
  if (sizeFactor === null || needed === null) {
    return { id, power, state: 'wrong-direction', remedies: [larger] };
  }
  const shortCells = shortfalls(frame, question, sizeFactor);
  const enlarge: Remedy = { kind: 'enlarge', factor: sizeFactor, needed, shortCells };
  if (shortCells.length === 0)
    return { id, power, state: 'too-small', remedies: [enlarge, larger] };
  const whole = questionPower(wholeList(frame), question, options);
  const everybody: Remedy[] = whole.ok
    ? [{ kind: 'whole-list', power: whole.value.power, detectable: whole.value.detectable }]
    : [];
  return { id, power, state: 'too-small', remedies: [...everybody, enlarge, larger] };
}

/** Cells that the plan, so many times as large, wants more from than they have. */
function shortfalls(frame: PlanFrame, { within }: Question, factor: number): CellShortfall[] {
  const asked = within === undefined ? null : new Set(within);
  return frame.population.flatMap((available, cell) => {
    if (asked && !asked.has(cell)) return [];
    const drawn = (frame.counts[cell] ?? []).reduce((sum, count) => sum + count, 0);
    const wanted = Math.ceil(drawn * factor);
    return wanted > available ? [{ cell, wanted, available }] : [];
  });
}

/** The same plan with every cell's customers drawn to the last one, its arms in the same proportions. */
function wholeList(frame: PlanFrame): PlanFrame {
  const counts = frame.counts.map((row, cell) => {
    const drawn = row.reduce((sum, count) => sum + count, 0);
    const factor = drawn > 0 ? (frame.population[cell] ?? 0) / drawn : 0;
    return row.map((count) => count * factor);
  });
  return { ...frame, counts };
}
