/** What the reader asks of a chain beside its sum, by the name that the address of the calculator has for it. */
export type AskedName = 'alpha' | 'power' | 'view' | 'measure' | 'ranges' | 'x' | 'y';
