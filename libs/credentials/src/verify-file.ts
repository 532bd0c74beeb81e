import { PictureUnreadable } from './bake/baked.js';
import { isPng, unbakePng } from './bake/png.js';
import { unbakeSvg } from './bake/svg.js';
import { NotOneDocument, parseDocument } from './document-text.js';
import { looksLikeJws } from './jwt/compact.js';

/** What a credential came as, and what `verifyCredential` takes: a document, or the text of a VC-JWT. */
export interface CredentialFile {
  readonly format: 'json' | 'jwt' | 'png' | 'svg';
  readonly credential: unknown;
}

/** Nothing in these bytes can be read as a credential; the message says what was looked for. */
export class NoCredentialThere extends Error {}

/**
 * Finds the credential in a file of any of the four kinds, told by its content and not by its name: a JSON document, a compact JWS, or
 * a PNG or SVG picture in which one of these is baked. Throws NoCredentialThere.
 */
export function readCredentialFile(bytes: Uint8Array): CredentialFile {
  if (isPng(bytes)) return { format: 'png', credential: credentialIn(baked(() => unbakePng(bytes), 'PNG')) };
  const text = decoded(bytes);
  if (text.startsWith('<')) return { format: 'svg', credential: credentialIn(baked(() => unbakeSvg(text), 'SVG')) };
  return { format: text.startsWith('{') ? 'json' : 'jwt', credential: credentialIn(text) };
}

function credentialIn(text: string): unknown {
  const trimmed = text.trim();
  if (looksLikeJws(trimmed)) return trimmed;
  if (!trimmed.startsWith('{')) {
    throw new NoCredentialThere('This is neither a JSON document, nor a compact JWS, nor a PNG or SVG picture.');
  }
  try {
    return parseDocument(trimmed);
  } catch (error) {
    if (error instanceof NotOneDocument) throw new NoCredentialThere(error.message);
    throw error;
  }
}

function baked(unbake: () => string | null, kind: string): string {
  try {
    const text = unbake();
    if (text !== null) return text;
  } catch (error) {
    if (error instanceof PictureUnreadable) throw new NoCredentialThere(error.message);
    throw error;
  }
  throw new NoCredentialThere(
    `No credential is baked into this ${kind} picture. Phones and chat programs often strip it: ask for the file itself or its link.`,
  );
}

function decoded(bytes: Uint8Array): string {
  try {
    // The decoder drops a byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    throw new NoCredentialThere('This is neither a PNG picture nor text in UTF-8.');
  }
}
