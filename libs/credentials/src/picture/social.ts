import { escapeMarkup } from '#libs/text';

import { badgeSvg, type BadgeInput } from '../badge/badge.js';
import { certificatePalette } from '../badge/colours.js';
import { type Box, fit } from './fit.js';
import { plainText } from './plain-text.js';
import type { Typefaces } from './typefaces.js';

export interface SocialInput extends BadgeInput {
  /** Null where the holder does not show a name. */
  readonly learnerName: string | null;
  readonly issuerName: string;
  /** The host where it can be checked. */
  readonly host: string;
  /** A word across the picture where the credential does not hold: `Revoked`, `Suspended`, `Expired`. */
  readonly mark: string | null;
}

export const socialSize = { width: 1200, height: 630 };

const left = 528;
const width = socialSize.width - left - 48;
const soft = '#3d4763';

/** The picture that other sites show beside a link to a credential, as SVG: badge at the left, words at the right. */
export function socialSvg(input: SocialInput, typefaces: Typefaces): string {
  const isCourse = input.kind === 'certificate';
  const { rim, deep } = certificatePalette;
  const column = new Column(typefaces, input.mark === null ? 96 : 128);
  column.set(isCourse ? 'Course certificate' : 'Section badge', { sizes: [28], weight: 700, ink: '#8a5a00' });
  column.set(plainText(isCourse ? input.courseTitle : input.title, 200), {
    sizes: [60, 48, 38, 30],
    weight: 700,
    ink: deep,
    linesMax: 3,
  });
  if (!isCourse) column.set(plainText(input.courseTitle, 120), { sizes: [28, 24], weight: 400, ink: soft });
  if (input.learnerName !== null) {
    column.set(plainText(input.learnerName, 120), { sizes: [36, 28, 22], weight: 700, ink: '#1b2233', before: 20 });
  }
  column.moveTo(496);
  column.set(plainText(`Issued by ${input.issuerName}`, 120), { sizes: [26, 20], weight: 400, ink: soft });
  column.set(plainText(`Check it at ${input.host}`, 120), { sizes: [26, 20], weight: 400, ink: soft });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${socialSize.width} ${socialSize.height}" width="${socialSize.width}" height="${socialSize.height}">` +
    `<path d="M0 0h1200v630H0z" fill="#ffffff"/><path d="M0 0h480v630H0z" fill="#eef2fb"/>` +
    `<path d="M0 618h1200v12H0z" fill="${deep}"/><path d="M0 618h480v12H0z" fill="${rim}"/>` +
    placed(badgeSvg(input), { x: 30, y: input.mark === null ? 96 : 124, size: 420 }) +
    column.svg +
    (input.mark === null ? '' : band(input.mark)) +
    '</svg>\n'
  );
}

type Paragraph = Pick<Box, 'sizes' | 'weight'> & { ink: string; linesMax?: number; before?: number };

/** Lines below each other. */
class Column {
  svg = '';

  constructor(
    private readonly typefaces: Typefaces,
    private y: number,
  ) {}

  set(text: string, { sizes, weight, ink, linesMax = 1, before = 0 }: Paragraph): void {
    const { size, lines } = fit(this.typefaces, text, { width, weight, sizes, linesMax });
    this.y += before;
    for (const line of lines) {
      this.svg += written(line, { x: left, y: this.y + size, size, weight, ink });
      this.y += size * 1.2;
    }
    this.y += 14;
  }

  moveTo(y: number): void {
    this.y = y;
  }
}

interface Writing {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly ink: string;
}

function written(text: string, { x, y, size, weight, ink }: Writing): string {
  return `<text x="${x}" y="${Math.round(y)}" font-family="sans-serif" font-size="${size}" font-weight="${weight}" fill="${ink}">${escapeMarkup(text)}</text>`;
}

function band(word: string): string {
  return (
    '<path d="M0 0h1200v84H0z" fill="#a3132a"/>' +
    written(plainText(word, 40), { x: left, y: 58, size: 44, weight: 700, ink: '#ffffff' })
  );
}

/** A square picture of ours inside another one. */
function placed(svg: string, { x, y, size }: { x: number; y: number; size: number }): string {
  const open = `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="0 0 512 512">`;
  return svg.trim().replace(/^<svg [^>]*>/, open);
}
