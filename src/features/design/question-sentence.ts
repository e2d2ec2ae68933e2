import { cellName } from '#core/design/cell-name.ts';
import type { Design } from '#core/design/design.ts';
import type { QuestionVerdict, Remedy } from '#core/design/questions/answerable.ts';
import type { Question } from '#core/design/questions/question.ts';
import { formatCount, formatDecimal, formatPoints, formatShare } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';

/** A question as a marketer asks it. */
export function questionWords(question: Question, design: Design): string {
  const t = catalogue().designQuestions.ask;
  const arm = (id: string | null) => design.arms.find((each) => each.id === id)?.name ?? '';
  const attribute = (place: number | null) => design.attributes[place ?? 0]?.name ?? '';
  switch (question.kind) {
    case 'carrot-versus-carrot':
      return t.carrots(arm(question.first), arm(question.second));
    case 'same-everywhere':
      return t.same(arm(question.carrot), attribute(question.attribute));
    case 'carrot-for-customer':
      return t.which(attribute(question.attribute));
    case 'carrot-versus-holdout':
      return t.cell(cellName(design.attributes, question.within?.[0] ?? 0), arm(question.carrot));
    default:
      return t.anyCarrot;
  }
}

/** What the plan can say to a question, and what would make it able to. */
export function answerWords(verdict: QuestionVerdict, design: Design): readonly string[] {
  const t = catalogue().designQuestions;
  const share = (value: number) => formatShare(value, language.code);
  if (!verdict.power.ok) return [t.notAsked];
  const { power, detectable } = verdict.power.value;
  const difference = sizeOf(detectable);
  if (power === null) return [t.onlyLarger(difference)];
  if (verdict.state === 'answered') return [t.answered(share(power))];
  return [t.low(share(power)), ...verdict.remedies.map((remedy) => remedyWords(remedy, design))];
}

function remedyWords(remedy: Remedy, design: Design): string {
  const t = catalogue().designQuestions;
  const count = (value: number) => formatCount(Math.ceil(value), language.code);
  switch (remedy.kind) {
    case 'enlarge': {
      const factor = formatDecimal(remedy.factor, language.code, 1);
      const [short] = [...remedy.shortCells].sort((one, other) => one.available - other.available);
      if (!short) return t.enlarge(factor, count(remedy.needed));
      const cell = cellName(design.attributes, short.cell);
      return t.tooFew(factor, cell, count(short.wanted), count(short.available));
    }
    case 'whole-list':
      return remedy.power === null
        ? t.larger(sizeOf(remedy.detectable))
        : t.wholeList(formatShare(remedy.power, language.code));
    case 'larger-effect':
      return t.larger(sizeOf(remedy.detectable));
    case 'fill-groups':
      return t.notAsked;
  }
}

/** A difference without its sign: it is found in either direction. */
function sizeOf(difference: number): string {
  return formatPoints(difference, language.code).replace(/^\+/, '');
}
