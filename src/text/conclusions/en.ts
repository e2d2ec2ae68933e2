import type { ConclusionTexts } from './ko.ts';

export const conclusionsEn: ConclusionTexts = {
  title: 'Conclude the result',
  sub: 'A concluded result does not change. A new analysis becomes a version beside it.',
  note: 'Note (optional)',
  noteHint: 'Why it is concluded, or what is different in a new analysis',
  conclude: 'Conclude this result',
  concluding: 'Concluding…',
  failed: 'The data engine did not answer, so nothing was concluded. Please try again.',
  undo: 'concluding the result',
  done: (version) => `Concluded as version ${version}.`,
  already: (version) =>
    `Data, list, plan and procedures are all those of version ${version}: there is nothing new to keep.`,
  none: 'No result has been concluded yet. One that is stays in the history with its fingerprint and opens without its files.',
  version: (version) => `Version ${version}`,
  concludedAt: (moment) => `concluded ${moment}`,
  fingerprint: 'Fingerprint',
  first: 'the first',
  differs: (before, parts) => `differs from version ${before} in: ${parts}`,
  parts: { data: 'data', list: 'list', plan: 'how it is read', procedures: 'procedures' },
  list: 'Concluded results',
  history: 'Concluded results',
  screen: {
    eyebrow: (name, version) => `Concluded result · ${name} · version ${version}`,
    stored:
      'Drawn from the counts that were stored when it was concluded. Its numbers stay as they are, whatever becomes of the files.',
    back: 'The result as it is now',
    gone: (version) => `This experiment has no concluded version ${version}.`,
    unreadable: 'The stored counts could not be read.',
    madeOf: 'What it was made of',
    procedures: 'Procedures',
  },
};
