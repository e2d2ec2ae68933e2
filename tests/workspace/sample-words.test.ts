import { describe, expect, it } from 'vitest';
import { ideaTable } from '#core/simulate/ideas.ts';
import { language } from '#text/language.svelte.ts';
import { sampleDocument } from '../../src/workspace/sample-project.ts';
import { translateSample } from '../../src/workspace/sample-words.ts';

const contacts = {
  name: 'data_3',
  label: 'contacts',
  role: 'experiment',
  columns: [],
  rowCount: 3600,
  report: null,
} as const;

function sampleIn(code: 'ko' | 'en') {
  language.code = code;
  return sampleDocument([contacts], '2017-03-26');
}

describe('the names of the sample', () => {
  it('become those of the other language, in both directions', () => {
    expect(translateSample(sampleIn('ko'), 'en')).toEqual(sampleIn('en'));
    expect(translateSample(sampleIn('en'), 'ko')).toEqual(sampleIn('ko'));
  });

  it('stay the same object where nothing is to be translated', () => {
    const korean = sampleIn('ko');
    expect(translateSample(korean, 'ko')).toBe(korean);
  });

  it('leave alone what the reader has typed', () => {
    const korean = sampleIn('ko');
    const renamed = { ...korean, name: '내 실험실' };
    expect(translateSample(renamed, 'en').name).toBe('내 실험실');
  });

  it('exist in both languages for all 31 ideas', () => {
    expect(ideaTable().rows).toHaveLength(31);
    expect(sampleIn('ko').ideas.map(({ name }) => name)).not.toContain('null');
    expect(
      sampleIn('en')
        .ideas.map(({ name }) => name)
        .join(),
    ).not.toMatch(/[가-힣]/);
  });
});
