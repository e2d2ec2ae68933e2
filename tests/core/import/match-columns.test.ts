import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOfOneShape, matchColumns, namesInTable } from '#core/import/match-columns.ts';

describe('matching the columns of a file with those of a table', () => {
  it('goes by name, in any order, whatever the case, spaces and width', () => {
    expect(matchColumns(['id', 'Points'], ['points', 'city', 'ID'])).toEqual({
      places: [2, 0],
      added: [1],
    });
    expect(matchColumns(['고객 ID', 'amount'], ['Ａｍｏｕｎｔ', '고객_id']).places).toEqual([1, 0]);
    expect(matchColumns(['a', 'b'], ['b'])).toEqual({ places: [null, 0], added: [] });
  });

  it('prefers a name that is the same to the letter', () => {
    expect(matchColumns(['ID', 'id'], ['id', 'ID']).places).toEqual([1, 0]);
    expect(matchColumns(['id'], ['ID', 'id'])).toEqual({ places: [1], added: [0] });
  });

  it('uses each column once and forgets none', () => {
    const names = fc.array(fc.constantFrom('a', 'A', 'a ', 'b', 'ｂ', 'c_1', 'C 1', ''), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(names, names, (table, file) => {
        const { places, added } = matchColumns(table, file);
        expect(places).toHaveLength(table.length);
        const used = [...places.filter((place) => place !== null), ...added];
        expect(used.toSorted()).toEqual([...file.keys()]);
      }),
    );
  });

  it('names the columns of the file as the table does, and the others as nobody does', () => {
    expect(namesInTable(['id', 'Points'], ['points', 'city'])).toEqual(['Points', 'city']);
    expect(namesInTable(['id'], ['id', 'ID'])).toEqual(['id', 'ID_2']);
  });

  it('finds the files that can be read as one table', () => {
    expect(filesOfOneShape([['id', 'won'], ['city'], ['Won', 'id'], []])).toEqual([[0, 2]]);
    expect(filesOfOneShape([['a'], ['b'], ['a'], ['B'], ['a', 'a']])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(filesOfOneShape([])).toEqual([]);
  });
});
