import { fileSignature, type FileSignature } from '#core/import/file-signature.ts';
import { detectEncoding } from '../csv/detect-encoding.ts';

/** What a file is by its first bytes, or null where it may be text, in UTF-16 too. */
export function headSignature(head: Uint8Array): FileSignature | null {
  return fileSignature(head, detectEncoding(head).encoding.startsWith('utf-16'));
}
