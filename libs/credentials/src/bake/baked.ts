/** A baked picture may hold as much as a document that is read elsewhere (64 KiB), and a signature around it. */
export const textBytesMax = 256 * 1024;
/** Far above any badge; a bigger file is refused before anything of it is read. */
export const pictureBytesMax = 8 * 1024 * 1024;

/** The picture is damaged, hostile, too large or says two things at once. The message is a sentence for whoever sent it. */
export class PictureUnreadable extends Error {}

/** What should be baked is neither a JSON document nor a compact JWT, or is too long for a picture. */
export class NotBakeable extends Error {}

export type BakedKind = 'json' | 'jwt';

/** A compact JWS has three parts of base64url; everything else that is baked is a JSON object. */
export function kindOf(text: string): BakedKind | null {
  if (/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(text)) return 'jwt';
  return /^\s*\{[^]*\}\s*$/.test(text) ? 'json' : null;
}

/** The kind of a text that is to be baked. Throws NotBakeable. */
export function bakeableKind(text: string): BakedKind {
  if (Buffer.byteLength(text, 'utf8') > textBytesMax) {
    throw new NotBakeable(`A picture carries at most ${textBytesMax} bytes of credential.`);
  }
  const kind = kindOf(text);
  if (kind === null) throw new NotBakeable('Only a JSON object or a compact JWT is baked into a picture.');
  if (/\p{Surrogate}/u.test(text)) throw new NotBakeable('The credential holds half a surrogate pair.');
  return kind;
}
