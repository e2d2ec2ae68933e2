import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { methodNames as english } from '#text/methods/en.ts';
import { ko } from '#text/ko.ts';
import evidence from '#text/methods/evidence.json' with { type: 'json' };
import { methodNames as korean } from '#text/methods/ko.ts';
import { collectEvidence, oracleScripts, renewedReadme } from '../.tools/methods.ts';

const collected = collectEvidence();
const scripts = oracleScripts();
const tests = globSync('tests/**/*.test.ts').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

describe('the list of methods', () => {
  it('is that of the code: run `npm run methods` when it is not', async () => {
    expect(evidence).toEqual(collected);
    expect(await renewedReadme(collected, english)).toBe(readFileSync('README.md', 'utf8'));
  });

  it('names every method in both languages, and no other', () => {
    const names = Object.keys(collected).sort();
    expect(Object.keys(english).sort()).toEqual(names);
    expect(Object.keys(korean).sort()).toEqual(names);
  });

  it('claims a check only where a test reads the data and calls the function', () => {
    const unfounded = scripts.flatMap(({ script, data, checks }) => {
      const readers = tests.filter(({ text }) =>
        data.some((file) => {
          const name = file.replace(/^tests\/oracles\//, '').replace(/\.json$/, '');
          return text.includes(`'${name}'`);
        }),
      );
      return checks
        .filter((name) => !readers.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)))
        .map((name) => `${script} checks ${name}`);
    });
    expect(unfounded).toEqual([]);
  });

  it('checks only functions that there are', () => {
    const sources = globSync('src/core/stats/**/*.ts').map((path) => readFileSync(path, 'utf8'));
    const known = (name: string) =>
      sources.some((text) => new RegExp(`export function ${name}\\b`).test(text));
    const unknown = scripts.flatMap(({ script, checks }) =>
      checks.filter((name) => !known(name)).map((name) => `${script}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('rests on more than 3,000 cases of other programs', () => {
    expect(scripts.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(3000);
    expect(scripts.filter(({ cases, madeWith }) => cases === 0 || madeWith === '')).toEqual([]);
  });
});

describe('the topics of the methods', () => {
  it('all have a name, so that none is left off the page', () => {
    const topics = new Set(Object.values(collected).map(({ topic }) => topic));
    expect(new Set(Object.keys(ko.guide.methods.topics))).toEqual(topics);
  });
});
