import { ideaTable } from '#core/simulate/ideas.ts';
import { designBrief as englishBrief } from '#text/en/design-brief.ts';
import { sample as english, sampleName as englishName } from '#text/en/sample.ts';
import { designBrief as koreanBrief } from '#text/ko/design-brief.ts';
import { sample as korean, sampleName as koreanName } from '#text/ko/sample.ts';
import type { LanguageCode } from '#text/language.svelte.ts';

function leaves(tree: object): string[] {
  return Object.values(tree).flatMap((leaf: unknown) =>
    typeof leaf === 'string' ? [leaf] : typeof leaf === 'object' && leaf ? leaves(leaf) : [],
  );
}

const sampleNames = (names: object, brief: typeof koreanBrief) =>
  leaves([names, brief.templates, brief.samplePurpose]);

/** Every name that the sample project brings, in both languages. */
function wordPairs(): { ko: string; en: string }[] {
  const { columns, rows } = ideaTable();
  const column = (name: string) => columns.findIndex((candidate) => candidate.name === name);
  const ideas = rows.flatMap((row) =>
    ['name', 'target'].map((field) => ({
      ko: String(row[column(`${field}_ko`)]),
      en: String(row[column(`${field}_en`)]),
    })),
  );
  const inEnglish = sampleNames(english, englishBrief);
  const names = sampleNames(korean, koreanBrief).map((word, place) => ({
    ko: word,
    en: inEnglish[place] ?? word,
  }));
  const project = { ko: koreanName, en: englishName };
  return [...names, ...ideas, project];
}

/**
 * The sample's names in another language. Only texts that are still as the sample brought them change; what the reader
 * has typed stays.
 */
export function translateSample<Part>(part: Part, to: LanguageCode): Part {
  const from = to === 'ko' ? 'en' : 'ko';
  const words = new Map(wordPairs().map((pair) => [pair[from], pair[to]]));
  return mapStrings(part, (text) => words.get(text) ?? text) as Part;
}

/** The same tree with other strings; parts in which nothing changes stay the same objects. */
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const before = Object.entries(value);
  // What was concluded stays as it was concluded, its words included.
  const after = before.map(
    ([key, inner]) => [key, key === 'conclusions' ? inner : mapStrings(inner, change)] as const,
  );
  if (after.every(([, inner], place) => inner === before[place]?.[1])) return value;
  return Array.isArray(value) ? after.map(([, inner]) => inner) : Object.fromEntries(after);
}
