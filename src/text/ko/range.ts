/** Ranges of numbers, months and days in words; a screen that must know both languages takes this file of each. */
export const range = {
  all: '전체',
  numberFrom: (from: string) => `${from} 이상`,
  numberBelow: (below: string) => `${below} 미만`,
  numberBetween: (from: string, below: string) => `${from} 이상 ${below} 미만`,
  wholeBetween: (from: string, to: string) => `${from}–${to}`,
  monthsFrom: (from: string) => `${from}개월 이상`,
  monthsBelow: (below: string) => `${below}개월 미만`,
  monthsBetween: (from: string, to: string) => (from === to ? `${from}개월` : `${from}–${to}개월`),
  daysFrom: (from: string) => `${from}일 이상`,
  daysBelow: (below: string) => `${below}일 미만`,
  daysBetween: (from: string, to: string) => (from === to ? `${from}일` : `${from}–${to}일`),
  days: (count: string) => `${count}일`,
  months: (count: string) => `${count}개월`,
};
