import type { Answers } from '#core/results/answers/answer.ts';
import { exportFiles, rScript } from '#core/results/export/r-script.ts';
import { resultFigures } from '#core/results/export/result-figures.ts';
import { resultsJson } from '#core/results/export/results-json.ts';
import { totalsHeader, totalsRows } from '#core/results/export/totals-table.ts';
import { resultProcedures } from '#core/results/procedures.ts';
import { downloadBlob } from '#ui/download.ts';
import { csvText } from '#ui/table-export.ts';
import type { ResultsView } from '../results-view.ts';

/** The files that a result can be taken along in. */
export type ResultFile = 'results' | 'json' | 'totals' | 'script';

/** What the files are made from. */
export interface FileInputs {
  readonly view: ResultsView;
  readonly answers: Answers | null;
  /** The experiment's name. */
  readonly name: string;
  readonly fingerprint: string | null;
}

/** The text of a file, at full precision. */
export function resultFile(file: ResultFile, inputs: FileInputs): string {
  const { view, answers, name, fingerprint } = inputs;
  const { plan, totals, analysis } = view.reading;
  switch (file) {
    case 'results':
      return csvText([
        ['figure', 'arm', 'against', 'part', 'value', 'problem', 'arm_name', 'against_name'],
        ...resultFigures(analysis, answers, totals.leftOut).map(
          ({ figure, arm, against, part, value, problem }) => [
            figure,
            arm,
            against,
            part,
            value,
            problem,
            nameAt(view, arm),
            nameAt(view, against),
          ],
        ),
      ]);
    case 'json':
      return resultsJson({
        experiment: name,
        plan,
        totals,
        analysis,
        answers,
        procedures: resultProcedures,
        fingerprint,
      });
    case 'totals':
      return csvText([
        totalsHeader,
        ...totalsRows(totals, (stratum) =>
          (view.strata.levelsOfStratum[stratum] ?? []).join(' · '),
        ),
      ]);
    case 'script':
      return rScript({
        control: totals.arms.indexOf(plan.control) + 1,
        confidenceShare: plan.confidenceShare,
        multiplicity: plan.multiplicity,
        hasMoney: plan.source.moneyColumn !== null,
      });
  }
}

function nameAt(view: ResultsView, arm: number | null): string | null {
  const id = arm === null ? undefined : view.analysis.arms[arm - 1]?.name;
  return id === undefined ? null : view.identities.of(id).name;
}

/** Hands a file to the reader under the name that the script knows. */
export function downloadFile(file: ResultFile, inputs: FileInputs): void {
  const kinds: Readonly<Record<ResultFile, readonly [name: string, type: string]>> = {
    results: [exportFiles.results, 'text/csv;charset=utf-8'],
    totals: [exportFiles.totals, 'text/csv;charset=utf-8'],
    script: [exportFiles.script, 'text/plain;charset=utf-8'],
    json: ['carrotlab-results.json', 'application/json'],
  };
  const [name, type] = kinds[file];
  downloadBlob(new Blob([resultFile(file, inputs)], { type }), name);
}
