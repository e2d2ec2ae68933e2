/** An object of a document whose shape nobody has checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object with others added; what is none stays as it is. */
export function withFields(value: unknown, added: Fields): unknown {
  return isFields(value) ? { ...value, ...added } : value;
}

/** Every object of a list, changed; what is no list of objects stays as it is. */
export function eachOf(list: unknown, change: (fields: Fields) => Fields): unknown {
  return Array.isArray(list) ? list.map((each) => (isFields(each) ? change(each) : each)) : list;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the document's own, never one of a prototype. */
export function ownValue(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
