import { catalogue, language } from '#text/language.svelte.ts';
import type { ParameterProblem } from './parameter.ts';

/** A number in a sentence, with all the digits it was given. */
export function numberText(value: number): string {
  const options = { maximumSignificantDigits: 12 };
  return new Intl.NumberFormat(language.code, options).format(value);
}

/** What is wrong with a parameter, in words. `write` turns a limit into the unit of the field. */
export function parameterSentence(
  problem: ParameterProblem,
  write: (limit: number) => string = numberText,
): string {
  const t = catalogue().tools.parameter;
  const { written, excluded } = problem;
  const limit = problem.limit === undefined ? '' : write(problem.limit);
  switch (problem.code) {
    case 'missing':
      return t.missing;
    case 'not-a-number':
      return t.notANumber(written);
    case 'not-whole':
      return t.notWhole(written);
    case 'too-small':
      return excluded ? t.notAbove(written, limit) : t.tooSmall(written, limit);
    case 'too-large':
      return excluded ? t.notBelow(written, limit) : t.tooLarge(written, limit);
    case 'unknown-choice':
      return t.unknownChoice(written);
    default:
      return t.malformed(written);
  }
}

/** Why a number cannot be given, by the code of the refusal. */
export function reasonFor(code: string): string {
  const reasons: Readonly<Record<string, string>> = catalogue().tools.reason;
  return reasons[code] ?? catalogue().tools.reason.unknown;
}
