import type { Filter } from '#core/design/design.ts';
import { formatCount } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { numberWords } from './range-words.ts';
import { valueName, type VariableChoice } from './variable-choices.ts';

const mostValuesNamed = 4;

/** A filter as a sentence about the customers it lets through. Example: 지역이 서울, 경기인 고객. */
export function filterSentence(filter: Filter, choice: VariableChoice): string {
  const t = catalogue().design.filter;
  const name = choice.label;
  if (filter.kind === 'category') {
    const values = filter.values.map((value) => valueName(choice, value));
    const named = values.slice(0, mostValuesNamed).join(', ');
    const more = values.length - mostValuesNamed;
    return more > 0
      ? t.categoryMany(name, named, formatCount(more, language.code))
      : t.category(name, named);
  }
  const { from } = filter;
  if (filter.kind === 'number') {
    const { below } = filter;
    if (from !== null && below !== null)
      return t.numberBetween(name, numberWords(from), numberWords(below));
    if (from !== null) return t.numberFrom(name, numberWords(from));
    return below === null ? t.numberAny(name) : t.numberBelow(name, numberWords(below));
  }
  const { to } = filter;
  if (from !== null && to !== null)
    return t.monthsBetween(name, numberWords(from), numberWords(to));
  if (from !== null) return t.monthsFrom(name, numberWords(from));
  return to === null ? t.monthsAny(name) : t.monthsTo(name, numberWords(to));
}
