import { createHash } from 'node:crypto';

import { escapeMarkup } from '#libs/text';

import { certificatePalette, paletteOf, type Palette } from './colours.js';
import { glyphFor, summit } from './glyphs.js';
import { lettering } from './lettering.js';
import { rosette, wayMarks } from './outlines.js';

export interface BadgeInput {
  /** `certificate` draws the rosette of a finished course. */
  readonly kind: 'badge' | 'certificate';
  /** Id of the section, or of the course: it alone decides shape and colour. */
  readonly id: string;
  readonly title: string;
  readonly courseTitle: string;
}

/**
 * The picture of a badge: a way-mark in the shape and colour that belong to the section's id, with a picture of its topic. The same
 * input gives the same bytes. It reads at 32 pixels (shape, colour, picture) and carries its title at larger sizes. No scripts, fonts
 * or links; all text is escaped.
 */
export function badgeSvg(input: BadgeInput): string {
  const body = input.kind === 'certificate' ? certificate(input) : wayMark(input);
  const label = input.kind === 'certificate' ? `Certificate: ${input.courseTitle}` : `Badge: ${input.title}`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512" role="img">' +
    `<title>${escapeMarkup(label)}</title><desc>${escapeMarkup(input.courseTitle)}</desc>${body}</svg>\n`
  );
}

function wayMark({ id, title, courseTitle }: BadgeInput): string {
  const { shapeByte, hueByte, face } = featuresOf(id);
  const outline = wayMarks[shapeByte % wayMarks.length]!; // inside the list
  const palette = paletteOf(hueByte);
  const middle = { x: 256, y: 208 };
  return (
    gradient(face, palette) +
    shape(outline({ ...middle, size: 204 }), palette.rim) +
    shape(outline({ ...middle, size: 190 }), '#ffffff') +
    shape(outline({ ...middle, size: 180 }), `url(#${face})`) +
    glyph(glyphFor(title), { x: 256, y: 206, size: 208, ink: palette.ink }) +
    ribbon(palette, title) +
    lettering(courseTitle, {
      middle: 492,
      size: 20,
      weight: 500,
      ink: palette.rim,
      halo: '#ffffff',
      lettersPerLine: 44,
      linesMax: 1,
    })
  );
}

function certificate({ id, courseTitle }: BadgeInput): string {
  const { face } = featuresOf(id);
  const palette = certificatePalette;
  const middle = { x: 256, y: 204 };
  return (
    gradient(face, palette) +
    // The two tails of the rosette, behind it.
    `<path d="M168 330L112 506l56-16 36 18 44-150z" fill="${palette.light}"/><path d="M344 330l56 176-56-16-36 18-44-150z" fill="${palette.deep}"/>` +
    shape(rosette({ ...middle, size: 202 }, 24), palette.rim) +
    shape(circle(middle, 174), '#fff4d6') +
    shape(circle(middle, 166), `url(#${face})`) +
    glyph(summit, { x: 256, y: 192, size: 200, ink: '#ffe3a1' }) +
    ribbon({ ...palette, deep: palette.rim, rim: '#a87516', ink: '#1b1405' }, courseTitle)
  );
}

/** What the id decides. The gradient has a name of its own, because several badges may stand on one page. */
function featuresOf(id: string) {
  const digest = createHash('sha256').update(id, 'utf8').digest();
  return { shapeByte: digest.readUInt8(0), hueByte: digest.readUInt8(1), face: `face-${digest.toString('hex', 2, 8)}` };
}

/** A band across the foot, with the title on one or two lines. */
function ribbon(palette: Palette, title: string): string {
  return (
    `<path d="M20 372h40v84H20l18-42zM492 372h-40v84h40l-18-42z" fill="${palette.rim}"/>` +
    `<path d="M44 356h424a8 8 0 0 1 8 8v92a8 8 0 0 1-8 8H44a8 8 0 0 1-8-8v-92a8 8 0 0 1 8-8z" fill="${palette.deep}" stroke="#ffffff" stroke-width="4"/>` +
    titleLines(title, palette.ink)
  );
}

function titleLines(title: string, ink: string): string {
  const isShort = [...title].length <= 20;
  return isShort
    ? lettering(title, { middle: 410, size: 38, weight: 700, ink, lettersPerLine: 20, linesMax: 1 })
    : lettering(title, { middle: 410, size: 28, weight: 700, ink, lettersPerLine: 22, linesMax: 2 });
}

function gradient(name: string, { light, deep }: Palette): string {
  return (
    `<defs><linearGradient id="${name}" x1="0" y1="0" x2="0" y2="1">` +
    `<stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs>`
  );
}

function shape(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}" stroke="${fill}" stroke-width="10" stroke-linejoin="round"/>`;
}

interface Placement {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly ink: string;
}

/** Strokes on a square of 24 units, put with their middle at x, y. */
function glyph(strokes: readonly string[], { x, y, size, ink }: Placement): string {
  const scale = Math.round((size / 24) * 100) / 100;
  return (
    `<g transform="translate(${x - size / 2} ${y - size / 2}) scale(${scale})" fill="none" stroke="${ink}" ` +
    `stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"><path d="${strokes.join('')}"/></g>`
  );
}

function circle({ x, y }: { readonly x: number; readonly y: number }, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0Z`;
}
