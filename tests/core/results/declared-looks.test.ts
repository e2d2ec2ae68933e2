import { expect, it } from 'vitest';
import type { Looks } from '#core/design/looks.ts';
import { looksAreDeclared } from '#core/results/declared-looks.ts';
import { cellsPlan, columnsPlan } from './planted-experiment.ts';

const once: Looks = { kind: 'once' };
const anyTime: Looks = { kind: 'any-time' };
const planned = (looks: number): Looks => ({ kind: 'planned', looks });

it.each([
  [once, null, true],
  [anyTime, null, false],
  [planned(3), null, false],
  [anyTime, once, false],
  [anyTime, anyTime, true],
  [planned(3), anyTime, false],
  [planned(3), planned(4), false],
  [planned(3), planned(3), true],
])('a finished file read %j under a plan of %j was declared so: %j', (looks, design, declared) => {
  expect(columnsPlan.source.kind).toBe('table');
  const plan = { source: columnsPlan.source, looks };
  expect(looksAreDeclared(plan, design && { looks: design })).toBe(declared);
});

it('a drawn list carries the declaration of its own plan', () => {
  const source = { ...cellsPlan.source, kind: 'drawn' } as typeof cellsPlan.source;
  expect(looksAreDeclared({ source, looks: anyTime }, null)).toBe(true);
});
