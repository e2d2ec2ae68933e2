import type { Stage } from '../customers/journey.ts';
import type { Direction, Metric, Program } from './brief.ts';

/** What a template speaks of; which column or count that is, the project's data decides. */
export type TemplateVariable = 'last-purchase' | 'points' | 'orders' | 'spend' | 'stage';

/** Whom a program is for. */
export type TemplateTarget =
  | { readonly variable: 'stage'; readonly stages: readonly Stage[] }
  /** Completed months since the last purchase, both inclusive. */
  | { readonly variable: 'last-purchase'; readonly from: number; readonly to: number | null }
  | { readonly variable: 'orders' | 'spend' | 'points'; readonly from: number };

/** A dimension of the quota table: months since the last purchase cut here, or thirds of the customers. */
export interface TemplateAttribute {
  readonly variable: Exclude<TemplateVariable, 'stage'>;
  readonly monthCuts: readonly number[] | null;
}

/** The hypotheses that templates bring; their sentences are texts. */
export type HypothesisKey =
  | 'carrot-beats-none'
  | 'recent-and-rich'
  | 'points-for-points-rich'
  | 'spends-more'
  | 'small-baskets-grow'
  | 'orders-on-time'
  | 'stays-loyal'
  | 'returns-before-leaving'
  | 'buys-second-category';

/** What a program usually plans. A starting point: everything in it can be changed. */
export interface ProgramTemplate {
  readonly target: readonly TemplateTarget[];
  readonly attributes: readonly TemplateAttribute[];
  readonly hypotheses: readonly { readonly key: HypothesisKey; readonly direction: Direction }[];
  readonly primaryMetric: Metric;
  readonly guardMetrics: readonly Metric[];
  readonly responseWindowDays: number;
}

const dormancy: TemplateAttribute = { variable: 'last-purchase', monthCuts: [3, 6] };
const thirds = (variable: 'points' | 'orders' | 'spend'): TemplateAttribute => ({
  variable,
  monthCuts: null,
});
const beatsNone = { key: 'carrot-beats-none', direction: 'higher' } as const;

/**
 * The programs of the method with whom they are for, what divides the quota table and what they expect. Windows follow
 * how soon each kind of offer is used: a purchase cycle is waited for, a win-back call is answered within weeks.
 * Source: the program table of the method deck; the campaign themes of the retail deck.
 */
export const programTemplates: Readonly<Record<Exclude<Program, 'own'>, ProgramTemplate>> = {
  'win-back': {
    target: [{ variable: 'last-purchase', from: 1, to: null }],
    attributes: [dormancy, thirds('points')],
    hypotheses: [
      beatsNone,
      { key: 'recent-and-rich', direction: 'higher' },
      { key: 'points-for-points-rich', direction: 'different' },
    ],
    primaryMetric: 'purchase-rate',
    guardMetrics: ['opt-out-rate', 'complaint-rate'],
    responseWindowDays: 30,
  },
  'up-selling': {
    target: [{ variable: 'stage', stages: ['active'] }],
    attributes: [thirds('spend'), thirds('orders')],
    hypotheses: [
      { key: 'spends-more', direction: 'higher' },
      { key: 'small-baskets-grow', direction: 'higher' },
    ],
    primaryMetric: 'spend-per-customer',
    guardMetrics: ['margin-per-customer', 'return-rate'],
    responseWindowDays: 30,
  },
  loyalty: {
    target: [
      { variable: 'stage', stages: ['active'] },
      { variable: 'orders', from: 3 },
    ],
    attributes: [thirds('spend'), thirds('points')],
    hypotheses: [{ key: 'stays-loyal', direction: 'higher' }],
    primaryMetric: 'orders-per-customer',
    guardMetrics: ['margin-per-customer', 'opt-out-rate'],
    responseWindowDays: 90,
  },
  churn: {
    target: [{ variable: 'last-purchase', from: 2, to: 5 }],
    attributes: [{ variable: 'last-purchase', monthCuts: [3, 4] }, thirds('orders')],
    hypotheses: [beatsNone, { key: 'returns-before-leaving', direction: 'higher' }],
    primaryMetric: 'purchase-rate',
    guardMetrics: ['opt-out-rate', 'margin-per-customer'],
    responseWindowDays: 30,
  },
  'cross-sell': {
    target: [
      { variable: 'stage', stages: ['active', 'new'] },
      { variable: 'orders', from: 1 },
    ],
    attributes: [thirds('orders'), thirds('spend')],
    hypotheses: [{ key: 'buys-second-category', direction: 'higher' }],
    primaryMetric: 'purchase-rate',
    guardMetrics: ['return-rate', 'opt-out-rate'],
    responseWindowDays: 30,
  },
  'purchase-cycle': {
    target: [
      { variable: 'last-purchase', from: 1, to: 2 },
      { variable: 'orders', from: 2 },
    ],
    attributes: [{ variable: 'last-purchase', monthCuts: [2] }, thirds('orders')],
    hypotheses: [{ key: 'orders-on-time', direction: 'higher' }],
    primaryMetric: 'orders-per-customer',
    guardMetrics: ['margin-per-customer', 'opt-out-rate'],
    responseWindowDays: 60,
  },
};
