import { describe, expect, it } from 'vitest';
import { judgeQuestion } from '#core/design/questions/answerable.ts';
import type { PlanFrame } from '#core/design/questions/plan-frame.ts';
import type { Question } from '#core/design/questions/question.ts';
import { valueOf } from '../../stats/oracle.ts';
import { deckFrame } from './deck-frame.ts';

const one: Question = { id: 'one', kind: 'carrot-versus-holdout', carrot: 'coupon' };
const options = { alpha: 0.05 };

function scaled(frame: PlanFrame, factor: number): PlanFrame {
  return { ...frame, counts: frame.counts.map((row) => row.map((count) => count * factor)) };
}

describe('whether a plan answers a question', () => {
  it('says for the deck’s smallest cell what is missing and that the list has not got it', () => {
    const verdict = judgeQuestion(deckFrame(), { ...one, within: [3] }, options);
    expect(verdict.state).toBe('too-small');
    expect(valueOf(verdict.power).bindingGroup).toMatchObject({ cell: 3, arm: 1 });
    const [whole, enlarge, larger] = verdict.remedies;
    expect(whole).toMatchObject({ kind: 'whole-list' });
    expect(enlarge).toMatchObject({
      kind: 'enlarge',
      shortCells: [{ cell: 3, wanted: 1727, available: 445 }],
    });
    expect(larger).toMatchObject({ kind: 'larger-effect' });
  });

  it('is answered on the whole list, and enlarging helps a small sample of it', () => {
    expect(judgeQuestion(deckFrame(), one, options)).toMatchObject({
      state: 'answered',
      remedies: [],
    });
    const small = judgeQuestion(scaled(deckFrame(), 0.02), one, options);
    expect(small.state).toBe('too-small');
    const [enlarge] = small.remedies;
    if (enlarge?.kind !== 'enlarge') throw new Error('not enlarged first');
    expect(enlarge.shortCells).toEqual([]);
    const enlarged = judgeQuestion(
      scaled(deckFrame(), 0.02 * enlarge.factor * (1 + 1e-9)),
      one,
      options,
    );
    expect(enlarged.state).toBe('answered');
  });

  it('names the groups that are empty', () => {
    const frame = deckFrame();
    const counts = frame.counts.map((row, cell) => (cell < 2 ? [0, 0, 0, 0] : row));
    const verdict = judgeQuestion({ ...frame, counts }, one, options);
    expect(verdict.state).toBe('not-asked');
    expect(verdict.remedies).toEqual([
      {
        kind: 'fill-groups',
        groups: [0, 1].flatMap((cell) => [0, 1].map((arm) => ({ cell, arm }))),
      },
    ]);
    const asked = judgeQuestion({ ...frame, counts }, { ...one, within: [2, 3, 4] }, options);
    expect(asked.state).toBe('answered');
  });

  it('tells nothing expected from the wrong direction', () => {
    const same: Question = { id: 's', kind: 'same-everywhere', carrot: null, attribute: 0 };
    expect(judgeQuestion(deckFrame(), same, options).state).toBe('no-effect-expected');
    const frame = deckFrame();
    const shares = frame.shares.map((row, cell) =>
      row.map((share) => share + (cell >= 6 ? 0.02 : 0)),
    );
    const trend = (direction: 'rising' | 'falling'): Question => ({
      id: 't',
      kind: 'trend',
      outcome: 'response',
      carrot: null,
      directions: [{ attribute: 0, direction }],
    });
    const plan = { ...frame, shares };
    expect(judgeQuestion(plan, trend('falling'), options).state).toBe('wrong-direction');
    expect(judgeQuestion(plan, trend('rising'), options).state).toBe('answered');
  });

  it('passes on why a question cannot be asked', () => {
    const verdict = judgeQuestion(deckFrame(), { ...one, carrot: 'nobody' }, options);
    expect(verdict).toMatchObject({ state: 'not-asked', remedies: [] });
    expect(verdict.power).toMatchObject({ problem: { code: 'unknown-arm', arm: 'nobody' } });
  });
});
