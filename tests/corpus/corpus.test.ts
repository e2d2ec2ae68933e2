import { describe, expect, it } from 'vitest';
import { openEngine } from '../engine/open-engine.ts';
import { corpus } from './all-files.ts';
import { tryFile } from './try-file.ts';

const files = Object.values(corpus).flat();

describe('the corpus', () => {
  it('has at least 120 files, each under a name of its own', () => {
    expect(files.length).toBeGreaterThanOrEqual(120);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });

  for (const [group, members] of Object.entries(corpus)) {
    describe(`a file that is odd in ${group}`, () => {
      it.each(members.map((file) => [file.name, file] as const))('%s', async (_name, file) => {
        await tryFile(openEngine(), file);
      });
    });
  }
});
