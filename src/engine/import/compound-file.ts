import type { ReadProblem } from '../protocol.ts';

const directoryBytes = 1 << 12;

/**
 * What a compound file is: the container of old Office files, of Hangul documents and of encrypted workbooks. The names of
 * its streams tell, in UTF-16; its directory may stand anywhere, also behind the part that is looked at.
 */
export async function compoundProblem(file: Blob, head: Uint8Array): Promise<ReadProblem> {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const hasHeader = head.length >= 52;
  const place = hasHeader ? (view.getUint32(48, true) + 1) * 2 ** view.getUint16(30, true) : 0;
  const directory = await file.slice(place, place + directoryBytes).arrayBuffer();
  const decoder = new TextDecoder('utf-16le');
  const names = decoder.decode(directory) + decoder.decode(head);
  if (names.includes('EncryptedPackage')) return { code: 'password-protected' };
  if (names.includes('HwpSummaryInformation')) return { code: 'not-a-table', looksLike: 'hwp' };
  const isDocument = names.includes('WordDocument') || names.includes('PowerPoint Document');
  return { code: 'not-a-table', looksLike: isDocument ? 'document' : 'xls' };
}
