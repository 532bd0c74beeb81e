import type { ResourceKind } from './roadmap.js';

/** The first rule that fits a host, path or title decides; what none knows is an article. */
const rules: readonly {
  readonly kind: ResourceKind;
  readonly host?: RegExp;
  readonly path?: RegExp;
  readonly title?: RegExp;
}[] = [
  { kind: 'image', path: /\.(?:png|jpe?g|gif|svg|webp|avif)$/i },
  { kind: 'video', path: /\.(?:mp4|webm)$/i },
  { kind: 'video', host: /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|twitch\.tv|ted\.com)$/ },
  {
    kind: 'book',
    host: /(?:^|\.)(?:goodreads\.com|leanpub\.com|manning\.com|packtpub\.com|gutenberg\.org)$|^books?\./,
  },
  { kind: 'book', host: /(?:^|\.)(?:oreilly|amazon)\./, path: /^\/library\/view\/|\/dp\// },
  { kind: 'book', path: /\.epub$|\/books?\//i },
  { kind: 'book', title: /\b(?:hand)?book\b/i },
  {
    kind: 'course',
    host: /(?:^|\.)(?:coursera\.org|udemy\.com|edx\.org|udacity\.com|khanacademy\.org|pluralsight\.com|educative\.io|codecademy\.com)$|^(?:www\.)?freecodecamp\.org$/,
  },
  { kind: 'course', path: /\/courses?\//i },
  { kind: 'course', title: /\bcourse\b/i },
  {
    kind: 'documentation',
    host: /^docs?\.|\.readthedocs\.io$|^(?:developer\.mozilla\.org|www\.rfc-editor\.org|man7\.org|devdocs\.io|pkg\.go\.dev)$/,
  },
  { kind: 'documentation', path: /\/(?:docs?|documentation|reference|manual|api)(?:\/|$)/i },
  { kind: 'documentation', title: /\b(?:docs|documentation|reference|manual|specification)\b/i },
  { kind: 'tool', host: /^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|npmjs\.com|pypi\.org)$/ },
  // A bare home page presents a product.
  { kind: 'tool', path: /^\/?$/ },
];

/** Guesses what an address leads to. A guess is enough: authors correct it, and nothing depends on it but an icon. */
export function kindOf({ hostname, pathname }: URL, title: string): ResourceKind {
  const fits = ({ host, path, title: words }: (typeof rules)[number]) =>
    (!host || host.test(hostname)) && (!path || path.test(pathname)) && (!words || words.test(title));
  return rules.find(fits)?.kind ?? 'article';
}
