import { Parser, type Attributes } from 'saxen';

/** No tag and no text of a workbook is longer: a cell holds 32,767 characters, each at most `&#65535;`. */
const longestToken = 1 << 20;

/** What happens in an XML text, by local names: prefixes are cut off, as some programs write `x:row` for `row`. */
export interface XmlHandlers {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML as it comes in. Throws where it is malformed, where it brings a document type (whose entities could grow
 * without end) and where a single token grows without end.
 */
export class XmlReader {
  readonly #parser = new Parser();
  #waiting = 0;

  constructor(handlers: XmlHandlers) {
    const names = new Map<string, string>();
    const localName = (name: string) => {
      let local = names.get(name);
      if (local === undefined) {
        local = name.slice(name.indexOf(':') + 1);
        if (names.size < 1000) names.set(name, local);
      }
      return local;
    };
    this.#parser
      .on('openTag', (name, attributes, decode) => {
        this.#waiting = 0;
        let found: Attributes | null = null;
        handlers.open(localName(name), (wanted) => {
          found ??= attributes();
          const value = found[wanted] ?? valueByLocalName(found, wanted);
          return value?.includes('&') ? decode(value) : value;
        });
      })
      .on('closeTag', (name) => {
        this.#waiting = 0;
        handlers.close?.(localName(name));
      })
      .on('text', (text, decode) => handlers.text?.(text.includes('&') ? decode(text) : text))
      .on('cdata', (text) => handlers.text?.(text))
      .on('attention', (text) => {
        throw new Error(`XML with ${text.slice(0, 9)}`);
      })
      .on('error', (error) => {
        throw error;
      });
  }

  push(chunk: string): void {
    this.#parser.write(chunk);
    this.#waiting += chunk.length;
    if (this.#waiting > longestToken) throw new Error('XML with a token that does not end');
  }

  end(): void {
    this.#parser.end();
  }
}

/** `r:id` is found as `id`, whatever its prefix. */
function valueByLocalName(attributes: Attributes, wanted: string): string | undefined {
  for (const name in attributes) {
    if (name.endsWith(`:${wanted}`)) return attributes[name];
  }
  return undefined;
}
