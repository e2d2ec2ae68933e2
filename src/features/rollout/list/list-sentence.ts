import { cellName } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import type { Problem } from '#core/result.ts';
import { formatCount } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { rolloutListWords } from '#text/rollout-list/rollout-list-words.ts';

/** Why a rollout list cannot be planned or drawn, as a sentence with its facts. */
export function listSentence(problem: Problem, design: Design): string {
  const words = rolloutListWords();
  const t = words.problem;
  const count = (value: unknown) => formatCount(Number(value), language.code);
  switch (problem.code) {
    case 'duplicate-customers':
      return t.duplicates(count(problem.count), String(problem.example));
    case 'cell-too-small': {
      const cell = cellName(design.attributes, Number(problem.cell));
      return t.cellTooSmall(cell, count(problem.wanted), count(problem.available));
    }
    case 'column-missing':
      return t.columnMissing(String(problem.column));
    case 'cancelled':
      return t.cancelled;
    case 'holdout-share-out-of-range':
      return t.holdoutShare;
    case 'invalid-waves':
      return t.waves(count(problem.most));
    case 'invalid-wave-limit':
      return t.limit;
    case 'too-many-waves':
      return t.tooManyWaves(count(problem.waves), count(problem.most));
    case 'unknown-carrot':
      return words.unknownCarrot(
        design.arms.find(({ id }) => id === problem.arm)?.name ?? String(problem.arm),
      );
    case 'nobody-to-contact':
      return t.nobody;
  }
  return t.other;
}
