import type { ProjectDocument } from '#core/history/project-document.ts';
import { consoleSchema } from '#core/sql/console-schema.ts';
import {
  listedQueryNames,
  projectQueryNames,
  projectSql,
  type ProjectQueryName,
  type QuerySubject,
} from '#core/sql/project-queries.ts';
import { sqlProject } from '#core/sql/sql-project.ts';
import { sqlWords } from '#text/sql/sql-words.ts';

export interface ProjectQuery {
  readonly id: string;
  readonly name: string;
  readonly sql: string;
}

/** The queries that fit a project, in the language of the page. The first is one that every project has. */
export function projectQueries(document: ProjectDocument | null): ProjectQuery[] {
  if (!document) return [];
  const { starters, columns } = sqlWords();
  const project = sqlProject(document, columns);
  return listedQueryNames.flatMap((name): ProjectQuery[] => {
    if (name === 'rows') {
      return consoleSchema(document).tables.flatMap(({ source: table, name: called }) => {
        const sql = projectSql(project, 'rows', { table });
        return sql === null
          ? []
          : [{ id: `rows ${table}`, name: starters.names.rows(called), sql }];
      });
    }
    const sql = projectSql(project, name);
    return sql === null ? [] : [{ id: name, name: starters.names[name], sql }];
  });
}

/** The SQL that an address asks for by name, e.g. `?show=quota`; null where the project has no such table. */
export function queryAskedFor(
  document: ProjectDocument,
  name: string,
  subject: QuerySubject,
): string | null {
  const known = projectQueryNames.find((each): each is ProjectQueryName => each === name);
  return known ? projectSql(sqlProject(document, sqlWords().columns), known, subject) : null;
}
