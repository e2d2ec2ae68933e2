import type { Catalogue } from '../ko.ts';

/** Why a column is taken for what it is: one sentence for each reason and remark of the inference. */
export const columnReasons: Catalogue['columnReasons'] = {
  orders: {
    'year-first': 'year/month/day',
    'month-first': 'month/day/year',
    'day-first': 'day/month/year',
  },
  kinds: {
    text: 'text',
    integer: 'whole numbers',
    decimal: 'numbers',
    date: 'dates',
    boolean: 'yes/no',
  },
  and: (all) => all.join(', '),
  or: (all) => all.join(' or '),
  reading: (iso, order) => `${iso} (${order})`,
  reasons: {
    noValues: 'No values in the part that was looked at, so it is kept as text.',
    noValuesTyped: (kind) =>
      `No values in the part that was looked at. The file itself says what the column holds: ${kind}.`,
    yesNo: (words) => `${words} are read as yes and no.`,
    yesNoByHeader: (words) => `Going by the column’s name, ${words} means yes or no.`,
    dates: (example, iso) => `Read as dates: ${example} is ${iso}.`,
    datesAsWritten: (example) => `Dates written like ${example}.`,
    eightDigits: (example, iso) =>
      `Going by the column’s name, the eight digits are dates: ${example} is ${iso}.`,
    serials: (example, iso) =>
      `The column’s name says dates and the values are Excel’s day numbers: ${example} is ${iso}.`,
    orderDecided: (order, decidedBy, example, iso) =>
      `A value like ${decidedBy} can only be ${order}. So ${example} is ${iso}.`,
    orderFits: (order, example, iso) => `Only ${order} fits every value. So ${example} is ${iso}.`,
    shortYears: (order, from, to, example, iso) =>
      `Read as ${order}, with two-digit years meaning ${from} to ${to}: ${example} is ${iso}.`,
    wholeNumbers: (example) => `Whole numbers like ${example}.`,
    decimals: (example) => `Numbers with decimals like ${example}.`,
    percentages: (example, value) => `Percentages are read as shares: ${example} is ${value}.`,
    koreanAmounts: (example, value) =>
      `The Korean units 천, 만 and 억 are multiplied out: ${example} is ${value}.`,
    decimalComma: (example, value) =>
      `The comma is read as the decimal mark: ${example} is ${value}.`,
    words: (example) => `Text like “${example}”.`,
    leadingZeros: (example) =>
      `Values like ${example} begin with zeros. Kept as text so that no zero is lost.`,
    longNumbers: (example) =>
      `Numbers like ${example} have 16 digits or more. Kept as text so that no digit changes.`,
    dialledNumbers: (example) =>
      `Phone numbers with a country code, like ${example}, are kept as text.`,
    codesWithE: (example) =>
      `Values like ${example} could be numbers with an exponent or product codes. Kept as text.`,
    identifiers: (example) =>
      `Numbers like ${example} name something and count nothing. Kept as text so that no character changes.`,
    yearMonths: (example) =>
      `Values like ${example} are a year and a month. As numbers, 2026.10 and 2026.1 would be the same, so they are kept as text.`,
    quotedFormulas: (example) =>
      `Values like ${example} are wrapped so that they do not become numbers. The text inside the quotes is kept.`,
    shortenedNumbers: (example) =>
      `Long numbers that Excel has shortened, like ${example}. Their last digits are no longer in this file: export the column again as text from the system it came from.`,
    openOrder: (example, readings) =>
      `The values alone do not say which day ${example} is: ${readings}. Choose the order; until then the column stays text.`,
    contradictoryOrder: (one, other) =>
      `${one} and ${other} cannot be in the same order. Choose the order; until then the column stays text.`,
    tooFewFit: (share, kind, example) =>
      `Only ${share} of the values are ${kind}, and others are like “${example}”. Kept as text.`,
  },
  notes: {
    times: (count, example) => `Values with a time of day (${count}) keep it, like ${example}.`,
    offsetsAsWritten: (count, offsets) =>
      `Values with a time zone (${offsets}): ${count}. Times are kept as the file writes them.`,
    offsetsConverted: (count, offsets, zone) =>
      `Values with a time zone (${offsets}): ${count}. Their times are converted to ${zone}.`,
    trianglesMinus: (example) =>
      `Triangles (△ ▲ ▼) are read as minus, as in Korean accounts: ${example}.`,
    trianglesRise: '▲ and △ are read as rises, ▼ and ▽ as falls.',
    missing: (count, markers) => `Values that stand for a missing one (${markers}): ${count}.`,
    unfit: (count, example) =>
      `Values that cannot be read as this kind, like “${example}”: ${count}. They are left empty and reported.`,
  },
  units: {
    none: 'no unit',
    one: (unit, count, example) => `${unit} × ${count} (${example})`,
    mixed: (units) =>
      `The units are mixed: ${units}. 만, 억 and % are worked out, currencies are not converted. Check that the values can be compared.`,
  },
};
