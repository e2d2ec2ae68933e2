import { describe, expect, it } from 'vitest';
import { Turns } from '#workspace/turns.ts';

function later(value: string, log: string[]) {
  return async () => {
    log.push(`${value} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${value} ends`);
    return value;
  };
}

describe('turns', () => {
  it('never overlap and keep the order in which they were asked for', async () => {
    const log: string[] = [];
    const turns = new Turns();
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => turns.take(later(name, log))));
    expect(answers).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('begin at once where nothing is under way', () => {
    const log: string[] = [];
    void new Turns().take(later('a', log));
    expect(log).toEqual(['a begins']);
  });

  it('go on after one that fails, which fails alone', async () => {
    const turns = new Turns();
    const failed = turns.take(() => Promise.reject(new Error('no room')));
    const next = turns.take(() => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('no room');
    await expect(next).resolves.toBe('next');
  });
});
