import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultStageRules } from '#core/customers/journey.ts';
import {
  canonicalJson,
  changedParts,
  freezePlan,
  planParts,
  type FreezeInputs,
  type PlanPart,
} from '#core/design/plan-freeze.ts';
import { deckDesign } from './deck-design.ts';

const plan: FreezeInputs = {
  design: deckDesign,
  rules: defaultStageRules,
  source: { table: 'customers', idColumn: 'id', lastPurchaseColumn: null, transactions: null },
  dataFingerprint: 'd41d8cd98f00b204e9800998ecf8427e',
  seed: '봄 윈백 2017-03-26',
  algorithms: ['md5-order-1'],
  frozenAt: '2017-03-26T09:00:00Z',
};
const { design } = plan;

/** One change in every part of a plan, and some that are easily forgotten. */
const changes: readonly (readonly [PlanPart, FreezeInputs])[] = [
  ['data', { ...plan, dataFingerprint: '900150983cd24fb0d6963f7d28e17f72' }],
  ['data', { ...plan, source: { ...plan.source, lastPurchaseColumn: 'last' } }],
  ['brief', { ...plan, design: { ...design, brief: { ...design.brief, endsOn: '2017-04-01' } } }],
  ['target', { ...plan, design: { ...design, asOf: '2017-03-27' } }],
  ['target', { ...plan, rules: { ...plan.rules, newUpToOrders: 4 } }],
  ['cells', { ...plan, design: { ...design, attributes: design.attributes.slice(1) } }],
  ['cells', { ...plan, design: { ...design, controlFactors: [{ from: 'stage' }] } }],
  ['arms', { ...plan, design: { ...design, channels: [] } }],
  ['sample', { ...plan, design: { ...design, allocation: { kind: 'equal', perCellAndArm: 99 } } }],
  ['questions', { ...plan, design: { ...design, power: { ...design.power, alpha: 0.01 } } }],
  ['algorithms', { ...plan, algorithms: ['md5-order-2'] }],
  ['seed', { ...plan, seed: '봄 윈백 2017-03-26 #2' }],
];

describe('a frozen plan', () => {
  it('is the same whenever it is frozen', () => {
    const later = freezePlan({ ...plan, frozenAt: '2026-01-01T00:00:00Z' });
    expect(later.fingerprint).toBe(freezePlan(plan).fingerprint);
    expect(changedParts(freezePlan(plan), later)).toEqual([]);
  });

  // Computed with Python's json.dumps(sort_keys=True, separators=(',', ':'), ensure_ascii=False) and hashlib.md5.
  it('has the fingerprints that another program gives its parts', () => {
    const { parts } = freezePlan(plan);
    expect(parts.seed).toBe('7e860b2ee9f7c2afbe9e32b2c64a136b');
    expect(parts.algorithms).toBe('ec76fdc3d722c713988749dbe7b51997');
    expect(parts.data).toBe('d67c7185a2cf0b3f92ab109728443828');
  });

  it.each(changes)('names what has changed: %s', (part, changed) => {
    const before = freezePlan(plan);
    const after = freezePlan(changed);
    expect(changedParts(before, after)).toEqual([part]);
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });

  it('has no part that a change above does not reach', () => {
    expect(new Set(changes.map(([part]) => part))).toEqual(new Set(planParts));
  });

  it('does not depend on the order of fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(fields));
        expect(JSON.parse(canonicalJson(fields))).toEqual(JSON.parse(JSON.stringify(fields)));
      }),
    );
  });
});
