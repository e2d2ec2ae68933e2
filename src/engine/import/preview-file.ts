import { fileSignature } from '#core/import/file-signature.ts';
import { refuse, type Result } from '#core/result.ts';
import { detectEncoding } from '../csv/detect-encoding.ts';
import type { FilePreview, Params, ReadProblem } from '../protocol.ts';
import { previewText } from './preview-text.ts';
import { readSample, wholeLines, type FileSample } from './read-sample.ts';

/**
 * Reads the beginning of a file and says what it seems to be.
 * Refuses: empty-file, not-a-table (an image, a PDF, a workbook, XML, JSON …), no-rows (nothing but a header),
 * unreadable-file.
 */
export async function previewFile({
  file,
  fileName,
  chosen,
}: Params<'preview-file'>): Promise<Result<FilePreview, ReadProblem>> {
  let sample: FileSample;
  try {
    sample = await readSample(file);
  } catch (error) {
    return refuse({ code: 'unreadable-file', detail: String(error) });
  }
  if (sample.head.length === 0) return refuse({ code: 'empty-file' });
  const guess = detectEncoding(wholeLines(sample));
  const signature = fileSignature(sample.head, guess.encoding.startsWith('utf-16'));
  if (signature) return refuse({ code: 'not-a-table', looksLike: signature });
  return previewText(sample, guess, fileName, chosen);
}
