import { parseFragment } from 'parse5';

/** The text that HTML with entities and without elements stands for; angle brackets are text. */
export function decodeEntities(html: string): string {
  if (!html.includes('&')) return html;
  const [text] = parseFragment(html.replaceAll('<', '&lt;')).childNodes;
  return text && 'value' in text ? text.value : '';
}
