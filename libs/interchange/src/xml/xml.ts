/** An element of an XML document. Names are as written, prefix included; see {@link localName}. */
export interface XmlElement {
  readonly name: string;
  /** A map, so that an attribute called `__proto__` is an attribute like any other. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and text in their order; texts are decoded, CDATA or not. */
  readonly children: readonly XmlNode[];
  /** Where it begins in the file, counted from 1; 0 for what was made here. */
  readonly line: number;
}

export type XmlNode = XmlElement | string;

/** Why a text is not read as XML, and where. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';

  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`Line ${line}: ${reason}`);
  }
}

/** Makes an element to be written. Attributes without a value are left out. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, value]],
  );
  return { name, attributes: new Map(given), children, line: 0 };
}

/** The name without its prefix. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

export function isXmlElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** The elements directly inside, all of them or those of one local name. */
export function elementsIn(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => isXmlElement(child) && (name === undefined || localName(child) === name),
  );
}

/** The first element of that local name directly inside. */
export function elementIn(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child): child is XmlElement => isXmlElement(child) && localName(child) === name);
}

/** All text inside, however deep. */
export function xmlText(element: XmlElement): string {
  return element.children.map((child) => (isXmlElement(child) ? xmlText(child) : child)).join('');
}
