import { toHalfWidth } from './half-width.ts';

/** A number as it is written, taken apart. */
export interface NumberParts {
  /** The figures with their separators and Korean units, without sign and unit of measure: `1억 2,000만`. */
  readonly body: string;
  /** The sign before it, or `(` for brackets and `-` for a minus after it; empty for none. */
  readonly sign: '' | '+' | '-' | '(' | '△' | '▲' | '▽' | '▼';
  /** The last of the Korean units, with what multiplies it (만, 천만, 억); empty for none. */
  readonly scale: string;
  /** What is counted, one name for each: 원 (also for ₩, KRW), $, %, 점, 개 …; empty for none. */
  readonly measure: string;
}

/** Different ways to write a measure, small letters, after the name that stands for them all. */
const writings: readonly (readonly [string, string])[] = [
  ['원', '원 ₩ ￦ \\ krw won'],
  ['$', '$ us$ usd 달러'],
  ['€', '€ eur 유로'],
  ['£', '£ gbp'],
  ['¥', '¥ ￥ jpy 엔 円'],
  ['위안', '위안 元 cny'],
  ['%', '% 퍼센트'],
  ['P', 'p pt 포인트'],
];
const measures = new Map(
  writings.flatMap(([name, ways]) => ways.split(' ').map((way) => [way, name] as const)),
);

/** Taken off the end of a number and of no further meaning. 대, 번, 월, 층, 호, 등급 are names of things: not here. */
const counted =
  '명|개|건|회|장|매|세|일|주|년|개월|시간|분|초|통|병|권|박스|세트|kg|km|krw|won|원|usd|달러|eur|유로|gbp|jpy|엔|円|cny|위안|元|%|퍼센트|pt|p|포인트|점';
const currencies = 'us\\$|[₩￦\\\\$€£¥￥]|krw|usd|eur|gbp|jpy|cny';
const written = new RegExp(
  `^([-+△▲▽▼])?\\s*(${currencies})?\\s*([-+△▲▽▼])?\\s*` +
    '([\\d.,](?:[\\d.,\\s조억만천백십]*[\\d.조억만천백십])?(?:e[+-]?\\d{1,3})?)' +
    `\\s*(${counted})?\\s*(-)?$`,
  'i',
);
const bracketed = /^([^()\d]*)\(([^()]+)\)([^()\d]*)$/;
const scaleAtEnd = /[천백십]*[조억만]$|[천백십]+$/;
const usual = /^[ -~₩가-힣]*$/;
const spacedThousands = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;
const otherDashes = /[−–‐‑﹣]/g;

/** No number that a person writes is longer; it spares long texts the expressions. */
const longest = 64;

/**
 * Takes a written number apart: at most one sign (before or after the currency, brackets, a minus at the end as SAP
 * writes it), a currency, the figures, a unit. Null where the text is not made so; whether the figures are a number is
 * not looked at.
 * Example: `numberParts('△1,200만원')` has the body '1,200만', the sign '△', the scale '만' and the measure '원'.
 */
export function numberParts(text: string): NumberParts | null {
  if (text.length > longest) return null;
  const plain = usual.test(text) ? text : usualWriting(text);
  const brackets = plain.includes('(') ? bracketed.exec(plain) : null;
  const inner = brackets ? `${brackets[1]}${brackets[2]}${brackets[3]}` : plain;
  const match = written.exec(inner);
  if (!match) return null;
  const [, before = '', currency = '', between = '', body = '', unit = '', after = ''] = match;
  const signs = `${brackets ? '(' : ''}${before}${between}${after}`;
  if (signs.length > 1) return null;
  const measure = measureOf(unit);
  const money = measureOf(currency);
  if (money && measure && money !== measure) return null;
  const scale = scaleAtEnd.exec(body)?.[0] ?? '';
  return { body, sign: signs as NumberParts['sign'], scale, measure: measure || money };
}

/** Other spaces, dashes and widths as the usual ones. */
function usualWriting(text: string): string {
  return toHalfWidth(text.replace(spacedThousands, ',')).replace(otherDashes, '-');
}

function measureOf(unit: string): string {
  if (unit === '') return '';
  return measures.get(unit.toLowerCase()) ?? unit.toLowerCase();
}
