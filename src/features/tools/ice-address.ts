import { checkNumber, queryString, type ParameterProblem } from './parameter.ts';

/** An idea as it stands in the address: its scores stay texts, so that a bad one can be shown and put right. */
export interface WrittenIdea {
  readonly name: string;
  readonly scores: readonly [impact: string, confidence: string, ease: string];
}

export interface IceInputs {
  readonly items: readonly WrittenIdea[];
}

export const mostIdeas = 60;
const longestName = 80;

/**
 * Reads `?items=Name:8:7:9,Name:6:5:3`. A comma in a name is understood; `:` and `%` in a name are written `%3A` and
 * `%25`. `example`: what an address without ideas shows.
 */
export function parseIce(
  search: string,
  example: readonly WrittenIdea[],
): {
  readonly inputs: IceInputs;
  readonly problem: ParameterProblem | null;
  readonly example: boolean;
} {
  const text = new URLSearchParams(search).get('items');
  if (text === null) return { inputs: { items: example }, problem: null, example: true };
  const pieces = joinedNames(text.split(','));
  if (!pieces.some((piece) => piece.includes(':'))) {
    const written = text.slice(0, 60);
    const code = text.trim() === '' ? 'missing' : 'malformed';
    return { inputs: { items: example }, problem: { code, written }, example: false };
  }
  const problem: ParameterProblem | null =
    pieces.length > mostIdeas
      ? { code: 'too-many', written: String(pieces.length), limit: mostIdeas }
      : null;
  return { inputs: { items: pieces.slice(0, mostIdeas).map(readIdea) }, problem, example: false };
}

export function writeIce({ items }: IceInputs): string {
  const written = items.map(({ name, scores }) =>
    [escapeName(name), ...scores.map((score) => score.replaceAll(/[,:\s]/g, ''))].join(':'),
  );
  return queryString({ items: written.join(',') });
}

/** The score of a text: a whole number from 1 to 10. */
export function scoreOf(text: string): ReturnType<typeof checkNumber> {
  return checkNumber(text, { least: 1, most: 10, whole: true });
}

/** A piece without a colon is the beginning of a name that has a comma in it. */
function joinedNames(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  let beginning = '';
  for (const piece of pieces) {
    if (piece.includes(':')) {
      joined.push(beginning + piece);
      beginning = '';
    } else beginning += `${piece},`;
  }
  const rest = beginning.replace(/,$/, '');
  return rest.trim() === '' ? joined : [...joined, rest];
}

function readIdea(piece: string): WrittenIdea {
  const parts = piece.split(':');
  const scoreCount = Math.min(3, parts.length - 1);
  const name = parts.slice(0, parts.length - scoreCount).join(':');
  const [impact = '', confidence = '', ease = ''] = parts
    .slice(parts.length - scoreCount)
    .map((score) => score.trim().slice(0, 20));
  return {
    name: [...unescapeName(name)].slice(0, longestName).join('').trim(),
    scores: [impact, confidence, ease],
  };
}

function escapeName(name: string): string {
  return name.replaceAll('%', '%25').replaceAll(':', '%3A');
}

function unescapeName(name: string): string {
  return name.replaceAll(/%(25|3A)/gi, (_, code: string) => (code === '25' ? '%' : ':'));
}
