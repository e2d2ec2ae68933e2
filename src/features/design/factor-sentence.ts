import type { Design } from '#core/design/design.ts';
import type { FactorPlan } from '#core/design/factor-plan.ts';
import type { Effect } from '#core/design/factorial/effect.ts';
import type { ForbiddenCombination } from '#core/design/factorial/factor-space.ts';
import { mixings } from '#core/design/factorial/mixings.ts';
import type { PlanSuggestion } from '#core/design/factorial/plan-suggestion.ts';
import type { Problem } from '#core/result.ts';
import { factorWords } from '#text/factor-words.ts';
import { formatCount, formatShare } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { levelName } from './arm-naming.ts';

const count = (value: unknown) => formatCount(Number(value), language.code);
const percent = (share: number) => formatShare(share, language.code, 0);

/** A prohibition by the names of its levels. Example: 사은품 × DM. */
export function forbiddenWords(
  choices: ForbiddenCombination,
  { factors }: FactorPlan,
  design: Pick<Design, 'channels'>,
): string {
  const { lost } = factorWords().never;
  return choices
    .map(({ factor, level }) => {
      const levels = factors.find(({ id }) => id === factor)?.levels ?? [];
      const known = levels.find(({ id }) => id === level);
      return known ? levelName(known, design) : lost;
    })
    .join(' × ');
}

/** Effects in words: those of factors first, then interactions. */
export function effectWords(effects: readonly Effect[], names: readonly string[]): string {
  const t = factorWords().mixing;
  const name = (place: number | undefined) => names[place ?? -1] ?? '';
  const mains = effects.filter(({ length }) => length === 1).map(([place]) => name(place));
  const pairs = effects
    .filter(({ length }) => length === 2)
    .map(([first, second]) => t.product(name(first), name(second)));
  return [
    ...(mains.length > 0 ? [t.main(mains.join(', '))] : []),
    ...(pairs.length > 0 ? [t.pair(pairs.join(', '))] : []),
  ].join(', ');
}

/** A row of what a plan mixes. */
export interface MixingRow {
  readonly effect: string;
  readonly fully: string;
  readonly partly: string;
}

type Told = Pick<PlanSuggestion, 'confoundings' | 'worst' | 'runs'>;

/** Everything that a plan mixes, an effect a row, for a table. `names`: of the factors. */
export function mixingRows(
  { confoundings }: Told,
  levelCounts: readonly number[],
  names: readonly string[],
): readonly MixingRow[] {
  const t = factorWords().mixing;
  return mixings(confoundings, levelCounts).map(({ effect, fully, partly }) => ({
    effect: effectWords([effect], names),
    fully: effectWords(fully, names),
    partly: partly
      .map((each) => t.share(effectWords([each.effect], names), percent(each.correlation)))
      .join(', '),
  }));
}

/** So many sentences say what is fully mixed before a table has to. */
const mostSentences = 3;

/** What a plan mixes in a few sentences, what concerns factors first. */
export function mixingSentences(
  plan: Told,
  levelCounts: readonly number[],
  names: readonly string[],
): readonly string[] {
  const t = factorWords().mixing;
  const found = mixings(plan.confoundings, levelCounts);
  const full = found.filter(({ fully }) => fully.length > 0);
  const most = Math.max(
    0,
    ...found.flatMap(({ partly }) => partly.map((each) => each.correlation)),
  );
  const left = full.length - mostSentences;
  if (found.length === 0) return [t.none];
  return [
    ...full
      .slice(0, mostSentences)
      .map(({ effect, fully }) => t.full(effectWords([effect], names), effectWords(fully, names))),
    ...(left > 0 ? [t.more(count(left))] : []),
    ...(most > 0 ? [t.part(percent(most))] : []),
  ];
}

/** What a plan can tell of its factors, by its resolution. `factors`: how many; `isWhole`: it holds all that is allowed. */
export function tellsWords(plan: PlanSuggestion, factors: number): string {
  const t = factorWords().tells;
  const { resolution, kind, worst } = plan;
  if (kind === 'full-factorial') return resolution === null ? t.allowed : t.everything;
  if (resolution === null) return worst.mainWithMain > 0 ? t.uneven : t.even;
  const clear = resolution > factors || (worst.mainWithPair === 0 && worst.pairWithPair === 0);
  const words = resolution >= 5 || clear ? t.five : resolution === 4 ? t.four : t.three;
  return `${words} (${t.resolution(roman(resolution))})`;
}

function roman(resolution: number): string {
  return ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][resolution] ?? String(resolution);
}

/** Why plans cannot be made, with the names of what is at fault. */
export function planProblemWords(problem: Problem, design: Design): string {
  const t = factorWords().problem;
  const plan = design.factorPlan;
  const byId = plan?.factors.find(({ id }) => id === problem.factor);
  switch (problem.code) {
    case 'too-few-levels':
    case 'duplicate-level':
      return t[problem.code](byId?.name ?? '');
    case 'level-never-allowed': {
      const level = plan?.factors[Number(problem.factor)]?.levels[Number(problem.level)];
      return t[problem.code](level ? levelName(level, design) : '');
    }
    case 'too-many-combinations':
      return t[problem.code](count(problem.combinations), count(problem.most));
    case 'more-runs-than-limit':
      return t[problem.code](count(problem.runs), count(problem.maxRuns));
    case 'forbidden-levels-meet': {
      const choices = plan?.forbidden[Number(problem.combination)] ?? [];
      return t[problem.code](plan ? forbiddenWords(choices, plan, design) : '');
    }
    case 'no-array':
      return t[problem.code](count(problem.mostRuns));
    case 'too-few-runs': {
      const words = problem.model === 'main-and-pairs' ? t['too-few-runs-pairs'] : t[problem.code];
      return words(count(problem.coefficients), count(problem.runs));
    }
    case 'too-many-runs':
      return t[problem.code](count(problem.runs), count(problem.combinations));
    case 'too-many-arms':
      return t[problem.code](count(problem.arms), count(problem.most));
    default: {
      const plain = (t as Readonly<Record<string, unknown>>)[problem.code];
      return typeof plain === 'string' ? plain : t.other;
    }
  }
}
