import type { Column, ImportReport, PersonalDataKind } from './column.ts';
import { maskRow } from './mask-row.ts';
import { maskPersonal } from './personal-data.ts';

/** What parts the fields of a whole row where a report quotes one. */
export const fieldsApart = ' | ';

/**
 * The report of an import with the values masked that it quotes of a column which is marked as personal afterwards.
 * `columns`: those of the table in their order; `name`: the column; `kind`: as what it is masked. A quoted row whose
 * fields cannot be told apart any more is masked as one whose fields may stand anywhere (see `maskRow`).
 * Example: of a column of names the quoted value 홍길동 becomes 홍*동, and the row `C1 | 홍길동` becomes `C1 | 홍*동`.
 */
export function maskReport(
  report: ImportReport,
  columns: readonly Pick<Column, 'name'>[],
  name: string,
  kind: PersonalDataKind,
): ImportReport {
  const kinds = columns.map((column) => (column.name === name ? kind : null));
  const maskWhole = (code: string, text: string) => {
    const fields = text.split(fieldsApart);
    const areApart = fields.length <= columns.length;
    return maskRow(fields, areApart ? code : 'too-many-fields', kinds).join(fieldsApart);
  };
  return {
    ...report,
    problems: report.problems.map((problem) => {
      const isRow = problem.severity === 'row' || problem.severity === 'aside';
      if (!isRow && problem.column !== name) return problem;
      const mask = (text: string) =>
        isRow ? maskWhole(problem.code, text) : (maskPersonal(text, kind) ?? '');
      return {
        ...problem,
        examples: problem.examples.map(({ line, text }) => ({ line, text: mask(text) })),
      };
    }),
  };
}
