import { describe, expect, it } from 'vitest';
import { goldenDraws } from '../golden-draws.ts';
import { openEngine } from './open-engine.ts';

describe('the golden draws', () => {
  it.each([false, true])(
    'are in Node those of Python, in either order of the file: %s',
    async (isReversed) => {
      const engine = openEngine();
      const { found, expected } = await goldenDraws(engine.request.bind(engine), isReversed);
      expect(found).toEqual(expected);
      expect(new Set(expected.map(String)).size).toBe(6);
    },
  );
});
