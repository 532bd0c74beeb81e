import { escapeMarkup } from '#libs/text';

/** What a link preview shows. Everything in it is public already. */
export interface PageWords {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly imageUrl: string;
}

/** The headers of the application's own page: one policy, whoever writes the page. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-cache',
} as const;

/**
 * The page of a credential for people and for the programs of other sites that make previews of links: those read the words in the head and
 * run nothing, people get the application. Null for what nobody has: the application then says so itself.
 */
export function credentialPage(words: PageWords | null): string {
  const tags = words === null ? '' : previewOf(words);
  return (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8" />' +
    '<meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="color-scheme" content="light dark" />' +
    `<meta name="robots" content="noindex" /><title>${words === null ? 'Waymark' : escapeMarkup(words.title)}</title>${tags}` +
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml" /><script type="module" src="/start.js"></script></head>' +
    '<body><div id="root"></div><noscript>Waymark needs JavaScript to show this page.</noscript></body></html>\n'
  );
}

function previewOf({ title, description, url, imageUrl }: PageWords): string {
  const properties = {
    'og:type': 'website',
    'og:site_name': 'Waymark',
    'og:title': title,
    'og:description': description,
    'og:url': url,
    'og:image': imageUrl,
    'og:image:type': 'image/png',
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': title,
  };
  const named = {
    description,
    'twitter:card': 'summary_large_image',
    'twitter:title': title,
    'twitter:image': imageUrl,
  };
  return [
    ...Object.entries(properties).map(
      ([name, content]) => `<meta property="${name}" content="${escapeMarkup(content)}" />`,
    ),
    ...Object.entries(named).map(([name, content]) => `<meta name="${name}" content="${escapeMarkup(content)}" />`),
  ].join('');
}
