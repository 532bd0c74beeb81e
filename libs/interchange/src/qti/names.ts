import { isXmlElement, localName, type XmlElement, type XmlNode } from '../xml/xml.js';

/** Elements of QTI 2 whose names are one word, so that only a list tells them from HTML. */
const oneWordNames = new Set(
  (
    'and contains correct default delete divide equal gap gt gte hottext index integer lt lte mapping match max member min ' +
    'multiple not null or ordered power product prompt random round stylesheet subtract sum truncate value variable'
  ).split(' '),
);

/**
 * The document in the words of QTI 3, whichever version it was written in: 2.x has the same model under other names
 * (`simpleChoice maxChoices` is `qti-simple-choice max-choices`). Prefixes go; what is not QTI keeps its local name.
 */
export function inWordsOfQti3(root: XmlElement): XmlElement {
  return /^assessment[A-Z]/.test(localName(root)) ? renamed(root) : withoutPrefixes(root);
}

function withoutPrefixes(element: XmlElement): XmlElement {
  return { ...element, name: localName(element), children: eachElement(element, withoutPrefixes) };
}

function renamed(element: XmlElement): XmlElement {
  const name = localName(element);
  // MathML has names of several words too, and none of them is QTI.
  if (name === 'math') return withoutPrefixes(element);
  const children = eachElement(element, renamed);
  if (!isQtiName(name)) return { ...element, name, children };
  const attributes = new Map([...element.attributes].map(([key, value]) => [kebab(key), value]));
  return { ...element, name: `qti-${kebab(name)}`, attributes, children };
}

function isQtiName(name: string): boolean {
  return /[a-z][A-Z]/.test(name) || oneWordNames.has(name);
}

function eachElement(element: XmlElement, change: (child: XmlElement) => XmlElement): XmlNode[] {
  return element.children.map((child) => (isXmlElement(child) ? change(child) : child));
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at) => `${at > 0 ? '-' : ''}${letter.toLowerCase()}`);
}
