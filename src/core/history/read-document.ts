import { refuse, succeed, type Problem, type Result } from '#core/result.ts';
import type { Idea } from '../ideas/idea.ts';
import { experimentShape } from './experiment-shape.ts';
import { migrateDocument } from './migrate-document.ts';
import { documentVersion, type ProjectDocument, type SavedQuery } from './project-document.ts';
import {
  count,
  day,
  flag,
  listOf,
  number,
  orNull,
  record,
  ShapeMismatch,
  text,
  type Reader,
} from './shape.ts';
import { tableShape } from './table-shape.ts';

export type DocumentProblem =
  | Problem<'not-json'>
  | (Problem<'newer-version'> & { version: number; known: number })
  /** `path`: where in the document; `expected`: what should be there. */
  | (Problem<'not-a-project'> & { path: string; expected: string });

const version: Reader<typeof documentVersion> = (value, path) => {
  if (value !== documentVersion) throw new ShapeMismatch(path, String(documentVersion));
  return documentVersion;
};

const documentShape = record<ProjectDocument>({
  version,
  name: text,
  isSample: flag,
  currency: text,
  tables: listOf(tableShape),
  asOf: orNull(day),
  stageRules: record({
    inactiveFromMonths: number,
    newUpToOrders: number,
    wakeUpGapMonths: number,
  }),
  dormancyCuts: listOf(number),
  ideas: listOf(
    record<Idea>({
      id: count,
      name: text,
      target: text,
      impact: number,
      confidence: number,
      ease: number,
    }),
  ),
  experiments: listOf(experimentShape),
  currentExperiment: orNull(count),
  queries: listOf(record<SavedQuery>({ id: count, name: text, sql: text })),
  nextId: count,
});

/**
 * A project from text that nobody vouches for; one of an earlier version is brought up to this one. Every field is checked and copied into fresh objects; fields that this
 * version does not know are dropped, and nothing is looked up on a prototype.
 * Refuses `not-json`, `newer-version` (made by a later version of the program) and `not-a-project` with the place and
 * what was expected there.
 * Example: `readDocument(JSON.stringify(document))` gives an equal document.
 */
export function readDocument(documentText: string): Result<ProjectDocument, DocumentProblem> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(documentText);
  } catch {
    return refuse({ code: 'not-json' });
  }
  try {
    const newer = newerVersion(parsed);
    if (newer !== null)
      return refuse({ code: 'newer-version', version: newer, known: documentVersion });
    const document = documentShape(migrateDocument(parsed), '');
    checkIdentities(document);
    return succeed(document);
  } catch (error) {
    if (!(error instanceof ShapeMismatch)) throw error;
    return refuse({ code: 'not-a-project', path: error.path, expected: error.expected });
  }
}

/** A later version may have any shape, so its number is looked at first. */
function newerVersion(parsed: unknown): number | null {
  const { version: found } = record<{ version: unknown }>({ version: (value) => value })(
    parsed,
    '',
  );
  return Number.isSafeInteger(found) && (found as number) > documentVersion
    ? (found as number)
    : null;
}

/** Ids name one thing each, new ones are free, and what is open exists. */
function checkIdentities({ ideas, experiments, queries, tables, ...rest }: ProjectDocument): void {
  const lists = experiments.flatMap(({ rollout }) => rollout?.lists ?? []);
  const ids = [...ideas, ...experiments, ...queries, ...lists].map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new ShapeMismatch('experiments', 'distinct ids');
  if (ids.some((id) => id >= rest.nextId)) throw new ShapeMismatch('nextId', 'an unused id');
  const { currentExperiment } = rest;
  if (currentExperiment !== null && !experiments.some(({ id }) => id === currentExperiment))
    throw new ShapeMismatch('currentExperiment', 'an experiment');
  const names = tables.map(({ name }) => name);
  if (new Set(names).size < names.length) throw new ShapeMismatch('tables', 'distinct names');
}
