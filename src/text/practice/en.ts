import type { PracticeWords } from './ko.ts';

/** The texts of the practice campaigns. */
export const practiceEn: PracticeWords = {
  title: 'Practice campaigns',
  sub: 'Each teaches one thing to doubt before any figure is read. The values are planted, so there is a right answer.',
  read: 'Read it',
  readLong: (campaign) => `${campaign}: read it`,
  reopen: 'Look again',
  reopenLong: (campaign) => `${campaign}: look again`,
  download: 'CSV',
  downloadLong: (campaign) => `${campaign}: download as CSV`,
  edit: (campaign) => `Add practice campaign: ${campaign}`,
  campaigns: {
    simpson: {
      name: 'Simpson’s paradox',
      teaches:
        'DM has a lower response than SMS overall, yet a higher one in every dormancy band: it went mostly to customers who are hard to win back.',
    },
    'uneven-split': {
      name: 'Sample ratio mismatch',
      teaches:
        'A list drawn half and half became 44,700 and 45,489 customers. By cell, all 789 who are missing are in one place. A table that a warehouse has counted.',
    },
    contaminated: {
      name: 'Customers in two arms',
      teaches:
        '12 customers are both in the control and in the coupon arm. Customers of the control who got a coupon make the effect look smaller than it is.',
    },
    'open-window': {
      name: 'A window still open',
      teaches:
        'Responses were to be counted for three weeks; the file holds the first. Nothing says that the arm ahead now stays ahead.',
    },
    'same-messages': {
      name: 'A/A test',
      teaches:
        'One message was sent under two names. Whatever difference shows is chance: “cannot tell” is the right answer.',
    },
  },
};
