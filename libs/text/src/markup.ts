/**
 * A text that stands between tags or inside the quotes of an attribute, in HTML, SVG and XML alike: it brings no markup of its own.
 * Control characters (line ends among them), halves of characters and the two non-characters, which XML cannot hold, become blanks.
 */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text that {@link escapeMarkup} was given, blanks apart. References that it never writes stay as they are. */
export function unescapeMarkup(markup: string): string {
  return markup.replace(/&(amp|lt|gt|quot|#39);/g, (reference, name: string) => characters[name] ?? reference);
}
