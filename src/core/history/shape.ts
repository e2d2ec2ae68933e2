/** Reads one value of an untrusted document, or throws a `ShapeMismatch` that names where it is. */
export type Reader<Value> = (value: unknown, path: string) => Value;

/** What was found in the wrong shape; it never leaves the reading of a document. */
export class ShapeMismatch extends Error {
  readonly path: string;
  readonly expected: string;

  constructor(path: string, expected: string) {
    super(`${path}: expected ${expected}`);
    this.path = path;
    this.expected = expected;
  }
}

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string') throw new ShapeMismatch(path, 'text');
  return value;
};

export const number: Reader<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ShapeMismatch(path, 'number');
  return value;
};

/** A whole number of at least 0: a count or an id. */
export const count: Reader<number> = (value, path) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw new ShapeMismatch(path, 'whole number');
  return value as number;
};

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new ShapeMismatch(path, 'true or false');
  return value;
};

/** A day as ISO text, such as 2017-03-26. */
export const day: Reader<string> = (value, path) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text(value, path))) throw new ShapeMismatch(path, 'date');
  return value as string;
};

export function oneOf<const Value extends string>(values: readonly Value[]): Reader<Value> {
  return (value, path) => {
    const found = values.find((each) => each === value);
    if (found === undefined) throw new ShapeMismatch(path, values.join(' | '));
    return found;
  };
}

export function orNull<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (value, path) => (value === null ? null : reader(value, path));
}

/** Undefined where the field is left out. */
export function optional<Value>(reader: Reader<Value>): Reader<Value | undefined> {
  return (value, path) => (value === undefined ? undefined : reader(value, path));
}

/** Exactly two values. */
export function pairOf<Value>(reader: Reader<Value>): Reader<readonly [Value, Value]> {
  return (value, path) => {
    const [first, second, ...others] = listOf(reader)(value, path);
    if (first === undefined || second === undefined || others.length > 0)
      throw new ShapeMismatch(path, 'two values');
    return [first, second];
  };
}

/** Null as well where the document is older than the field. */
export function orAbsent<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (value, path) => (value === undefined ? null : orNull(reader)(value, path));
}

export function listOf<Value>(reader: Reader<Value>): Reader<readonly Value[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new ShapeMismatch(path, 'list');
    return value.map((each, place) => reader(each, `${path}[${place}]`));
  };
}

/** A fresh object with the named fields and no others: what else the document carries is dropped. */
export function record<Value extends object>(fields: {
  readonly [Name in keyof Value]-?: Reader<Value[Name]>;
}): Reader<Value> {
  const readers = Object.entries(fields) as [string, Reader<unknown>][];
  return (value, path) =>
    Object.fromEntries(
      readers.flatMap(([name, reader]) => {
        const field = reader(fieldOf(value, name, path), path ? `${path}.${name}` : name);
        return field === undefined ? [] : [[name, field]];
      }),
    ) as Value;
}

/** Nothing at all: a field that this kind does not have. */
export const nothing: Reader<null> = (value, path) => {
  if (value !== null) throw new ShapeMismatch(path, 'nothing');
  return null;
};

/** One of several shapes, told apart by a field that names the kind. */
export function variants<Value extends object>(
  tag: keyof Value & string,
  readers: Readonly<Record<string, Reader<Value>>>,
): Reader<Value> {
  const kinds = Object.keys(readers);
  return (value, path) => {
    const kind = oneOf(kinds)(fieldOf(value, tag, path), `${path}.${tag}`);
    return (readers[kind] as Reader<Value>)(value, path);
  };
}

/** A field of the document's own: nothing is ever looked up on a prototype. */
function fieldOf(value: unknown, name: string, path: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ShapeMismatch(path, 'fields');
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
