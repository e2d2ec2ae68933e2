import type { Design } from '#core/design/design.ts';
import type { Problem } from '#core/result.ts';
import { rolloutListWords } from '#text/rollout-list/rollout-list-words.ts';
import { RunningDraw } from '#workspace/running-draw.svelte.ts';
import { listSentence } from './list-sentence.ts';

/** A draw of a rollout list; its refusals are sentences. */
export class RolloutDraw extends RunningDraw<string> {
  protected failure(): string {
    return rolloutListWords().draw.failed;
  }

  protected refuse(problem: Problem, design: Design): false {
    return this.stop(listSentence(problem, design));
  }
}
