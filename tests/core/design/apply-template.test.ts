import { describe, expect, it } from 'vitest';
import { variableKey, type Variable } from '#core/customers/variable.ts';
import {
  applyTemplate,
  type TemplateData,
  type TemplateNames,
} from '#core/design/apply-template.ts';
import { programs } from '#core/design/brief.ts';
import type { Design } from '#core/design/design.ts';
import { checkDesign } from '#core/design/design-checks.ts';
import { onlyThose } from '#core/design/eligibility.ts';
import { programTemplates, type TemplateVariable } from '#core/design/program-template.ts';
import { ko } from '#text/ko.ts';
import { deckDesign } from './deck-design.ts';

const lastPurchase: Variable = { from: 'customers', column: 'last_purchase_date' };
const points: Variable = { from: 'customers', column: 'points_balance' };
const orders: Variable = { from: 'transactions', measure: 'order-count' };
const spend: Variable = { from: 'transactions', measure: 'spend' };

const everything: TemplateData = {
  variables: { 'last-purchase': lastPurchase, points, orders, spend, stage: { from: 'stage' } },
  cuts: new Map([
    [variableKey(points), [1200, 5400]],
    [variableKey(orders), [2, 4]],
    [variableKey(spend), [52_000, 180_000]],
  ]),
};

const names: TemplateNames = {
  attribute: (variable) => ko.designBrief.attributeNames[variable],
  levels: (banding) =>
    banding.kind === 'category' ? [] : [...banding.cuts, 0].map((_, level) => `L${level}`),
  hypothesis: (key) => ko.designBrief.templates[key],
  allHypotheses: Object.values(ko.designBrief.templates),
};

const region = onlyThose({
  kind: 'category',
  variable: { from: 'customers', column: 'region' },
  values: ['서울'],
  drawn: null,
});

const withoutDesign = { ...deckDesign, eligibility: [region], attributes: [] };

function without(...missing: readonly TemplateVariable[]): TemplateData {
  const variables = { ...everything.variables };
  for (const variable of missing) variables[variable] = null;
  return { ...everything, variables };
}

describe('a design filled in from a program', () => {
  it('beside a sentence that the reader wrote anew keeps both, each under an id of its own', () => {
    const apply = (design: Design) =>
      applyTemplate(design, 'win-back', programTemplates['win-back'], everything, names).design;
    const first = apply(withoutDesign);
    const rewritten = first.brief.hypotheses.map((each) => ({ ...each, text: `${each.text}!` }));
    const again = apply(apply({ ...first, brief: { ...first.brief, hypotheses: rewritten } })).brief
      .hypotheses;
    expect(again.map(({ text }) => text)).toEqual([
      ...rewritten.map(({ text }) => text),
      ...first.brief.hypotheses.map(({ text }) => text),
    ]);
    expect(new Set(again.map(({ id }) => id)).size).toBe(again.length);
  });

  it.each(programs.filter((program) => program !== 'own'))('can be drawn: %s', (program) => {
    const { design, missing } = applyTemplate(
      withoutDesign,
      program,
      programTemplates[program],
      everything,
      names,
    );
    expect(missing).toEqual([]);
    expect(design.brief.program).toBe(program);
    expect(design.attributes).toHaveLength(2);
    expect(design.eligibility[0]).toEqual(region);
    expect(design.eligibility.length).toBeGreaterThan(1);
    expect(design.brief.hypotheses.length).toBeGreaterThan(0);
    expect(design.brief.guardMetrics).not.toContain(design.brief.primaryMetric);
    const blocking = checkDesign(design, null).filter(({ severity }) => severity === 'blocking');
    expect(blocking).toEqual([]);
  });

  it('is the method’s own for win-back: dormant customers by dormancy and points', () => {
    const { design } = applyTemplate(withoutDesign, 'win-back', programTemplates['win-back'], everything, names); // prettier-ignore
    expect(design.eligibility).toEqual([
      region,
      onlyThose({ kind: 'months-since', variable: lastPurchase, from: 1, to: null }),
    ]);
    expect(design.attributes.map(({ variable, banding }) => [variable, banding])).toEqual([
      [lastPurchase, { kind: 'months-since', cuts: [3, 6] }],
      [points, { kind: 'number', cuts: [1200, 5400] }],
    ]);
  });

  it('keeps the bands of an attribute that was there', () => {
    const banded = {
      id: 'mine',
      name: '내 포인트',
      variable: points,
      banding: { kind: 'number', cuts: [3000, 10_000] },
      levelNames: ['a', 'b', 'c'],
      unknownName: null,
      highestFirst: false,
    } as const;
    const { design } = applyTemplate(
      { ...withoutDesign, attributes: [banded] },
      'win-back',
      programTemplates['win-back'],
      everything,
      names,
    );
    expect(design.attributes[1]).toEqual(banded);
  });

  it('leaves out what the data does not have, and names it', () => {
    const { design, missing } = applyTemplate(
      withoutDesign,
      'loyalty',
      programTemplates.loyalty,
      without('orders', 'spend'),
      names,
    );
    expect(missing).toEqual(['orders', 'spend']);
    expect(design.attributes.map(({ variable }) => variable)).toEqual([points]);
    expect(design.eligibility.map(({ any }) => any)).toMatchObject([
      region.any,
      [{ variable: { from: 'stage' } }],
    ]);
  });

  it('takes the hypotheses of another program away, and keeps what the reader wrote', () => {
    const own = { id: 'h1', text: '봄에는 다르다', direction: 'different' } as const;
    const first = applyTemplate(
      { ...withoutDesign, brief: { ...deckDesign.brief, hypotheses: [own] } },
      'win-back',
      programTemplates['win-back'],
      everything,
      names,
    );
    expect(first.design.brief.hypotheses).toHaveLength(4);
    const second = applyTemplate(first.design, 'up-selling', programTemplates['up-selling'], everything, names); // prettier-ignore
    expect(second.design.brief.hypotheses.map(({ id }) => id)).toEqual([
      'h1',
      'spends-more',
      'small-baskets-grow',
    ]);
    // The rules of the program before are gone with it.
    expect(second.design.eligibility).toEqual([
      region,
      onlyThose({
        kind: 'category',
        variable: { from: 'stage' },
        values: ['active'],
        drawn: null,
      }),
    ]);
  });
});
