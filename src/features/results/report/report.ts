import { answerPlan } from '#core/results/answers/answer-plan.ts';
import type { Answers } from '#core/results/answers/answer.ts';
import { reportTexts } from '#text/report/report-words.ts';
import { currency } from '#text/currency.svelte.ts';
import { formatDate, formatMoment } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import { answerLines, type AnswerLine } from '../answers/answer-lines.ts';
import { answerNames, type AnswerNames } from '../answers/answer-names.ts';
import type { JudgedView } from '../conclusions/stored-view.ts';
import { reasonWords } from '../reasons.ts';
import type { ResultsView } from '../results-view.ts';
import { plainText } from '../verdict-sentence.ts';

/** What a report is made from beside the result. */
export interface ReportInputs {
  readonly judged: JudgedView;
  /** The experiment's name. */
  readonly name: string;
  /** Null where the result is not concluded. */
  readonly concluded: {
    readonly version: number;
    readonly at: string;
    readonly fingerprint: string;
  } | null;
  /** The query of the counts; null where it cannot be written. */
  readonly sql: string | null;
}

/** The interval of one carrot, as the chart of a report draws it. */
export interface ReportInterval {
  readonly label: string;
  readonly place: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly written: string;
}

/** A result as it is told to somebody who was not there, in plain text. */
export interface Report {
  readonly name: string;
  readonly headline: string;
  readonly detail: string;
  /** Null where the answers are given; else why they are not. */
  readonly alarm: string | null;
  readonly tried: readonly (readonly [label: string, text: string])[];
  readonly money: readonly string[];
  readonly doubt: readonly string[];
  readonly lines: readonly AnswerLine[];
  readonly answers: Answers | null;
  readonly names: AnswerNames;
  readonly chart: readonly ReportInterval[];
  /** What the chart shows, as a sentence. */
  readonly chartTitle: string;
  readonly next: string;
  readonly fingerprint: string | null;
  readonly provenance: string;
  readonly sql: string | null;
}

/** A result as a report in the current language: money before doubt, one sentence per question, one chart, the next step. */
export function makeReport({ judged, name, concluded, sql }: ReportInputs): Report {
  const t = reportTexts();
  const { view, decision, sentence, alarms } = judged;
  const { totals, plan } = view.reading;
  const found = answerPlan(totals, plan, alarms);
  const names = answerNames(totals, plan.strata, view.identities, (identity) => identity.name);
  const lines = found.ok
    ? answerLines(
        found.value,
        {
          names,
          control: view.control.name,
          language: language.code,
          currency: currency.code,
          margin: plan.margin,
          power: found.value.power,
        },
        totals.strata.length,
      )
    : [];
  const stopped = found.ok && found.value.withheld !== null;
  return {
    name,
    headline: plainText(sentence.headline),
    detail: plainText(sentence.detail),
    alarm: stopped ? t.alarm : null,
    tried: triedOnWhom(view),
    money: stopped ? [] : moneyLines(view),
    doubt: [t.confidence(view.confidence), t.rules[view.analysis.multiplicity]],
    lines,
    answers: found.ok ? found.value : null,
    names,
    chart: stopped ? [] : intervals(view),
    chartTitle: t.chart(view.confidence),
    next: catalogue().results.verdict.nextStep[stopped ? 'find-cause' : decision.nextStep],
    fingerprint: concluded?.fingerprint ?? null,
    provenance: concluded
      ? t.concluded(String(concluded.version), formatMoment(concluded.at, language.code))
      : t.notConcluded,
    sql,
  };
}

function triedOnWhom(view: ResultsView): Report['tried'] {
  const t = reportTexts();
  const { plan } = view.reading;
  const { customers, responders } = view.analysis;
  const strata = view.strata.attributes.map(({ name }) => name).join(' × ');
  const { window, source } = plan;
  return [
    [t.who, t.responded(view.count(responders), view.count(customers))],
    [
      t.arms,
      view.arms
        .map(({ reading, identity }) => t.armSize(identity.name, view.count(reading.customers)))
        .join(' · '),
    ],
    [
      t.outcome,
      `${source.outcomeColumn ?? catalogue().results.carrots.everyRowResponse} · ${t.compared(view.control.name, strata || null)}`,
    ],
    [
      t.period,
      window
        ? `${formatDate(window.from, language.code)} – ${formatDate(window.to, language.code)}`
        : t.anyTime,
    ],
    ...leftOutLine(view),
  ];
}

/** Rows that do not count, by reason; nothing where all of them do. */
function leftOutLine(view: ResultsView): Report['tried'] {
  const t = reportTexts();
  const { leftOut } = view.reading.totals;
  const parts = Object.entries(t.leftOutRows).flatMap(([reason, written]) => {
    const rows = leftOut[reason as keyof typeof t.leftOutRows];
    return rows > 0 ? [written(view.count(rows))] : [];
  });
  return parts.length > 0 ? [[t.leftOut, parts.join(' · ')]] : [];
}

function moneyLines(view: ResultsView): readonly string[] {
  const t = reportTexts();
  const lines = view.arms.flatMap(({ identity, comparison }): readonly string[] => {
    const difference = comparison?.money?.difference;
    if (!difference) return [];
    if (!difference.ok) return [t.moneyRefused(identity.name, reasonWords(difference.problem))];
    const { interval, pValueAdjusted } = difference.value;
    const write = (amount: number) => view.write(amount, 'money-change');
    const line = t.moneyLine(
      identity.name,
      write(difference.value.difference),
      write(interval.low),
      write(interval.high),
    );
    return [pValueAdjusted < 1 - view.analysis.confidenceShare ? line : t.moneyUnclear(line)];
  });
  return lines.length > 0 ? lines : [t.noMoney];
}

function intervals(view: ResultsView): readonly ReportInterval[] {
  return view.arms.flatMap(({ identity, comparison }) => {
    const response = comparison?.response;
    if (!response?.ok) return [];
    const { difference: value, interval } = response.value;
    const written = view.write(value, 'points');
    return { label: identity.name, place: identity.place, value, ...interval, written };
  });
}
