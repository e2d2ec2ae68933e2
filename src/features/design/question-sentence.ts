import { cellCount, cellName } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import type { QuestionVerdict, Remedy } from '#core/design/questions/answerable.ts';
import type { Question, TrendQuestion } from '#core/design/questions/question.ts';
import { formatCount, formatDecimal, formatPointSize, formatShare } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { askWords, pathOf, type QuestionNames } from '#text/questions/ask-words.ts';
import { questionTexts } from '#text/questions/question-words.ts';

/** A question as a marketer asks it. `smallest`: the place of the cell with the fewest customers, where that is known. */
export function questionWords(
  question: Question,
  design: Design,
  smallest: number | null = null,
): string {
  const names = namesOf(design);
  return question.kind === 'carrot-versus-holdout' && isSmallest(question, smallest)
    ? questionTexts().ask.smallest(
        cellName(design.attributes, smallest ?? 0),
        names.arm(question.carrot) ?? questionTexts().ask.goneArm,
      )
    : askWords(question, names);
}

/** From the level where a hypothesis expects the least to the one where it expects the most. */
export function pathWords(direction: TrendQuestion['directions'][number], design: Design): string {
  return pathOf(direction, namesOf(design));
}

function namesOf({ arms, attributes, factorPlan }: Design): QuestionNames {
  return {
    arm: (id) => arms.find((each) => each.id === id)?.name ?? null,
    attribute: (place) => attributes[place]?.name ?? null,
    ends: (place) => {
      const names = attributes[place]?.levelNames;
      const [first, last] = [names?.[0], names?.at(-1)];
      return first === undefined || last === undefined ? null : [first, last];
    },
    factor: (id) => factorPlan?.factors.find((each) => each.id === id)?.name ?? null,
  };
}

function isSmallest(question: Question, smallest: number | null): boolean {
  return (
    question.kind === 'carrot-versus-holdout' &&
    smallest !== null &&
    question.within?.length === 1 &&
    question.within[0] === smallest
  );
}

/** The cells that a question was given; null where it is about all of them, or names its only one already. */
export function withinWords(
  question: Question,
  design: Design,
  smallest: number | null = null,
): string | null {
  const t = questionTexts();
  const { within } = question;
  if (within === undefined || within.length === cellCount(design.attributes)) return null;
  if (isSmallest(question, smallest)) return null;
  const names = within.map((cell) => cellName(design.attributes, cell));
  const [first] = names;
  if (first === undefined) return t.withinGone;
  if (names.length <= 3) return t.within(names.join(', '));
  return t.withinMany(formatCount(names.length, language.code), first);
}

/** A question with the cells that it was given, where nothing beside it says them. */
export function wholeQuestion(question: Question, design: Design): string {
  const words = questionWords(question, design);
  const cells = withinWords(question, design);
  return cells === null ? words : questionTexts().inCells(words, cells);
}

/** What the plan can say to a question, and what would make it able to. */
export function answerWords(verdict: QuestionVerdict, design: Design): readonly string[] {
  const t = questionTexts();
  if (!verdict.power.ok) return [whyNot(verdict.power.problem.code)];
  const { power, detectable, wantedPower } = verdict.power.value;
  const wanted = shareWords(wantedPower);
  if (power === null) return [t.onlyLarger(sizeOf(detectable), wanted)];
  if (verdict.state === 'answered') return [t.answered(shareWords(power))];
  if (verdict.state === 'wrong-direction') return [t.wrongDirection];
  return [
    t.low(shareWords(power)),
    // First what it would take: that names the customers that the others speak of.
    ...verdict.remedies
      .toSorted((one, other) => Number(other.kind === 'enlarge') - Number(one.kind === 'enlarge'))
      .map((remedy) => remedyWords(remedy, design, wantedPower)),
  ];
}

function whyNot(code: string): string {
  const { why } = questionTexts();
  return code in why ? why[code as keyof typeof why] : why.other;
}

function remedyWords(remedy: Remedy, design: Design, wantedPower: number): string {
  const t = questionTexts();
  const count = (value: number) => formatCount(Math.ceil(value), language.code);
  const wanted = shareWords(wantedPower);
  switch (remedy.kind) {
    case 'enlarge': {
      const factor = formatDecimal(remedy.factor, language.code, 1);
      const [short] = [...remedy.shortCells].sort((one, other) => one.available - other.available);
      if (!short) return t.enlarge(factor, count(remedy.needed), wanted);
      const cell = cellName(design.attributes, short.cell);
      return t.tooFew(factor, cell, count(short.wanted), count(short.available), wanted);
    }
    case 'whole-list':
      if (remedy.power === null) return t.larger(sizeOf(remedy.detectable));
      return remedy.power >= wantedPower
        ? t.wholeListEnough(shareWords(remedy.power))
        : t.wholeList(shareWords(remedy.power));
    case 'larger-effect':
      return t.larger(sizeOf(remedy.detectable));
    case 'fill-groups':
      return t.why['empty-groups'];
  }
}

/** A share without a fraction where it has none: 80%, but 99.4%. */
export function shareWords(share: number): string {
  const percent = share * 100;
  return formatShare(
    share,
    language.code,
    Math.abs(percent - Math.round(percent)) < 1e-9 ? 0 : undefined,
  );
}

/** A difference without its sign: it is found in either direction. */
function sizeOf(difference: number): string {
  return formatPointSize(difference, language.code);
}
