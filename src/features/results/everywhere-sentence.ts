import { carrotsToGive } from '#core/results/answer-by-level.ts';
import type { DifferingAttribute } from '#core/results/differing-attribute.ts';
import type { EverywhereAnswer, NoticingPower } from '#core/results/everywhere-answer.ts';
import { everywhereWords } from '#text/everywhere/everywhere-words.ts';
import { catalogue } from '#text/language.svelte.ts';
import type { ArmIdentities } from './arm-identity.ts';
import { reasonWords } from './reasons.ts';

/** How the sentence names arms and writes numbers. */
export interface SentenceWriting {
  readonly control: string;
  readonly identities: ArmIdentities;
  readonly write: (value: number, kind: 'points' | 'share') => string;
}

/** The answer to "same everywhere, or not?" as one sentence, in the current language, with what to do. */
export function everywhereSentence(answer: EverywhereAnswer, writing: SentenceWriting): string {
  const t = everywhereWords().answer;
  const armList = catalogue().results.verdict.armList;
  switch (answer.code) {
    case 'not-asked':
      return t.notAsked;
    case 'one-stratum':
      return t.oneStratum;
    case 'turned': {
      const [worst] = answer.warnings;
      if (!worst) throw new Error('Somebody turned.');
      return t.turned(
        writing.identities.of(worst.arm).name,
        writing.identities.of(writing.control).name,
        writing.write(worst.check.crude.difference, 'points'),
        writing.write(worst.check.stratified.difference, 'points'),
      );
    }
    case 'differs': {
      const [strongest] = answer.differing;
      if (!strongest) throw new Error('Something differs.');
      const choices = choicesAlong(strongest, writing.identities);
      return choices === null
        ? t.differsOpen(strongest.attribute)
        : t.differs(strongest.attribute, choices);
    }
    case 'strength-differs':
      return t.strengthDiffers(
        armList(answer.attributes),
        t.levelGain(answer.most.level, writing.write(answer.most.difference, 'points')),
        t.levelGain(answer.least.level, writing.write(answer.least.difference, 'points')),
      );
    case 'not-computable':
      return t.notComputable(answer.attribute, reasonWords(answer.problem));
    case 'cannot-tell':
      return weakness(answer.weak, writing);
    case 'same': {
      const least = Math.min(
        ...answer.powers.flatMap(({ power }) => (power.ok ? [power.value.power] : [])),
      );
      return t.same(writing.write(least, 'share'));
    }
  }
}

/** Who gets which carrot along an attribute; null where no level has one to give. */
function choicesAlong(
  { attribute, bestByLevel }: DifferingAttribute,
  identities: ArmIdentities,
): string | null {
  const t = catalogue().results.verdict;
  const groups = new Map<string, string[]>();
  for (const best of bestByLevel) {
    const arms = carrotsToGive(best);
    if (arms.length === 0) continue;
    const names = t.or(arms.map((arm) => identities.of(arm).name));
    groups.set(names, [...(groups.get(names) ?? []), best.level]);
  }
  if (groups.size === 0) return null;
  return t.choices(
    attribute,
    [...groups].map(([arms, levels]) => ({ arms, levels })),
  );
}

/** The attribute that could have hidden the most: the one that could not be tested, or the lowest power. */
function weakness(weak: readonly NoticingPower[], { write }: SentenceWriting): string {
  const t = everywhereWords().answer;
  const ranked = weak.toSorted((one, other) => powerOf(one) - powerOf(other));
  const [weakest] = ranked;
  if (!weakest) throw new Error('Something is weak.');
  const { attribute, power } = weakest;
  return power.ok
    ? t.cannotTell(attribute, power.value.level, write(power.value.power, 'share'))
    : t.cannotTellUntested(attribute);
}

function powerOf({ power }: NoticingPower): number {
  return power.ok ? power.value.power : 0;
}
