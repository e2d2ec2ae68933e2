import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { requireChromium } from './chromium.ts';

/**
 * The whole check, as `npm test` and `.ci/run` run it: every step runs even if an earlier one failed, and the last lines
 * sum up all of them. A step without tests of its own counts as one.
 */
type Step =
  | { readonly name: string; readonly command: readonly string[] }
  | { readonly name: string; readonly suite: 'unit' | 'browser' | 'journeys' };

/**
 * One stage after the other. The lists of a stage run side by side, each in its own order: what keeps one core busy
 * goes together. The unit tests use all there are; the tests in the browser take one file at a time, and fill what journeys
 * leave of both cores while they wait for a page.
 */
const stages: readonly (readonly (readonly Step[])[])[] = [
  [
    [
      { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
      { name: 'formatting', command: ['prettier', '--check', '.'] },
    ],
    [
      { name: 'lint and layer rules', command: ['eslint', '.', '--max-warnings', '0'] },
      { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
      { name: 'bundle budget', command: ['node', '.tools/budget.ts'] },
    ],
  ],
  [[{ name: 'unit and property tests', suite: 'unit' }]],
  [[{ name: 'journeys', suite: 'journeys' }], [{ name: 'tests in the browser', suite: 'browser' }]],
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a program. What it prints is shown at once, or under the title at its end where others run beside it. */
function run(command: readonly string[], title: string, isAlone: boolean): Promise<boolean> {
  const [program = '', ...rest] = command;
  if (isAlone) console.log(title);
  const child = spawn(program, rest, {
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
    env: environment,
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => printed.push(piece));
  return new Promise((resolve) => {
    child.on('error', (problem) => {
      console.error(problem);
      resolve(false);
    });
    child.on('close', (code) => {
      if (!isAlone) console.log(`${title}\n${Buffer.concat(printed).toString()}`);
      resolve(code === 0);
    });
  });
}

function countsOf(reportFile: string, succeeded: boolean): Counts {
  try {
    const report: unknown = JSON.parse(readFileSync(reportFile, 'utf8'));
    const { numPassedTests: passed, numFailedTests: failed } = report as {
      numPassedTests: number;
      numFailedTests: number;
    };
    // A suite that broke outside its tests has failed even if no test says so.
    return { passed, failed: !succeeded && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function take(step: Step, isAlone: boolean): Promise<void> {
  const title = `\n== ${step.name}`;
  const started = performance.now();
  let counts: Counts;
  if ('suite' in step) {
    const report = `.svelte-kit/report-${step.suite}.json`;
    rmSync(report, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const command = ['vitest', 'run', '--project', step.suite, ...reporters];
    counts = countsOf(report, await run(command, title, isAlone));
  } else {
    const succeeded = await run(step.command, title, isAlone);
    counts = { passed: Number(succeeded), failed: Number(!succeeded) };
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  summary.push(`${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
}

const environment = { ...process.env, CARROTLAB_CHROMIUM: requireChromium() };
const total = { passed: 0, failed: 0 };
const summary: string[] = [];
const began = performance.now();
// Types and lint both read what this writes.
await run(['svelte-kit', 'sync'], '\n== preparation', true);
for (const lists of stages) {
  await Promise.all(
    lists.map(async (steps) => {
      for (const step of steps) await take(step, lists.length === 1);
    }),
  );
}
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`\n${summary.join('\n')}\nwhole check: ${minutes} minutes\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
