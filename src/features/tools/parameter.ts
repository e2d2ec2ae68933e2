/** What is wrong with one parameter of an address. `written` is what the address says. */
export interface ParameterProblem {
  readonly code:
    | 'missing'
    | 'not-a-number'
    | 'not-whole'
    | 'too-small'
    | 'too-large'
    | 'unknown-choice'
    | 'malformed'
    | 'too-few'
    | 'too-many';
  readonly written: string;
  /** The bound that was passed, where there is one; `excluded` when the bound itself is not allowed. */
  readonly limit?: number;
  readonly excluded?: boolean;
}

export type ParameterProblems<Name extends string> = Partial<Record<Name, ParameterProblem>>;

/** Which numbers a parameter takes. Bounds are included unless `open`. */
export interface NumberRule {
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
  readonly open?: boolean;
  readonly whole?: boolean;
  /** Its absence is a problem once the address speaks of this calculator at all. */
  readonly required?: boolean;
}

const longestText = 60;

/** The number that a text says, or null: digits with an optional sign, point, exponent and thousands commas. */
export function numberOf(text: string): number | null {
  const bare = text.trim().replace('−', '-');
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** A text cut to a length that fits a message. */
export function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** What is wrong with a text as a number of this rule, or the number. */
export function checkNumber(
  text: string,
  rule: Omit<NumberRule, 'fallback'>,
): { readonly value: number; readonly problem: null } | { readonly problem: ParameterProblem } {
  const written = shortened(text);
  const value = numberOf(text);
  if (text.trim() === '') return { problem: { code: 'missing', written: '' } };
  if (value === null) return { problem: { code: 'not-a-number', written } };
  const excluded = rule.open ?? false;
  if (value < rule.least || (excluded && value === rule.least)) {
    return { problem: { code: 'too-small', written, limit: rule.least, excluded } };
  }
  if (value > rule.most || (excluded && value === rule.most)) {
    return { problem: { code: 'too-large', written, limit: rule.most, excluded } };
  }
  if (rule.whole && !Number.isSafeInteger(value))
    return { problem: { code: 'not-whole', written } };
  // -0 would be written as 0 and come back as another number.
  return { value: value === 0 ? 0 : value, problem: null };
}

/** Every number that the rules name: the one in the address, or the fallback with what was wrong. */
export function readNumbers<Name extends string>(
  query: URLSearchParams,
  rules: Readonly<Record<Name, NumberRule>>,
): { readonly values: Record<Name, number>; readonly problems: ParameterProblems<Name> } {
  const values = {} as Record<Name, number>;
  const problems: ParameterProblems<Name> = {};
  for (const [name, rule] of Object.entries(rules) as [Name, NumberRule][]) {
    const text = query.get(name);
    const checked = text === null ? null : checkNumber(text, rule);
    values[name] = checked?.problem === null ? checked.value : rule.fallback;
    if (checked?.problem) problems[name] = checked.problem;
    else if (checked === null && rule.required) problems[name] = { code: 'missing', written: '' };
  }
  return { values, problems };
}

/** A number that may be left out: null where the address has none. A bad one is null with its problem. */
export function readOptionalNumber(
  query: URLSearchParams,
  name: string,
  rule: Omit<NumberRule, 'fallback'>,
): { readonly value: number | null; readonly problem?: ParameterProblem } {
  const text = query.get(name);
  if (text === null || text.trim() === '') return { value: null };
  const checked = checkNumber(text, rule);
  return checked.problem === null
    ? { value: checked.value }
    : { value: null, problem: checked.problem };
}

/** One of the named choices, the first where the address names none. */
export function readChoice<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): { readonly value: Choice; readonly problem?: ParameterProblem } {
  const text = query.get(name);
  if (text === null || text === '') return { value: choices[0] };
  const chosen = choices.find((choice) => choice === text);
  return chosen
    ? { value: chosen }
    : { value: choices[0], problem: { code: 'unknown-choice', written: shortened(text) } };
}

/** A query string of these parameters in which commas and colons stay readable; null leaves a parameter out. */
export function queryString(parameters: Readonly<Record<string, string | number | null>>): string {
  const present = Object.entries(parameters).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(present)
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('+', '%20');
}
