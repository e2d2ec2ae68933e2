/**
 * The tables that speak as much against "no difference" as the observed one, or more. `fewest[control]` is the smallest
 * number of treated responders that does so beside so many among the controls (one more than there are: none does).
 * It never falls from one number of controls to the next: the edge is a staircase.
 */
export interface RejectionStaircase {
  readonly treatmentTrials: number;
  readonly controlTrials: number;
  readonly fewest: Int32Array;
}

/** Whether a table lies beyond the edge; true stays true with more treated responders or fewer among the controls. */
export type Rejects = (treatmentEvents: number, controlEvents: number) => boolean;

/**
 * Follows the edge both ways from the observed table, which must itself be rejected, one step at a time. `begin` gives
 * the rule anew for each way, so that it may carry figures along from one table to its neighbour.
 */
export function traceStaircase(
  observed: { readonly treatmentEvents: number; readonly controlEvents: number },
  sizes: { readonly treatmentTrials: number; readonly controlTrials: number },
  begin: () => Rejects,
): RejectionStaircase {
  const { treatmentTrials, controlTrials } = sizes;
  const fewest = new Int32Array(controlTrials + 1);
  let events = observed.treatmentEvents;
  const rejectsDown = begin();
  for (let control = observed.controlEvents; control >= 0; control -= 1) {
    while (events > 0 && rejectsDown(events - 1, control)) events -= 1;
    fewest[control] = events;
  }
  const rejectsUp = begin();
  events = fewest[observed.controlEvents] ?? 0;
  for (let control = observed.controlEvents + 1; control <= controlTrials; control += 1) {
    while (events <= treatmentTrials && !rejectsUp(events, control)) events += 1;
    fewest[control] = events;
  }
  return { treatmentTrials, controlTrials, fewest };
}
