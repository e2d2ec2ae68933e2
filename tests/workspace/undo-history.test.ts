import { describe, expect, it } from 'vitest';
import { madeEdit } from '#workspace/made-edit.ts';
import { UndoHistory } from '#workspace/undo-history.ts';

/** A document that is a word. */
class Words {
  now = 'empty';
  readonly history = new UndoHistory<string>();

  change(to: string) {
    const edit = this.history.record(to, this.now);
    this.now = to;
    return madeEdit(
      edit,
      (each) => this.history.stateOf(each),
      () => this.step('undo'),
    );
  }

  step(direction: 'undo' | 'redo') {
    const step = this.history[direction](this.now);
    if (step) this.now = step.state;
    return step?.label ?? null;
  }
}

describe('an edit of its own', () => {
  it('can be undone as long as it is the latest, and never another in its place', () => {
    const words = new Words();
    const first = words.change('import');
    expect(first?.state).toBe('latest');
    const second = words.change('rename');
    expect([first?.state, second?.state]).toEqual(['followed', 'latest']);
    expect(first?.undo()).toBeNull();
    expect(words.now).toBe('rename');
    expect(second?.undo()).toBe('rename');
    expect([first?.state, second?.state]).toEqual(['latest', 'undone']);
    expect(second?.undo()).toBeNull();
    expect(first?.undo()).toBe('import');
    expect(words.now).toBe('empty');
  });

  it('is the same after Undo and Redo', () => {
    const words = new Words();
    const edit = words.change('import');
    words.step('undo');
    expect(edit?.state).toBe('undone');
    words.step('redo');
    expect(edit?.state).toBe('latest');
    words.step('undo');
    words.change('other');
    expect(edit?.state).toBe('gone');
    expect(edit?.undo()).toBeNull();
    expect(words.now).toBe('other');
  });

  it('of the same name as another is told from it', () => {
    const words = new Words();
    const one = words.change('same');
    const two = words.change('same');
    expect([one?.state, two?.state]).toEqual(['followed', 'latest']);
    words.history.clear();
    expect([one?.state, two?.state]).toEqual(['gone', 'gone']);
    words.change('same');
    expect([one?.state, two?.state]).toEqual(['gone', 'gone']);
  });

  it('that is none gives nothing to undo', () => {
    expect(
      madeEdit(
        null,
        () => 'latest',
        () => 'wrong',
      ),
    ).toBeNull();
  });

  it('falls out of reach after a hundred others, and the states that are in reach are told', () => {
    const words = new Words();
    const first = words.change('0');
    for (let at = 1; at <= 99; at++) words.change(String(at));
    expect(first?.state).toBe('followed');
    expect(words.history.states()).toContain('empty');
    words.change('100');
    expect(first?.state).toBe('gone');
    expect(words.history.states()).not.toContain('empty');
    words.step('undo');
    expect(words.history.states()).toContain('100');
    expect(words.history.states()).toHaveLength(100);
  });
});
