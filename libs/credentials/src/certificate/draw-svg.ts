import { SaxesParser, type SaxesTagPlain } from 'saxes';

import { setLine, type Sheet } from './sheet.js';
import type { Weight } from '../picture/typefaces.js';

interface Gradient {
  readonly from: string;
  readonly to: string;
}

/**
 * Draws one of our own badge pictures as lines and areas of the page, `size` points wide at x, y. Knows what `badgeSvg` uses and no more:
 * paths, groups that move and scale, an upright gradient of two colours, centred text. Throws a TypeError for anything else.
 */
export function drawSvg(sheet: Sheet, svg: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const { pdf } = sheet;
  pdf
    .save()
    .translate(x, y)
    .scale(size / 512);
  new SvgDrawing(sheet).draw(svg);
  pdf.restore();
}

class SvgDrawing {
  private readonly gradients = new Map<string, Gradient>();
  private readonly groups: SaxesTagPlain['attributes'][] = [];
  private gradientName = '';
  private stops: string[] = [];
  private text: SaxesTagPlain['attributes'] | null = null;
  private words = '';

  constructor(private readonly sheet: Sheet) {}

  draw(svg: string): void {
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', ({ name }) => this.close(name));
    parser.on('text', (text) => {
      if (this.text !== null) this.words += text;
    });
    parser.write(svg).close();
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    switch (name) {
      case 'svg':
      case 'title':
      case 'desc':
      case 'defs':
        return;
      case 'linearGradient':
        this.gradientName = attributes['id'] ?? '';
        this.stops = [];
        return;
      case 'stop':
        this.stops.push(attributes['stop-color'] ?? '#000000');
        return;
      case 'g':
        return this.group(attributes);
      case 'path':
        return this.path({ ...this.groups.at(-1), ...attributes });
      case 'text':
        this.text = attributes;
        this.words = '';
        return;
      default:
        throw new TypeError(`A badge has no <${name}>.`);
    }
  }

  private close(name: string): void {
    if (name === 'linearGradient') {
      this.gradients.set(this.gradientName, { from: this.stops[0] ?? '#000000', to: this.stops[1] ?? '#000000' });
    } else if (name === 'g') {
      this.groups.pop();
      this.sheet.pdf.restore();
    } else if (name === 'text' && this.text !== null) {
      this.lettering(this.text);
      this.text = null;
    }
  }

  private group(attributes: Record<string, string>): void {
    const [, x, y, scale] =
      /^translate\(([-\d.]+) ([-\d.]+)\) scale\(([\d.]+)\)$/.exec(attributes['transform'] ?? '') ?? [];
    this.sheet.pdf.save();
    if (x !== undefined) this.sheet.pdf.translate(Number(x), Number(y)).scale(Number(scale));
    this.groups.push(attributes);
  }

  private path(attributes: Record<string, string>): void {
    const { pdf } = this.sheet;
    const { d = '', fill, stroke } = attributes;
    pdf.save();
    pdf
      .lineWidth(Number(attributes['stroke-width'] ?? 1))
      .lineJoin(attributes['stroke-linejoin'] === 'round' ? 'round' : 'miter')
      .lineCap(attributes['stroke-linecap'] === 'round' ? 'round' : 'butt')
      .path(d);
    const filled = fill === undefined || fill === 'none' ? null : this.paint(fill);
    const stroked = stroke === undefined || stroke === 'none' ? null : this.paint(stroke);
    if (filled !== null && stroked !== null) pdf.fillAndStroke(filled, stroked);
    else if (filled !== null) pdf.fill(filled);
    else if (stroked !== null) pdf.stroke(stroked);
    pdf.restore();
  }

  private lettering(attributes: Record<string, string>): void {
    const weight: Weight = Number(attributes['font-weight'] ?? 400) >= 600 ? 700 : 400;
    setLine(this.sheet, this.words, {
      x: Number(attributes['x'] ?? 0),
      baseline: Number(attributes['y'] ?? 0),
      size: Number(attributes['font-size'] ?? 16),
      weight,
      ink: attributes['fill'] ?? '#000000',
      align: 'middle',
    });
  }

  private paint(colour: string) {
    const name = /^url\(#([\w-]+)\)$/.exec(colour)?.[1];
    if (name === undefined) return colour;
    const gradient = this.gradients.get(name);
    if (gradient === undefined) throw new TypeError(`The badge has no gradient ${name}.`);
    // The faces of badges stand between these heights of the picture.
    return this.sheet.pdf.linearGradient(0, 24, 0, 390).stop(0, gradient.from).stop(1, gradient.to);
  }
}
