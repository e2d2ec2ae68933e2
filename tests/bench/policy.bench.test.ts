import { expect, it } from 'vitest';
import type { PolicyTimes } from './policy-worker.ts';
import { spread } from './stopwatch.ts';

it('10,000 cells × 5 carrots: the whole curve in a worker, beside a linear programme for each of 41 budgets', async () => {
  const worker = new Worker(new URL('./policy-worker.ts', import.meta.url), { type: 'module' });
  const times = await new Promise<PolicyTimes>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PolicyTimes>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.terminate();
  const { steps, curve, budgetByBudget, furthestApart } = times;
  const median = curve.toSorted((one, other) => one - other)[Math.floor(curve.length / 2)] ?? NaN;
  console.log(
    `whole curve of ${steps} steps: ${spread(curve)}; 41 budgets one by one by column generation: ` +
      `${budgetByBudget.toFixed(0)} ms, ${(budgetByBudget / median).toFixed(0)} times as long`,
  );
  expect(median).toBeLessThan(200);
  expect(furthestApart).toBeLessThan(1e-9);
});
