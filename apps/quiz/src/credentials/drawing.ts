import {
  certificatePdf,
  type CertificateInput,
  loadPainter,
  pngOf,
  type SocialInput,
  socialSize,
  socialSvg,
  Typefaces,
} from '#libs/credentials';

import { readFonts, readPainter } from './picture-fonts.js';

export type Drawing =
  | { readonly what: 'png'; readonly svg: string; readonly width: number }
  | { readonly what: 'social'; readonly input: SocialInput }
  | { readonly what: 'pdf'; readonly input: CertificateInput };

let opened: Promise<Typefaces> | null = null;

/** The bytes of a drawing; the first one of a process or thread also reads the fonts. */
export async function draw(drawing: Drawing): Promise<Uint8Array> {
  opened ??= open();
  const typefaces = await opened;
  switch (drawing.what) {
    case 'png':
      return pngOf(drawing.svg, { width: drawing.width, typefaces });
    case 'social':
      return pngOf(socialSvg(drawing.input, typefaces), { width: socialSize.width, typefaces });
    case 'pdf':
      return certificatePdf(drawing.input, typefaces);
    default:
      return unreachable(drawing);
  }
}

async function open(): Promise<Typefaces> {
  const [fonts] = await Promise.all([readFonts(), readPainter().then(loadPainter)]);
  return new Typefaces(fonts);
}

function unreachable(drawing: never): never {
  throw new TypeError(`Unknown drawing: ${String(drawing)}`);
}
