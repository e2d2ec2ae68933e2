/** Particles whose form depends on whether the word before them ends in a consonant: [after a consonant, after a vowel]. */
const forms = {
  은: ['은', '는'],
  이: ['이', '가'],
  을: ['을', '를'],
  과: ['과', '와'],
  으로: ['으로', '로'],
} as const;

/** Digits as they are read: 0 영, 1 일, 3 삼, 6 육, 7 칠 and 8 팔 end in a consonant; of these 1, 7 and 8 in ㄹ. */
const digitEndings: Readonly<Record<string, 'ㄹ' | 'other'>> = {
  '0': 'other',
  '1': 'ㄹ',
  '3': 'other',
  '6': 'other',
  '7': 'ㄹ',
  '8': 'ㄹ',
};

/** A Latin letter that stands alone is read by its name; of these, 엘 and 알 end in ㄹ, 엠 and 엔 in another consonant. */
const letterEndings: Readonly<Record<string, 'ㄹ' | 'other'>> = {
  L: 'ㄹ',
  R: 'ㄹ',
  M: 'other',
  N: 'other',
};

/**
 * A word with the particle that fits its ending. After a word that is not read in Korean both forms are written.
 * Example: `withParticle('쿠폰', '은')` is `쿠폰은`, `withParticle('포인트', '은')` is `포인트는`, and
 * `withParticle('POINT', '은')` is `POINT은(는)`.
 */
export function withParticle(word: string, particle: keyof typeof forms): string {
  const [afterConsonant, afterVowel] = forms[particle];
  const ending = endingOf(word);
  if (ending === 'unknown') {
    return particle === '으로' ? `${word}(으)로` : `${word}${afterConsonant}(${afterVowel})`;
  }
  const asVowel = ending === 'vowel' || (ending === 'ㄹ' && particle === '으로');
  return word + (asVowel ? afterVowel : afterConsonant);
}

function endingOf(word: string): 'vowel' | 'ㄹ' | 'other' | 'unknown' {
  const last = word.replace(/[^\p{L}\p{N}%]+$/u, '').at(-1) ?? '';
  // A point, %p, is read 퍼센트포인트.
  if (last === '%' || /%p\P{L}*$/u.test(word)) return 'vowel';
  const [letter] = /(?<![A-Za-z])[A-Za-z](?=[^A-Za-z]*$)/.exec(word) ?? [];
  if (letter && letter === last) return letterEndings[letter.toUpperCase()] ?? 'vowel';
  if (/\d/.test(last)) return digitEndings[last] ?? 'vowel';
  const syllable = last.charCodeAt(0) - 0xac00;
  if (!(syllable >= 0 && syllable < 11_172)) return 'unknown';
  const tail = syllable % 28;
  return tail === 0 ? 'vowel' : tail === 8 ? 'ㄹ' : 'other';
}
