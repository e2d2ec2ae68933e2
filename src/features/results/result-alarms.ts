import type { TrustAlarm } from '#core/results/trust/alarm.ts';
import { trustOf } from '#core/results/trust/trust-of.ts';
import type { Reading } from '#workspace/experiment-reading.svelte.ts';

/** What is known against trusting a reading; the sizes of single cells are held against their own totals only. */
export function resultAlarms({ plan, totals, analysis, detail }: Reading): readonly TrustAlarm[] {
  return trustOf({ plan, totals, analysis, detail, plannedCells: null }).alarms;
}
