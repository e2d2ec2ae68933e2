import type { RolloutListWords } from './ko.ts';

/** The words about the lists of a rollout. */
export const rolloutListEn: RolloutListWords = {
  title: 'Rollout list',
  sub: 'Draws who gets the carrot of each cell, and holds some back to watch the effect',
  waiting: 'Counting the eligible customers…',
  failed: 'The customers could not be counted. Please reload the page.',
  planLabel: 'Plan of the list',
  undo: 'Rollout list drawn',
  noDesign:
    'This experiment has no quota table, so there is no saying whom to send to. Set target and attributes in the design to draw a list.',
  noCustomers: 'There is no customer table to draw from. Upload a customer file first.',
  unknownCarrot: (carrot) =>
    `The design has no channel for the carrot ${carrot}. Give its arm a channel in the design.`,
  headline: {
    planned: (sent, held) => `${sent} customers are sent to, and ${held} are held back.`,
    drawn: (sent, held) =>
      `A list of ${sent} customers and a monitoring holdout of ${held} have been drawn.`,
  },
  source: {
    label: 'Carrot of each cell',
    policy: 'As the policy above gives it',
    single: (carrot) => `${carrot} for all`,
    hint: 'A cell that the budget reaches in part is sent to as a whole; where a policy divides a cell, the carrot of most of its customers goes to all of it.',
  },
  holdout: {
    label: 'Monitoring holdout',
    hint: 'This share of every cell (rounded down) is held back at random and compared with those who were sent to. With 0% the effect cannot be measured.',
    name: 'Monitoring holdout',
  },
  leftOut: {
    legend: 'Left off the list',
    tested: 'Who had a carrot in the experiment',
    heldOut: "The experiment's holdout",
    rolledOut: 'Who is on an earlier rollout list',
    hint: "The experiment's holdout is the one group that never had a carrot. Leave it out as long as later effects are to be seen; send to it once nobody will look any more.",
    unknown:
      'Who took part in this experiment is not known (a result without customer ids), so nobody can be left out for it.',
  },
  consent: {
    label: (channel) => `Consent for ${channel}`,
    none: 'No consent column',
    hint: 'Only customers who agreed stay. No value counts as no consent.',
    warning: (channel) =>
      `${channel}: no consent column is chosen. Make sure that everybody agreed to advertising by this channel.`,
  },
  waves: {
    legend: 'In waves',
    once: 'All at once',
    count: 'A number of waves',
    limit: 'As many as fit in a wave',
    number: 'Waves',
    numberHint: 'Every wave takes the same share of every cell, at random.',
    most: (channel) => `${channel}, most in a wave`,
    mostHint: 'Such as the calls of a day. Empty: all at once.',
    wave: (turn) => `Wave ${turn}`,
    turns: (turns) => `${turns} waves`,
  },
  table: {
    caption: 'Rollout list by cell',
    cell: 'Cell',
    carrot: 'Carrot',
    nothing: 'Not sent to',
    eligible: 'Eligible',
    leftOut: 'Took part before',
    withoutConsent: 'No consent',
    heldBack: 'Held back',
    contacted: 'Sent to',
    total: 'Total',
    byCarrot: 'By carrot and channel',
    carrotCaption: 'Customers by carrot, channel and wave',
    channel: 'Channel',
    shortened: (shown, all) => `The ${shown} largest of ${all} cells are shown.`,
  },
  draw: {
    button: (count) => `Draw a list of ${count}`,
    again: 'Draw again',
    another: 'Draw the next rollout list',
    againTitle: 'Draw the list again?',
    againText: 'A new list takes the place of this one. Do not draw again what has been sent.',
    againUndo: 'Undo brings this list back as it is.',
    anotherText:
      'The list whose outcome was read stays, and a new one is drawn. Customers of earlier lists are left out as set above.',
    confirm: 'Draw',
    done: (count) => `A rollout list of ${count} customers has been drawn and saved.`,
    seed: (experiment) => `${experiment} rollout`,
    progress: 'Progress of the draw',
    preparing: 'Looking up the eligible customers…',
    drawing: (done, of) => `Putting customers in the order of the seed… ${done} of ${of}`,
    saving: 'Saving the list…',
    failed: 'The list could not be drawn. Please try again.',
    changed:
      'The plan has changed since the list was drawn. Below is the list as drawn; draw again to use the new plan.',
  },
  problem: {
    duplicates: (count, example) =>
      `${count} ids appear twice among the eligible customers (such as ${example}). Remove the duplicates in the import, then draw again.`,
    cellTooSmall: (cell, wanted, available) =>
      `The cell ${cell} has ${available} customers left, so ${wanted} cannot be drawn. The data has changed: reload the page to count again.`,
    columnMissing: (column) =>
      `The consent column ${column} is not in the customer table. Choose another one.`,
    cancelled: 'The draw was cancelled. Nothing was drawn.',
    holdoutShare: 'The monitoring holdout is from 0% to below 100%.',
    waves: (most) => `A whole number of waves from 1 to ${most}.`,
    limit: 'A wave takes a whole number of customers, at least 1.',
    tooManyWaves: (waves, most) =>
      `It would take ${waves} waves. Raise the most of a wave so that ${most} are enough.`,
    nobody: 'Nobody is left to send to. Look at who is left out and at the consents.',
    other: 'The list cannot be planned.',
  },
  proof: {
    title: 'Record of the list',
    seed: 'Seed',
    fingerprint: 'Fingerprint',
    fingerprintNote:
      'The MD5 of the sorted lines of customer, cell, arm and wave. The same fingerprint is the same list.',
    algorithm: 'Procedure',
    recipe:
      'Within each cell by MD5(seed:customer id): the first are the holdout, the next wave 1, then wave 2 …',
    drawnAt: 'Drawn',
    conclusion: 'Rests on the conclusion',
    noConclusion: 'The result it rests on had not been concluded.',
    earlier: (turn) => `List ${turn}`,
  },
  forecast: {
    title: 'Forecast at the draw',
    text: (share, low, high) =>
      `Response of those sent to ${share}, 95% prediction interval ${low}–${high}. Hold the response after sending against it.`,
    none: 'Nothing could be forecast for this list, so there will be nothing to compare with. Every cell needs results of both arms.',
  },
  files: {
    title: 'Download',
    sub: 'A file for every carrot and channel, with columns to fill in',
    archive: 'The whole list (ZIP)',
    archiveNote:
      'A file for every carrot and channel, the monitoring holdout, the record (JSON) and the process sheet in one.',
    archiveName: (experiment) => `${experiment} rollout list`,
    manifest: 'Record (JSON)',
    manifestName: (experiment) => `${experiment} rollout record`,
    listName: (experiment, part) => `${experiment} rollout ${part}`,
    columns: 'Customer columns to add',
    columnsHint: 'Customer id, cell, carrot, channel, wave and day of sending are always there.',
    personal: 'Personal data',
    personalChosen: (columns) =>
      `The file will hold personal data (${columns}). Say who gets it and when it is deleted.`,
    withPersonal: (file) => `${file} (with personal data)`,
    holdoutNote:
      'Send nothing to the customers in the holdout file. It is there to be blocked in the sending system.',
    downloaded: (file) => `${file} downloaded.`,
    failed: 'The files could not be made. Please try again.',
    toFill: ['Sent on', 'Result', 'Memo'],
    headers: {
      customer: 'Customer',
      cell: 'Cell',
      carrot: 'Carrot',
      channel: 'Channel',
      wave: 'Wave',
      sendOn: 'Send on',
    },
  },
  explain: {
    contacted: {
      title: 'Sent to',
      meaning: 'Who can be drawn, less the monitoring holdout. They get the carrot of their cell.',
    },
    heldBack: {
      title: 'Monitoring holdout',
      meaning: 'They get nothing, and are compared with those who were sent to.',
    },
    leftOut: {
      title: 'Took part before',
      meaning: 'Eligible, but on a list of this experiment before, and left off this one.',
    },
    withoutConsent: {
      title: 'No consent',
      meaning: 'Who did not agree to the channel by which the carrot of the cell goes out.',
    },
    tested: 'had a carrot',
    heldOut: "experiment's holdout",
    rolledOut: 'earlier lists',
    floor: 'rounded down cell by cell',
  },
};
