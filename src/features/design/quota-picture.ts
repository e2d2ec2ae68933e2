import { mount, unmount } from 'svelte';
import { drawingFile, drawingPicture } from '#charts/drawing-export.ts';
import { downloadBlob } from '#ui/download.ts';
import QuotaDrawing from './QuotaDrawing.svelte';
import { drawQuota, type DrawingPlan, type TextRole } from './quota-drawing.ts';

const fonts: Readonly<Record<TextRole, string>> = {
  heading: '550 12px',
  name: '400 13.5px',
  number: '620 15px',
  small: '400 12px',
};

/** Downloads the quota table as a drawing that looks the same in a report. `title` is written above it. */
export async function downloadQuotaPicture(
  plan: Omit<DrawingPlan, 'measure'>,
  title: string,
  format: 'svg' | 'png',
): Promise<void> {
  const context = document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.body).fontFamily;
  const measure = (text: string, role: TextRole) => {
    if (!context) return 9 * text.length;
    context.font = `${fonts[role]} ${family}`;
    return context.measureText(text).width;
  };
  const target = document.createElement('div');
  target.className = 'visually-hidden';
  target.ariaHidden = 'true';
  document.body.append(target);
  const component = mount(QuotaDrawing, {
    target,
    props: { drawn: drawQuota({ ...plan, measure }) },
  });
  try {
    const drawing = target.querySelector('svg');
    if (!drawing) throw new Error('The drawing was not made.');
    const file = drawingFile(drawing, title);
    const blob =
      format === 'svg'
        ? new Blob([file.text], { type: 'image/svg+xml' })
        : await drawingPicture(file);
    downloadBlob(blob, `${title}.${format}`);
  } finally {
    await unmount(component);
    target.remove();
  }
}
