import { escapeMarkup } from '#libs/text';

import { shortened } from '../picture/plain-text.js';

const systemFonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export interface Lettering {
  /** The height around which the lines stand. */
  readonly middle: number;
  readonly size: number;
  readonly weight: number;
  readonly ink: string;
  /** A rim around the letters, for text that may stand on any background. */
  readonly halo?: string;
  /** About how many letters fit side by side. */
  readonly lettersPerLine: number;
  readonly linesMax: number;
}

/** Centred text as SVG; what does not fit ends in an ellipsis. */
export function lettering(text: string, style: Lettering): string {
  const lines = wrap(text, style.lettersPerLine, style.linesMax);
  const lineHeight = style.size * 1.15;
  const halo = style.halo === undefined ? '' : ` stroke="${style.halo}" stroke-width="5" paint-order="stroke"`;
  return lines
    .map((line, index) => {
      const y = Math.round(style.middle + style.size * 0.35 + (index - (lines.length - 1) / 2) * lineHeight);
      return `<text x="256" y="${y}" text-anchor="middle" font-family="${systemFonts}" font-size="${style.size}" font-weight="${style.weight}" fill="${style.ink}"${halo}>${escapeMarkup(line)}</text>`;
    })
    .join('');
}

/** Lines of at most `width` letters, broken between words where there are any. */
export function wrap(text: string, width: number, linesMax: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  const kept = lines.slice(0, linesMax).map((one) => shortened(one, width));
  const last = kept.length - 1;
  if (lines.length > linesMax) kept[last] = shortened(`${kept[last]} …`, width);
  return kept;
}

/** Letters as people count them, more or less: not the halves that JavaScript counts. */
function lengthOf(text: string): number {
  return [...text].length;
}
