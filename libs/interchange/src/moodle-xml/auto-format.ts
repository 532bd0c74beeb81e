/**
 * HTML of a text in “Moodle auto-format”: HTML in which line ends count, except beside tags. Blanks before a tag are bounded so that
 * a long run of them costs no more than its length.
 */
export function autoFormatToHtml(source: string): string {
  return source
    .replace(/\r\n?/g, '\n')
    .replace(/\n{0,100}</g, (found) => (found.length > 1 ? ' <' : found))
    .replace(/>\n{1,100}/g, '> ')
    .replaceAll('\n', '<br>');
}
