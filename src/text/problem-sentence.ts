import type { Problem } from '#core/result.ts';
import { catalogue } from './language.svelte.ts';

/** The sentence for a failure to open or save a project, in the current language. */
export function problemSentence(problem: Problem): string {
  const t = catalogue().common.problem;
  switch (problem.code) {
    case 'not-saved':
      return t.notSaved;
    case 'not-a-database':
      return t.notADatabase;
    case 'not-a-project':
      return t.notAProject;
    case 'newer-version':
      return t.newerVersion(String(problem.version));
    case 'damaged-file':
      return t.damagedFile(String(problem.detail));
    case 'storage-full':
      return t.storageFull;
    case 'storage-refused':
      return t.storageRefused(String(problem.detail));
    default:
      return t.unexpected;
  }
}
