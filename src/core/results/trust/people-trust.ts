import type { AlarmSeverity } from './alarm.ts';
import { fine, type Checked, type TrustInputs } from './trust-inputs.ts';

/** Customers in two arms got both offers, and count for both: above this share of all customers nothing is read. */
export const severalArmsStopAbove = 0.01;
/** Above this share of all customers (or rows) what is left out, or disturbed, is no longer a detail. */
export const detailBelow = 0.05;

/** Whether every customer is in one arm. A list that was drawn here holds nobody twice. */
export function checkSeveralArms({ plan, totals, analysis, detail }: TrustInputs): Checked {
  const { source } = plan;
  if (source.kind === 'drawn') return fine;
  if (source.customerColumn === null) return 'not-possible';
  const rows = totals.leftOut.inSeveralArms;
  if (plan.severalArms === 'leave-out' && rows > 0) {
    const share = shareOf(rows, analysis.customers + rows);
    return [
      {
        code: 'several-arms-left-out',
        check: 'several-arms',
        // So many are no slip: why they were in two arms may well go with what they did.
        severity: share > severalArmsStopAbove ? 'doubt' : 'note',
        advice: 'look-at',
        facts: {
          customers: detail?.inSeveralArms.customers ?? null,
          rows,
          share,
          examples: detail?.inSeveralArms.examples ?? [],
        },
      },
    ];
  }
  if (!detail) return 'not-possible';
  const { customers, examples } = detail.inSeveralArms;
  if (customers === 0) return fine;
  const share = shareOf(customers, analysis.customers);
  const isGrave = share > severalArmsStopAbove;
  return [
    {
      code: 'in-several-arms',
      check: 'several-arms',
      severity: isGrave ? 'stop' : 'doubt',
      advice: isGrave ? 'stop-reading' : 'exclude',
      facts: { customers, share, examples },
    },
  ];
}

/**
 * Whether another running experiment writes to the same customers. The draw spreads them over the arms alike, so that the
 * comparison is blurred rather than turned.
 */
export function checkOtherLists({ plan: { source }, analysis, detail }: TrustInputs): Checked {
  if (source.kind !== 'drawn' || !detail) return 'not-possible';
  const lists = detail.onOtherLists.filter(({ customers }) => customers > 0);
  if (lists.length === 0) return fine;
  // A customer may be on several lists: all of them together are at least as many as on the longest.
  const customers = Math.max(...lists.map((list) => list.customers));
  const share = shareOf(customers, analysis.customers);
  return [
    {
      code: 'on-other-lists',
      check: 'other-lists',
      severity: severityOf(share),
      advice: 'look-at',
      facts: { customers, share, experiments: lists.map(({ experiment }) => experiment) },
    },
  ];
}

/** Whether all rows could be used. */
export function checkRows({ totals, analysis, detail }: TrustInputs): Checked {
  const { missingArm, noStratum, notOnList } = totals.leftOut;
  const { customers, responders } = analysis;
  const unused = missingArm + noStratum;
  const contradicting = detail ? contradictions(detail.branches) : null;
  return [
    ...(notOnList > 0
      ? [
          {
            code: 'not-on-list',
            check: 'rows-used',
            severity: severityOf(shareOf(notOnList, responders + notOnList)),
            advice: 'look-at',
            facts: { rows: notOnList, share: shareOf(notOnList, responders + notOnList) },
          } as const,
        ]
      : []),
    ...(unused > 0
      ? [
          {
            code: 'rows-unused',
            check: 'rows-used',
            severity: severityOf(shareOf(unused, customers + unused)),
            advice: 'look-at',
            facts: { missingArm, noStratum },
          } as const,
        ]
      : []),
    ...(contradicting
      ? [
          {
            code: 'contradicting-marks',
            check: 'rows-used',
            severity: 'note',
            advice: 'look-at',
            facts: contradicting,
          } as const,
        ]
      : []),
  ];
}

type Branches = NonNullable<TrustInputs['detail']>['branches'];

function contradictions(branches: Branches) {
  const sum = (name: 'respondedThoughBounced' | 'purchasedWithoutResponse') =>
    branches.reduce((all, arm) => all + arm[name], 0);
  const respondedThoughBounced = sum('respondedThoughBounced');
  const purchasedWithoutResponse = sum('purchasedWithoutResponse');
  if (respondedThoughBounced + purchasedWithoutResponse === 0) return null;
  return { respondedThoughBounced, purchasedWithoutResponse };
}

/** Whether every customer has one row; further rows of a drawn list add up, those of a finished table count as customers. */
export function checkRepeated({ plan: { source }, totals }: TrustInputs): Checked {
  if (source.customerColumn === null) return 'not-possible';
  const customers = totals.leftOut.repeatedCustomers;
  if (customers === 0) return fine;
  const added = source.kind === 'drawn';
  return [
    {
      code: 'repeated-customers',
      check: 'repeated-customers',
      severity: added ? 'note' : 'doubt',
      advice: added ? 'look-at' : 'exclude',
      facts: { customers, added },
    },
  ];
}

/** Whether all responses fell on days that count. */
export function outsideWindow({ plan, totals, analysis }: TrustInputs): Checked {
  const { beforeWindow: before, afterWindow: after } = totals.leftOut;
  if (!plan.window || before + after === 0) return fine;
  const share = shareOf(before + after, analysis.responders + before + after);
  return [
    {
      code: 'outside-window',
      check: 'window',
      severity: severityOf(share),
      advice: 'look-at',
      facts: { before, after, share },
    },
  ];
}

function severityOf(share: number): AlarmSeverity {
  return share > detailBelow ? 'doubt' : 'note';
}

/** Nobody of nobody is no share of anything: the whole, so that nothing is played down. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 1;
}
