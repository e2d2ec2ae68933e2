import type { ImportProblemCode, PersonalDataKind } from './column.ts';
import { maskPersonal } from './personal-data.ts';

/** Of the fields of such rows nobody knows which column they belong to. */
const misplaced: ReadonlySet<string> = new Set<ImportProblemCode>([
  'too-few-fields',
  'too-many-fields',
  'unclosed-quote',
  'another-table',
  'comment-line',
  'line-above',
]);

/**
 * The fields of a rejected row with its personal columns masked. Where the fields of the row may stand in other columns
 * than the header says, only numbers of less than six digits are left as they are.
 * `code`: why the row was rejected; `kinds`: for each column as what it is masked, or null. With none to mask the row
 * stays as it is.
 * Example: the fields C1 and 홍길동 of a duplicate-id, where the second column is a name, become C1 and 홍*동.
 */
export function maskRow(
  fields: readonly string[],
  code: string,
  kinds: readonly (PersonalDataKind | null)[],
): readonly string[] {
  if (kinds.every((kind) => kind === null)) return fields;
  if (misplaced.has(code)) return fields.map(maskMisplaced);
  return fields.map((field, place) => {
    const kind = kinds[place] ?? null;
    return kind === null ? field : (maskPersonal(field, kind) ?? '');
  });
}

function maskMisplaced(field: string): string {
  const isHarmless = !/\p{L}/u.test(field) && (field.match(/\p{Nd}/gu) ?? []).length < 6;
  return isHarmless ? field : '***';
}
