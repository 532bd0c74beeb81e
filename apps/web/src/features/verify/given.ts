/** What somebody put into the field: a credential of this site, the address of one elsewhere, or a credential itself. */
export type Given =
  | { readonly kind: 'own'; readonly id: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string };

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const wholeId = new RegExp(`^${id}$`, 'i');
const ownPath = new RegExp(`^/(?:c|api/quiz/v1/credentials)/(${id})/?$`, 'i');

export function readGiven(input: string, origin: string): Given {
  const text = input.trim();
  if (wholeId.test(text)) return { kind: 'own', id: text.toLowerCase() };
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return { kind: 'text', text };
  const url = new URL(text);
  const own = url.origin === origin ? ownPath.exec(url.pathname)?.[1] : undefined;
  return own === undefined ? { kind: 'url', url: url.href } : { kind: 'own', id: own.toLowerCase() };
}
