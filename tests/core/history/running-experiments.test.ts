import { describe, expect, it } from 'vitest';
import type { Experiment } from '#core/history/project-document.ts';
import { runningExperiments, runningNow } from '#core/history/running-experiments.ts';
import { fullExperiment } from './full-document.ts';

const { design, assignment } = fullExperiment;
if (!design || !assignment) throw new Error('The experiment is drawn');

const experiment = (id: number, changes: Partial<Experiment>): Experiment => ({
  ...fullExperiment,
  id,
  outcome: null,
  ...changes,
});
const openBrief = { ...design.brief, endsOn: '2017-03-31', responseWindowDays: 14 };
const noWindow = { ...design.brief, responseWindowDays: null };
const own = experiment(1, { assignment: null });

describe('the experiments that are running', () => {
  it('are drawn, and their window is open at the as-of date', () => {
    const experiments = [own, experiment(2, { design: { ...design, brief: openBrief } })];
    expect(runningNow({ experiments }, 1, '2017-04-14')).toEqual([2]);
    expect(runningNow({ experiments }, 1, '2017-04-15')).toEqual([]);
    expect(runningNow({ experiments }, 2, '2017-04-14')).toEqual([]);
  });

  it('run without a window until something is found', () => {
    const undecided = { design: { ...design, brief: noWindow } };
    const { outcome } = fullExperiment;
    const experiments = [own, experiment(2, undecided), experiment(3, { ...undecided, outcome })];
    expect(runningNow({ experiments }, 1, '2030-01-01')).toEqual([2]);
  });

  it('are not those that are still planned or were run elsewhere', () => {
    const experiments = [own, experiment(2, { assignment: null }), experiment(3, { design: null })];
    expect(runningNow({ experiments }, 1, '2017-03-26')).toEqual([]);
  });

  it('stay those of the draw once a list is drawn', () => {
    const drawn = experiment(1, { assignment: { ...assignment, runningExperiments: [9] } });
    const experiments = [drawn, experiment(2, { design: { ...design, brief: openBrief } })];
    expect(runningExperiments({ experiments }, 1, '2017-03-26')).toEqual([9]);
    expect(runningExperiments({ experiments: [own, ...experiments.slice(1)] }, 1, '2017-03-26')).toEqual([2]); // prettier-ignore
  });
});
