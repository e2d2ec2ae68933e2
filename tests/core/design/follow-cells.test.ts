import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellName } from '#core/design/cell-name.ts';
import type { Attribute, CellRule, Design } from '#core/design/design.ts';
import { followCells } from '#core/design/follow-cells.ts';
import { editDesign } from '#core/history/edit-experiment.ts';
import { fullDocument } from '../history/full-document.ts';
import { valueOf } from '../stats/oracle.ts';
import { deckDesign } from './deck-design.ts';

const rule = (cell: number): CellRule => ({ cell, isOff: true, least: null, most: null });
const withRules = (...cells: number[]): Design => ({ ...deckDesign, cellRules: cells.map(rule) });
const [dormancy, points] = deckDesign.attributes as [Attribute, Attribute];
const cellsOf = ({ cellRules }: Design) => cellRules.map(({ cell }) => cell);

describe('rules of cells follow their cells', () => {
  it('when the attributes change places: the same levels are meant', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(8), { maxLength: 9 }), (cells) => {
        const before = withRules(...cells);
        const after = followCells(before, { ...before, attributes: [points, dormancy] });
        const names = (design: Design) =>
          design.cellRules.map(({ cell }) => cellName(design.attributes, cell).split('×').sort());
        expect(names(after)).toEqual(names(before));
      }),
    );
  });

  it('through moved cuts, new names and another order of the levels', () => {
    const before = withRules(0, 5);
    const moved: Attribute = {
      ...points,
      banding: { kind: 'number', cuts: [2000, 20_000] },
      levelNames: ['a', 'b', 'c'],
      highestFirst: false,
    };
    expect(cellsOf(followCells(before, { ...before, attributes: [dormancy, moved] }))).toEqual([
      0, 5,
    ]);
  });

  it('and make room for unknown values, or go with them', () => {
    const known = withRules(5);
    const unknown = { ...points, unknownName: 'unknown' };
    const wider = followCells(known, { ...known, attributes: [dormancy, unknown] });
    expect(cellsOf(wider)).toEqual([6]);
    const both = { ...wider, cellRules: [...wider.cellRules, rule(7)] };
    expect(cellsOf(followCells(both, { ...both, attributes: [dormancy, points] }))).toEqual([5]);
  });

  it.each([
    ['a cut more', [dormancy, { ...points, banding: { kind: 'number', cuts: [1, 2, 3] } }]],
    ['an attribute less', [points]],
    ['an attribute more', [dormancy, points, { ...points, id: 'more' }]],
    ['another attribute in its place', [dormancy, { ...points, id: 'other' }]],
  ] as const)('and are dropped with %s', (_, attributes) => {
    const before = withRules(0, 5);
    expect(cellsOf(followCells(before, { ...before, attributes }))).toEqual([]);
  });

  it('with every edit of a design in a project', () => {
    const experiment = fullDocument.experiments.find(
      ({ design, assignment, freeze }) => design && !assignment && !freeze,
    );
    const open = experiment ?? { ...fullDocument.experiments[0], assignment: null, freeze: null };
    const document = {
      ...fullDocument,
      experiments: fullDocument.experiments.map((each) =>
        each.id === open.id
          ? { ...each, design: withRules(5), assignment: null, freeze: null }
          : each,
      ),
    };
    const edited = editDesign(document, open.id ?? 0, {
      ...withRules(5),
      attributes: [points, dormancy],
    });
    const design = valueOf(edited).experiments.find(({ id }) => id === open.id)?.design;
    expect(design && cellsOf(design)).toEqual([7]);
  });

  it('and say nothing where there was no design before', () => {
    expect(followCells(null, withRules(5)).cellRules).toEqual([rule(5)]);
  });
});
