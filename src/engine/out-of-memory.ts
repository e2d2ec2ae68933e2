/**
 * Whether something failed for want of memory: SQLite could not allocate (`out of memory`), the browser refused a buffer
 * (a RangeError), or the memory of wasm could not grow (a trap, or Emscripten's `Aborted(OOM)`).
 */
export function isOutOfMemory(error: unknown): boolean {
  if (error instanceof RangeError) return /alloc|memory|length/i.test(error.message);
  if (!(error instanceof Error)) return false;
  return /out of memory|\bOOM\b|memory access out of bounds/i.test(error.message);
}
