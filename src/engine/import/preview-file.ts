import { refuse, type Result } from '#core/result.ts';
import { detectEncoding } from '../csv/detect-encoding.ts';
import type { FilePreview, Params, ReadProblem } from '../protocol.ts';
import { compoundProblem } from './compound-file.ts';
import { headSignature } from './head-signature.ts';
import { previewText } from './preview-text.ts';
import { readSample, wholeLines } from './read-sample.ts';
import { problemOf } from './sources/source-problem.ts';
import { unpackFile, type UnpackedFile } from './sources/unpack-file.ts';

/**
 * Reads the beginning of a file, unpacked where it is compressed, and says what it seems to be, by its bytes and not by
 * its name. What reads a workbook or a Parquet file is loaded with the first of them.
 * Refuses: empty-file, not-a-table (an image, a PDF, an old workbook, XML, JSON …), no-rows (nothing but a header),
 * password-protected, damaged-file, unpacked-too-large, unreadable-file.
 */
export async function previewFile({
  file,
  fileName,
  chosen,
}: Params<'preview-file'>): Promise<Result<FilePreview, ReadProblem>> {
  try {
    const unpacked = await unpackFile(file);
    return await previewUnpacked(unpacked, fileName, chosen);
  } catch (error) {
    return refuse(problemOf(error));
  }
}

async function previewUnpacked(
  { file, compression, isWorkbook }: UnpackedFile,
  fileName: string,
  chosen: Params<'preview-file'>['chosen'],
): Promise<Result<FilePreview, ReadProblem>> {
  if (isWorkbook) {
    const { previewWorkbook } = await import('./sources/preview-workbook.ts');
    return previewWorkbook(file, fileName, chosen, compression);
  }
  const sample = await readSample(file);
  if (sample.head.length === 0) return refuse({ code: 'empty-file' });
  const signature = headSignature(sample.head);
  if (signature === 'parquet') {
    const { previewParquet } = await import('./sources/preview-parquet.ts');
    return previewParquet(file, fileName, compression);
  }
  if (signature) {
    if (signature === 'xls') return refuse(await compoundProblem(file, sample.head));
    return refuse({ code: 'not-a-table', looksLike: signature });
  }
  const guess = detectEncoding(wholeLines(sample));
  const name = fileName.replace(/\.(?:gz|zip)$/i, '');
  let preview = previewText(sample, guess, name, chosen);
  const hasRows = preview.ok ? preview.value.rows.length > 0 : preview.problem.code !== 'no-rows';
  if (!hasRows && !sample.isWhole) {
    preview = previewText(await readSample(file, true), guess, name, chosen);
  }
  return preview.ok ? { ok: true, value: { ...preview.value, compression } } : preview;
}
