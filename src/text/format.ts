import type { LanguageCode } from './language.svelte.ts';

/** How a figure is written. The unit is part of the kind, so that no caller scales a number by hand. */
export type FigureKind =
  | 'count'
  | 'share'
  | 'share-change'
  | 'points'
  /** Percentage points without a sign: a spread. */
  | 'point-size'
  | 'money'
  | 'money-change'
  | 'p-value'
  /** A chance that is never quite 0 or 1. */
  | 'chance'
  | 'ratio'
  | 'decimal'
  | 'deviations'
  /** Seconds that something took; a moment too short to measure is not 0. */
  | 'seconds'
  | 'score';

const locales: Record<LanguageCode, string> = { ko: 'ko-KR', en: 'en-GB' };
const formats = new Map<string, Intl.NumberFormat>();

function format(language: LanguageCode, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], options);
  formats.set(key, made);
  return made;
}

/** A whole number with thousands separators. Example: `13,712`. */
export function formatCount(count: number, language: LanguageCode): string {
  return format(language, { maximumFractionDigits: 0 }).format(count);
}

/**
 * A share 0..1 as per cent, with as many digits as it takes to tell small ones apart unless `digits` says how many.
 * Example: 0.104444 is `10.4%`.
 */
export function formatShare(share: number, language: LanguageCode, digits?: number): string {
  const size = Math.abs(share);
  const needed = size === 0 || size === 1 ? 0 : size >= 0.01 ? 1 : size >= 0.001 ? 2 : 3;
  return format(language, {
    style: 'percent',
    minimumFractionDigits: digits ?? needed,
    maximumFractionDigits: digits ?? Math.max(1, needed),
  }).format(share);
}

/** A relative change with its sign. Example: 2.76 is `+276%`. */
export function formatShareChange(share: number, language: LanguageCode): string {
  return format(language, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: Math.abs(share) < 0.001 ? 3 : Math.abs(share) < 0.1 ? 1 : 0,
  }).format(share);
}

/** A difference of shares in percentage points, with its sign. Example: 0.076667 is `+7.7%p` or `+7.7 pp`. */
export function formatPoints(difference: number, language: LanguageCode): string {
  const points = difference * 100;
  const digits = Math.abs(points) > 0 && Math.abs(points) < 0.1 ? 3 : Math.abs(points) < 1 ? 2 : 1;
  const written = format(language, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: 1,
    maximumFractionDigits: digits,
  }).format(points);
  return language === 'ko' ? `${written}%p` : `${written} pp`;
}

/** The size of a difference of shares in percentage points: a spread, or what is found in either direction. Example: 0.02 is `2.0%p`. */
export function formatPointSize(size: number, language: LanguageCode): string {
  return formatPoints(Math.abs(size), language).replace(/^\+/, '');
}

/** Money in a currency. Won has no fraction and is written the Korean way. Example: `350,000원` or `₩350,000`. */
export function formatMoney(
  amount: number,
  currency: string,
  language: LanguageCode,
  signed = false,
): string {
  const wholeUnits = currency === 'KRW' || currency === 'JPY';
  const digits = wholeUnits ? (Math.abs(amount) < 1000 && !Number.isInteger(amount) ? 1 : 0) : 2;
  const signDisplay = signed ? 'exceptZero' : 'auto';
  if (currency === 'KRW' && language === 'ko') {
    return `${format(language, { signDisplay, maximumFractionDigits: digits }).format(amount)}원`;
  }
  return format(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    signDisplay,
    minimumFractionDigits: wholeUnits ? 0 : 2,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** A p-value: never rounded to 0. Example: 5.94e-11 is `< 0.0001`. */
export function formatPValue(pValue: number, language: LanguageCode): string {
  if (pValue < 0.0001) return `< ${format(language, { maximumFractionDigits: 4 }).format(0.0001)}`;
  const digits = pValue < 0.1 ? 4 : 3;
  return format(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    pValue,
  );
}

/** A chance: as a share, but never rounded to 0 or 1. Example: 5e-13 is `< 0.01%`. */
export function formatChance(chance: number, language: LanguageCode): string {
  if (chance > 0 && chance < 0.0001) return `< ${formatShare(0.0001, language, 2)}`;
  if (chance < 1 && chance > 0.9999) return `> ${formatShare(0.9999, language, 2)}`;
  return formatShare(chance, language);
}

/** A plain number with up to so many digits after the point. */
export function formatDecimal(value: number, language: LanguageCode, digits = 2): string {
  // A hair below 0 is 0.00, not -0.00.
  return format(language, {
    signDisplay: 'negative',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** What stands behind a field for money. Example: `원`, or `KRW` in English. */
export function moneyUnit(currency: string, language: LanguageCode): string {
  return currency === 'KRW' && language === 'ko' ? '원' : currency;
}

/** A figure of any kind. `currency` matters to money only. */
export function formatFigure(
  value: number,
  kind: FigureKind,
  language: LanguageCode,
  currency: string,
): string {
  switch (kind) {
    case 'count':
      return formatCount(value, language);
    case 'share':
      return formatShare(value, language);
    case 'share-change':
      return formatShareChange(value, language);
    case 'points':
      return formatPoints(value, language);
    case 'point-size':
      return formatPointSize(value, language);
    case 'money':
      return formatMoney(value, currency, language);
    case 'money-change':
      return formatMoney(value, currency, language, true);
    case 'p-value':
      return formatPValue(value, language);
    case 'chance':
      return formatChance(value, language);
    case 'ratio':
    case 'decimal':
      return formatDecimal(value, language);
    case 'deviations':
      return format(language, {
        signDisplay: 'exceptZero',
        minimumFractionDigits: 3,
        maximumFractionDigits: 3,
      }).format(value);
    case 'seconds':
      return value < 0.005 ? `< ${formatDecimal(0.01, language)}` : formatDecimal(value, language);
    case 'score':
      return format(language, { maximumFractionDigits: 1 }).format(value);
  }
}

/** An ISO date (only its first ten characters count) in words. Example: `2017년 3월 26일` or `26 March 2017`. */
export function formatDate(iso: string, language: LanguageCode): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  if (!year || !month || !day) return iso;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
}

/** A moment (ISO date and time) in the reader's own time zone. Example: `2017년 3월 26일 오후 6:30`. */
export function formatMoment(iso: string, language: LanguageCode): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso));
}

/** A size in bytes. Example: `4.0 MB`. */
export function formatBytes(bytes: number, language: LanguageCode): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1000)));
  return format(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    // The short word for bytes is "byte", of many too.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
