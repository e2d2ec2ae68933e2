import { refuse, succeed, type Result } from '#core/result.ts';
import type { SaveProblem } from '../protocol.ts';

/** Does what writes to storage. Refuses: storage-full, storage-refused. */
export async function attemptSave<Value>(
  work: () => Promise<Value>,
): Promise<Result<Value, SaveProblem>> {
  try {
    return succeed(await work());
  } catch (error) {
    return refuse(saveProblem(error));
  }
}

/** Why storage did not take something. */
export function saveProblem(error: unknown): SaveProblem {
  return error instanceof DOMException && error.name === 'QuotaExceededError'
    ? { code: 'storage-full' }
    : { code: 'storage-refused', detail: String(error) };
}
