export type Format = 'json' | 'json-ld' | 'svg';

const formats: readonly (readonly [mediaType: string, format: Format])[] = [
  ['application/json', 'json'],
  ['application/vc+ld+json', 'json-ld'],
  ['application/vc', 'json-ld'],
  ['application/ld+json', 'json-ld'],
  ['image/svg+xml', 'svg'],
];

/** What a credential is shown as: the first known media type of the Accept header, whatever weight it carries; else JSON. */
export function formatFor(accept: string | undefined): Format {
  const wanted = (accept ?? '').split(',').map((range) => range.split(';', 1)[0]?.trim().toLowerCase());
  const known = wanted.map((mediaType) => formats.find(([name]) => name === mediaType)?.[1]);
  return known.find((format) => format !== undefined) ?? 'json';
}
