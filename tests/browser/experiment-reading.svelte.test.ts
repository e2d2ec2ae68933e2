import { noFurtherColumns, usualReading } from '#core/results/analysis.ts';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { startExperiment } from '#core/history/edit-experiment.ts';
import { importSession } from '#features/import/import-session.svelte.ts';
import { ExperimentReading } from '#workspace/experiment-reading.svelte.ts';
import { workspace } from '#workspace/workspace.svelte.ts';

/** A project with one finished experiment, 20 customers per arm, `responders` of the carrot's responding. */
async function projectWith(responders: number): Promise<void> {
  await workspace.createProject('monthly');
  const rows = ['none', 'coupon'].flatMap((arm) =>
    Array.from(
      { length: 20 },
      (_, row) => `${arm},${arm === 'coupon' && row < responders ? 1 : 0}`,
    ),
  );
  const file = new File([`arm,responded\n${rows.join('\n')}\n`], 'result.csv');
  await importSession.choose([file]);
  await importSession.read();
  const table = workspace.document?.tables[0]?.name ?? '';
  workspace.change('read', (document) =>
    startExperiment(document, {
      name: 'monthly',
      createdAt: '2017-03-26T00:00:00.000Z',
      analysis: {
        source: {
          kind: 'table',
          table,
          customerColumn: null,
          armColumn: 'arm',
          outcomeColumn: 'responded',
          moneyColumn: null,
          ...noFurtherColumns,
        },
        control: 'none',
        strata: { kind: 'none' },
        ...usualReading,
      },
    }),
  );
}

describe('the reading of an experiment', () => {
  it('is read anew where a file brings another project with an experiment of the same making', async () => {
    await projectWith(3);
    const march = await workspace.exportFile();
    await projectWith(12);
    let reading: ExperimentReading | undefined;
    const stop = $effect.root(() => {
      reading = new ExperimentReading(() => workspace.experiment);
    });
    const responders = () => {
      flushSync();
      const result = reading?.result;
      return result?.ok ? result.value.analysis.responders : null;
    };
    await vi.waitFor(() => expect(responders()).toBe(12));
    expect((await workspace.openFile(march)).ok).toBe(true);
    expect(responders()).not.toBe(12);
    await vi.waitFor(() => expect(responders()).toBe(3));
    stop();
  });
});
