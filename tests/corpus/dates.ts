import {
  emptied,
  noted,
  reads,
  type Cell,
  type CorpusFile,
  type ExpectedProblem,
} from './corpus-file.ts';

/** A column of dates beside a column that has none. */
function dates(
  name: string,
  written: readonly string[],
  values: readonly Cell[],
  problems: readonly ExpectedProblem[] = [],
  header = 'order_date',
  kind = 'date',
): CorpusFile {
  const content = `city,${header}\n${written.map((value) => `A,${value.includes(',') ? `"${value}"` : value}\n`).join('')}`;
  return reads(name, content, {
    names: ['city', header],
    kinds: `text ${kind}`,
    rows: values.map((value) => ['A', value]),
    problems,
  });
}

const days = Array.from(
  { length: 20 },
  (_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`,
);

export const dateFiles: readonly CorpusFile[] = [
  dates(
    'seven ways to write one day',
    [
      '2026-11-22',
      '2026.11.22',
      '2026. 11. 22.',
      '2026/11/22',
      '2026년 11월 22일',
      '2026-11-22',
      '22 Nov 2026',
    ],
    Array.from({ length: 7 }, () => '2026-11-22'),
  ),
  dates(
    'years of two digits',
    ['26.11.22', '25.01.05', '99.12.31', '26.02.28'],
    ['2026-11-22', '2025-01-05', '1999-12-31', '2026-02-28'],
  ),
  dates(
    'eight digits',
    ['20261122', '20250105', '20240229'],
    ['2026-11-22', '2025-01-05', '2024-02-29'],
  ),
  dates(
    'eight digits that are no dates',
    ['20261122', '20251305', '99999999'],
    [20_261_122, 20_251_305, 99_999_999],
    [],
    'amount',
    'integer',
  ),
  dates(
    'days that no calendar has',
    [...days, '2026-02-30', '2026-13-01', '2025-02-29', '2026-00-10'],
    [...days, null, null, null, null],
    [emptied('impossible-date', 'order_date', 22, 23, 24, 25)],
  ),
  dates(
    '0000-00-00 as MySQL writes it',
    [...days, '0000-00-00'],
    [...days, null],
    [emptied('impossible-date', 'order_date', 22)],
  ),
  dates(
    'month first, told by one day above 12',
    ['11/22/2026', '03/04/2026', '12/01/2025'],
    ['2026-11-22', '2026-03-04', '2025-12-01'],
  ),
  dates(
    'day first, told by one day above 12',
    ['22/11/2026', '03/04/2026', '01/12/2025'],
    ['2026-11-22', '2026-04-03', '2025-12-01'],
  ),
  dates(
    'dates that can be read in two ways: they stay text until somebody says which',
    ['03/04/2026', '05/06/2026', '01/02/2026'],
    ['03/04/2026', '05/06/2026', '01/02/2026'],
    [],
    'order_date',
    'text',
  ),
  dates(
    'dates that contradict each other: they stay text',
    ['22/11/2026', '11/22/2026', '03/04/2026', '05/05/2026'],
    ['22/11/2026', '11/22/2026', '03/04/2026', '05/05/2026'],
    [],
    'order_date',
    'text',
  ),
  dates(
    'a day and its time in five ways',
    [
      '2026-11-22 15:20',
      '2026-11-22T15:20:30',
      '2026. 11. 22. 오후 3:20',
      '2026-11-22 오전 12:05:00',
      '2026-11-22 3:20 PM',
    ],
    [
      '2026-11-22 15:20:00',
      '2026-11-22 15:20:30',
      '2026-11-22 15:20:00',
      '2026-11-22 00:05:00',
      '2026-11-22 15:20:00',
    ],
  ),
  dates(
    'times with a zone, kept as they are written',
    [
      '2026-11-22T15:20:30Z',
      '2026-11-22T15:20:30+09:00',
      '2026-11-22 15:20:30 KST',
      '2026-11-22T15:20:30.123-0500',
    ],
    Array.from({ length: 4 }, () => '2026-11-22 15:20:30'),
  ),
  dates(
    'times that no clock shows',
    [...days, '2026-01-21 25:00', '2026-01-22 10:60', '2026-01-23 24:00'],
    [...days, null, null, null],
    [emptied('impossible-date', 'order_date', 22, 23, 24)],
  ),
  dates(
    "Excel's serial numbers under a header that says date",
    ['46348', '46349', '46350.5'],
    ['2026-11-22', '2026-11-23', '2026-11-24 12:00:00'],
  ),
  dates("Excel's serial numbers among dates", [...days, '46348'], [...days, '2026-11-22']),
  dates(
    'numbers like serials under a header that says amount',
    ['46348', '46349', '46350'],
    [46_348, 46_349, 46_350],
    [],
    'amount',
    'integer',
  ),
  dates(
    'dates in the future and in the first century',
    [...days, '2999-12-31', '0026-11-22'],
    [...days, '2999-12-31', '0026-11-22'],
    [noted('implausible-date', 'order_date', 22), noted('implausible-date', 'order_date', 23)],
  ),
  dates(
    'a word among dates',
    [...days, '미정', 'unknown'],
    [...days, null, null],
    [emptied('not-a-date', 'order_date', 22, 23)],
  ),
  dates(
    'empty, NULL and dashes among dates',
    [...days, '', 'NULL', '-'],
    [...days, null, null, null],
  ),
  dates(
    'a formula that Excel reads as a date',
    ['1-Jan', '2-Feb', 'Mar-26'],
    ['1-Jan', '2-Feb', 'Mar-26'],
    [],
    'note',
    'text',
  ),
  dates(
    'months without a day',
    ['2026-11', '2026-12', '2027-01'],
    ['2026-11', '2026-12', '2027-01'],
    [],
    'month',
    'text',
  ),
  dates(
    'a day of the week after the date',
    ['2026-11-22(일)', '2026-11-23 (월)', '2026년 11월 24일 화요일'],
    ['2026-11-22', '2026-11-23', '2026-11-24'],
  ),
];
