import { formatCount, formatDate } from '#text/format.ts';
import { catalogue, language } from '#text/language.svelte.ts';
import type { RelationCheck } from './reading.ts';

const count = (number: number) => formatCount(number, language.code);
const day = (iso: string) => formatDate(iso, language.code);

/** How a table fits the customer list: what fits, what does not, and what would join it. The first is the verdict. */
export function relationSentences(
  check: RelationCheck,
  label: string,
  asOf: string | null,
): string[] {
  const t = catalogue().importing.relations;
  const { rowsWithoutId, orphanExamples, list, afterAsOf } = check;
  const said = [verdict(check, label)];
  if (rowsWithoutId > 0) said.push(t.noId(count(rowsWithoutId)));
  if (orphanExamples.length > 0) {
    const ids = orphanExamples.slice(0, 3).map(({ id, rows }) => t.idRows(id, count(rows)));
    said.push(t.examples(ids.join(', ')));
  }
  const [near] = check.nearMatches;
  if (near) {
    const { id, listed } = near.example;
    said.push(t.wouldJoin(t.near[near.rule], count(near.rows), id, listed));
  }
  if (list.repeatedIds > 0)
    said.push(t.repeated(count(list.repeatedIds), count(list.repeatedRows)));
  if (afterAsOf && afterAsOf.rows > 0 && asOf && afterAsOf.latest) {
    said.push(t.afterAsOf(count(afterAsOf.rows), day(asOf), day(afterAsOf.latest)));
  }
  return [...said, ...lastPurchaseSentences(check)];
}

function verdict({ orphanRows, rows, rowsWithoutId }: RelationCheck, label: string): string {
  const t = catalogue().importing.relations;
  if (orphanRows === 0) return t.all(label);
  if (orphanRows + rowsWithoutId === rows) return t.none(label, count(orphanRows));
  return t.some(label, count(orphanRows), count(rows));
}

function lastPurchaseSentences({ lastPurchase }: RelationCheck): string[] {
  const t = catalogue().importing.relations;
  if (!lastPurchase) return [];
  const { compared, listEarlier, listLater, example } = lastPurchase;
  const said: string[] = [];
  if (listEarlier > 0) said.push(t.lastPurchase(count(listEarlier), count(compared)));
  if (listLater > 0) said.push(t.lastPurchaseLater(count(listLater), count(compared)));
  if (example && said.length > 0) {
    said.push(t.lastPurchaseExample(example.id, day(example.listed), day(example.latest)));
  }
  return said;
}
