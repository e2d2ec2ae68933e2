/** Properties that CSS gives a drawing on the page and that must travel with it into a file. */
const travelling = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'display',
  'visibility',
] as const;

const svgNamespace = 'http://www.w3.org/2000/svg';
const margin = 16;
const titleHeight = 34;

export interface DrawingFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A drawing of the page as a file that looks the same anywhere: computed styles become attributes (an inline style
 * would be refused by the page's policy), on the paper's colour, with its title on top.
 */
export function drawingFile(drawing: SVGSVGElement, title: string): DrawingFile {
  const box = drawing.getBoundingClientRect();
  const width = Math.ceil(box.width) + 2 * margin;
  const height = Math.ceil(box.height) + titleHeight + 2 * margin;
  const page = getComputedStyle(document.documentElement);
  const own = getComputedStyle(drawing);

  const copy = copyWithStyles(drawing);
  setAll(copy, { x: margin, y: titleHeight + margin, width: box.width, height: box.height });
  // A label may reach over the edge, as it may on the page.
  copy.setAttribute('overflow', 'visible');
  const sheet = document.createElementNS(svgNamespace, 'svg');
  setAll(sheet, { xmlns: svgNamespace, width, height, viewBox: `0 0 ${width} ${height}` });
  const paper = document.createElementNS(svgNamespace, 'rect');
  setAll(paper, { width, height, fill: page.backgroundColor });
  const heading = document.createElementNS(svgNamespace, 'text');
  setAll(heading, {
    x: margin,
    y: margin + 14,
    fill: own.color,
    'font-family': own.fontFamily,
    'font-size': 15,
    'font-weight': 650,
  });
  heading.textContent = title;
  sheet.append(paper, heading, copy);
  return { text: new XMLSerializer().serializeToString(sheet), width, height };
}

/** The drawing as a picture, at twice the size for sharp slides. */
export async function drawingPicture(file: DrawingFile): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([file.text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = file.width * 2;
    canvas.height = file.height * 2;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser has no 2d canvas.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture.')))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

function copyWithStyles(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    element.removeAttribute('class');
    element.removeAttribute('style');
    for (const name of travelling) element.setAttribute(name, style.getPropertyValue(name));
  });
  return copy;
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
