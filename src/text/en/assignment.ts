import type { Catalogue } from '../ko.ts';

export const assignment: Catalogue['assignment'] = {
  title: 'Draw the list',
  titleDrawn: (count) => `${count} customers drawn`,
  lede: 'Every cell gives exactly the planned number, and the seed makes it repeatable: the same seed and the same file give the same list, anywhere.',
  noProject: {
    title: 'There are no customers to draw yet',
    text: 'The sample opens with a finished design whose list can be drawn at once.',
  },
  noCustomers: {
    title: 'First, the customer list',
    text: 'Import a file that has customer ids.',
  },
  noDesign: {
    title: 'A design comes first',
    text: 'Decide on customers, attributes, arms and sample: the list is drawn from that plan.',
    go: 'Go to Design',
  },
  notReady: 'Something in the design has to be settled before the list can be drawn.',
  experimentLabel: 'Experiment',
  strip: {
    total: 'Sample',
    planned: 'to be drawn',
    drawn: 'drawn',
    cells: 'Cells',
    arms: 'Arms',
    armsUnit: '',
    drawnAt: 'Drawn on',
  },
  seed: {
    label: 'Seed',
    hint: 'Any text you will remember. One different letter gives another list.',
    missing: 'The seed needs at least one letter.',
    default: (name, date) => `${name} ${date}`,
    again: (seed, turn) => `${seed} #${turn}`,
  },
  draw: {
    title: 'The draw',
    button: (count) => `Draw ${count} customers`,
    done: (count) => `${count} customers drawn and saved.`,
    again: 'Draw again with another seed',
    failed: 'The draw did not finish. Please try again.',
  },
  again: {
    title: 'Draw again?',
    text: 'The present list will no longer be valid. Do not draw again if it has been sent: once the holdout is mixed up, the result cannot be read.',
    undo: 'Undo brings the old list back exactly as it was.',
    confirm: 'Draw again',
  },
  counts: {
    planned: 'Cells and arms as planned',
    drawn: 'Cells and arms as drawn',
    sub: 'Customers; within each cell the arms are random',
    cell: 'Cell',
    population: 'Customers',
    total: 'Total',
    fileName: 'assignment-counts',
  },
  exact: {
    title: 'Plan and draw',
    exact:
      'Every cell and arm got exactly the planned number: there is no room for a sample ratio mismatch.',
    ratio: (ratio) => `Arms in the ratio ${ratio}`,
    changed: 'The customer data has changed since. The list still holds the customers of the draw.',
  },
  proof: {
    title: 'What it takes to repeat it',
    algorithm: 'Algorithm',
    recipe:
      'In each cell, customers are lined up by the MD5 of “seed:customer id” and given to the arms in turn, as many as planned.',
    seed: 'Seed',
    fingerprint: 'Fingerprint of the list',
    fingerprintNote:
      'MD5 of the sorted lines “customer,cell,arm”. Two lists are the same if their fingerprints are.',
    drawnAt: 'Drawn at',
    copyFingerprint: 'Copy fingerprint',
    copied: 'Copied',
  },
  list: {
    title: 'Download the list',
    sub: 'CSV, UTF-8 with BOM: opens in Excel',
    columns: 'Columns to add',
    columnsHint: 'Customer id, cell and arm are always there. Add only what is needed.',
    personal: 'Personal data',
    personalHint: 'Left out of the list unless chosen here. Choose only what sending takes.',
    personalChosen: (columns) => `The list will hold personal data as they are: ${columns}`,
    personalId: (kind) =>
      `The customer id is personal itself (${kind.toLowerCase()}) and goes into the list as it is.`,
    withPersonal: (name) => `${name} (with personal data)`,
    download: 'Whole list, CSV',
    manifest: 'Record of the draw, JSON',
    manifestNote:
      'Seed, design, counts per cell and fingerprint: anybody can make the same list from it.',
    perArm: 'One file per arm',
    armFile: (name) => `${name}, CSV`,
    holdoutNote: 'The holdout must not be contacted: use its list to keep those customers out.',
    customer: 'customer',
    cell: 'cell',
    arm: 'arm',
    fileName: (experiment) => `${experiment} list`,
    manifestFileName: (experiment) => `${experiment} record`,
    downloaded: (name) => `Downloaded: ${name}`,
  },
  next: {
    title: 'Next',
    text: 'Send the offers, and read the responses in Results. Fix the response window now and do not look before it ends.',
    go: 'Go to Results',
    design: 'Back to Design',
  },
  problem: {
    cellTooSmall: (cell, wanted, available) =>
      `Cell ${cell} should give ${wanted} customers but has ${available}. Make the sample smaller in Design.`,
    duplicateCustomers: (count, example) =>
      `${count} customer ids occur more than once (for example ${example}). One person could end up in two arms, so nothing was drawn. Choose a rule for duplicates in Data and import again.`,
    toDesign: 'Go to Design',
    toImport: 'Go to Data',
  },
  sampleFinished:
    'This sample experiment is over and has its results. Drawing it again here does not change them.',
  undo: { draw: 'draw the list', again: 'draw again' },
};
