import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layers } from '../.tools/layers.js';

const importPattern = /(?:from\s+|import\s*\(?\s*)'([^']+)'/g;
const sources = globSync('src/**/*.{ts,svelte}').map((path) => path.split(sep).join('/'));

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of a file of ours, as paths below `src`. */
const imports: Import[] = sources.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(importPattern)]
    .map(([, specifier = '']) => specifier.replace(/\?.*$/, ''))
    .filter((specifier) => specifier.startsWith('#') || specifier.startsWith('.'))
    .map((specifier) => ({
      from: path,
      to: specifier.startsWith('#')
        ? `src/${specifier.slice(1)}`
        : relative('.', join(dirname(path), specifier))
            .split(sep)
            .join('/'),
    })),
);

const layerOf = (path: string) => path.split('/')[1] ?? '';
const folderOf = (path: string) => path.split('/')[2] ?? '';
const loop = [
  'import',
  'customers',
  'ideas',
  'design',
  'assignment',
  'results',
  'rollout',
  'history',
];

describe('the architecture', () => {
  it('is seen by this test: there are files and imports in every layer', () => {
    expect(new Set(sources.map(layerOf))).toEqual(
      new Set([...Object.keys(layers), 'app.html']).difference(new Set(['app.html'])),
    );
    expect(imports.length).toBeGreaterThan(100);
  });

  it('lets every layer import only the layers below it', () => {
    const allowed: Record<string, { own: string[] }> = layers;
    const wrong = imports.filter(({ from, to }) => {
      const layer = layerOf(from);
      return layerOf(to) !== layer && !allowed[layer]?.own.includes(layerOf(to));
    });
    expect(wrong).toEqual([]);
  });

  it('crosses a layer by its name, never by a relative path', () => {
    const crossing = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(importPattern)]
        .map(([, specifier = '']) => specifier)
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => layerOf(join(dirname(path), specifier)) !== layerOf(path))
        .map((specifier) => `${path} -> ${specifier}`),
    );
    expect(crossing).toEqual([]);
  });

  it('lets no step of the core use a later step', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (layerOf(from) !== 'core' || layerOf(to) !== 'core') return false;
      const [user, used] = [loop.indexOf(folderOf(from)), loop.indexOf(folderOf(to))];
      return user >= 0 && used > user;
    });
    expect(wrong).toEqual([]);
  });

  it('lets no feature use another feature', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        layerOf(from) === 'features' &&
        layerOf(to) === 'features' &&
        folderOf(from) !== folderOf(to),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the four trees of the loop in the same eight words', () => {
    const words = (pattern: string) =>
      new Set(globSync(pattern).map((path) => path.split(sep).at(-1)));
    expect(words('src/core/*').isSupersetOf(new Set(loop))).toBe(true);
    expect(words('src/features/*').isSupersetOf(new Set(loop))).toBe(true);
    expect(words('src/routes/(workbench)/*').isSupersetOf(new Set(loop))).toBe(true);
  });

  it('has no file that should have been two', () => {
    const limits = (path: string) =>
      layerOf(path) === 'text' ? 600 : layerOf(path) === 'core' ? 200 : 400;
    const long = sources
      .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > limits(path));
    expect(long).toEqual([]);
  });
});
