import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { badgeSvg } from './badge.js';
import { certificatePalette, paletteOf } from './colours.js';
import { glyphFor } from './glyphs.js';
import { wrap } from './lettering.js';

const input = { kind: 'badge', id: 'section-1', title: 'Version Control', courseTitle: 'Python backend' } as const;

/** WCAG contrast of white on a colour. */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

describe('badgeSvg', () => {
  it('draws the same picture for the same section, for ever', () => {
    expect(badgeSvg(input)).toBe(badgeSvg({ ...input }));
    expect(badgeSvg(input).length).toBeLessThan(4_000);
  });

  it('keeps shape and colour when the section is renamed', () => {
    const outlineOf = (svg: string) => svg.match(/<\/defs><path d="[^"]+" fill="[^"]+"/)?.[0];
    expect(outlineOf(badgeSvg({ ...input, title: 'Git' }))).toBe(outlineOf(badgeSvg(input)));
    expect(outlineOf(badgeSvg(input))).toBeDefined();
  });

  it('gives most of a hundred sections a look of their own', () => {
    const looks = Array.from({ length: 100 }, (_, index) => {
      const svg = badgeSvg({ ...input, id: `section-${index}` });
      return svg.replace(/face-[0-9a-f]+/g, '');
    });
    expect(new Set(looks).size).toBeGreaterThan(55);
  });

  it('draws a certificate of its own kind', () => {
    const svg = badgeSvg({ ...input, kind: 'certificate' });
    expect(svg).toContain('<title>Certificate: Python backend</title>');
    expect(svg).toContain(certificatePalette.rim);
  });

  it('puts text in as text, whatever it is', () => {
    const svg = badgeSvg({ ...input, title: `<script>alert("1")</script>\u0000'&\ud800`, courseTitle: '"><image/>' });
    expect(svg).not.toMatch(/<script|<image|&(?!amp;|lt;|gt;|quot;|#39;)/);
    expect(svg).toContain('&lt;script&gt;');
  });

  it('is well-formed and self-contained for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, courseTitle) => {
        const svg = badgeSvg({ ...input, title, courseTitle });
        const tags = [...svg.matchAll(/<(\/?)(\w+)[^<>]*?(\/?)>/g)].map(([, close, , self]) =>
          close ? -1 : self ? 0 : 1,
        );
        expect(tags.reduce<number>((depth, step) => depth + step, 0)).toBe(0);
        expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/href|https?:\/\/(?=[^<]*")/);
        expect(svg).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('can be read: white on every colour has a contrast of 4.5 at least', () => {
    for (let index = 0; index < 12; index += 1) {
      const { light, deep, rim } = paletteOf(index);
      for (const colour of [light, deep, rim]) {
        expect([index, colour, contrastWithWhite(colour) >= 4.5]).toEqual([index, colour, true]);
      }
    }
  });
});

describe('glyphFor', () => {
  const titles = [
    ['Basic Internet, Operating System and Frontend Knowledge', 'Programming language (Python)', 'Version Control'],
    ['Database', 'APIs', 'Caching', 'Testing', 'CI / CD', 'Architectural Patterns', 'Message Broker'],
    ['Containerization', 'Authentication', 'Communication Protocol', 'Monitoring', 'Bash', 'Soft skills'],
  ].flat();

  it('has a picture for each section of a backend course, and a compass for the rest', () => {
    expect(new Set(titles.map(glyphFor)).size).toBe(titles.length);
    expect(glyphFor('Cooking')).toBe(glyphFor('Soft skills'));
  });
});

describe('wrap', () => {
  it.each([
    ['Version Control', 20, 2, ['Version Control']],
    ['Architectural Patterns of Services', 14, 2, ['Architectural', 'Patterns of …']],
    ['Incomprehensibilities', 10, 2, ['Incompreh…']],
    ['', 10, 2, ['']],
    ['👩🏽‍💻 a', 20, 1, ['👩🏽‍💻 a']],
  ])('breaks %j at %i into at most %i', (...[text, width, lines, expected]) => {
    expect(wrap(text, width, lines)).toEqual(expected);
  });
});
