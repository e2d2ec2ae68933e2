import type { Trust, TrustAlarm, TrustCheckName } from './alarm.ts';
import { checkOverTime, checkWindow } from './day-trust.ts';
import { checkDelivery, checkLargestAmounts, checkMissingOutcomes } from './outcome-trust.ts';
import { checkOtherLists, checkRepeated, checkRows, checkSeveralArms } from './people-trust.ts';
import { checkSplit, checkSplitByCell, checkWaves } from './split-trust.ts';
import type { Checked, TrustInputs } from './trust-inputs.ts';

const checks: Readonly<Record<TrustCheckName, (inputs: TrustInputs) => Checked>> = {
  split: checkSplit,
  'split-by-cell': checkSplitByCell,
  waves: checkWaves,
  'several-arms': checkSeveralArms,
  'other-lists': checkOtherLists,
  'missing-outcomes': checkMissingOutcomes,
  delivery: checkDelivery,
  'largest-amounts': checkLargestAmounts,
  'over-time': checkOverTime,
  window: checkWindow,
  'rows-used': checkRows,
  'repeated-customers': checkRepeated,
};

const rank = { stop: 0, doubt: 1, note: 2 } as const;

/**
 * Whether a result can be trusted, to be asked before any p-value is read: the split in all, in every cell
 * and from wave to wave, customers in two arms or on another list, missing outcomes, delivery, large amounts, an effect that changes, the window, and rows
 * that do not fit. Every check either passes, raises alarms, or is not possible with these data; none is left out in
 * silence. Refuses nothing.
 * Example: the bundled sample raises nothing; 821,588 against 815,482 customers of a plan of halves raise `split-broken`.
 */
export function trustOf(inputs: TrustInputs): Trust {
  const found = Object.entries(checks).map(([name, check]) => ({
    name: name as TrustCheckName,
    checked: check(inputs),
  }));
  const alarms = found.flatMap(({ checked }): readonly TrustAlarm[] =>
    checked === 'not-possible' ? [] : checked,
  );
  const withOutcome = (isOutcome: (checked: Checked) => boolean) =>
    found.filter(({ checked }) => isOutcome(checked)).map(({ name }) => name);
  return {
    alarms: alarms.toSorted((one, other) => rank[one.severity] - rank[other.severity]),
    passed: withOutcome((checked) => checked !== 'not-possible' && checked.length === 0),
    notPossible: withOutcome((checked) => checked === 'not-possible'),
  };
}
