import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isCalendarDay, isoDay } from '#core/import/civil-day.ts';
import { defaultFormat, type DateOrder } from '#core/import/column-format.ts';
import { readDate } from '#core/import/date-value.ts';
import { readSerial } from '#core/import/excel-serial.ts';
import { inferKind } from '#core/import/infer-kind.ts';
import { inZone, isTimeZone } from '#core/import/time-zone.ts';
import { runs } from '../../property-runs.ts';

const msPerDay = 86_400_000;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Days of 1970 to 2069, so that two digits say which year is meant. */
const day = fc
  .integer({ min: 0, max: dayNumber(2069, 12, 31) })
  .map((number) => new Date(number * msPerDay).toISOString().slice(0, 10));

const partsOf = (iso: string) => iso.split('-') as [string, string, string];
const bare = (text: string) => String(Number(text));

const unmistakable: ((year: string, month: string, day: string) => string)[] = [
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}. ${bare(m)}. ${bare(d)}.`,
  (y, m, d) => `${y}/${bare(m)}/${bare(d)}`,
  (y, m, d) => `${y}년 ${bare(m)}월 ${bare(d)}일`,
  (y, m, d) => `${y}${m}${d}`,
  (y, m, d) => `${y.slice(2)}.${m}.${d}`,
  (y, m, d) => `${bare(d)} ${months[Number(m) - 1]} ${y}`,
  (y, m, d) => `${months[Number(m) - 1]} ${bare(d)}, ${y}`,
  (y, m, d) => `${bare(d)}-${months[Number(m) - 1]}-${y.slice(2)}`,
];

describe('days of the calendar', () => {
  it('are numbered as the platform numbers them, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const iso = new Date(number * msPerDay).toISOString().slice(0, 10);
        const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
        expect(isoDay(number)).toBe(iso);
        expect(dayNumber(year, month, date)).toBe(number);
        expect(isCalendarDay(year, month, date)).toBe(true);
      }),
      runs(1000),
    );
  });

  it('are those of the platform and no others', () => {
    for (let year = 1896; year <= 2004; year++) {
      for (let month = 0; month <= 13; month++) {
        for (const date of [0, 1, 28, 29, 30, 31, 32]) {
          const moved = new Date(Date.UTC(year, month - 1, date));
          const isReal = moved.getUTCMonth() === month - 1 && moved.getUTCDate() === date;
          expect(isCalendarDay(year, month, date)).toBe(isReal);
        }
      }
    }
  });
});

describe('dates written in any unmistakable way', () => {
  it('are read as the day they mean', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...unmistakable), (iso, write) => {
        expect(readDate(write(...partsOf(iso)))).toEqual({ iso });
      }),
      runs(1000),
    );
  });

  it('are read with the time after them', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const forms: ((hour: number, minute: string) => string)[] = [
      (hour, minute) => ` ${hour}:${minute}`,
      (hour, minute) => `T${String(hour).padStart(2, '0')}:${minute}:00.5+09:00`,
      (hour, minute) => ` ${hour < 12 ? '오전' : '오후'} ${hour % 12 || 12}:${minute}`,
      (hour, minute) => ` ${hour % 12 || 12}:${minute} ${hour < 12 ? 'AM' : 'pm'}`,
      (hour, minute) => ` ${hour}시 ${Number(minute)}분`,
    ];
    fc.assert(
      fc.property(
        day,
        clock,
        fc.constantFrom(...unmistakable),
        fc.constantFrom(...forms),
        (iso, [hour, minutes], write, addTime) => {
          const minute = String(minutes).padStart(2, '0');
          const text = write(...partsOf(iso)) + addTime(hour, minute);
          const expected = `${iso} ${String(hour).padStart(2, '0')}:${minute}:00`;
          expect(readDate(text)).toEqual({ iso: expected });
        },
      ),
      runs(1000),
    );
  });
});

describe('a column of dates that end in the year', () => {
  const orders: Readonly<Record<string, (...parts: [string, string, string]) => string>> = {
    'day-first': (y, m, d) => `${d}/${m}/${y}`,
    'month-first': (y, m, d) => `${m}/${d}/${y}`,
  };

  it('is read as it was written, or the reader is asked: never otherwise', () => {
    const outcomes = { read: 0, asked: 0 };
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('day-first', 'month-first'),
        (days, order) => {
          const write = orders[order] as (typeof orders)[string];
          const written = days.map((iso) => write(...partsOf(iso)));
          const { kind, format, reason } = inferKind('day', written);
          if (kind === 'text') {
            outcomes.asked++;
            expect(reason.code).toBe('open-order');
          } else {
            outcomes.read++;
            expect(written.map((text) => readDate(text, format))).toEqual(
              days.map((iso) => ({ iso })),
            );
          }
        },
      ),
      runs(1000),
    );
    expect(outcomes.read).toBeGreaterThan(100);
    expect(outcomes.asked).toBeGreaterThan(10);
  });

  it('is read when the reader has answered', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('day-first', 'month-first'), (iso, order) => {
        const write = orders[order] as (typeof orders)[string];
        const format = { ...defaultFormat, dateOrder: order as DateOrder };
        expect(readDate(write(...partsOf(iso)), format)).toEqual({ iso });
      }),
    );
  });
});

describe("Excel's dates", () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_658, '2025-01-01'],
    [46_348, '2026-11-22'],
    [46_348.5, '2026-11-22 12:00:00'],
    [46_348.999_999, '2026-11-23'],
    [46_348 + 1 / 86_400, '2026-11-22 00:00:01'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [0, null],
    [0.5, null],
  ])('shows %s as %s', (number, iso) => {
    expect(readSerial(number, '1900')).toBe(iso);
  });

  it('begin 1,462 days later in the system of 1904', () => {
    expect(readSerial(0, '1904')).toBe('1904-01-01');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (number) => {
        expect(readSerial(number, '1904')).toBe(readSerial(number + 1462, '1900'));
      }),
    );
  });
});

describe('time zones', () => {
  it('are those that can be converted to', () => {
    const zones = [
      'Asia/Seoul',
      'UTC',
      '+09:00',
      '-0330',
      'America/New_York',
      'as-written',
      '',
      '+15:00',
    ];
    expect(zones.filter(isTimeZone)).toEqual(zones.slice(0, 5));
  });

  it('shift the clock over midnight, month and year', () => {
    expect(inZone('2026-12-31', '15:30:45', 0, 'Asia/Seoul')).toBe('2027-01-01 00:30:45');
    expect(inZone('2027-01-01', '00:30:45', 540, 'UTC')).toBe('2026-12-31 15:30:45');
    expect(inZone('2026-03-01', '00:10:00', 0, '-03:30')).toBe('2026-02-28 20:40:00');
  });

  it('keep summer time: New York on the day its clocks change', () => {
    expect(inZone('2026-03-08', '06:59:59', 0, 'America/New_York')).toBe('2026-03-08 01:59:59');
    expect(inZone('2026-03-08', '07:00:00', 0, 'America/New_York')).toBe('2026-03-08 03:00:00');
  });

  it('may change their clocks within an hour, as St John’s did a minute past midnight', () => {
    const zone = 'America/St_Johns';
    expect(inZone('1993-10-31', '02:30:00', 0, zone)).toBe('1993-10-31 00:00:00');
    expect(inZone('1993-10-31', '02:31:00', 0, zone)).toBe('1993-10-30 23:01:00');
  });

  it('agree with the platform for any instant', () => {
    const zones = fc.constantFrom(
      'Asia/Seoul',
      'Europe/London',
      'America/St_Johns',
      'Asia/Kathmandu',
    );
    const instant = fc.integer({ min: 0, max: Date.UTC(2070, 0, 1) / 1000 });
    fc.assert(
      fc.property(instant, zones, (seconds, zone) => {
        const at = new Date(seconds * 1000);
        const iso = at.toISOString();
        const shown = at.toLocaleString('sv-SE', { timeZone: zone });
        expect(inZone(iso.slice(0, 10), iso.slice(11, 19), 0, zone)).toBe(shown);
      }),
      runs(300),
    );
  });
});
