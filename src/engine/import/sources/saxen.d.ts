/** What we use of saxen, which brings no types. */
declare module 'saxen' {
  /** Attributes of the tag that was just opened, by name, their values not yet decoded. */
  type Attributes = Readonly<Record<string, string>>;

  export class Parser {
    on(
      event: 'openTag',
      handle: (
        name: string,
        attributes: () => Attributes,
        decode: (text: string) => string,
      ) => void,
    ): this;
    on(event: 'closeTag', handle: (name: string) => void): this;
    on(event: 'text', handle: (text: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata' | 'attention', handle: (text: string) => void): this;
    on(event: 'error', handle: (error: Error) => void): this;
    /** Takes the next chunk; what is complete in it is handled at once. */
    write(chunk: string): this;
    end(): void;
  }
}
