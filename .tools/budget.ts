import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What the built site may weigh, gzipped, in kB. `firstOfAnyPage` is what a page loads before it can be used: the
 * scripts and styles named in its HTML, with the texts of the heavier language. `allScripts` is
 * everything that a reader of one language could ever load, with the texts of the heavier one. `workerParts` is what a worker loads later, with the first file of a format that needs it.
 * Raise a limit in the commit that needs it, and say why there.
 */
const limits = { firstOfAnyPage: 220, allScripts: 910, worker: 140, workerParts: 288, wasm: 420 };

const weigh = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length / 1000;
const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + weigh(path), 0);

const scripts = globSync('build/_app/immutable/**/*.js');
const workers = scripts.filter((path) => /worker/.test(basename(path)));
const workerParts = scripts.filter((path) => path.includes('/workers/chunks/'));
const pages = globSync('build/**/*.html').map((page) => {
  const html = readFileSync(page, 'utf8');
  const names = [
    ...html.matchAll(/(?:href|src|import\()\s*=?\s*"?[^"]*?(_app\/immutable\/[^"]+\.(?:js|css))/g),
  ].map(([, name = '']) => name);
  const texts = [...html.matchAll(/data-(?:ko|en)="([^"]+)"/g)].map(([, files = '']) =>
    files.split(' '),
  );
  if (texts.length !== 2) throw new Error(`${page} does not name the texts of both languages.`);
  const loads = texts.map((files) => new Set([...names, ...files]));
  const kilobytes = loads.map((files) => sum([...files].map((file) => `build/${file}`)));
  return { page, kilobytes: Math.max(...kilobytes), texts };
});
/** The texts of the lighter language: whoever reads the heavier one does not load them. */
const otherTexts = (() => {
  const [ko, en] = [0, 1].map((language) => [
    ...new Set(pages.flatMap(({ texts }) => texts[language] ?? []).map((file) => `build/${file}`)),
  ]) as [string[], string[]];
  const own = (files: string[], others: string[]) => files.filter((file) => !others.includes(file));
  return sum(own(ko, en)) < sum(own(en, ko)) ? own(ko, en) : own(en, ko);
})();
const heaviest = pages.reduce((one, other) => (other.kilobytes > one.kilobytes ? other : one));

const measured = {
  firstOfAnyPage: heaviest.kilobytes,
  allScripts: sum(
    scripts.filter((path) => ![...workers, ...workerParts, ...otherTexts].includes(path)),
  ),
  worker: sum(workers),
  workerParts: sum(workerParts),
  wasm: sum(globSync('build/_app/immutable/**/*.wasm')),
};

let over = 0;
for (const [name, limit] of Object.entries(limits)) {
  const kilobytes = measured[name as keyof typeof measured];
  const verdict = kilobytes > 0 && kilobytes <= limit ? 'ok' : 'OVER';
  if (verdict !== 'ok') over += 1;
  console.log(`${verdict.padEnd(5)}${name.padEnd(16)}${kilobytes.toFixed(1)} of ${limit} kB`);
}
console.log(`heaviest page: ${heaviest.page}`);
process.exit(over === 0 ? 0 : 1);
