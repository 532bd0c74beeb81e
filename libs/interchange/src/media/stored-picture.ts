import { createHash } from 'node:crypto';

import type { QuestionMedia } from '../questions/question-report.js';

interface Kind {
  readonly ending: string;
  readonly mediaType: string;
  readonly isOf: (bytes: Uint8Array) => boolean;
}

const kinds: readonly Kind[] = [
  { ending: 'png', mediaType: 'image/png', isOf: (bytes) => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]) },
  { ending: 'jpg', mediaType: 'image/jpeg', isOf: (bytes) => begins(bytes, [0xff, 0xd8, 0xff]) },
  { ending: 'gif', mediaType: 'image/gif', isOf: (bytes) => begins(bytes, [0x47, 0x49, 0x46, 0x38]) },
  {
    ending: 'webp',
    mediaType: 'image/webp',
    isOf: (bytes) => begins(bytes, [0x52, 0x49, 0x46, 0x46]) && begins(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]),
  },
];

/**
 * The picture under the name that the media store gives it, or null for what is no PNG, JPEG, GIF or WebP. The content decides: names
 * and types that come with a file may say anything.
 */
export function storedPicture(bytes: Uint8Array): QuestionMedia | null {
  const kind = kinds.find(({ isOf }) => isOf(bytes));
  if (!kind) return null;
  const digits = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return { name: `${digits}.${kind.ending}`, mediaType: kind.mediaType, bytes };
}

/** Names of stored pictures that a text shows as `media:<name>`. */
export function picturesIn(markdown: string): string[] {
  return [...markdown.matchAll(/media:([A-Za-z0-9._-]{1,100})/g)].map(([, name = '']) => name);
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
