import { sampleRatioByStratum } from '#core/stats/checks/sample-ratio-by-stratum.ts';
import { fine, type Checked, type TrustInputs } from './trust-inputs.ts';

// Below this the split is worth a remark, long before it is an alarm.
const unevenBelow = 0.05;

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
      severity: 'note',
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
 * may well have been meant: then it is a doubt, for comparisons within the cells still hold.
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
  return [
    {
      code: 'split-broken-in-cell',
      check: 'split-by-cell',
      severity: plannedCells ? 'stop' : 'doubt',
      advice: plannedCells ? 'stop-reading' : 'look-at',
      facts: {
        stratum: worst.stratum,
        pValue:
          found.value.pValue < worst.adjustedPValue ? found.value.pValue : worst.adjustedPValue,
        sizes: strata[worst.stratum]?.totals.map(({ customers }) => customers) ?? [],
        cellsAffected: judged.filter(({ pValue }) => pValue < unevenBelow).length,
      },
    },
  ];
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
