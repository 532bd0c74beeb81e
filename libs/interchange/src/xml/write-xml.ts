import { isXmlElement, type XmlElement } from './xml.js';

export interface XmlWriting {
  /** Whether blanks mean something in elements of this name, so that nothing inside is put on a line of its own. */
  readonly keepsBlanksIn?: (name: string) => boolean;
}

const indent = '  ';

/**
 * Writes a document such that {@link parseXml} reads the same one, blanks between elements apart. Text with markup in it goes into
 * CDATA, where people can read it. Characters that XML has no way to write become U+FFFD.
 */
export function writeXml(root: XmlElement, { keepsBlanksIn = () => false }: XmlWriting = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, keepsBlanksIn, '')}\n`;
}

/** `margin` is null where blanks mean something. */
function elementText(element: XmlElement, keepsBlanksIn: (name: string) => boolean, margin: string | null): string {
  const { name, attributes, children } = element;
  const start = `${name}${[...attributes].map(([key, value]) => ` ${key}="${attributeText(value)}"`).join('')}`;
  if (children.length === 0) return `<${start}/>`;
  const isSpread = margin !== null && !keepsBlanksIn(name) && children.every(isXmlElement);
  const inner = isSpread ? `${margin}${indent}` : null;
  const parts = children.map((child) =>
    isXmlElement(child) ? elementText(child, keepsBlanksIn, inner) : characterData(child),
  );
  const content = inner === null ? parts.join('') : `${parts.map((part) => `\n${inner}${part}`).join('')}\n${margin}`;
  return `<${start}>${content}</${name}>`;
}

const markup = /[<&]/;

function characterData(text: string): string {
  const safe = writable(text);
  // A carriage return survives reading only as a reference, and there are none in CDATA.
  if (!markup.test(safe) || safe.includes('\r')) return escaped(safe);
  return `<![CDATA[${safe.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function attributeText(value: string): string {
  return escaped(writable(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** XML 1.0 has no way to write most control characters, two non-characters and halves of surrogate pairs. */
function writable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
