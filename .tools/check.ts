import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { requireChromium } from './chromium.ts';

/**
 * The whole check, as `npm test` and `.ci/run` run it: every step runs even if an earlier one failed, and the last line
 * sums up all of them. A step without tests of its own counts as one.
 */
const steps = [
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint and layer rules', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'unit and property tests', suite: 'unit' },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'bundle budget', command: ['node', '.tools/budget.ts'] },
  { name: 'tests in the browser', suite: 'browser' },
  { name: 'journeys', suite: 'journeys' },
] as const;

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

function run(command: readonly string[], environment: NodeJS.ProcessEnv): boolean {
  const [program = '', ...rest] = command;
  return spawnSync(program, rest, { stdio: 'inherit', env: environment }).status === 0;
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

const environment = { ...process.env, CARROTLAB_CHROMIUM: requireChromium() };
const total = { passed: 0, failed: 0 };
const summary: string[] = [];
for (const step of steps) {
  console.log(`\n== ${step.name}`);
  const started = performance.now();
  let counts: Counts;
  if ('suite' in step) {
    const report = `.svelte-kit/report-${step.suite}.json`;
    rmSync(report, { force: true });
    const succeeded = run(
      [
        'vitest',
        'run',
        '--project',
        step.suite,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      environment,
    );
    counts = countsOf(report, succeeded);
  } else {
    const succeeded = run(step.command, environment);
    counts = { passed: Number(succeeded), failed: Number(!succeeded) };
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  summary.push(`${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
}
console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
