/**
 * What each layer of `src` may import (see the map in README.md). `own` are folders of this project, `packages` the
 * npm packages; everything else is refused. Relative imports stay inside a layer: crossing one takes a `#layer/` name.
 */
export const layers = {
  core: { own: ['core'], packages: ['@stdlib/', 'simple-statistics'] },
  text: { own: ['core', 'text'], packages: [] },
  engine: {
    own: ['core', 'engine'],
    packages: ['sql\\.js', 'papaparse', '@zip\\.js/', 'saxen', 'pako', 'hyparquet'],
  },
  workspace: { own: ['core', 'text', 'engine', 'workspace'], packages: ['svelte'] },
  ui: { own: ['text', 'ui'], packages: ['svelte'] },
  charts: { own: ['core', 'text', 'ui', 'charts'], packages: ['svelte', 'd3-'] },
  features: {
    own: ['core', 'text', 'workspace', 'ui', 'charts', 'features'],
    packages: ['svelte', '\\$app/', '@codemirror/'],
  },
  routes: {
    own: ['features', 'workspace', 'ui', 'text'],
    packages: ['svelte', '\\$app/', 'pretendard'],
  },
};
