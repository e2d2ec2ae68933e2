import type { Variable } from '../customers/variable.ts';
import type { Column } from '../import/column.ts';
import { carrotArm, holdoutArm } from './arm.ts';
import { emptyBrief } from './brief.ts';
import { suggestControlFactors } from './control-factors.ts';
import type { Attribute, Design } from './design.ts';
import { onlyThose, type EligibilityRule } from './eligibility.ts';
import { undecided } from './undecided.ts';

/** What the data offers: null where no column has the role. */
export interface SuggestionSources {
  /** ISO date. */
  readonly asOf: string;
  readonly lastPurchase: Variable | null;
  readonly points: Variable | null;
  /** All columns of the customer table. */
  readonly columns: readonly Column[];
  /** The region column with the values that occur in it. */
  readonly region: { readonly variable: Variable; readonly values: readonly string[] } | null;
}

/** The names that the reader's language gives to what is suggested; levels from the lowest to the highest. */
export interface SuggestionNames {
  readonly dormancy: { readonly name: string; readonly levels: readonly [string, string, string] };
  readonly points: { readonly name: string; readonly levels: readonly [string, string, string] };
  readonly arms: {
    readonly holdout: string;
    readonly coupon: string;
    readonly gift: string;
    readonly point: string;
  };
}

/** The method deck's scope, as the values appear in the data. */
const deckRegions: readonly string[] = ['서울', '경기'];

/**
 * The win-back design of the method deck, as far as the data allows it: dormant customers of 서울 and 경기 by dormancy
 * (under 3, 3 to 5, 6 and more completed months) and points (under 3,000, under 10,000, and more), a holdout and three
 * carrots, 100 customers per cell and arm. What the data does not have is left out, to be chosen by the user.
 * Example: with all three columns it has two rules, two attributes (9 cells) and four arms, 3,600 customers in all.
 */
export function suggestDesign(sources: SuggestionSources, names: SuggestionNames): Design {
  return {
    brief: { ...emptyBrief, program: 'win-back' },
    asOf: sources.asOf,
    eligibility: suggestRules(sources),
    attributes: suggestAttributes(sources, names),
    controlFactors: suggestControlFactors(sources.columns),
    arms: [
      holdoutArm('holdout', names.arms.holdout),
      carrotArm('coupon', names.arms.coupon, 'tm', 5000, 5000),
      carrotArm('gift', names.arms.gift, 'tm', 4800, 5000),
      carrotArm('point', names.arms.point, 'tm', 5000, 5000),
    ],
    channels: [{ id: 'tm', name: '', kind: 'tm', costPerContact: 3500, reachShare: 1 }],
    allocation: { kind: 'equal', perCellAndArm: 100 },
    power: { baselineShare: 0.03, lift: 0.05, alpha: 0.05 },
    ...undecided,
  };
}

function suggestRules({ lastPurchase, region }: SuggestionSources): readonly EligibilityRule[] {
  const rules: EligibilityRule[] = [];
  const regions = deckRegions.filter((name) => region?.values.includes(name));
  if (region && regions.length > 0) {
    const { variable } = region;
    rules.push(onlyThose({ kind: 'category', variable, values: regions, drawn: null }));
  }
  if (lastPurchase)
    rules.push(onlyThose({ kind: 'months-since', variable: lastPurchase, from: 1, to: null }));
  return rules;
}

function suggestAttributes(
  { lastPurchase, points }: SuggestionSources,
  names: SuggestionNames,
): readonly Attribute[] {
  const attributes: Attribute[] = [];
  if (lastPurchase)
    attributes.push({
      id: 'dormancy',
      name: names.dormancy.name,
      variable: lastPurchase,
      banding: { kind: 'months-since', cuts: [3, 6] },
      levelNames: names.dormancy.levels,
      unknownName: null,
      highestFirst: true,
    });
  if (points)
    attributes.push({
      id: 'points',
      name: names.points.name,
      variable: points,
      banding: { kind: 'number', cuts: [3000, 10000] },
      levelNames: names.points.levels,
      unknownName: null,
      highestFirst: true,
    });
  return attributes;
}
