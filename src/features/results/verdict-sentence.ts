import { carrotsToGive, levelsWithoutCarrot } from '#core/results/answer-by-level.ts';
import type { Finding } from '#core/results/finding.ts';
import type { DifferingAttribute } from '#core/results/differing-attribute.ts';
import type { Verdict } from '#core/results/verdict.ts';
import { formatCount, formatMoney, formatPoints, formatPValue } from '#text/format.ts';
import { catalogue, type LanguageCode } from '#text/language.svelte.ts';
import type { ArmIdentities, ArmIdentity } from './arm-identity.ts';

/** A stretch of a sentence; the name of an arm knows its place, which is its colour. */
export interface SentencePart {
  readonly text: string;
  readonly arm: number | null;
}

export interface VerdictSentence {
  /** The decision with direction and size. */
  readonly headline: readonly SentencePart[];
  /** Doubt, money and next step. */
  readonly detail: readonly SentencePart[];
}

export interface VerdictContext {
  readonly control: string;
  readonly confidenceShare: number;
  /** The same, written. */
  readonly confidence: string;
  readonly identities: ArmIdentities;
  readonly language: LanguageCode;
  readonly currency: string;
}

/** The verdict in words, in the current language. */
export function verdictSentence(verdict: Verdict, context: VerdictContext): VerdictSentence {
  const { headline, detail } = sentences(verdict, context);
  const lede = [...comparedHow(verdict, new Words(context)), ...detail];
  return { headline: parts(headline), detail: parts(lede.filter(Boolean).join(' ')) };
}

/** The same parts as one plain text. */
export function plainText(sentence: readonly SentencePart[]): string {
  return sentence.map(({ text }) => text).join('');
}

/** Whether customers were compared within their cells, and where that changes the answer. */
function comparedHow(verdict: Verdict, words: Words): readonly string[] {
  if (!('withinStrata' in verdict) || verdict.withinStrata.length === 0) return [];
  const t = catalogue().results.verdict;
  return [
    verdict.allTogether.length > 0
      ? t.withinCellsBut(t.armList(verdict.allTogether.map((arm) => words.arm(arm))))
      : t.withinCells,
    ...verdict.pooledDisagrees.map(({ arm, share, controlShare }) =>
      t.pooledDisagrees(words.arm(arm), words.points(share - controlShare)),
    ),
  ];
}

interface Sentences {
  readonly headline: string;
  readonly detail: readonly string[];
}

function sentences(verdict: Verdict, context: VerdictContext): Sentences {
  const t = catalogue().results.verdict;
  const words = new Words(context);
  const next = t.nextStep[verdict.nextStep];
  switch (verdict.code) {
    case 'control-only':
      return { headline: t.controlOnly, detail: [next] };
    case 'broken-split': {
      const pValue = verdict.pValue === null ? null : words.pValue(verdict.pValue);
      return { headline: t.brokenSplit, detail: [t.brokenSplitDetail(pValue), next] };
    }
    case 'no-outcome': {
      const responders = formatCount(verdict.responders, context.language);
      const { headline, detail } = t.noOutcome[verdict.reason];
      return { headline: headline(words.control), detail: [detail(responders), next] };
    }
    case 'winner': {
      const { best, differing, harmful } = verdict;
      const size = words.points(best.difference);
      const choices = words.choices(differing);
      const headline = choices
        ? t.winnerByLevel(words.arm(best.arm), words.control, size, choices)
        : t.winner(words.arm(best.arm), words.control, size);
      const doubt = [
        words.withoutCarrot(differing),
        words.money(best),
        words.interval(best),
        words.alsoHarmful(harmful),
      ];
      return { headline, detail: [...doubt, next] };
    }
    case 'better-than-control-no-single-winner':
      return { headline: noWinnerHeadline(verdict, words), detail: noWinnerDetail(verdict, words) };
    case 'harmful': {
      const { harmful, undecided } = verdict;
      const arms = t.armList(harmful.map(({ arm }) => words.arm(arm)));
      const sizes = t.armList(harmful.map(({ difference }) => words.points(difference)));
      const rest = undecided.map(({ arm }) => words.arm(arm));
      const open = rest.length ? t.undecided(t.armList(rest)) : '';
      return { headline: t.harmful(arms, words.control, sizes), detail: [open, next] };
    }
    case 'cannot-tell': {
      const { best, enlargement } = verdict;
      const size = words.points(best.difference);
      const headline = t.cannotTell(words.arm(best.arm), words.control, size);
      const { moreCustomersPerArm: more, smallestDetectable: smallest } = enlargement;
      return {
        headline,
        detail: [
          words.interval(best),
          smallest.ok ? t.smallestDetectable(words.points(smallest.value)) : '',
          more.ok ? t.moreToSettle(words.count(more.value)) : '',
          next,
        ],
      };
    }
  }
}

type NoWinner = Extract<Verdict, { code: 'better-than-control-no-single-winner' }>;

function noWinnerHeadline({ better, differing }: NoWinner, words: Words): string {
  const t = catalogue().results.verdict;
  const choices = words.choices(differing);
  const sizes = better.map(({ difference }) => difference);
  if (choices) {
    const offered = differing.flatMap(({ bestByLevel }) => bestByLevel.flatMap(carrotsToGive));
    const chosen = better.filter(({ arm }) => offered.includes(arm));
    const size = words.range((chosen.length ? chosen : better).map(({ difference }) => difference));
    return t.noWinnerByLevel(choices, words.control, size);
  }
  const first = better[0];
  if (first && better.length === 1)
    return t.chooseByCostOne(words.arm(first.arm), words.control, words.points(first.difference));
  return t.chooseByCost(
    t.armList(better.map(({ arm }) => words.arm(arm))),
    words.control,
    t.armList(sizes.map((size) => words.points(size))),
  );
}

