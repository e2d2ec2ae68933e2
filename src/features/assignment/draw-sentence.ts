import { cellName } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import type { Problem } from '#core/result.ts';
import { drawWords } from '#text/draw/draw-words.ts';
import { formatCount, formatDecimal } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';

/** Why nothing was drawn, as a sentence with its facts. */
export function drawSentence(problem: Problem, design: Design): string {
  const t = catalogue().assignment.problem;
  const count = (value: unknown) => formatCount(Number(value), language.code);
  if (problem.code === 'cell-too-small') {
    const cell = cellName(design.attributes, Number(problem.cell));
    return t.cellTooSmall(cell, count(problem.wanted), count(problem.available));
  }
  if (problem.code === 'duplicate-customers')
    return t.duplicateCustomers(count(problem.count), String(problem.example));
  const words = drawWords().rule;
  const number = (value: unknown) => formatDecimal(Number(value), language.code, 3);
  switch (problem.code) {
    case 'balance-not-met':
      return words.notMet(count(problem.tries), number(problem.limit), number(problem.nearest), String(problem.nearestSeed)); // prettier-ignore
    case 'balance-not-comparable':
      return words.notComparable;
    case 'invalid-balance-limit':
      return words.invalidLimit;
    case 'invalid-balance-tries':
      return words.invalidTries(count(problem.most));
    case 'cancelled':
      return words.cancelled;
  }
  return catalogue().assignment.draw.failed;
}

/** Why no further wave was drawn: the same, in the words of who is left. */
export function topUpSentence(problem: Problem, design: Design): string {
  const t = drawWords().topUp;
  const count = (value: unknown) => formatCount(Number(value), language.code);
  switch (problem.code) {
    case 'cell-too-small':
      return t.cellTooSmall(
        cellName(design.attributes, Number(problem.cell)),
        count(problem.wanted),
        count(problem.available),
      );
    case 'total-exceeds-left':
      return t.tooFewLeft(count(problem.wanted), count(problem.available));
    case 'sample-not-whole':
    case 'zero-sample':
      return t.notWhole;
  }
  return drawSentence(problem, design);
}
