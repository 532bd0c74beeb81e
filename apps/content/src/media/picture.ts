import { storedPicture } from '#libs/interchange';

import { pictureSize } from './picture-size.js';

export const pictureBytesMax = 1_024 * 1_024;
export const courseBytesMax = 200 * 1_024 * 1_024;
const sideMax = 8_000;
const pixelsMax = 25_000_000;

/** A picture that may be stored. */
export interface Picture {
  /** Made of the content: the same picture has the same name everywhere, and nobody guesses it. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The picture in the bytes, or why it cannot be one of ours. The content decides, whatever a name or a header says of it. */
export function pictureOf(bytes: Uint8Array): { picture: Picture } | { problem: string } {
  if (bytes.length > pictureBytesMax)
    return { problem: `The picture has ${bytes.length} bytes; ${pictureBytesMax} are allowed. Make it smaller.` };
  const stored = storedPicture(bytes);
  if (stored === null)
    return { problem: 'The file is no PNG, JPEG, GIF or WebP picture. Save it as one of them; SVG is not taken.' };
  const size = pictureSize(bytes, stored.mediaType);
  if (size === null) return { problem: 'The picture is damaged: its header does not say how large it is.' };
  const { width, height } = size;
  if (width > sideMax || height > sideMax || width * height > pixelsMax) {
    const bounds = `${sideMax} by ${sideMax} pixels and ${pixelsMax / 1_000_000} million in all`;
    return { problem: `The picture is ${width} by ${height} pixels; at most ${bounds} are allowed. Scale it down.` };
  }
  return { picture: { ...stored, width, height } };
}
