import { escapeMarkup, unescapeMarkup } from '#libs/text';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

import { type Typefaces, type Weight, widthOfRun } from './typefaces.js';

/** A picture wider than this would only cost time. */
export const widthMax = 2_048;

let loaded: Promise<void> | null = null;

/**
 * Loads the drawing engine, once per process however often it is called.
 * @param wasm the bytes of `@resvg/resvg-wasm/index_bg.wasm`; the caller reads the file, because this library reads none.
 */
export function loadPainter(wasm: Uint8Array): Promise<void> {
  loaded ??= initWasm(Uint8Array.from(wasm).buffer);
  return loaded;
}

/**
 * A PNG of one of our own SVGs (nothing else is meant to come here: it is drawn as it says). The same input gives the same bytes: fonts
 * are those given, never those of the machine. Takes tens of milliseconds of one core, so servers call it in a thread.
 * `loadPainter` has to have been called. Throws a RangeError for a width that is no whole number from 16 to 2048.
 */
export async function pngOf(
  svg: string,
  { width, typefaces }: { width: number; typefaces: Typefaces },
): Promise<Uint8Array> {
  if (!Number.isInteger(width) || width < 16 || width > widthMax) throw new RangeError(`No picture is ${width} wide.`);
  if (loaded === null) throw new TypeError('loadPainter was not called.');
  await loaded;
  const picture = new Resvg(typeset(svg, typefaces), {
    fitTo: { mode: 'width', value: width },
    font: {
      fontBuffers: typefaces.faces.map(({ sfnt }) => sfnt),
      defaultFontFamily: typefaces.family,
      sansSerifFamily: typefaces.family,
    },
  });
  try {
    const drawn = picture.render();
    const png = drawn.asPng();
    drawn.free();
    return png;
  } finally {
    picture.free();
  }
}

/**
 * Puts each piece of text in its place, in the face that has its letters. Left to itself the engine stops looking for faces where two of
 * them shape a word differently, and drops a line that mixes directions.
 */
export function typeset(svg: string, typefaces: Typefaces): string {
  return svg.replace(/<text x="([\d.]+)"([^>]*)>([^<]*)<\/text>/g, (_, x: string, rest: string, escaped: string) => {
    const weight: Weight = /font-weight="[67]00"/.test(rest) ? 700 : 400;
    const size = Number(/font-size="([\d.]+)"/.exec(rest)?.[1] ?? 16);
    const runs = typefaces.line(unescapeMarkup(escaped), weight);
    const width = runs.reduce((sum, run) => sum + widthOfRun(run, size), 0);
    let left = Number(x) - (rest.includes('text-anchor="middle"') ? width / 2 : 0);
    const style = rest.replace(/ (font-family|text-anchor)="[^"]*"/g, '');
    return runs
      .map((run) => {
        const at = left;
        left += widthOfRun(run, size);
        return `<text x="${at.toFixed(2)}"${style} font-family="${escapeMarkup(run.face.family)}" xml:space="preserve">${escapeMarkup(run.text)}</text>`;
      })
      .join('');
  });
}
