import { severalArmsStopAbove } from '#core/results/trust/people-trust.ts';
import type { ArmShare, TrustAlarm } from '#core/results/trust/alarm.ts';
import { formatDate, type FigureKind } from '#text/format.ts';
import { language } from '#text/language.svelte.ts';
import { trustWords } from '#text/trust/trust-words.ts';
import { workspace } from '#workspace/workspace.svelte.ts';
import type { ResultsView } from '../results-view.ts';
import { shownIds } from './shown-ids.ts';

export interface AlarmFigure {
  readonly label: string;
  readonly name: string;
  readonly value: number | null;
  readonly kind: FigureKind;
  readonly row?: string;
  readonly column?: string;
  readonly arm?: string;
}

/** An alarm in words and figures. */
export interface AlarmLine {
  readonly title: string;
  readonly text: string;
  readonly figures: readonly AlarmFigure[];
}

export function alarmLine(alarm: TrustAlarm, view: ResultsView): AlarmLine {
  const t = trustWords();
  const f = t.figure;
  const words = t.alarm;
  const armName = (arm: string) => view.identities.of(arm).name;
  const day = (iso: string) => formatDate(iso, language.code);
  const pValue = (name: string, value: number): AlarmFigure => ({
    label: f.pValue,
    name,
    value,
    kind: 'p-value',
  });
  const customers = (name: string, value: number): AlarmFigure => ({
    label: f.customers,
    name,
    value,
    kind: 'count',
  });
  const leftOut = (row: string, value: number, label: string): AlarmFigure => ({
    label,
    name: 'rows-left-out',
    row,
    value,
    kind: 'count',
  });
  const share = (name: string, value: number): AlarmFigure => ({
    label: f.share,
    name,
    value,
    kind: 'share',
  });
  const byArm = (
    name: string,
    arms: readonly ArmShare[],
    label: (arm: string) => string,
  ): AlarmFigure[] =>
    arms.map(({ arm, share: value }) => ({
      label: label(armName(arm)),
      name,
      arm,
      value,
      kind: 'share',
    }));
  switch (alarm.code) {
    // The p-value of the whole split stands in the line of checks.
    case 'split-broken':
      return { ...words[alarm.code], figures: [] };
    case 'split-uneven':
      return {
        title: words[alarm.code].title,
        text: words[alarm.code].text(alarm.severity === 'doubt'),
        figures: [],
      };
    case 'split-broken-in-cell': {
      const { stratum, sizes, cellsAffected, othersFit } = alarm.facts;
      const cell = view.strata.levelsOfStratum[stratum]?.join(' · ') ?? '';
      return {
        title: words[alarm.code].title(cell),
        text: words[alarm.code].text(
          sizes.map((size) => view.count(size)).join(' : '),
          view.count(cellsAffected),
          othersFit ? 'others-fit' : alarm.severity === 'stop' ? 'planned' : 'assumed',
        ),
        figures: [pValue('cell-split-p-value', alarm.facts.pValue)],
      };
    }
    case 'in-several-arms':
      return {
        title: words[alarm.code].title,
        text: words[alarm.code].text(
          shownIds(view, alarm.facts.examples).join(', '),
          view.write(severalArmsStopAbove, 'share'),
        ),
        figures: [
          customers('customers-in-several-arms', alarm.facts.customers),
          share('several-arms-share', alarm.facts.share),
        ],
      };
    case 'several-arms-left-out': {
      const { customers: left, rows, examples } = alarm.facts;
      return {
        title: words[alarm.code].title,
        text: words[alarm.code].text(shownIds(view, examples).join(', ')),
        figures: [
          ...(left === null ? [] : [customers('customers-in-several-arms', left)]),
          leftOut('inSeveralArms', rows, f.rows),
        ],
      };
    }
    case 'on-other-lists': {
      const all = workspace.document?.experiments ?? [];
      const names = alarm.facts.experiments.map(
        (id) => all.find((each) => each.id === id)?.name ?? String(id),
      );
      return {
        title: words[alarm.code].title,
        text: words[alarm.code].text(names.join(', ')),
        figures: [
          customers('customers-on-other-lists', alarm.facts.customers),
          share('other-lists-share', alarm.facts.share),
        ],
      };
    }
    case 'missing-outcomes-differ':
      return {
        ...words[alarm.code],
        figures: [
          leftOut(
            'missingOutcome',
            alarm.facts.byArm.reduce((sum, arm) => sum + arm.customers, 0),
            f.customers,
          ),
          ...byArm('missing-share', alarm.facts.byArm, f.missing),
          pValue('missing-p-value', alarm.facts.pValue),
        ],
      };
    case 'missing-outcomes':
      return {
        ...words[alarm.code],
        figures: [
          leftOut('missingOutcome', alarm.facts.customers, f.customers),
          share('missing-share', alarm.facts.share),
        ],
      };
    case 'delivery-differs':
      return {
        ...words[alarm.code],
        figures: [
          ...byArm('bounced-share', alarm.facts.byArm, f.bounced),
          pValue('delivery-p-value', alarm.facts.pValue),
        ],
      };
    case 'largest-amounts-decide': {
      const { arm, difference, cappedDifference } = alarm.facts;
      const money = (label: string, name: string, value: number): AlarmFigure => ({
        label,
        name,
        arm,
        value,
        column: 'money',
        kind: 'money-change',
      });
      return {
        title: words[alarm.code].title(armName(arm)),
        text: words[alarm.code].text,
        figures: [
          money(f.all, 'uncut-difference', difference),
          { ...pValue('uncut-p-value', alarm.facts.pValue), arm },
          money(f.capped, 'capped-difference', cappedDifference),
          { ...pValue('capped-p-value', alarm.facts.cappedPValue), arm },
        ],
      };
    }
    case 'effect-changes': {
      const { arm, early, late, until } = alarm.facts;
      return {
        title: words[alarm.code].title(armName(arm)),
        text: words[alarm.code].text(day(until)),
        figures: [
          { label: f.early, name: 'early-difference', arm, value: early, kind: 'points' },
          { label: f.late, name: 'late-difference', arm, value: late, kind: 'points' },
          { ...pValue('change-p-value', alarm.facts.pValue), arm },
        ],
      };
    }
    case 'window-open': {
      const { reached, to, chanceOfSilence } = alarm.facts;
      return {
        title: words[alarm.code].title,
        text: words[alarm.code].text(day(reached), day(to)),
        figures:
          chanceOfSilence === null
            ? []
            : [
                {
                  label: f.silence,
                  name: 'silence-chance',
                  value: chanceOfSilence,
                  kind: 'p-value',
                },
              ],
      };
    }
    case 'outside-window':
      return {
        ...words[alarm.code],
        figures: [
          leftOut('beforeWindow', alarm.facts.before, f.before),
          leftOut('afterWindow', alarm.facts.after, f.after),
        ],
      };
    case 'not-on-list':
      return { ...words[alarm.code], figures: [leftOut('notOnList', alarm.facts.rows, f.rows)] };
    case 'rows-unused':
      return {
        ...words[alarm.code],
        figures: [
          leftOut('missingArm', alarm.facts.missingArm, f.missingArm),
          leftOut('noStratum', alarm.facts.noStratum, f.noStratum),
        ].filter(({ value }) => value !== 0),
      };
    case 'waves-differ':
      return {
        title: words[alarm.code].title(alarm.facts.waves.join(', ')),
        text: words[alarm.code].text,
        figures: [],
      };
    case 'repeated-customers':
      return {
        title: words[alarm.code].title,
        text: alarm.facts.added ? words[alarm.code].added : words[alarm.code].asRows,
        figures: [customers('repeated-customers', alarm.facts.customers)],
      };
    case 'contradicting-marks':
      return {
        ...words[alarm.code],
        figures: (['respondedThoughBounced', 'purchasedWithoutResponse'] as const)
          .filter((mark) => alarm.facts[mark] > 0)
          .map((mark) => ({
            label: f[mark],
            name: 'contradicting-marks',
            row: mark,
            value: alarm.facts[mark],
            kind: 'count',
          })),
      };
  }
}
