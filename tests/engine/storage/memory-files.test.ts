import { describe, it } from 'vitest';
import { memoryFiles } from '../memory-files.ts';
import { fileStoreContract } from './file-store-contract.ts';

describe('files in memory, on which the other tests stand', () => {
  for (const { says, check } of fileStoreContract) it(says, () => check(memoryFiles()));
});
