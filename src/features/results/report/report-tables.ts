import { answerTexts } from '#text/answers/answer-words.ts';
import { reportTexts } from '#text/report/report-words.ts';
import type { TableExport } from '#ui/table-export.ts';
import { answerRows } from '../answers/answer-rows.ts';
import { reasonWords } from '../reasons.ts';
import type { ResultsView } from '../results-view.ts';
import type { Report } from './report.ts';

/** A table of the report, its numbers written for people. */
export interface ReportTable extends TableExport {
  readonly title: string;
}

/** The analyst's tables of a report: arms, carrots among themselves, and the answers with their methods. */
export function reportTables(view: ResultsView, report: Report): readonly ReportTable[] {
  return [
    armsTable(view),
    ...(view.analysis.carrotPairs.length > 0 ? [pairsTable(view)] : []),
    ...(report.lines.length > 0 ? [answersTable(view, report)] : []),
  ];
}

function range(view: ResultsView, { low, high }: { low: number; high: number }): string {
  return `${view.write(low, 'points')} – ${view.write(high, 'points')}`;
}

function armsTable(view: ResultsView): ReportTable {
  const t = reportTexts();
  const hasMoney = view.reading.plan.source.moneyColumn !== null;
  const header = [t.arm, t.customers, t.responders, t.rate, t.difference, t.interval, t.adjusted];
  const money = hasMoney ? [t.moneyMean, t.moneyDifference] : [];
  const rows = view.arms.map(({ reading, identity, comparison }) => {
    const response = comparison?.response;
    const compared = !response
      ? [t.reference, '', '']
      : response.ok
        ? [
            view.write(response.value.difference, 'points'),
            range(view, response.value.interval),
            view.write(response.value.pValueAdjusted, 'p-value'),
          ]
        : [reasonWords(response.problem), '', ''];
    const difference = comparison?.money?.difference;
    const inMoney = [
      reading.money?.ok ? view.write(reading.money.value.mean, 'money') : '–',
      difference?.ok ? view.write(difference.value.difference, 'money-change') : '',
    ];
    return [
      identity.name,
      view.count(reading.customers),
      view.count(reading.responders),
      reading.response.ok ? view.write(reading.response.value.share, 'share') : '–',
      ...compared,
      ...(hasMoney ? inMoney : []),
    ];
  });
  return { title: t.arms, rows: [[...header, ...money], ...rows], headerRows: 1, headerColumns: 1 };
}

function pairsTable(view: ResultsView): ReportTable {
  const t = reportTexts();
  const rows = view.analysis.carrotPairs.map(({ first, second, response }) => [
    `${view.identities.of(first).name} − ${view.identities.of(second).name}`,
    ...(response.ok
      ? [
          view.write(response.value.difference, 'points'),
          range(view, response.value.interval),
          view.write(response.value.pValueAdjusted, 'p-value'),
        ]
      : [reasonWords(response.problem), '', '']),
  ]);
  const header = [t.pair, t.difference, t.interval, t.adjusted];
  return { title: t.pair, rows: [header, ...rows], headerRows: 1, headerColumns: 1 };
}

function answersTable(view: ResultsView, { lines, names }: Report): ReportTable {
  const t = reportTexts();
  const words = answerTexts();
  const header = [words.table.question, words.table.what, t.difference, t.interval, words.table.method, t.adjusted]; // prettier-ignore
  const rows = answerRows(lines, names, (text) => text).map(
    ({ question, isFirst, what, method, answered, part }) => {
      const adjusted = answered.form === 'joint' ? answered.pValueAdjusted : part.pValue;
      return [
        isFirst ? question : '',
        what,
        view.write(part.estimate, 'points'),
        range(view, part.interval),
        isFirst ? method : '',
        adjusted !== null && (isFirst || part.pValue !== null)
          ? view.write(adjusted, 'p-value')
          : '',
      ];
    },
  );
  return { title: words.table.title, rows: [header, ...rows], headerRows: 1, headerColumns: 2 };
}
