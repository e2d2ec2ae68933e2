import { iceScores, type IceScore } from '#core/ideas/ice.ts';
import { scoreOf, type WrittenIdea } from './ice-address.ts';
import type { ParameterProblem } from './parameter.ts';

/** An idea of the address with its scores by both rules, or the problem of each score. */
export interface IceRow {
  readonly place: number;
  readonly name: string;
  readonly problems: readonly (ParameterProblem | null)[];
  /** Null where a score cannot be read. */
  readonly score: IceScore | null;
}

/** Scores and ranks of the ideas whose scores can be read; the others are left out of the ranking. */
export function iceRows(items: readonly WrittenIdea[]): readonly IceRow[] {
  const read = items.map(({ name, scores }, id) => ({ id, name, scores: scores.map(scoreOf) }));
  const ideas = read.flatMap(({ id, name, scores }) => {
    const [impact, confidence, ease] = scores.flatMap((score) =>
      score.problem === null ? [score.value] : [],
    );
    return impact === undefined || confidence === undefined || ease === undefined
      ? []
      : [{ id, name, target: '', impact, confidence, ease }];
  });
  const scored = iceScores(ideas);
  const byId = new Map(scored.ok ? scored.value.map((score) => [score.id, score]) : []);
  return read.map(({ id, name, scores }) => ({
    place: id,
    name,
    problems: scores.map(({ problem }) => problem),
    score: byId.get(id) ?? null,
  }));
}
