import type { Design } from '../design/design.ts';
import type { Experiment } from '../history/project-document.ts';
import { withParts } from './design-sql.ts';
import { quoteName, quoteText } from './quote-name.ts';
import type { SqlProject } from './sql-project.ts';

/** The drawn list of an experiment, or null where nothing has been drawn. */
export function listSql({ id, assignment }: Experiment): string | null {
  return assignment
    ? `SELECT customer, cell, arm\nFROM assignments\nWHERE experiment = ${id}`
    : null;
}

/** The drawn customers per cell and arm, laid out as on the screen; null where nothing has been drawn. */
export function drawnSql(
  project: SqlProject,
  { id, design, assignment }: Experiment,
): string | null {
  if (!design || !assignment) return null;
  const { names } = project;
  const { runningExperiments: running } = assignment;
  const parts = project.source ? `WITH ${populationParts(project, design, running).join(',\n')}\n` : ''; // prettier-ignore
  const population = project.source
    ? `(SELECT count FROM populations AS p WHERE p.cell = a.cell) AS ${quoteName(names.population)},\n  `
    : '';
  const arms = design.arms.map(({ name }) => `sum(arm = ${quoteText(name)}) AS ${quoteName(name)}`);
  return `${parts}SELECT cell, ${population}${[...arms, `count(*) AS ${quoteName(names.total)}`].join(',\n  ')}
FROM assignments AS a
WHERE experiment = ${id}
GROUP BY cell
ORDER BY min(rowid)`;
}

/** The customers of the latest rollout list per cell and arm; null where none has been drawn. */
export function rolledOutSql({ rollout }: Experiment): string | null {
  const list = rollout?.lists.at(-1);
  if (!list) return null;
  const given = list.design.arms.filter(
    ({ id }, place) => place === 0 || list.carrots.includes(id),
  );
  const arms = given.map(({ name }) => `sum(arm = ${quoteText(name)}) AS ${quoteName(name)}`);
  return `SELECT cell, ${arms.join(', ')}
FROM assignments
WHERE experiment = ${list.id}
GROUP BY cell
ORDER BY min(rowid)`;
}

/** The parts of WITH that end in `populations`: the customers of every cell by the name that the drawn list gives it. */
function populationParts(project: SqlProject, design: Design, running: readonly number[]) {
  const levels = design.attributes.map(({ name }) => quoteName(name));
  const cell = levels.join(` || '×' || `) || "''";
  const known = levels.map((level) => `${level} IS NOT NULL`).join(' AND ') || '1';
  return [
    ...withParts(project, design, { id: null, eligible: { running } }),
    `populations AS (\n  SELECT ${cell} AS cell, count(*) AS count\n  FROM cells\n  WHERE ${known}\n  GROUP BY 1\n)`,
  ];
}
