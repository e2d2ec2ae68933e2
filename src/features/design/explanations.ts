import { channelOf, liftOfArm } from '#core/design/channel.ts';
import type { Design } from '#core/design/design.ts';
import { currency } from '#text/currency.svelte.ts';
import {
  formatCount,
  formatDecimal,
  formatMoney,
  formatPoints,
  formatShare,
} from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import type { Explanation } from '#ui/explanation.svelte.ts';
import type { DesignPlan } from './design-plan.ts';

/** What a figure of cost says about itself, with the plan's numbers filled in. */
export function costExplanation(
  part: 'total' | 'contact' | 'reward',
  plan: DesignPlan | null,
  design: Design | null,
): Explanation {
  const t = catalogue().design.cost.explain;
  const texts = {
    total: { title: t.total, meaning: t.totalMeaning },
    contact: { title: t.contact, meaning: t.contactMeaning },
    reward: { title: t.reward, meaning: t.rewardMeaning },
  }[part];
  const cost = plan?.cost;
  if (!cost || !design) return texts;
  const money = (amount: number) => formatMoney(amount, currency.code, language.code);
  const { baselineShare, lift } = design.power;
  const formula = {
    total: () =>
      t.totalFormula(money(cost.contactCost), money(cost.rewardCost), money(cost.totalCost)),
    contact: () =>
      `${contactTerms(design, plan)
        .map(({ people, unitCost }) =>
          t.contactTerm(formatCount(people, language.code), money(unitCost)),
        )
        .join(' + ')} = ${money(cost.contactCost)}`,
    // One share for all arms where all reach everybody and are redeemed by every responder.
    reward: () =>
      design.arms.every((arm) => liftOfArm(design, arm) === lift && arm.redemptionShare === 1)
        ? t.rewardFormula(
            money(cost.highestRewardCost),
            formatShare(baselineShare + lift, language.code),
            money(cost.rewardCost),
          )
        : t.rewardFormulaByArm(money(cost.rewardCost)),
  }[part];
  return { ...texts, formula: formula() };
}

/** Contacted customers and cost of a contact, by channel. */
function contactTerms(
  design: Design,
  plan: DesignPlan | null,
): readonly { readonly people: number; readonly unitCost: number }[] {
  return design.channels.flatMap((channel) => {
    const people = design.arms.reduce(
      (sum, arm, place) =>
        channelOf(design, arm) === channel ? sum + (plan?.perArm?.[place] ?? 0) : sum,
      0,
    );
    return people > 0 ? [{ people, unitCost: channel.costPerContact }] : [];
  });
}

/** What a power or a smallest detectable effect says about itself. */
export function powerExplanation(
  part: 'single' | 'least',
  plan: DesignPlan | null,
  design: Design | null,
): Explanation {
  const t = catalogue().design.power.explain;
  if (!design) return { title: t.title, meaning: t.method };
  const { baselineShare, lift } = design.power;
  const share = (value: number) => formatShare(value, language.code);
  const meaning = part === 'least' ? t.leastMeaning : t.meaning(formatPoints(lift, language.code));
  const title = part === 'least' ? t.leastTitle : t.title;
  const power = plan?.power;
  if (!power) return { title, meaning, method: t.method, source: t.source };
  const formula = t.formula(
    formatCount(power.holdoutSize, language.code),
    formatCount(power.carrotSize, language.code),
    share(baselineShare),
    share(baselineShare + power.lift),
    formatDecimal(power.alpha, language.code, 4),
  );
  return { title, meaning, formula, method: t.method, source: t.source };
}
