import { describe, expect, it } from 'vitest';
import type { Assignment, TopUp } from '#core/assignment/assignment.ts';
import {
  recordAssignment,
  recordTopUp,
  renameExperiment,
  startExperiment,
} from '#core/history/edit-experiment.ts';
import { emptyDocument } from '#core/history/project-document.ts';
import { changedDraws } from '#workspace/changed-draws.ts';
import { deckDesign } from '../core/design/deck-design.ts';

function drawn(seed: string): Assignment {
  return {
    algorithm: 'md5-order-1',
    seed,
    balance: null,
    counts: [[1, 1]],
    population: [5],
    runningExperiments: [],
    listFingerprint: `list of ${seed}`,
    drawnAt: '2017-03-26T09:00:00.000Z',
    topUps: [],
  };
}

const undrawn = startExperiment(emptyDocument('p'), {
  name: 'spring',
  createdAt: '2017-03-26T08:00:00.000Z',
  design: deckDesign,
});
const first = recordAssignment(undrawn, 1, drawn('one'));
const second = recordAssignment(first, 1, drawn('two'));

function wave(name: string): TopUp {
  const { counts, population, runningExperiments, drawnAt } = drawn(name);
  return { counts, population, runningExperiments, drawnAt, listFingerprint: `wave ${name}` };
}

const oneWave = recordTopUp(first, 1, wave('a'));
const twoWaves = recordTopUp(oneWave, 1, wave('b'));
const steps = (draws: ReturnType<typeof changedDraws>) =>
  draws.map(({ keptWaves, hasMore }) => ({ keptWaves, hasMore }));

describe('a step of undo', () => {
  it('that goes back to an earlier draw asks for its list again', () => {
    expect(changedDraws(second, first)).toEqual([
      { id: 1, design: deckDesign, assignment: drawn('one'), keptWaves: 0, hasMore: true },
    ]);
  });

  it('that brings a draw back asks for its list', () => {
    expect(changedDraws(undrawn, first).map(({ assignment }) => assignment.seed)).toEqual(['one']);
  });

  it('that takes the draw away, or changes something else, asks for none', () => {
    expect(changedDraws(first, undrawn)).toEqual([]);
    expect(changedDraws(first, renameExperiment(first, 1, 'summer'))).toEqual([]);
  });

  it('that takes a wave away keeps the earlier ones', () => {
    expect(steps(changedDraws(twoWaves, oneWave))).toEqual([{ keptWaves: 2, hasMore: true }]);
    expect(steps(changedDraws(twoWaves, first))).toEqual([{ keptWaves: 1, hasMore: true }]);
  });

  it('that brings a wave back draws that one alone', () => {
    expect(steps(changedDraws(oneWave, twoWaves))).toEqual([{ keptWaves: 2, hasMore: false }]);
    expect(changedDraws(twoWaves, twoWaves)).toEqual([]);
  });

  it('that goes back behind another draw brings all its waves', () => {
    const anew = recordAssignment(twoWaves, 1, drawn('two'));
    expect(anew.experiments[0]?.assignment?.topUps).toEqual([]);
    expect(steps(changedDraws(anew, twoWaves))).toEqual([{ keptWaves: 0, hasMore: true }]);
  });
});
