import { documentVersion } from '#core/history/project-document.ts';
import { refuse, succeed, type Result } from '#core/result.ts';
import type { OpenProblem } from './protocol.ts';

/** 'CRLB' in the header of the file says that it is ours. */
export const applicationId = 0x43524c42;

/** What is read of a project file. A larger one would not fit into the memory of a tab three times over. */
export const mostFileBytes = 2 ** 30;

const magic = 'SQLite format 3\0';
const headerBytes = 100;

/**
 * Looks at the first hundred bytes of a file, before SQLite sees it (https://www.sqlite.org/fileformat.html). Its
 * version, or why it is not opened: not-a-database, damaged-file (a header that belongs to another content),
 * not-a-project, newer-version, oversized-file.
 */
export function checkHeader(bytes: Uint8Array): Result<{ version: number }, OpenProblem> {
  if (bytes.length > mostFileBytes) return refuse(oversizedFile(bytes.length));
  if (![...magic].every((letter, at) => bytes[at] === letter.charCodeAt(0))) {
    return refuse({ code: 'not-a-database' });
  }
  if (bytes.length < headerBytes) return damaged('the header is cut off');
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const pageSize = header.getUint16(16) === 1 ? 65_536 : header.getUint16(16);
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) return damaged('the size of pages');
  if (header.getUint32(28) * pageSize !== bytes.length) return damaged('the number of pages');
  // 1 is a rollback journal. What a write-ahead log (2) would still have to add is not in this file.
  if (bytes[18] !== 1 || bytes[19] !== 1) return damaged('a write-ahead log is missing');
  if (header.getUint32(56) !== 1) return damaged('the encoding is not UTF-8');
  if (header.getUint32(68) !== applicationId) return refuse({ code: 'not-a-project' });
  const version = header.getUint32(60);
  if (version === 0) return refuse({ code: 'not-a-project' });
  if (version > documentVersion) return refuse({ code: 'newer-version', version });
  return succeed({ version });
}

export function oversizedFile(found: number): OpenProblem {
  return { code: 'oversized-file', what: 'bytes', found, most: mostFileBytes };
}

function damaged(detail: string) {
  return refuse({ code: 'damaged-file', detail });
}
