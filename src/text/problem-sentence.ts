import type { Problem } from '#core/result.ts';
import { formatBytes, formatCount } from './format.ts';
import { catalogue, language } from './language.svelte.ts';

/** The sentence for a failure to open or save a project, in the current language. */
export function problemSentence(problem: Problem): string {
  const t = catalogue().common.problem;
  return projectSentence(problem) ?? openingSentence(problem) ?? t.unexpected;
}

function openingSentence(problem: Problem): string | null {
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
      return t.damagedFile;
    case 'storage-full':
      return t.storageFull;
    case 'storage-refused':
      return t.storageRefused(String(problem.detail));
    default:
      return null;
  }
}

function projectSentence(problem: Problem): string | null {
  const t = catalogue().project.problem;
  switch (problem.code) {
    case 'foreign-part': {
      const kinds: Readonly<Record<string, string>> = t.partKinds;
      return t.foreignPart(kinds[String(problem.kind)] ?? '', String(problem.name));
    }
    case 'oversized-file': {
      const what = problem.what as keyof typeof t.bounds;
      const isSize = what === 'bytes' || what === 'document';
      const said = (size: unknown) =>
        (isSize ? formatBytes : formatCount)(Number(size), language.code);
      return t.oversized(t.bounds[what], said(problem.found), said(problem.most));
    }
    case 'damaged-save':
      return t.damagedSave;
    case 'rows-missing':
      return t.rowsMissing;
    case 'out-of-memory':
      return t.outOfMemory;
    case 'open-elsewhere':
    case 'taken-over':
      return t.openElsewhere;
    default:
      return null;
  }
}
