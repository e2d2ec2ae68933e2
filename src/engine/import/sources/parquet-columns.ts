import type { ColumnKind } from '#core/import/column.ts';
import {
  parquetSchema,
  type FileMetaData,
  type ParquetParsers,
  type SchemaElement,
} from 'hyparquet';
import {
  dayText,
  decimalText,
  momentText,
  signedNumber,
  singleText,
  timeText,
} from '#core/import/parquet-value.ts';

/**
 * A column of a Parquet file, nested or not. `kind` is what its type says, and counts where there are no values to go by:
 * a column of doubles may hold whole numbers or ids. `text` is a value of it as a field.
 */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly text: (value: unknown) => string;
}

/** How moments and texts come out of hyparquet: exact, where its own `Date` has milliseconds. */
export const exactParsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value: bigint | undefined) => moment(value, 1_000_000n),
  timestampFromMicroseconds: (value: bigint | undefined) => moment(value, 1000n),
  timestampFromNanoseconds: (value: bigint | undefined) => moment(value, 1n),
  dateFromDays: (days: number | undefined) => (days === undefined ? undefined : dayText(days)),
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && bytesText(bytes),
};

function moment(value: bigint | undefined, nanoseconds: bigint): string | undefined {
  return value === undefined ? undefined : momentText(value * nanoseconds);
}

/**
 * The columns of a file. Takes from the schema what hyparquet would round (decimals become doubles there) or refuse
 * (intervals, BSON): those values come as they are stored, and are made text here.
 */
export function parquetColumns(metadata: FileMetaData): ParquetColumn[] {
  for (const element of metadata.schema) {
    if (element.converted_type === 'INTERVAL' || element.converted_type === 'BSON') {
      delete element.converted_type;
    }
  }
  return parquetSchema(metadata).children.map(({ element, children }) => ({
    name: element.name,
    kind: children.length > 0 ? 'text' : kindOf(element),
    text: children.length > 0 ? anyText : fieldReader(element),
  }));
}

function kindOf({
  type,
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): ColumnKind {
  if (type === 'BOOLEAN') return 'boolean';
  if (converted === 'DATE' || logical?.type === 'DATE') return 'date';
  if (converted?.startsWith('TIMESTAMP') || logical?.type === 'TIMESTAMP') return 'date';
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return 'decimal';
  if (type === 'FLOAT' || type === 'DOUBLE' || logical?.type === 'FLOAT16') return 'decimal';
  const isCount = converted === undefined || /^U?INT_/.test(converted);
  return (type === 'INT32' || type === 'INT64') && isCount ? 'integer' : 'text';
}

/** How the values of one simple column are made text, by its type. */
function fieldReader(element: SchemaElement): (value: unknown) => string {
  const { logical_type: logical, converted_type: converted, type } = element;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = logical?.type === 'DECIMAL' ? logical.scale : (element.scale ?? 0);
    delete element.converted_type;
    delete element.logical_type;
    return (value) => decimal(value, scale);
  }
  if (converted === 'TIME_MILLIS' || converted === 'TIME_MICROS' || logical?.type === 'TIME') {
    const unit = logical?.type === 'TIME' ? logical.unit : converted?.slice('TIME_'.length);
    const nanoseconds = unit === 'MILLIS' ? 1_000_000n : unit === 'MICROS' ? 1000n : 1n;
    return (value) => timeText(BigInt(value as number | bigint) * nanoseconds);
  }
  if (
    logical?.type === 'TIMESTAMP' ? logical.isAdjustedToUTC : converted?.startsWith('TIMESTAMP')
  ) {
    return (value) => utcText(String(value));
  }
  return type === 'FLOAT' || logical?.type === 'FLOAT16'
    ? (value) => (typeof value === 'number' ? singleText(value) : anyText(value))
    : anyText;
}

function decimal(value: unknown, scale: number): string {
  if (value instanceof Uint8Array) return decimalText(signedNumber(value), scale);
  return typeof value === 'number' || typeof value === 'bigint'
    ? decimalText(BigInt(value), scale)
    : anyText(value);
}

/** A moment that is in UTC says so, whatever the hour. Example: '2026-11-22' is '2026-11-22 00:00:00Z'. */
function utcText(moment: string): string {
  return moment.includes(' ') ? `${moment}Z` : `${moment} 00:00:00Z`;
}

function anyText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'object':
      if (value === null) return '';
      return value instanceof Uint8Array ? bytesText(value) : JSON.stringify(value, jsonValue);
    default:
      return String(value);
  }
}

function jsonValue(_: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return bytesText(value);
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** Bytes without a type are mostly text; where they are no UTF-8, their digits. */
function bytesText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
