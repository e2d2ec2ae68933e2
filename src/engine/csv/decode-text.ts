import type { TextEncodingName } from '#core/import/column.ts';

/** Stands in decoded text for bytes that the encoding does not have. */
export const undecodable = '\uFFFD';

/** Stands for a U+FFFD that was really in a UTF-8 file, so that it is not taken for undecodable bytes. */
const genuineReplacement = '\uFFFE';

/** Puts a U+FFFD that was in the file back in its place. */
export function restoreReplacements(text: string): string {
  return text.includes(genuineReplacement)
    ? text.replaceAll(genuineReplacement, undecodable)
    : text;
}

/** A text of a file that is no text file, as fields are kept here: a U+FFFD of its own disguised, zero bytes undecodable. */
export function asField(text: string): string {
  const disguised = text.includes(undecodable)
    ? text.replaceAll(undecodable, genuineReplacement)
    : text;
  return disguised.includes('\0') ? disguised.replaceAll('\0', undecodable) : disguised;
}

/**
 * Decodes a stream of bytes, however it is cut: characters that lie across two chunks come out whole, a byte order mark
 * is dropped, and bytes that cannot be decoded become U+FFFD (`undecodable`). So do zero bytes, because a text of SQLite
 * would be read back only up to there. In UTF-8 a U+FFFD of the file itself comes out as U+FFFE.
 */
export class TextStream {
  readonly #decoder: TextDecoder;
  readonly #isUtf8: boolean;
  /** The last two bytes of the chunk before. */
  #before = [0, 0];

  constructor(encoding: TextEncodingName) {
    this.#decoder = new TextDecoder(encoding);
    this.#isUtf8 = encoding === 'utf-8';
  }

  push(bytes: Uint8Array): string {
    const sound = this.#isUtf8 ? this.#disguise(bytes) : bytes;
    const text = this.#decoder.decode(sound, { stream: true });
    return text.includes('\0') ? text.replaceAll('\0', undecodable) : text;
  }

  end(): string {
    return this.#decoder.decode();
  }

  /** Changes EF BF BD (U+FFFD) into EF BF BE. */
  #disguise(bytes: Uint8Array): Uint8Array {
    const at = (index: number) => (index < 0 ? this.#before[index + 2] : bytes[index]);
    let changed: Uint8Array | null = null;
    for (let end = bytes.indexOf(0xbd); end >= 0; end = bytes.indexOf(0xbd, end + 1)) {
      if (at(end - 1) === 0xbf && at(end - 2) === 0xef) {
        changed ??= bytes.slice();
        changed[end] = 0xbe;
      }
    }
    this.#before = [at(bytes.length - 2) ?? 0, at(bytes.length - 1) ?? 0];
    return changed ?? bytes;
  }
}
