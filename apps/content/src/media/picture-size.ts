export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height as the header of the picture says them, or null where there is none: nothing is decoded. */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = sizes[mediaType];
  const size = read === undefined ? null : read(view);
  return size !== null && size.width > 0 && size.height > 0 ? size : null;
}

const sizes: Readonly<Record<string, (view: DataView) => PictureSize | null>> = {
  'image/png': sizeOfPng,
  'image/jpeg': sizeOfJpeg,
  'image/gif': sizeOfGif,
  'image/webp': sizeOfWebp,
};

function textAt(view: DataView, at: number, length: number): string {
  const codes = Array.from({ length }, (_, index) => (at + index < view.byteLength ? view.getUint8(at + index) : 0));
  return String.fromCodePoint(...codes);
}

/** The first chunk is IHDR in every PNG. */
function sizeOfPng(view: DataView): PictureSize | null {
  if (view.byteLength < 33 || textAt(view, 12, 4) !== 'IHDR') return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function sizeOfGif(view: DataView): PictureSize | null {
  if (view.byteLength < 13 || !/^GIF8[79]a$/.test(textAt(view, 0, 6))) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Start of frame, in all of its kinds; C4, C8 and CC are tables and extensions. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const hasNoLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function sizeOfJpeg(view: DataView): PictureSize | null {
  let at = 2;
  // Ends: every round goes on by two bytes at least.
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (hasNoLength(marker)) at += 2;
    else if (isFrame(marker)) {
      if (at + 9 > view.byteLength) return null;
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else {
      const length = view.getUint16(at + 2);
      if (length < 2) return null;
      at += 2 + length;
    }
  }
  return null;
}

function sizeOfWebp(view: DataView): PictureSize | null {
  if (view.byteLength < 30) return null;
  switch (textAt(view, 12, 4)) {
    case 'VP8X':
      return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return null;
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8 ': {
      if (view.getUint8(23) !== 0x9d || view.getUint8(24) !== 0x01 || view.getUint8(25) !== 0x2a) return null;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    }
    default:
      return null;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
