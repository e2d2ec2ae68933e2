import type { ProjectDocument } from './project-document.ts';

/** Keeps a query under a name; one that has the name already is written over. A name without letters keeps nothing. */
export function saveQuery(document: ProjectDocument, name: string, sql: string): ProjectDocument {
  const wanted = name.trim();
  if (wanted === '') return document;
  const known = document.queries.find((query) => query.name === wanted);
  if (known?.sql === sql) return document;
  if (known) {
    const queries = document.queries.map((query) => (query === known ? { ...query, sql } : query));
    return { ...document, queries };
  }
  const query = { id: document.nextId, name: wanted, sql };
  return { ...document, queries: [...document.queries, query], nextId: document.nextId + 1 };
}

/** Forgets a query that was kept. */
export function removeQuery(document: ProjectDocument, id: number): ProjectDocument {
  const queries = document.queries.filter((query) => query.id !== id);
  return queries.length < document.queries.length ? { ...document, queries } : document;
}
