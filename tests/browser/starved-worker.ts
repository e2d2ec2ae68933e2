/** The engine's worker on a machine that gives wasm no more memory than it starts with. */
WebAssembly.Memory.prototype.grow = () => {
  throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
};

await import('../../src/engine/worker.ts');

export {};
