import { afterEach, describe, expect, it } from 'vitest';

import { language } from '#text/language.svelte.ts';
import { pageTable } from '#ui/page-table.ts';

afterEach(() => document.body.replaceChildren());

function read(html: string) {
  document.body.innerHTML = `<table>${html}</table>`;
  const table = document.querySelector('table');
  if (!table) throw new Error('There is no table.');
  return pageTable(table);
}

const figure = (name: string, value: string | null, written: string) =>
  `<button class="figure"><data data-figure="${name}"${value === null ? '' : ` value="${value}"`}>${written}</data><span class="unit">명</span></button>`;
const range = (value: string, low: string, high: string) =>
  `<span>${figure('difference', value, 'x')}</span><small>${figure('difference-low', low, 'x')} – ${figure('difference-high', high, 'x')}</small>`;

describe('a table as it stands on the page', () => {
  it('gives figures unrounded, an interval and a remark in columns of their own', () => {
    language.code = 'en';
    const { rows, headerRows, headerColumns } = read(`
      <thead><tr><th>Arm</th><th>Difference</th><th>p</th></tr></thead>
      <tbody>
        <tr><th><i aria-hidden="true">●</i>None</th><td colspan="2">reference</td></tr>
        <tr><th>Coupon <small>too few</small></th>
          <td><svg><text>drawn</text></svg>${range('0.0123456789012345', '-0.5', '0.75')}</td>
          <td>${figure('p-value', '1e-17', '<0.0001')}</td></tr>
        <tr><th>Points</th><td>${figure('difference', null, 'no responses')}</td><td></td></tr>
      </tbody>`);
    expect(rows).toEqual([
      ['Arm', 'Arm: Remark', 'Difference', 'Difference: Low', 'Difference: High', 'p'],
      ['None', null, 'reference', null, null, null],
      ['Coupon', 'too few', 0.0123456789012345, -0.5, 0.75, 1e-17],
      ['Points', null, 'no responses', null, null, null],
    ]);
    expect([headerRows, headerColumns]).toEqual([1, 2]);
  });

  it('leaves a heading of a group in its row, and names a further figure by its heading', () => {
    const { rows, headerColumns } = read(`
      <thead><tr><th>Level</th><th>Arm</th><th>Buyers</th></tr></thead>
      <tbody><tr><th>High</th><td>A</td>
        <td>${figure('buyers', '3', '3')}<small data-heading="share">${figure('buyer-share', '0.25', '25%')} of all</small></td></tr>
        <tr><th></th><td>B</td><td>${figure('buyers', '4', '4')} so far</td></tr></tbody>
      <tbody><tr><th colspan="3">A group</th></tr></tbody>`);
    expect(rows).toEqual([
      ['Level', 'Arm', 'Buyers', 'Buyers: share', 'Buyers: Remark'],
      ['High', 'A', 3, 0.25, null],
      [null, 'B', 4, null, 'so far'],
      ['A group', null, null, null, null],
    ]);
    expect(headerColumns).toBe(1);
  });

  it('lets a cell say its words where its figures have headings of their own', () => {
    const { rows } = read(`
      <thead><tr><th>Level</th><th>High</th></tr></thead>
      <tbody><tr><th>Long</th><td><b>Coupon</b>
        <small data-heading="chance">best with ${figure('chance', '0.75', '75%')}</small></td></tr></tbody>`);
    expect(rows).toEqual([
      ['Level', 'High', 'High: chance'],
      ['Long', 'Coupon', 0.75],
    ]);
  });
});
