import { mount, tick, unmount } from 'svelte';
import { describe, expect, it } from 'vitest';
import '#ui/tokens.css';
import '#ui/base.css';
import type { QueryRow } from '#core/sql/query-answer.ts';
import { writePiece } from '#engine/sql/console-protocol.ts';
import ResultGrid from '#features/sql/ResultGrid.svelte';
import { QueryResult } from '#workspace/query-result.ts';

const rowCount = 100_000;
const rowsPerPiece = 1000;
const steps = 60;

function result(): QueryResult {
  const row = (place: number): QueryRow => [place, `행 ${place}`, null];
  const pieces = Array.from({ length: rowCount / rowsPerPiece }, (_, piece) =>
    writePiece(
      Array.from({ length: rowsPerPiece }, (_, index) => row(piece * rowsPerPiece + index + 1)),
    ),
  );
  const columns = ['i', 'name', 'missing'];
  return new QueryResult('SELECT', { columns, rowCount, seconds: 0, cutBy: null }, pieces);
}

describe('the grid of an answer', () => {
  it('is scrolled through 100,000 rows with a median frame below 100 ms', async () => {
    const grid = mount(ResultGrid, {
      target: document.body,
      props: { result: result(), label: 'answer' },
    });
    await tick();
    const element = document.querySelector('[role="grid"]');
    if (!element) throw new Error('There is no grid.');
    const frames: number[] = [];
    let last = performance.now();
    for (let step = 0; step < steps; step += 1) {
      element.scrollTop += element.scrollHeight / steps;
      await new Promise(requestAnimationFrame);
      frames.push(performance.now() - last);
      last = performance.now();
    }
    expect(document.body.innerText).toContain(`행 ${rowCount}`);
    const median = frames.toSorted((one, other) => one - other)[steps / 2] ?? Infinity;
    console.log(`median frame ${median.toFixed(1)} ms`);
    expect(median).toBeLessThan(100);
    await unmount(grid);
  });
});
