import type { Catalogue } from '../ko.ts';

export const designFreeze: Catalogue['designFreeze'] = {
  title: 'Freeze the plan',
  sub: 'A frozen plan cannot be changed; what changes later is a new version. Nobody can say then that the plan followed the results.',
  frozenSub: 'This plan is frozen. From here on only a new version changes it.',
  freeze: 'Freeze the plan',
  freezing: 'Freezing…',
  failed: 'The plan could not be frozen. Try again.',
  notYet: 'It can be frozen once everything to fix first is fixed.',
  fingerprint: 'Plan fingerprint',
  fingerprintNote:
    'MD5 over customers and cells, arms, sample, questions and seed. Compare it to see whether two plans are the same.',
  seed: 'Seed',
  frozenAt: 'Frozen',
  newVersion: 'Make a new version',
  notice:
    'This plan is frozen and cannot be edited. Make a new version with the same design to change it; the frozen one stays.',
  sameAs: (name, fingerprint) =>
    `A new version of “${name}” (fingerprint ${fingerprint}). Nothing differs yet.`,
  differsFrom: (name, fingerprint, parts) =>
    `A new version of “${name}” (fingerprint ${fingerprint}). What differs: ${parts}.`,
  parts: {
    data: 'customer data',
    brief: 'brief',
    target: 'target rules',
    cells: 'attributes and control factors',
    arms: 'arms and costs',
    sample: 'allocation',
    questions: 'questions and metrics',
    algorithms: 'procedures',
    seed: 'seed',
  },
  drawFreezes: 'Drawing the list freezes the plan too.',
  drawFrozen: (fingerprint) =>
    `Drawn from the frozen plan (fingerprint ${fingerprint}) with its seed.`,
  changed: (parts) =>
    `Since the plan was frozen, this has changed: ${parts}. The same list cannot be drawn any more. Restore the data, or freeze the plan as it is now and draw.`,
  drawAnew: 'Freeze as it is now and draw',
  sheet: 'Plan of the experiment',
  openSheet: 'Plan on one page',
  undo: 'Freeze plan',
};
