import type { Design } from '#core/design/design.ts';
import type { Enlargement } from '#core/design/questions/enlarge-plan.ts';
import type { JudgedQuestion } from '#core/design/questions/judge-plan.ts';
import { LatestAnswer } from '#workspace/latest-answer.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** A plan whose questions are judged. */
export interface PlannedSample {
  readonly design: Design;
  readonly population: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

interface Judgement {
  readonly judged: readonly JudgedQuestion[];
  readonly enlargement: Enlargement | null;
}

/** What the plan on the screen can say to its questions, judged once for everything that shows it. */
export class PlannedQuestions {
  #planned: () => PlannedSample | null;
  #answer = new LatestAnswer<PlannedSample, Judgement>((planned) =>
    workspace.ask('judge-plan', planned),
  );

  constructor(planned: () => PlannedSample | null) {
    this.#planned = planned;
  }

  /** Asks for the plan as it is now; called where the screen follows it. */
  ask(): void {
    const planned = this.#planned();
    if (planned) this.#answer.put(planned);
  }

  get failed(): boolean {
    return this.#answer.failed;
  }

  /** Whether the plan can be judged at all: it is counted and its sample fits. */
  get isPlanned(): boolean {
    return this.#planned() !== null;
  }

  /** The latest judgement, with the plan that it belongs to; null before the first and where there is no plan. */
  get shown(): (PlannedSample & Judgement) | null {
    const { latest } = this.#answer;
    return latest && this.isPlanned ? { ...latest.question, ...latest.answer } : null;
  }
}
