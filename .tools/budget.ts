import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * What the built site may weigh, gzipped, in kB. `first` is what a page loads before it can be used: the scripts and
 * styles named in its HTML. `workerParts` is what a worker loads later, with the first file of a format that needs it.
 * Raise a limit in the commit that needs it, and say why there.
 */
const limits = { firstOfAnyPage: 230, allScripts: 520, worker: 140, workerParts: 170, wasm: 420 };

const weigh = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length / 1000;
const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + weigh(path), 0);

const scripts = globSync('build/_app/immutable/**/*.js');
const workers = scripts.filter((path) => /worker/.test(basename(path)));
const workerParts = scripts.filter((path) => path.includes('/workers/chunks/'));
const pages = globSync('build/**/*.html').map((page) => {
  const html = readFileSync(page, 'utf8');
  const names = [
    ...html.matchAll(/(?:href|src|import\()\s*=?\s*"?[^"]*?(_app\/immutable\/[^"]+\.(?:js|css))/g),
  ];
  return { page, kilobytes: sum([...new Set(names.map(([, name]) => `build/${name}`))]) };
});
const heaviest = pages.reduce((one, other) => (other.kilobytes > one.kilobytes ? other : one));

const measured = {
  firstOfAnyPage: heaviest.kilobytes,
  allScripts: sum(scripts.filter((path) => ![...workers, ...workerParts].includes(path))),
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
