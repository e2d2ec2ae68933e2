import {
  emptied,
  noted,
  reads,
  type Cell,
  type CorpusFile,
  type ExpectedProblem,
} from './corpus-file.ts';

/** A column of numbers beside a column that has none. */
function numbers(
  name: string,
  written: readonly string[],
  values: readonly Cell[],
  kind: 'integer' | 'decimal' | 'text' | 'boolean',
  problems: readonly ExpectedProblem[] = [],
  header = 'amount',
): CorpusFile {
  const content = `city,${header}\n${written.map((value) => `A,${value.includes(',') ? `"${value}"` : value}\n`).join('')}`;
  return reads(name, content, {
    names: ['city', header],
    kinds: `text ${kind}`,
    rows: values.map((value) => ['A', value]),
    problems,
  });
}

/** The lines of one of several units. */
const mixed = (...lines: readonly number[]) => noted('mixed-units', 'amount', ...lines);
const tens = Array.from({ length: 20 }, (_, index) => String(index + 10));
const asNumbers = tens.map(Number);

export const numberFiles: readonly CorpusFile[] = [
  numbers(
    'thousands separators',
    ['1,000', '12,300', '1,234,567', '5'],
    [1000, 12_300, 1_234_567, 5],
    'integer',
  ),
  numbers(
    'won written in four ways',
    ['₩1,000', '2000원', '￦3,000', '4,000 원'],
    [1000, 2000, 3000, 4000],
    'integer',
  ),
  numbers(
    'amounts in 만 and 억',
    ['1000만원', '1억', '1억 2,000만', '3.5만'],
    [10_000_000, 100_000_000, 120_000_000, 35_000],
    'integer',
    [mixed(4, 5), mixed(2), mixed(3)],
  ),
  numbers(
    'minus written in six ways',
    ['-100', '(200)', '△300', '▲400', '−500', '600-'],
    [-100, -200, -300, -400, -500, -600],
    'integer',
  ),
  numbers('full-width digits', ['１２３', '４，５６７', '８９'], [123, 4567, 89], 'integer'),
  numbers('percent', ['10%', '12.5%', '100%', '0.1%'], [0.1, 0.125, 1, 0.001], 'decimal'),
  numbers(
    'decimals with a comma',
    ['1,5', '2,25', '10,75', '1.234,5'],
    [1.5, 2.25, 10.75, 1234.5],
    'decimal',
  ),
  numbers(
    'whole numbers with one decimal far down',
    [...tens, '0.5'],
    [...asNumbers, 0.5],
    'decimal',
  ),
  numbers('a word among numbers', [...tens, '많음'], [...asNumbers, null], 'integer', [
    emptied('not-a-number', 'amount', 22),
  ]),
  numbers(
    'empty, NULL, NA, N/A and dashes among numbers',
    [...tens, '', 'NULL', 'NA', 'N/A', '-', '#N/A', 'nan'],
    [...asNumbers, null, null, null, null, null, null, null],
    'integer',
  ),
  numbers(
    'errors of Excel among numbers',
    [...tens, '#DIV/0!', '#REF!'],
    [...asNumbers, null, null],
    'integer',
    [emptied('not-a-number', 'amount', 22, 23)],
  ),
  numbers(
    'numbers too large for a double',
    [...tens.map((text) => `${text}.5`), '1e999'],
    [...asNumbers.map((number) => number + 0.5), null],
    'decimal',
    [emptied('number-too-large', 'amount', 22)],
  ),
  numbers(
    'numbers with an exponent',
    ['1.5e3', '2.5E-2', '1e+05', '-3e0'],
    [1500, 0.025, 100_000, -3],
    'decimal',
  ),
  numbers('minus nought', ['-0', '0', '-0.0', '5'], [0, 0, 0, 5], 'integer'),
  numbers('plus signs', ['+1', '+20', '+300'], [1, 20, 300], 'integer'),
  numbers(
    'separators in the wrong places',
    ['1,23', '12,34,567', ',5', '1,,000'],
    ['1,23', '12,34,567', ',5', '1,,000'],
    'text',
  ),
  numbers(
    'two points, two signs',
    ['1.2.3', '--5', '5..', '+-1'],
    ['1.2.3', '--5', '5..', '+-1'],
    'text',
  ),
  numbers('ranges and sizes', ['10-20', '3x4', '1/2', '5+'], ['10-20', '3x4', '1/2', '5+'], 'text'),
  numbers('yes and no as Y and N', ['Y', 'N', 'y', ''], [1, 0, 1, null], 'boolean', [], 'opened'),
  numbers(
    'yes and no in Korean',
    ['예', '아니오', '예', '예'],
    [1, 0, 1, 1],
    'boolean',
    [],
    '동의여부',
  ),
  numbers('yes and no as O and X', ['O', 'X', 'O', 'X'], [1, 0, 1, 0], 'boolean', [], '수신동의'),
  numbers(
    'TRUE and FALSE',
    ['TRUE', 'FALSE', 'true', 'False'],
    [1, 0, 1, 0],
    'boolean',
    [],
    'active',
  ),
  numbers('O/X mixed with Y/N', ['O', 'X', 'Y', 'N'], ['O', 'X', 'Y', 'N'], 'text', [], 'answer'),
  numbers(
    'nought and one that count',
    ['0', '1', '1', '0'],
    [0, 1, 1, 0],
    'integer',
    [],
    'children',
  ),
  numbers(
    'nothing at all in a column',
    ['', '', '', ''],
    [null, null, null, null],
    'text',
    [],
    'memo',
  ),
  numbers(
    'names that mean nothing there among numbers',
    ['NA', 'None', 'Null Island', 'nil'],
    ['NA', 'None', 'Null Island', 'nil'],
    'text',
    [],
    'place',
  ),
  numbers('different currencies', ['$10', '₩20', '€30', '10원'], [10, 20, 30, 10], 'integer', [
    mixed(2),
    mixed(3, 5),
    mixed(4),
  ]),
  numbers(
    'amounts in won beside amounts in 만원',
    ['100만원', '1,000,000원', '50만원', '500,000원'],
    [1_000_000, 1_000_000, 500_000, 500_000],
    'integer',
    [mixed(2, 4), mixed(3, 5)],
  ),
  numbers(
    'decimals that no double has',
    ['0.1', '0.2', '0.30000000000000004', '12345678.987654321'],
    [0.1, 0.2, 0.30000000000000004, 12_345_678.987_654_321],
    'decimal',
  ),
];
