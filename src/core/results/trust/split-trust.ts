import { sampleRatioAlarm } from '#core/stats/checks/sample-ratio.ts';
import { sampleRatioByStratum } from '#core/stats/checks/sample-ratio-by-stratum.ts';
import type { ExperimentTotals } from '../analysis.ts';
import { fine, type Checked, type TrustInputs } from './trust-inputs.ts';

// Below this the split is worth a remark, and below this a doubt, before it is an alarm at one in a thousand.
const unevenBelow = 0.05;
const doubtBelow = 0.01;

/** Whether the arms have the planned sizes. */
export function checkSplit({ analysis: { sampleRatio } }: TrustInputs): Checked {
  if (!sampleRatio.ok) {
    if (sampleRatio.problem.code !== 'customers-in-zero-weight-arm') return 'not-possible';
    return [brokenSplit(null)];
  }
  const { alarm, pValue } = sampleRatio.value;
  if (alarm) return [brokenSplit(pValue)];
  if (pValue >= unevenBelow) return fine;
  return [
    {
      code: 'split-uneven',
      check: 'split',
      severity: pValue < doubtBelow ? 'doubt' : 'note',
      advice: 'look-at',
      facts: { pValue },
    },
  ];
}

function brokenSplit(pValue: number | null) {
  return {
    code: 'split-broken',
    check: 'split',
    severity: 'stop',
    advice: 'stop-reading',
    facts: { pValue },
  } as const;
}

/**
 * Whether they have them in every cell. Where nobody stated sizes and equal ones are only assumed, cells of other shares
 * may have been meant: then it is a doubt, for comparisons within the cells still hold. Where the other cells hold most of
 * the customers and do have equal arms, equal ones were meant: customers of one arm went missing, as under a stated plan.
 */
export function checkSplitByCell({ totals, analysis, plannedCells }: TrustInputs): Checked {
  const { strata, arms } = totals;
  if (strata.length < 2) return 'not-possible';
  if (!plannedCells && analysis.expectedSplit !== 'equal') return 'not-possible';
  const found = sampleRatioByStratum(
    strata.map(({ totals: cell }, stratum) => ({
      observedCounts: cell.map(({ customers }) => customers),
      expectedWeights: plannedCells?.[stratum] ?? arms.map(() => 1),
    })),
  );
  if (!found.ok) return 'not-possible';
  const { alarm, worst, strata: judged } = found.value;
  if (!alarm) return fine;
  const othersFit = !plannedCells && restIsEqual(totals, judged);
  const isBroken = plannedCells !== null || othersFit;
  return [
    {
      code: 'split-broken-in-cell',
      check: 'split-by-cell',
      severity: isBroken ? 'stop' : 'doubt',
      advice: isBroken ? 'stop-reading' : 'look-at',
      facts: {
        stratum: worst.stratum,
        pValue:
          found.value.pValue < worst.adjustedPValue ? found.value.pValue : worst.adjustedPValue,
        sizes: strata[worst.stratum]?.totals.map(({ customers }) => customers) ?? [],
        cellsAffected: judged.filter(({ pValue }) => pValue < unevenBelow).length,
        othersFit,
      },
    },
  ];
}

/** Whether the cells that are not off by themselves have equal arms together, and hold most of the customers. */
function restIsEqual(
  { strata, arms }: ExperimentTotals,
  judged: readonly { readonly stratum: number; readonly adjustedPValue: number }[],
): boolean {
  const broken = judged.filter(({ adjustedPValue }) => adjustedPValue < sampleRatioAlarm);
  const isBroken = new Set(broken.map(({ stratum }) => stratum));
  const sizes = strata.map(({ totals }) => totals.map(({ customers }) => customers));
  const rest = sizes.filter((_, stratum) => !isBroken.has(stratum));
  const customersOf = (cells: readonly (readonly number[])[]) =>
    cells.flat().reduce((sum, customers) => sum + customers, 0);
  if (broken.length === 0 || customersOf(rest) * 2 < customersOf(sizes)) return false;
  const found = sampleRatioByStratum(
    rest.map((observedCounts) => ({ observedCounts, expectedWeights: arms.map(() => 1) })),
  );
  return found.ok && found.value.pValue >= unevenBelow;
}

/**
 * Whether all waves of a list were shared among the arms alike. Where they were not, an arm holds more customers of one
 * time than another, and what changed in between looks like an effect.
 */
export function checkWaves({ unevenWaves }: TrustInputs): Checked {
  if (unevenWaves === null) return 'not-possible';
  if (unevenWaves.length === 0) return fine;
  return [
    {
      code: 'waves-differ',
      check: 'waves',
      severity: 'doubt',
      advice: 'look-at',
      facts: { waves: unevenWaves },
    },
  ];
}
