/** What is looked at before any p-value is read. */
export const trustChecks = [
  'split',
  'split-by-cell',
  'waves',
  'several-arms',
  'other-lists',
  'missing-outcomes',
  'delivery',
  'largest-amounts',
  'over-time',
  'window',
  'rows-used',
  'repeated-customers',
] as const;
export type TrustCheckName = (typeof trustChecks)[number];

/**
 * How grave an alarm is.
 * - `stop`: the arms can no longer be compared, or no longer hold who they seem to hold; no figure decides anything.
 * - `doubt`: the figures stand, yet a reader must know this before using them.
 * - `note`: worth a line.
 */
export type AlarmSeverity = 'stop' | 'doubt' | 'note';

/** What to do about an alarm. */
export type AlarmAdvice = 'stop-reading' | 'exclude' | 'wait' | 'look-at';

/** The facts of every alarm, by its code. Arms are named as in the data; shares are 0..1; days are ISO days. */
export interface AlarmFacts {
  /** The arms do not have the planned sizes. `pValue` null: an arm has customers that the plan gave none. */
  readonly 'split-broken': { readonly pValue: number | null };
  readonly 'split-uneven': { readonly pValue: number };
  /** The arms of one stratum do not have the planned sizes. `sizes`: in the order of the totals' arms. */
  readonly 'split-broken-in-cell': {
    readonly stratum: number;
    readonly pValue: number;
    readonly sizes: readonly number[];
    readonly cellsAffected: number;
    /** Nobody stated sizes, but the other cells have equal arms: so equal ones were meant here too. */
    readonly othersFit: boolean;
  };
  /** Later waves of the list were shared among the arms in other proportions. `waves`: their numbers, from 2. */
  readonly 'waves-differ': { readonly waves: readonly number[] };
  readonly 'in-several-arms': {
    readonly customers: number;
    readonly share: number;
    readonly examples: readonly string[];
  };
  /** The plan leaves out all rows of customers in two arms or more. */
  readonly 'several-arms-left-out': {
    /** Null where only the counts of a concluded result are known. */
    readonly customers: number | null;
    readonly rows: number;
    readonly share: number;
    readonly examples: readonly string[];
  };
  readonly 'on-other-lists': {
    readonly customers: number;
    readonly share: number;
    readonly experiments: readonly number[];
  };
  readonly 'missing-outcomes-differ': {
    readonly pValue: number;
    readonly byArm: readonly ArmShare[];
  };
  readonly 'missing-outcomes': { readonly customers: number; readonly share: number };
  readonly 'delivery-differs': { readonly pValue: number; readonly byArm: readonly ArmShare[] };
  /** More or less money than the control, but no longer once the largest amounts are cut, or the other way round. */
  readonly 'largest-amounts-decide': MoneyBothWays;
  readonly 'effect-changes': EarlyAndLate;
  /** The responses reach only to `reached`. `chanceOfSilence`: that nobody would respond in the rest, as things went. */
  readonly 'window-open': {
    readonly reached: string;
    readonly to: string;
    readonly chanceOfSilence: number | null;
  };
  readonly 'outside-window': {
    readonly before: number;
    readonly after: number;
    readonly share: number;
  };
  readonly 'not-on-list': { readonly rows: number; readonly share: number };
  readonly 'rows-unused': { readonly missingArm: number; readonly noStratum: number };
  readonly 'repeated-customers': { readonly customers: number; readonly added: boolean };
  /** Marks that contradict each other and how they were read. */
  readonly 'contradicting-marks': {
    readonly respondedThoughBounced: number;
    readonly purchasedWithoutResponse: number;
  };
}
export type AlarmCode = keyof AlarmFacts;

export interface ArmShare {
  readonly arm: string;
  readonly customers: number;
  readonly share: number;
}

/** The difference in money per customer with all amounts, and with the largest cut. */
export interface MoneyBothWays {
  readonly arm: string;
  readonly difference: number;
  readonly pValue: number;
  readonly cappedDifference: number;
  readonly cappedPValue: number;
}

/** The effect up to a day and after it, in shares of those who had not responded yet. */
export interface EarlyAndLate {
  readonly arm: string;
  /** The last of the first days, ISO. */
  readonly until: string;
  readonly early: number;
  readonly late: number;
  readonly pValue: number;
}

/** One alarm. Its code tells which facts it has. */
export type TrustAlarm = {
  readonly [Code in AlarmCode]: {
    readonly code: Code;
    readonly check: TrustCheckName;
    readonly severity: AlarmSeverity;
    readonly advice: AlarmAdvice;
    readonly facts: AlarmFacts[Code];
  };
}[AlarmCode];

/** Whether a result can be trusted, before it is read. */
export interface Trust {
  /** The gravest first. */
  readonly alarms: readonly TrustAlarm[];
  /** Checks that found nothing. */
  readonly passed: readonly TrustCheckName[];
  /** Checks that the data do not allow: no cells, no days, no delivery and so on. */
  readonly notPossible: readonly TrustCheckName[];
}

/** Whether the figures must not be read as a result at all. */
export function mustStop({ alarms }: Trust): boolean {
  return alarms.some(({ severity }) => severity === 'stop');
}
