import type { Catalogue } from '../ko.ts';

export const history: Catalogue['history'] = {
  title: {
    none: 'No experiments yet',
    some: (experiments, read) =>
      read === '0'
        ? `Experiments: ${experiments}. None has been read yet`
        : `Experiments: ${experiments}. Learned from: ${read}`,
  },
  lede: 'Plan and outcome side by side. Go back to any step, or copy an experiment as a new version to start the next one.',
  empty: {
    noProjectTitle: 'Where experiments add up',
    noProjectText:
      'Keep what was tried and what it changed, and the next experiment can be smaller and surer. The sample brings one that is finished.',
    noExperimentTitle: 'Ready for the first experiment?',
    noExperimentText:
      'Turn the idea with the highest score into an experiment, or begin with the file of one that is over.',
    toIdeas: 'See the ideas',
    toResults: 'Read a finished experiment',
  },
  state: {
    draft: 'being designed',
    drawn: 'drawn',
    read: 'read',
    waiting: 'ready to be read',
    'rolled-out': 'rollout planned',
  },
  current: 'open now',
  created: (date) => `started ${date}`,
  plan: 'Plan',
  outcome: 'Outcome',
  arms: 'Arms',
  cells: 'Cells',
  sample: 'Sample',
  cost: 'Expected cost',
  costNotKnown: 'known once it is drawn',
  runElsewhere: 'Run elsewhere',
  best: 'Best carrot',
  difference: 'Difference from control',
  adjusted: 'p adjusted',
  customers: 'Customers analysed',
  notRead: 'No result has been read yet.',
  nextStep: {
    design: 'Next: finish the design.',
    assignment: 'Next: draw the list.',
    analysis: 'Next: bring in the responses and read the result.',
    outcome: 'Next: look at the result.',
    rollout: 'Next: plan the rollout.',
    done: 'Once around. Use what you learned to score the next ideas.',
  },
  openAt: 'Go to a step',
  duplicate: 'Copy as a new version',
  version: (name, version) => `${name} · version ${version}`,
  remove: 'Delete',
  removed: (name) => `Deleted “${name}”.`,
  removeLabel: (name) => `Delete “${name}”`,
  duplicateLabel: (name) => `New version of “${name}”`,
  next: {
    title: 'The next experiment',
    text: 'What you learned is where the next one starts. Correct the scores of ideas you now know more about, and try the highest one on a small sample again.',
    ideas: 'Rank the ideas again',
    finished: 'Read another finished experiment',
  },
  explain: {
    difference: {
      title: 'Difference from control',
      meaning:
        'The response of the best carrot less that of the control, as found when the result was last read.',
      method: 'Miettinen–Nurminen score interval, Holm adjustment',
    },
    cost: {
      title: 'Expected cost',
      meaning:
        'Contacts, and carrots at the response that was planned for. The holdout costs nothing.',
    },
  },
};
