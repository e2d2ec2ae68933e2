import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { format } from 'prettier';

/**
 * Lists every method of the statistics core with its source and the oracle that checked it, from the code itself: a
 * method is an exported function whose docstring has a `Source:`; the scripts beside the oracle data say with `Made
 * with:` which program answered and with `Checks:` which functions were compared with it. `tests/methods.test.ts`
 * proves the claims. Run: `npm run methods`.
 */
export interface OracleEvidence {
  /** Below tests/oracles, without the ending of the script. */
  readonly script: string;
  readonly madeWith: string;
  /** Rows of data, each with one or more values to agree with. */
  readonly cases: number;
}

export interface MethodEvidence {
  readonly topic: string;
  /** Below src/core/stats. */
  readonly file: string;
  readonly source: string;
  readonly oracles: readonly OracleEvidence[];
}

const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)/g;
const unix = (path: string) => path.split(sep).join('/');

/** Every method, by the name of its function, in the order of topics and files. */
export function collectEvidence(): Record<string, MethodEvidence> {
  const scripts = oracleScripts();
  const found: Record<string, MethodEvidence> = {};
  for (const path of globSync('src/core/stats/**/*.ts').map(unix).sort()) {
    const file = unix(relative('src/core/stats', path));
    // Building blocks, not methods that anybody asks for.
    if (file.startsWith('numerics/')) continue;
    for (const [, comment = '', name = ''] of readFileSync(path, 'utf8').matchAll(documented)) {
      const source = sourceOf(comment);
      if (source === null) continue;
      if (!/^\s*\* Examples?:/m.test(comment)) throw new Error(`${name} in ${file} has no Example`);
      if (found[name])
        throw new Error(`Two methods are called ${name}: ${file}, ${found[name].file}`);
      const oracles = scripts.flatMap(({ checks, ...evidence }) =>
        checks.includes(name) ? [evidence] : [],
      );
      found[name] = { topic: dirname(file), file, source, oracles };
    }
  }
  return found;
}

export interface OracleScript extends OracleEvidence {
  readonly checks: readonly string[];
  readonly data: readonly string[];
}

/** The scripts that made the data in tests/oracles, and what they claim to check. */
export function oracleScripts(): OracleScript[] {
  return globSync('tests/oracles/**/*.{R,py}')
    .map(unix)
    .sort()
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const lines = (label: string) =>
        [...text.matchAll(new RegExp(`^[#\\s"]*${label}:(.*)$`, 'gm'))].map(([, rest = '']) =>
          rest.trim(),
        );
      const checks = lines('Checks').flatMap((line) => line.split(/[,\s]+/).filter(Boolean));
      if (checks.length === 0) return [];
      const [, made = ''] = /Makes ([^:]*?)(?::|\.\s| by | from )/.exec(text) ?? [];
      const data = [...made.matchAll(/[\w-]+\.json/g)].map(([name]) => `${dirname(path)}/${name}`);
      if (data.length === 0) throw new Error(`${path} does not say what it makes`);
      const cases = data.reduce(
        (sum, file) => sum + rowsIn(JSON.parse(readFileSync(file, 'utf8'))),
        0,
      );
      return [
        {
          script: unix(relative('tests/oracles', path)),
          madeWith: lines('Made with').join('; '),
          checks,
          data,
          cases,
        },
      ];
    });
}

/** Objects that stand in a list; what stands inside them is part of the same row. */
function rowsIn(data: unknown): number {
  if (Array.isArray(data)) {
    return data.reduce<number>((sum, entry) => sum + (isRow(entry) ? 1 : rowsIn(entry)), 0);
  }
  return isRow(data)
    ? Object.values(data).reduce<number>((sum, entry) => sum + rowsIn(entry), 0)
    : 0;
}

const isRow = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first sentence after `Source:`, without the marks of code. */
function sourceOf(comment: string): string | null {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, ''));
  const start = lines.findIndex((line) => line.startsWith('Source:'));
  if (start < 0) return null;
  const rest = lines
    .slice(start)
    .join(' ')
    .replace(/^Source:\s*/, '');
  const [before = ''] = rest.split(/\s(?:Examples?|Refuses|Throws):?\s/);
  const sentence =
    /^[\s\S]*?(?<!\b(?:al|ch|eq|eqs|vol|pp|sec|cf|Stat|Soc|ed|e\.g|i\.e|Fig|no|vs|Statist|Jr|St))\.(?=\s+[A-Z`]|\s*$)/.exec(
      before,
    );
  return (sentence?.[0] ?? before)
    .replaceAll('`', '')
    .replace(/\.\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The part of README.md between the two marks. */
export function readmeSection(
  evidence: Record<string, MethodEvidence>,
  names: Record<string, { readonly name: string }>,
): string {
  const topics = [...new Set(Object.values(evidence).map(({ topic }) => topic))];
  const tables = topics.map((topic) => {
    const rows = Object.entries(evidence)
      .filter(([, method]) => method.topic === topic)
      .map(([id, { source, oracles }]) => {
        const checked = oracles
          .map(({ script, madeWith, cases }) => `${madeWith} (\`${script}\`, ${cases})`)
          .join('; ');
        return `| ${names[id]?.name ?? id} \`${id}\` | ${source} | ${checked || 'properties only'} |`.replaceAll(
          '\n',
          ' ',
        );
      });
    return [
      `#### \`stats/${topic}\``,
      '',
      '| method | source | checked with (script, cases) |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `${marks.begin}\n\n${tables.join('\n\n')}\n\n${marks.end}`;
}

export const marks = {
  begin: '<!-- methods: made by `npm run methods` -->',
  end: '<!-- /methods -->',
};
export const evidenceFile = 'src/text/methods/evidence.json';

/** README.md with its section made anew. */
export async function renewedReadme(
  evidence: Record<string, MethodEvidence>,
  names: Record<string, { readonly name: string }>,
): Promise<string> {
  const readme = readFileSync('README.md', 'utf8');
  const start = readme.indexOf(marks.begin);
  const end = readme.indexOf(marks.end);
  if (start < 0 || end < start) throw new Error('README.md has no place for the methods');
  const renewed =
    readme.slice(0, start) + readmeSection(evidence, names) + readme.slice(end + marks.end.length);
  return format(renewed, { parser: 'markdown', printWidth: 120 });
}

if (import.meta.main) {
  const evidence = collectEvidence();
  const written = await format(JSON.stringify(evidence), { parser: 'json', printWidth: 100 });
  writeFileSync(evidenceFile, written);
  const { methodNames } = (await import('../src/text/methods/en.ts')) as {
    methodNames: Record<string, { name: string }>;
  };
  writeFileSync('README.md', await renewedReadme(evidence, methodNames));
  const unnamed = Object.keys(evidence).filter((id) => !methodNames[id]);
  const unchecked = Object.entries(evidence).flatMap(([id, { oracles }]) =>
    oracles.length === 0 ? [id] : [],
  );
  const cases = oracleScripts().reduce((sum, script) => sum + script.cases, 0);
  console.log(`${Object.keys(evidence).length} methods, ${cases} cases`);
  if (unnamed.length > 0) console.log(`without a name: ${unnamed.join(', ')}`);
  if (unchecked.length > 0) console.log(`without an oracle: ${unchecked.join(', ')}`);
}
