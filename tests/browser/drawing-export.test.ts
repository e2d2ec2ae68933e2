import { beforeEach, describe, expect, it } from 'vitest';
import { drawingFile, drawingPicture } from '#charts/drawing-export.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

function drawing(): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('width', '120');
  svg.setAttribute('height', '60');
  const bar = document.createElementNS(svgNamespace, 'rect');
  bar.setAttribute('width', '40');
  bar.setAttribute('height', '60');
  bar.classList.add('bar');
  svg.append(bar);
  document.body.append(svg);
  return svg;
}

describe('a chart as a file', () => {
  beforeEach(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.bar { fill: rgb(27, 103, 168); }');
    document.adoptedStyleSheets = [sheet];
    document.body.replaceChildren();
  });

  it('carries the colours that a style sheet gave it, as attributes', () => {
    const file = drawingFile(drawing(), '상위 20%');
    const sheet = new DOMParser().parseFromString(file.text, 'image/svg+xml');
    const [, bar] = sheet.querySelectorAll('rect');
    expect(bar?.getAttribute('fill')).toBe('rgb(27, 103, 168)');
    expect(file.text).not.toContain('style=');
  });

  it('has its title on top', () => {
    const file = drawingFile(drawing(), '상위 20%');
    const sheet = new DOMParser().parseFromString(file.text, 'image/svg+xml');
    expect(sheet.querySelector('text')?.textContent).toBe('상위 20%');
    expect(file.height).toBeGreaterThan(60);
  });

  it('is a picture of twice the size with those colours in it', async () => {
    const file = drawingFile(drawing(), '');
    const picture = await createImageBitmap(await drawingPicture(file));
    expect([picture.width, picture.height]).toEqual([file.width * 2, file.height * 2]);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const [red, green, blue] = context?.getImageData(60, picture.height - 60, 1, 1).data ?? [];
    expect([red, green, blue]).toEqual([27, 103, 168]);
  });
});
