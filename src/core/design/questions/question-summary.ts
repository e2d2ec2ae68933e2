import type { JudgedQuestion } from './judge-plan.ts';

/** What a plan's questions come to together. */
export interface QuestionSummary {
  readonly asked: number;
  /** Questions by what the plan can say to them. */
  readonly states: Readonly<Record<JudgedQuestion['verdict']['state'], number>>;
  /** The question with the least power; null where none has a power. */
  readonly worst: { readonly judged: JudgedQuestion; readonly power: number } | null;
}

/**
 * How many of a plan's questions are answered, and which is answered worst. Questions that expect no difference have no power
 * and are none of the worst.
 * Example: the deck's seven: one answered, one too small (the smallest cell alone, 0.3447, the worst), five with no power.
 */
export function summariseQuestions(judged: readonly JudgedQuestion[]): QuestionSummary {
  const states = {
    answered: 0,
    'too-small': 0,
    'no-effect-expected': 0,
    'wrong-direction': 0,
    'not-asked': 0,
  };
  let worst: QuestionSummary['worst'] = null;
  for (const each of judged) {
    states[each.verdict.state] += 1;
    const power = each.verdict.power.ok ? each.verdict.power.value.power : null;
    if (power !== null && (worst === null || power < worst.power)) worst = { judged: each, power };
  }
  return { asked: judged.length, states, worst };
}
