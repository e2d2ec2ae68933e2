import { missingOutcomesCheck } from '#core/stats/checks/missing-outcomes.ts';
import { compareMeans } from '#core/stats/means/mean-difference.ts';
import { generalAssociation } from '#core/stats/stratified/generalised-cmh.ts';
import { measuresByArm } from '../arm-measures.ts';
import { perCustomer } from '../arm-totals.ts';
import { detailBelow, shareOf } from './people-trust.ts';
import { fine, type Checked, type TrustInputs } from './trust-inputs.ts';

/** Arms whose deliveries differ by a chance of less than this did not reach the same share of customers. */
const deliveryAlarm = 0.01;
/** A difference that cutting the largest amounts changes by less than this share of itself does not rest on them. */
const changeOfNote = 0.25;

/** Whether outcomes are missing, and whether alike in all arms: else those who are left cannot be compared. */
export function checkMissingOutcomes({ totals, analysis, detail, plan }: TrustInputs): Checked {
  if (plan.source.kind === 'aggregated') return 'not-possible';
  const missing = totals.leftOut.missingOutcome;
  const counts = detail?.branches.map(({ customers, missingOutcome }) => ({
    assigned: customers + missingOutcome,
    missing: missingOutcome,
  }));
  const found = counts && missingOutcomesCheck([counts]);
  if (counts && found?.ok && found.value.alarm) {
    return [
      {
        code: 'missing-outcomes-differ',
        check: 'missing-outcomes',
        severity: 'stop',
        advice: 'stop-reading',
        facts: {
          pValue: found.value.stratified.pValue,
          byArm: counts.map((arm, place) => ({
            arm: totals.arms[place] ?? '',
            customers: arm.missing,
            share: shareOf(arm.missing, arm.assigned),
          })),
        },
      },
    ];
  }
  if (missing === 0) return fine;
  const share = shareOf(missing, analysis.customers + missing);
  return [
    {
      code: 'missing-outcomes',
      check: 'missing-outcomes',
      severity: share > detailBelow ? 'doubt' : 'note',
      advice: 'look-at',
      facts: { customers: missing, share },
    },
  ];
}

/** Whether the messages reached the arms alike. Arms of which nothing is known, such as an uncontacted control, are left out. */
export function checkDelivery({ totals, detail }: TrustInputs): Checked {
  if (!detail?.told.delivery) return 'not-possible';
  const contacted = detail.branches.flatMap(({ customers, deliveryUnknown, bounced }, place) => {
    const known = customers - deliveryUnknown;
    return known > 0 ? [{ arm: totals.arms[place] ?? '', known, bounced }] : [];
  });
  if (contacted.length < 2) return 'not-possible';
  const found = generalAssociation([
    contacted.map(({ known, bounced }) => [bounced, known - bounced]),
  ]);
  // Everything arrived, or nothing did: then there is no difference.
  if (!found.ok || found.value.pValue >= deliveryAlarm) return fine;
  return [
    {
      code: 'delivery-differs',
      check: 'delivery',
      severity: 'doubt',
      advice: 'look-at',
      facts: {
        pValue: found.value.pValue,
        byArm: contacted.map(({ arm, known, bounced }) => ({
          arm,
          customers: bounced,
          share: bounced / known,
        })),
      },
    },
  ];
}

/**
 * Whether what is said of money rests on a few large amounts: a difference from the control that is beyond chance with
 * them and not without, or the other way round, and that changes by a quarter or more.
 */
export function checkLargestAmounts({ plan, detail }: TrustInputs): Checked {
  if (!detail?.told.money || !detail.moneyCap) return 'not-possible';
  const arms = measuresByArm(detail);
  const control = arms.find(({ name }) => name === plan.control);
  if (!control) return 'not-possible';
  const alpha = 1 - plan.confidenceShare;
  const compared = arms.flatMap((arm) => {
    if (arm === control) return [];
    const [all, cut] = (['money', 'cappedMoney'] as const).map((measure) => {
      const [treated, untreated] = [arm.measures[measure], control.measures[measure]];
      if (!treated || !untreated) return null;
      const found = compareMeans(
        perCustomer(arm.measures.customers, treated),
        perCustomer(control.measures.customers, untreated),
        plan.confidenceShare,
      );
      return found.ok ? found.value : null;
    });
    return all && cut ? [{ arm: arm.name, all, cut }] : [];
  });
  if (compared.length === 0) return 'not-possible';
  return compared
    .filter(({ all, cut }) => {
      const change = Math.abs(all.difference - cut.difference);
      const turned = all.pValue < alpha !== cut.pValue < alpha;
      return turned && change >= changeOfNote * Math.abs(all.difference);
    })
    .map(({ arm, all, cut }) => ({
      code: 'largest-amounts-decide',
      check: 'largest-amounts',
      severity: 'doubt',
      advice: 'look-at',
      facts: {
        arm,
        difference: all.difference,
        pValue: all.pValue,
        cappedDifference: cut.difference,
        cappedPValue: cut.pValue,
      },
    }));
}
