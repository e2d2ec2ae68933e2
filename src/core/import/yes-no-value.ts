import { toHalfWidth } from './half-width.ts';

interface Writing {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Words that are denied by 미- before them: 동의/미동의. */
const deniedByPrefix =
  '수신 완료 구매 전환 사용 방문 가입 참여 클릭 열람 확인 인증 등록 발송 신청'.split(' ');

/** The ways to write yes and no; a column keeps to one of them. A word may belong to several. */
const writings: readonly Writing[] = [
  { yes: ['y', 'yes'], no: ['n', 'no'] },
  { yes: ['예', '네'], no: ['아니오', '아니요', '아뇨'] },
  { yes: ['o', '○', '◯', '〇'], no: ['x', '×', '✕'] },
  { yes: ['true', 't'], no: ['false', 'f'] },
  { yes: ['1', '1.0'], no: ['0', '0.0'] },
  { yes: ['참'], no: ['거짓'] },
  { yes: ['유'], no: ['무'] },
  { yes: ['있음'], no: ['없음'] },
  {
    yes: ['동의', '동의함'],
    no: ['미동의', '비동의', '거부', '동의안함', '동의 안함', '동의 안 함', '동의하지 않음'],
  },
  { yes: ['수신', '수신동의', '수신 동의'], no: ['수신거부', '수신 거부', '거부', '미동의'] },
  { yes: ['허용'], no: ['거부', '차단', '미허용', '비허용'] },
  { yes: ['반응'], no: ['미반응', '무반응'] },
  { yes: ['응답'], no: ['미응답', '무응답'] },
  { yes: ['성공'], no: ['실패'] },
  { yes: ['subscribed'], no: ['unsubscribed'] },
  ...deniedByPrefix.map((word) => ({ yes: [word], no: [`미${word}`] })),
];

interface Word {
  readonly meaning: 0 | 1;
  /** A bit for each writing that the word belongs to. */
  readonly writings: number;
}

const words = new Map<string, Word>();
writings.forEach(({ yes, no }, place) => {
  for (const word of yes) addWord(word, 1, place);
  for (const word of no) addWord(word, 0, place);
});

function addWord(word: string, meaning: 0 | 1, place: number): void {
  const known = words.get(word);
  if (known && known.meaning !== meaning) throw new Error(`${word} means both yes and no`);
  const entry = { meaning, writings: (known?.writings ?? 0) | (1 << place) };
  words.set(word, entry);
  words.set(word.toUpperCase(), entry);
}

/**
 * Reads yes (1) or no (0) in Korean or English, in any case and width: Y/N, yes/no, 예/아니오, O/X, ○/×, true/false, 1/0,
 * 동의/미동의, 수신/수신거부, 있음/없음, 유/무, 완료/미완료 and their like. Null for anything else.
 * Example: `readYesNo('예')` is 1.
 */
export function readYesNo(text: string): 0 | 1 | null {
  return wordOf(text)?.meaning ?? null;
}

/**
 * Whether texts write yes and no in one way only: Y/N with yes/no is one, O/X with Y/N is two (a column of x and y names
 * two things, neither of them yes). Texts that are neither yes nor no do not count; none at all is one way too.
 * Example: `isOneWriting(['O', 'X', 'o'])` is true, `isOneWriting(['x', 'y'])` is false.
 */
export function isOneWriting(texts: Iterable<string>): boolean {
  let shared = -1;
  for (const text of texts) shared &= wordOf(text)?.writings ?? -1;
  return shared !== 0;
}

function wordOf(text: string): Word | undefined {
  return words.get(text) ?? words.get(toHalfWidth(text).trim().toLowerCase());
}
