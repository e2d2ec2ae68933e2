import type { Condition, EligibilityRule } from '#core/design/eligibility.ts';
import type { DataTable } from '#core/import/column.ts';
import { formatCount, formatShare } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { numberWords } from './range-words.ts';
import { choiceOf, valueName, type VariableChoice } from './variable-choices.ts';

/** What the variables and tables of a rule are called. */
export interface RuleWords {
  readonly choices: readonly VariableChoice[];
  readonly tables: readonly Pick<DataTable, 'name' | 'label'>[];
}

const mostValuesNamed = 4;

/** A rule as one sentence. Example: 지역이 서울, 경기인 고객. */
export function ruleSentence({ exclude, any }: EligibilityRule, words: RuleWords): string {
  const t = catalogue().design.rule;
  const sentences = any.map((condition) => conditionSentence(condition, words));
  const [first = ''] = sentences;
  const sentence = sentences.slice(1).reduce((one, other) => t.either(one, other), first);
  return exclude ? t.except(sentence) : sentence;
}

/** A condition as a sentence about the customers whom it fits. */
export function conditionSentence(condition: Condition, words: RuleWords): string {
  const t = catalogue().design.rule;
  if (condition.kind === 'running-experiment') return t.inRunning;
  if (condition.kind === 'id-sample')
    return t.inHoldout(formatShare(condition.share, language.code), condition.seed);
  if (condition.kind === 'listed') {
    const { table, within } = condition;
    const label = words.tables.find(({ name }) => name === table)?.label ?? t.lostTable;
    return within
      ? t.listedWithin(label, within.dateColumn, numberWords(within.days))
      : t.listedEver(label);
  }
  const choice = choiceOf(words.choices, condition.variable);
  const name = choice.label;
  switch (condition.kind) {
    case 'category':
      return categorySentence(condition, choice);
    case 'missing':
      return t.isMissing(name);
    case 'number': {
      const { from, below } = condition;
      if (from !== null && below !== null)
        return t.numberBetween(name, numberWords(from), numberWords(below));
      if (from !== null) return t.numberFrom(name, numberWords(from));
      return below === null ? t.numberAny(name) : t.numberBelow(name, numberWords(below));
    }
    case 'months-since':
    case 'days-since': {
      const { kind, from, to } = condition;
      const inMonths = kind === 'months-since';
      if (from !== null && to !== null) {
        const between = inMonths ? t.monthsBetween : t.daysBetween;
        return between(name, numberWords(from), numberWords(to));
      }
      if (from !== null) return (inMonths ? t.monthsFrom : t.daysFrom)(name, numberWords(from));
      if (to !== null) return (inMonths ? t.monthsTo : t.daysTo)(name, numberWords(to));
      return t.dateAny(name);
    }
  }
}

function categorySentence(
  { values, drawn }: Extract<Condition, { kind: 'category' }>,
  choice: VariableChoice,
): string {
  const t = catalogue().design.rule;
  const name = choice.label;
  const count = (value: number) => formatCount(value, language.code);
  if (values.length === 0) return t.categoryNone(name);
  const all = values.map((value) => valueName(choice, value));
  if (drawn) return t.categoryDrawn(name, all.join(', '), count(drawn.of));
  const named = all.slice(0, mostValuesNamed).join(', ');
  const more = values.length - mostValuesNamed;
  return more > 0 ? t.categoryMany(name, named, count(more)) : t.category(name, named);
}
