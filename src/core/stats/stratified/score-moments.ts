/** Whole counts: one row per arm, one column per outcome. */
export type CountTable = readonly (readonly number[])[];

/** How far scored counts lie from what the margins let expect, and their covariance, with the margins kept. */
export interface ScoreMoments {
  readonly distance: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

type Scores = readonly (readonly number[])[];

/**
 * The moments of every product of an arm score and an outcome score in one table, arm score by arm score.
 * `armScores`, `outcomeScores`: lists of scores, each with one number per row or column. The table has customers in two
 * arms and two outcomes.
 * The covariance is that of the multiple hypergeometric distribution (Landis, Heyman & Koch 1978, equation 2.3).
 */
export function scoreMoments(
  table: CountTable,
  armScores: Scores,
  outcomeScores: Scores,
): ScoreMoments {
  const armSizes = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const total = armSizes.reduce((sum, size) => sum + size, 0);
  const armShares = armSizes.map((size) => size / total);
  const outcomeShares = (table[0] ?? []).map(
    (_, place) => table.reduce((sum, row) => sum + (row[place] ?? 0), 0) / total,
  );
  // Centred first: the spread of scores that are far from 0 would be lost in their size.
  const arms = armScores.map((scores) => centre(scores, armShares));
  const outcomes = outcomeScores.map((scores) => centre(scores, outcomeShares));
  const armSpread = spread(arms, armShares);
  const outcomeSpread = spread(outcomes, outcomeShares);
  const pairs = arms.flatMap((_, arm) => outcomes.map((__, outcome) => ({ arm, outcome })));
  const factor = total / (1 - 1 / total);
  return {
    distance: pairs.map(({ arm, outcome }) => {
      const scored = table.map((row, place) => {
        const inRow = row.reduce(
          (sum, count, at) => sum + count * (outcomes[outcome]?.[at] ?? 0),
          0,
        );
        return inRow * (arms[arm]?.[place] ?? 0);
      });
      return scored.reduce((sum, value) => sum + value, 0);
    }),
    covariance: pairs.map((left) =>
      pairs.map(
        (right) =>
          factor *
          (armSpread[left.arm]?.[right.arm] ?? 0) *
          (outcomeSpread[left.outcome]?.[right.outcome] ?? 0),
      ),
    ),
  };
}

/** The moments of independent tables together; `width`: the number of products of scores. */
export function addMoments(tables: readonly ScoreMoments[], width: number): ScoreMoments {
  const places = Array.from({ length: width }, (_, place) => place);
  const add = (figure: (moments: ScoreMoments) => number | undefined): number =>
    tables.reduce((sum, moments) => sum + (figure(moments) ?? 0), 0);
  return {
    distance: places.map((place) => add(({ distance }) => distance[place])),
    covariance: places.map((row) =>
      places.map((column) => add(({ covariance }) => covariance[row]?.[column])),
    ),
  };
}

function centre(scores: readonly number[], shares: readonly number[]): number[] {
  const mean = scores.reduce((sum, score, place) => sum + score * (shares[place] ?? 0), 0);
  // Equal scores must give 0: what rounding leaves of them would look like a direction.
  const rounding = 1e-14 * scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  return scores.map((score) => (Math.abs(score - mean) <= rounding ? 0 : score - mean));
}

function spread(centred: Scores, shares: readonly number[]): number[][] {
  return centred.map((left) =>
    centred.map((right) =>
      shares.reduce((sum, share, at) => sum + share * (left[at] ?? 0) * (right[at] ?? 0), 0),
    ),
  );
}
