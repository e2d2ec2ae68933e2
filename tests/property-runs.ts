import fc from 'fast-check';

const usualRuns = 100;
const usualSeed = 20170326;

/** How often an ordinary property is tried; the same seed tries the same examples, so that a red run stays red. */
const numRuns = setting('CARROTLAB_RUNS', usualRuns);

fc.configureGlobal({ seed: setting('CARROTLAB_SEED', usualSeed), numRuns });

/** For a property with a number of runs of its own: it grows and shrinks with `CARROTLAB_RUNS`. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil((usual * numRuns) / usualRuns) };
}

function setting(name: string, usual: number): number {
  const value = Number(process.env[name] ?? usual);
  if (!Number.isSafeInteger(value)) throw new Error(`${name} must be a whole number.`);
  return value;
}
