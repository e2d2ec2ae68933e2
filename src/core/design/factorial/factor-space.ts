import { refuse, succeed, type Problem, type Result } from '#core/result.ts';

/** One thing that a factor can be: a coupon, a phone call, Monday. */
export interface Level {
  readonly id: string;
  readonly name: string;
}

/** What an experiment varies on purpose: the carrot, the channel, the message, the timing. */
export interface Factor {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly Level[];
}

/** A factor at a level, by their ids. */
export interface LevelChoice {
  readonly factor: string;
  readonly level: string;
}

/** Levels of different factors that never meet in one run: a gift by e-mail. */
export type ForbiddenCombination = readonly LevelChoice[];

/** What one group of customers gets: the place of a level for every factor, in the order of the factors. */
export type Run = readonly number[];

/** A factor at a level, by their places. */
export interface PlacedLevel {
  readonly factor: number;
  readonly level: number;
}

/** Factors and prohibitions by place: what the constructions of plans work on. */
export interface FactorSpace {
  /** The number of levels of every factor, 2 or more. */
  readonly levelCounts: readonly number[];
  readonly forbidden: readonly (readonly PlacedLevel[])[];
}

/**
 * Checks factors and forbidden combinations, and replaces ids by places.
 * `forbidden`: each a list of at least one factor at a level, all of them together being ruled out; a list of one rules
 * out the level.
 * Refuses `no-factor`, `too-few-levels` (a factor with fewer than two), `duplicate-factor` and `duplicate-level` (an id
 * used twice), `unknown-level` (a prohibition names a factor or level there is not) and `contradictory-prohibition` (it
 * names nothing, or one factor at two levels, and so forbids nothing).
 * Example: carrots with 3 levels and channels with 2 give the level counts [3, 2].
 */
export function readFactorSpace(
  factors: readonly Factor[],
  forbidden: readonly ForbiddenCombination[] = [],
): Result<FactorSpace> {
  const problem = factorsProblem(factors);
  if (problem) return refuse(problem);
  const placed: PlacedLevel[][] = [];
  for (const [combination, choices] of forbidden.entries()) {
    const places = choices.map(({ factor, level }) => {
      const place = factors.findIndex(({ id }) => id === factor);
      const levels = factors[place]?.levels ?? [];
      return { factor: place, level: levels.findIndex(({ id }) => id === level) };
    });
    const unknown = places.findIndex(({ factor, level }) => factor < 0 || level < 0);
    if (unknown >= 0) return refuse({ code: 'unknown-level', combination, ...choices[unknown] });
    const distinct = new Map(places.map(({ factor, level }) => [factor, level]));
    const contradicts = places.some(({ factor, level }) => distinct.get(factor) !== level);
    if (contradicts || places.length === 0) {
      return refuse({ code: 'contradictory-prohibition', combination });
    }
    placed.push([...distinct].map(([factor, level]) => ({ factor, level })));
  }
  return succeed({ levelCounts: factors.map(({ levels }) => levels.length), forbidden: placed });
}

/** Whether a run contains none of the forbidden combinations. */
export function isAllowed(run: Run, forbidden: FactorSpace['forbidden']): boolean {
  return !forbidden.some((choices) => choices.every(({ factor, level }) => run[factor] === level));
}

function factorsProblem(factors: readonly Factor[]): Problem | null {
  if (factors.length === 0) return { code: 'no-factor' };
  const names = new Set<string>();
  for (const { id, levels } of factors) {
    if (names.has(id)) return { code: 'duplicate-factor', factor: id };
    names.add(id);
    if (levels.length < 2) return { code: 'too-few-levels', factor: id, levels: levels.length };
    const twice = levels.find((level, place) => levels.findIndex((l) => l.id === level.id) < place);
    if (twice) return { code: 'duplicate-level', factor: id, level: twice.id };
  }
  return null;
}
