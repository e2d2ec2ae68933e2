import { describe, expect, it } from 'vitest';
import type { Assignment } from '#core/assignment/assignment.ts';
import {
  recordAssignment,
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

describe('a step of undo', () => {
  it('that goes back to an earlier draw asks for its list again', () => {
    expect(changedDraws(second, first)).toEqual([
      { id: 1, design: deckDesign, assignment: drawn('one') },
    ]);
  });

  it('that brings a draw back asks for its list', () => {
    expect(changedDraws(undrawn, first).map(({ assignment }) => assignment.seed)).toEqual(['one']);
  });

  it('that takes the draw away, or changes something else, asks for none', () => {
    expect(changedDraws(first, undrawn)).toEqual([]);
    expect(changedDraws(first, renameExperiment(first, 1, 'summer'))).toEqual([]);
  });
});
