import type { Variable } from '../customers/variable.ts';
import type { Column } from '../import/column.ts';

/** What a column of sex, age or region is called in the files of both languages. */
const names: readonly RegExp[] = [
  /(^|[_\s])(sex|gender)($|[_\s])|성별/i,
  /(^|[_\s])(age|birth|birthyear|birthday|dob)($|[_\s])|나이|연령|생년|출생|생일/i,
  /(^|[_\s])(region|city|area|province|district)($|[_\s])|지역|시도|거주지/i,
];

/**
 * The columns that the method balances without dividing the quota table by them: sex, age and region, one each.
 * `columns`: of the customer table.
 * Source: the program page of the method deck ("Control 요인").
 * Example: of `customer_id`, `gender`, `birth_year` and `region` the last three.
 */
export function suggestControlFactors(columns: readonly Column[]): readonly Variable[] {
  return names.flatMap((pattern): Variable[] => {
    const column = columns.find(({ name }) => pattern.test(name));
    return column ? [{ from: 'customers', column: column.name }] : [];
  });
}