function noWinnerDetail(verdict: NoWinner, words: Words): readonly string[] {
  const t = catalogue().results.verdict;
  const { better, contenders, lead, harmful, differing, enlargement, nextStep } = verdict;
  const best = better[0];
  const more = enlargement.moreCustomersPerArm;
  const pair = contenders.slice(0, 2).map((arm) => words.arm(arm));
  return [
    words.withoutCarrot(differing),
    best ? words.money(best) : '',
    best ? words.bestInterval(best) : '',
    lead
      ? t.lead(
          t.armList(pair),
          words.points(lead.difference),
          words.points(lead.interval.low),
          words.points(lead.interval.high),
        )
      : '',
    more.ok ? t.moreToSettle(words.count(more.value)) : '',
    more.ok && nextStep === 'roll-out-by-level' ? t.moreNotNeeded : '',
    words.alsoHarmful(harmful),
    t.nextStep[nextStep],
  ];
}

/** Formats numbers and arms for one verdict. Arm names are marked, so that they can be coloured afterwards. */
class Words {
  readonly #context: VerdictContext;

  constructor(context: VerdictContext) {
    this.#context = context;
  }

  get control(): string {
    return this.arm(this.#context.control);
  }

  arm(id: string): string {
    return markArm(this.#context.identities.of(id));
  }

  points(difference: number): string {
    // A number and its unit stay on one line.
    return formatPoints(difference, this.#context.language).replace(' ', '\u00a0');
  }

  count(count: number): string {
    return formatCount(count, this.#context.language);
  }

  pValue(pValue: number): string {
    return formatPValue(pValue, this.#context.language);
  }

  range(differences: readonly number[]): string {
    const low = this.points(Math.min(...differences));
    const high = this.points(Math.max(...differences));
    return low === high ? low : catalogue().results.verdict.range(low, high);
  }

  interval({ interval }: Finding): string {
    const { low, high } = interval;
    const { confidence } = this.#context;
    return catalogue().results.verdict.interval(this.points(low), this.points(high), confidence);
  }

  bestInterval({ arm, interval }: Finding): string {
    return catalogue().results.verdict.bestInterval(
      this.arm(arm),
      this.points(interval.low),
      this.points(interval.high),
      this.#context.confidence,
    );
  }

  money({ arm, money }: Finding): string {
    if (!money) return '';
    const { currency, language, confidenceShare } = this.#context;
    const t = catalogue().results.verdict;
    const write = (amount: number) => formatMoney(amount, currency, language, true);
    const sure = money.pValueAdjusted < 1 - confidenceShare && money.difference > 0;
    return (sure ? t.money : t.moneyDoubt)(
      this.arm(arm),
      write(money.difference),
      write(money.interval.low),
      write(money.interval.high),
    );
  }

  alsoHarmful(harmful: readonly Finding[]): string {
    const t = catalogue().results.verdict;
    return harmful.length ? t.alsoHarmful(t.armList(harmful.map(({ arm }) => this.arm(arm)))) : '';
  }

  /** Who gets which carrot, along the attribute that matters most; '' where none does. */
  choices(differing: readonly DifferingAttribute[]): string {
    const t = catalogue().results.verdict;
    const attribute = strongest(differing);
    if (!attribute) return '';
    const groups = new Map<string, string[]>();
    for (const best of attribute.bestByLevel) {
      const { level } = best;
      const arms = carrotsToGive(best);
      if (!arms.length) continue;
      const names = t.or(arms.map((arm) => this.arm(arm)));
      groups.set(names, [...(groups.get(names) ?? []), level]);
    }
    if (groups.size === 0) return '';
    return t.choices(
      attribute.attribute,
      [...groups].map(([arms, levels]) => ({ arms, levels })),
    );
  }

  /** Who gets none, along the same attribute. */
  withoutCarrot(differing: readonly DifferingAttribute[]): string {
    const attribute = strongest(differing);
    const levels = attribute ? levelsWithoutCarrot(attribute.bestByLevel) : [];
    return attribute && levels.length > 0
      ? catalogue().results.verdict.withoutCarrot(attribute.attribute, levels, this.control)
      : '';
  }
}

function strongest(differing: readonly DifferingAttribute[]): DifferingAttribute | undefined {
  return differing.toSorted((one, other) => one.pValueAdjusted - other.pValueAdjusted)[0];
}

const openMark = '⟦';
const closeMark = '⟧';

/** The name of an arm, marked so that it can be coloured once the sentence is made. */
export function markArm({ name, place }: Pick<ArmIdentity, 'name' | 'place'>): string {
  return `${openMark}${place}|${name}${closeMark}`;
}

/** A sentence with marked arms as its parts. */
export function parts(marked: string): readonly SentencePart[] {
  return marked
    .split(/(⟦\d+\|[^⟧]*⟧)/)
    .filter((text) => text !== '')
    .map((text) => {
      const arm = /^⟦(\d+)\|([^⟧]*)⟧$/.exec(text);
      return arm ? { text: arm[2] ?? '', arm: Number(arm[1]) } : { text, arm: null };
    });
}
