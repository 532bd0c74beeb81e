import { elementIn, type XmlElement, xmlText } from '../xml/xml.js';

/** Where Moodle keeps questions, not what they are about. */
const places = /^(?:\$[a-z0-9]+\$|top)$/i;

/** The names on the path of a `<category>`, outermost first; `//` is a slash that belongs to a name. */
export function categoryPath(category: XmlElement): string[] {
  const text = elementIn(category, 'text');
  const path = text ? xmlText(text).trim() : '';
  return path
    .split(/(?<!\/)\/(?!\/)/)
    .map((name) => name.replaceAll('//', '/').trim())
    .filter((name) => name !== '' && !places.test(name));
}

/** A path of names as Moodle writes it. */
export function writtenPath(names: readonly string[]): string {
  return ['$course$', 'top', ...names.map((name) => name.replaceAll('/', '//'))].join('/');
}
