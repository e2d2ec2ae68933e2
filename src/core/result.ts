/** A failure that is expected: a stable code and the facts a sentence needs. `text/` turns it into words. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly [fact: string]: unknown;
}

/** Either a value or the reason why there is none. Bugs throw; only expected failures come back this way. */
export type Result<Value, Failure extends Problem = Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Failure };

/** Wraps a computed value. Example: `succeed(0.25)` is `{ ok: true, value: 0.25 }`. */
export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps the reason for a refusal. Example: `refuse({ code: 'no-events' })`. */
export function refuse<const Failure extends Problem>(
  problem: Failure,
): { readonly ok: false; readonly problem: Failure } {
  return { ok: false, problem };
}
