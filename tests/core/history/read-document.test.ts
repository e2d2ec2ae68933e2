import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentVersion, emptyDocument } from '#core/history/project-document.ts';
import { readDocument } from '#core/history/read-document.ts';
import { fullDocument } from './full-document.ts';

type Path = readonly (string | number)[];

/** A copy of the full document with the value at the path replaced. */
function withValue(path: Path, value: unknown): string {
  const copy = JSON.parse(JSON.stringify(fullDocument)) as Record<string, unknown>;
  const owner = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((node, key) => node[key] as Record<string, unknown>, copy);
  owner[path[path.length - 1] as string] = value;
  return JSON.stringify(copy);
}

/** The paths of all single values in a document. */
function leaves(node: unknown, path: Path = []): readonly Path[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => leaves(value, [...path, key]));
}

describe('reading a project document', () => {
  it('gives back what was written', () => {
    expect(readDocument(JSON.stringify(fullDocument))).toEqual({ ok: true, value: fullDocument });
    const empty = emptyDocument('');
    expect(readDocument(JSON.stringify(empty))).toEqual({ ok: true, value: empty });
  });

  it.each(['', 'hello', '{', 'undefined'])('refuses %j as no JSON', (text) => {
    expect(readDocument(text)).toEqual({ ok: false, problem: { code: 'not-json' } });
  });

  it.each(['null', '[]', '3', '"text"'])('refuses %s as no project', (text) => {
    expect(readDocument(text)).toEqual({
      ok: false,
      problem: { code: 'not-a-project', path: '', expected: 'fields' },
    });
  });

  it('refuses a later version by its number, whatever else it has', () => {
    expect(readDocument(JSON.stringify({ version: documentVersion + 1, name: 5 }))).toEqual({
      ok: false,
      problem: { code: 'newer-version', version: documentVersion + 1, known: documentVersion },
    });
  });

  it.each([
    [['version'], 0, 'version', String(documentVersion)],
    [['name'], 5, 'name', 'text'],
    [['asOf'], 'yesterday', 'asOf', 'date'],
    [['tables'], {}, 'tables', 'list'],
    [['tables', 0, 'rowCount'], -1, 'tables[0].rowCount', 'whole number'],
    [['tables', 0, 'columns', 1, 'role'], 'boss', 'tables[0].columns[1].role', 'customer-id | last-purchase'],
    [['experiments', 0, 'design', 'eligibility', 1, 'any', 0, 'kind'], 'magic', 'experiments[0].design.eligibility[1].any[0].kind', 'category | number | months-since | days-since | missing | listed | running-experiment | id-sample'],
    [['experiments', 0, 'design', 'eligibility', 0, 'any', 0, 'kind'], 'toString', 'experiments[0].design.eligibility[0].any[0].kind', 'category'],
    [['experiments', 0, 'analysis', 'confidenceShare'], '0.95', 'experiments[0].analysis.confidenceShare', 'number'],
    [['currentExperiment'], 9, 'currentExperiment', 'an experiment'],
    [['nextId'], 3, 'nextId', 'an unused id'],
    [['experiments', 0, 'id'], 1, 'experiments', 'distinct ids'],
    [['tables', 1, 'name'], 'customers', 'tables', 'distinct names'],
  ] as const)('refuses %j = %j and names the place', (path, value, place, expected) => {
    const read = readDocument(withValue(path, value));
    expect(read).toMatchObject({ ok: false, problem: { code: 'not-a-project', path: place } });
    expect(!read.ok && read.problem.code === 'not-a-project' && read.problem.expected).toContain(
      expected,
    );
  }); // prettier-ignore

  it('refuses any single value that is replaced by a list', () => {
    for (const path of leaves(fullDocument))
      expect(readDocument(withValue(path, [[]])), path.join('.')).toMatchObject({ ok: false });
  });

  it('drops fields that it does not know', () => {
    const text = JSON.stringify({ ...fullDocument, script: '<script>alert(1)</script>' });
    expect(readDocument(text)).toEqual({ ok: true, value: fullDocument });
  });

  it('is not moved by keys that aim at prototypes', () => {
    const hostile = JSON.stringify(fullDocument).replace(
      '{',
      '{"__proto__": {"polluted": true, "name": "x"}, "constructor": {"prototype": {"polluted": true}},',
    );
    const read = readDocument(hostile);
    expect(read).toEqual({ ok: true, value: fullDocument });
    expect(Object.getPrototypeOf(read.ok ? read.value : null)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  });

  it('does not take a missing field from a prototype', () => {
    const nameless = { ...fullDocument, name: undefined };
    const text = JSON.stringify(nameless).replace('{', '{"__proto__": {"name": "borrowed"},');
    expect(readDocument(text)).toEqual({
      ok: false,
      problem: { code: 'not-a-project', path: 'name', expected: 'text' },
    });
  });

  it('answers with a value for any JSON at all', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readDocument(text).ok).toBe(false);
      }),
    );
  });

  it('answers with a value for any damage to a real document', () => {
    const text = JSON.stringify(fullDocument);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, patch) => {
        const read = readDocument(text.slice(0, at) + patch + text.slice(at + patch.length));
        if (read.ok) expect(read.value.version).toBe(documentVersion);
        else expect(['not-json', 'newer-version', 'not-a-project']).toContain(read.problem.code);
      }),
    );
  });

  it('refuses JSON that is nested ten thousand deep', () => {
    expect(readDocument('['.repeat(10_000) + ']'.repeat(10_000))).toMatchObject({ ok: false });
  });
});
