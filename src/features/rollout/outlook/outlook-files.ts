import type { Amount } from '#core/rollout/outlook/amount.ts';
import type { OutlookPlan } from '#core/rollout/outlook/outlook-plan.ts';
import { profitByShare } from '#core/rollout/outlook/profit-by-share.ts';
import type { PolicyOutlook } from '#core/rollout/outlook/project-policy.ts';
import type { RolloutPlan } from '#core/rollout/plan.ts';
import type { Result } from '#core/result.ts';
import { outlookTexts } from '#text/rollout-outlook-words.ts';
import { downloadBlob } from '#ui/download.ts';
import { tableAsCsv, type TableExport } from '#ui/table-export.ts';
import { fanOf } from './profit-fan.ts';

/** An outlook with the name of what it is of. */
export interface NamedOutlook {
  readonly name: string;
  readonly outlook: PolicyOutlook;
}

/** What a file about the outlook holds. */
export interface OutlookFile {
  readonly experiment: string;
  readonly plan: RolloutPlan;
  readonly outlookPlan: OutlookPlan;
  readonly confidenceShare: number;
  readonly chosen: NamedOutlook;
  readonly carrots: readonly NamedOutlook[];
}

/** The figures of the chosen plan and of each carrot for all, in full precision, as a file for a spreadsheet. */
export function downloadCsv({ chosen, carrots }: OutlookFile): void {
  const t = outlookTexts();
  const rows: TableExport['rows'] = [
    t.files.csvHead,
    ...rowsOf(t.files.chosen, chosen),
    ...carrots.flatMap((carrot) => rowsOf(t.files.carrots, carrot)),
    ...fanOf(profitByShare(chosen.outlook.stakes)).map(({ at, middle, bands }) => {
      const widest = bands.at(-1);
      return [t.files.byShare, at, middle, widest?.low ?? null, widest?.high ?? null];
    }),
  ];
  downloadBlob(tableAsCsv({ rows, headerRows: 1, headerColumns: 2 }), 'carrotlab-rollout.csv');
}

/** The same with the plan behind it, for a program. */
export function downloadJson({ chosen, carrots, ...file }: OutlookFile): void {
  const told = {
    ...file,
    distribution: 'normal',
    chosen: toldOf(chosen),
    carrots: carrots.map(toldOf),
    byCustomersSent: fanOf(profitByShare(chosen.outlook.stakes)),
  };
  const blob = new Blob([JSON.stringify(told, null, 2)], { type: 'application/json' });
  downloadBlob(blob, 'carrotlab-rollout.json');
}

function rowsOf(
  part: string,
  { name, outlook }: NamedOutlook,
): readonly (readonly (string | number | null)[])[] {
  const { figures } = outlookTexts();
  const of = `${part}: ${name}`;
  const amount = (label: string, { estimate, interval }: Pick<Amount, 'estimate' | 'interval'>) =>
    [label, of, estimate, interval.low, interval.high] as const;
  const single = (label: string, value: number | null) => [label, of, value, null, null] as const;
  const { breakEven, roi, grossRoi } = outlook;
  return [
    amount(figures.profit, outlook.profit),
    single(figures.gain, outlook.chanceOfGain),
    ...(roi.ok ? [amount(figures.roi, roi.value)] : []),
    amount(figures.incrementalResponses, outlook.incrementalResponses),
    amount(figures.incrementalSales, outlook.incrementalSales),
    amount(figures.totalCost, outlook.cost),
    single(figures.contactCost, outlook.contactCost),
    amount(figures.rewardCost, outlook.rewardCost),
    single(figures.breakEven, valueOrNull(breakEven.difference)),
    single(figures.breakEvenResponse, valueOrNull(breakEven.response)),
    single(figures.kept, valueOrNull(breakEven.effectKept)),
    single(figures.grossRoi, valueOrNull(grossRoi)),
  ];
}

function toldOf({ name, outlook }: NamedOutlook) {
  const { stakes, breakEven, roi, grossRoi, ...told } = outlook;
  return {
    name,
    ...told,
    roi: valueOrNull(roi),
    grossRoi: valueOrNull(grossRoi),
    breakEvenDifference: valueOrNull(breakEven.difference),
    breakEvenResponse: valueOrNull(breakEven.response),
    breakEvenEffectKept: valueOrNull(breakEven.effectKept),
    cells: stakes.stakes.map(({ cell, carrot, sent, answered, belief, ...stake }) => ({
      cell,
      carrot,
      sent,
      answered,
      treatmentShare: stake.treatmentShare,
      controlShare: stake.controlShare,
      difference: belief.difference,
      borrowedShare: belief.borrowedShare,
    })),
  };
}

function valueOrNull<Value>(result: Result<Value>): Value | null {
  return result.ok ? result.value : null;
}
