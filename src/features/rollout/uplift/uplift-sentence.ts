import type { RankingReading, Uplift, UpliftReading } from '#core/rollout/uplift/find-uplift.ts';
import type { UpliftDefinition } from '#core/rollout/uplift/uplift-curve.ts';
import type { Problem } from '#core/result.ts';
import { upliftWords } from '#text/rollout-uplift-words.ts';

/** The reading of a ranking by one definition. */
export function readingOf(
  { readings }: RankingReading,
  definition: UpliftDefinition,
): UpliftReading {
  const found = readings.find((reading) => reading.definition === definition);
  if (!found) throw new Error('Every definition is read');
  return found;
}

/** Whether a ranking tells whom a carrot moves: by the whole interval. */
export function verdictOf({ interval }: UpliftReading): 'yes' | 'no' | 'wrong' {
  if (interval.low > 0) return 'yes';
  return interval.high < 0 ? 'wrong' : 'no';
}

/** What the rankings tell of a carrot. */
export function upliftSentence(
  { rankings }: Uplift,
  definition: UpliftDefinition,
  carrot: string,
): string {
  const t = upliftWords();
  const verdicts = rankings.map((ranking) => verdictOf(readingOf(ranking, definition)));
  const telling = rankings.filter((_, place) => verdicts[place] === 'yes');
  const [only] = telling;
  if (only && telling.length === rankings.length) return t.sentence.both(carrot);
  if (only) return t.sentence.tells(t.ranking[only.ranking], carrot);
  return verdicts.every((verdict) => verdict === 'wrong')
    ? t.sentence.wrong(carrot)
    : t.sentence.cannot(carrot);
}

/** Why there is no curve, in words. */
export function upliftProblem({ code }: Problem): string {
  const t = upliftWords().problem;
  const words: Readonly<Record<string, string>> = {
    'arm-without-customers': t.armWithoutCustomers,
    'no-variation': t.noVariation,
  };
  return words[code] ?? t.other;
}
