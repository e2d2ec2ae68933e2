import type { Design } from '#core/design/design.ts';
import type { Problem } from '#core/result.ts';
import { catalogue } from '#text/language.svelte.ts';
import { RunningDraw } from '#workspace/running-draw.svelte.ts';
import { drawSentence } from './draw-sentence.ts';

/** A draw of an experiment's list; its refusals keep their code, since some lead to a remedy of their own. */
export class ListDraw extends RunningDraw<{ readonly code: string; readonly sentence: string }> {
  protected failure() {
    return { code: 'failed', sentence: catalogue().assignment.draw.failed };
  }

  protected refuse(problem: Problem, design: Design): false {
    return this.stop({ code: problem.code, sentence: drawSentence(problem, design) });
  }
}
