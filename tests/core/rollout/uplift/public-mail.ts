import { readFileSync } from 'node:fs';

/**
 * The men's e-mail and the control of the public e-mail experiment, ranked by the same rule as in the script of the oracle;
 * null where the file is not there.
 */
export function publicMail() {
  const path = process.env.CARROTLAB_HILLSTROM;
  if (path === undefined) return null;
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const rows = lines
    .map((line) => {
      // A band of money has a comma of its own, in quotes.
      const cells = line.replaceAll(/"[^"]*"/g, '').split(',');
      return (name: string) => cells[names.indexOf(name)] ?? '';
    })
    .filter((cell) => ['Mens E-Mail', 'No E-Mail'].includes(cell('segment')));
  const channels = ['Phone', 'Web', 'Multichannel'];
  return {
    score: Float64Array.from(rows, (cell) => 12 * channels.indexOf(cell('channel')) - Number(cell('recency'))), // prettier-ignore
    treated: Uint8Array.from(rows, (cell) => Number(cell('segment') === 'Mens E-Mail')),
    visit: Float64Array.from(rows, (cell) => Number(cell('visit'))),
    spend: Float64Array.from(rows, (cell) => Number(cell('spend'))),
  };
}
