import { globSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Tells `first-paint.js` in every built page which files hold the texts of each language, so that the browser fetches
 * those of the reader's together with the scripts instead of after them.
 */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const manifest = JSON.parse(
  readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8'),
) as Record<string, Chunk>;

function filesOf(name: string): string[] {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`The build has no part "${name}".`);
  return [...new Set([chunk.file, ...(chunk.imports ?? []).flatMap(filesOf)])];
}

const attributes = ['ko', 'en']
  .map((language) => `data-${language}="${filesOf(`src/text/${language}.ts`).join(' ')}"`)
  .join(' ');
for (const path of globSync('build/**/*.html')) {
  const page = readFileSync(path, 'utf8');
  const script = /<script src="[^"]*first-paint\.js"/;
  if (!script.test(page)) throw new Error(`${path} does not run first-paint.js.`);
  writeFileSync(
    path,
    page.replace(script, (start) => `${start} ${attributes}`),
  );
}
