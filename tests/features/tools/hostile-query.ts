import fc from 'fast-check';

const nasty = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ',',
    ':',
    '::,::',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e309',
    '-1e309',
    '0x10',
    '%',
    '%E0%A4%A',
    '%00',
    '<img src=x onerror=alert(1)>',
    '__proto__:1:2:3',
    '1000:120,1000:1500',
    '-5:3,0:0',
    '10:0,10:0',
    '1e9:1e9,1:0',
    '1:1,1:1',
    '2:0:0,2:0:0',
    '2:5:0,3:-5:1e12',
    '2:1e-300:1e-300,2:1e-300:0',
    '1.5:0.5,3:1',
  ),
  fc.double().map(String),
  fc.integer().map(String),
  fc
    .array(fc.tuple(fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 40 })), {
      maxLength: 20,
    })
    .map((arms) => arms.map((arm) => arm.join(':')).join(',')),
);

/** A query string in which some of the parameters have values that nobody should send. */
export function hostileQuery(names: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: names.length + 1 })
    .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`);
}

/** Every number anywhere in a value. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}
