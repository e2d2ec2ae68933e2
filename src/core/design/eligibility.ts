import type { Variable } from '../customers/variable.ts';

/**
 * A question about one customer that is answered by yes or no. Who has no value of a variable answers no, except where
 * it is asked for missing values; a date after the as-of date lies no months and no days ago.
 */
export type Condition =
  | {
      readonly kind: 'category';
      readonly variable: Variable;
      readonly values: readonly string[];
      /** How the values were drawn among all values of the variable; null where they were picked by hand. */
      readonly drawn: ValueDraw | null;
    }
  | {
      readonly kind: 'number';
      readonly variable: Variable;
      /** Inclusive lower limit, or null for none. */
      readonly from: number | null;
      /** Exclusive upper limit, or null for none. */
      readonly below: number | null;
    }
  | {
      /** `months-since`: completed months at the as-of date; `days-since`: days. Both ends inclusive, null for no limit. */
      readonly kind: 'months-since' | 'days-since';
      readonly variable: Variable;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly kind: 'missing'; readonly variable: Variable }
  | {
      /** Is named in another table: a history of contacts, a list of refusals. */
      readonly kind: 'listed';
      readonly table: string;
      readonly customerColumn: string;
      /** Only rows with a date at most `days` days before the as-of date and not after it; null counts every row. */
      readonly within: { readonly dateColumn: string; readonly days: number } | null;
    }
  /** Is on the drawn list of another experiment of the project that is still running. */
  | { readonly kind: 'running-experiment' }
  /** Is in the sample that a seed draws from the ids, see `isInIdSample`: the company-wide holdout. `share`: 0..1. */
  | { readonly kind: 'id-sample'; readonly seed: string; readonly share: number };

/** A condition on a variable of the customer list. */
export type VariableCondition = Extract<Condition, { variable: Variable }>;

/**
 * Values that were drawn: the first by the MD5 of `seed:value` (in hexadecimal, ties by value) of the `of` different
 * values that there were. Anybody can draw them again.
 */
export interface ValueDraw {
  readonly seed: string;
  readonly of: number;
}

/**
 * A rule that an eligible customer fulfils: at least one of its conditions holds, or none of them where it excludes. All
 * rules that are on must be fulfilled; so rules and conditions together can say everything that AND, OR and NOT can.
 */
export interface EligibilityRule {
  /** A rule that is off stays in the list and removes nobody. */
  readonly isOn: boolean;
  readonly exclude: boolean;
  readonly any: readonly Condition[];
}

/** What a rule does to the customers. */
export interface RuleCount {
  /** Customers that this rule removes of those who are left by the rules before it; 0 where it is off. */
  readonly removed: number;
  /** Customers left after it. */
  readonly left: number;
  /** Customers that it would remove if it were the only rule. */
  readonly removesAlone: number;
  /** It asks for a table or column that is not there any more, and was left out of the count. */
  readonly isLost: boolean;
}

/** The fewest rules that must be switched off for somebody to be left, and how many customers that would be. */
export interface RuleRelief {
  /** Places in the list of rules. */
  readonly rules: readonly number[];
  readonly customers: number;
}

/** A rule of one condition. */
export function onlyThose(condition: Condition): EligibilityRule {
  return { isOn: true, exclude: false, any: [condition] };
}

/** A rule that keeps out whom a condition fits. */
export function noneOfThose(condition: Condition): EligibilityRule {
  return { isOn: true, exclude: true, any: [condition] };
}

/** The one condition that a rule asks for, or null where it excludes or lets through by several. */
export function soleCondition({ exclude, any }: EligibilityRule): Condition | null {
  return !exclude && any.length === 1 ? (any[0] ?? null) : null;
}

/** The rules with one put to another place. Example: moving place 2 to 0 makes the third rule the first. */
export function movedRule(
  rules: readonly EligibilityRule[],
  from: number,
  to: number,
): readonly EligibilityRule[] {
  const rule = rules[from];
  if (!rule || to < 0 || to >= rules.length) return rules;
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule);
}
