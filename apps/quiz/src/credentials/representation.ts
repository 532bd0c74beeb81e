export type Format = 'json' | 'json-ld' | 'jwt' | 'svg' | 'png' | 'pdf';

/** In the order in which an Accept header with nothing known in it is answered: the first. */
const formats: readonly (readonly [mediaType: string, format: Format])[] = [
  ['application/json', 'json'],
  ['application/vc+ld+json', 'json-ld'],
  ['application/vc', 'json-ld'],
  ['application/ld+json', 'json-ld'],
  ['application/vc+jwt', 'jwt'],
  ['application/jwt', 'jwt'],
  ['text/plain', 'jwt'],
  ['image/svg+xml', 'svg'],
  ['image/png', 'png'],
  ['application/pdf', 'pdf'],
];

/** What a credential is shown as: the first known media type of the Accept header, whatever weight it carries; else JSON. */
export function formatFor(accept: string | undefined): Format {
  const wanted = (accept ?? '').split(',').map((range) => range.split(';', 1)[0]?.trim().toLowerCase());
  const known = wanted.map((mediaType) => formats.find(([name]) => name === mediaType)?.[1]);
  return known.find((format) => format !== undefined) ?? 'json';
}

const sandbox = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

interface FormatRule {
  readonly contentType: string;
  readonly extension: string;
  /** A browser shows it, or stores it. */
  readonly disposition: 'inline' | 'attachment';
  /** A sandbox would keep browsers from opening their own reader of PDF; nothing in ours can run. */
  readonly policy: string;
}

export const formatRules: Readonly<Record<Format, FormatRule>> = {
  json: { contentType: 'application/json; charset=utf-8', extension: 'json', disposition: 'inline', policy: sandbox },
  'json-ld': { contentType: 'application/vc+ld+json', extension: 'json', disposition: 'inline', policy: sandbox },
  jwt: { contentType: 'text/plain; charset=utf-8', extension: 'jwt', disposition: 'attachment', policy: sandbox },
  svg: { contentType: 'image/svg+xml; charset=utf-8', extension: 'svg', disposition: 'inline', policy: sandbox },
  png: { contentType: 'image/png', extension: 'png', disposition: 'inline', policy: sandbox },
  pdf: {
    contentType: 'application/pdf',
    extension: 'pdf',
    disposition: 'inline',
    policy: "default-src 'none'; style-src 'unsafe-inline'",
  },
};

/**
 * The Content-Disposition of RFC 6266: a plain name for everybody, and the title as it is written for who reads RFC 8187. Nothing of the
 * title can end the header or leave the folder: what is no letter or digit becomes a hyphen, and the length is bounded.
 */
export function dispositionOf(kind: 'inline' | 'attachment', title: string, extension: string): string {
  const words = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = [...words.join('-')].slice(0, 60).join('');
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9-]/g, '')
    .replace(/^-+|-+$/g, '')
    .replace(/-{2,}/g, '-')
    .toLowerCase();
  const simple = plain === '' ? 'credential' : plain;
  const encoded = encodeURIComponent(name === '' ? 'credential' : name);
  return `${kind}; filename="${simple}.${extension}"; filename*=UTF-8''${encoded}.${extension}`;
}
