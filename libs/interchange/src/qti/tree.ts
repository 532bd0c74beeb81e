import { elementsIn, isXmlElement, type XmlElement, xmlText } from '../xml/xml.js';

/** All elements below, however deep, in the order of the document. */
export function* elementsBelow(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (!isXmlElement(child)) continue;
    yield child;
    yield* elementsBelow(child);
  }
}

export function allBelow(element: XmlElement, name: string): XmlElement[] {
  return [...elementsBelow(element)].filter((one) => one.name === name);
}

export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.get(name)?.trim() ?? null;
}

export function isTrue(element: XmlElement, name: string): boolean {
  return ['true', '1'].includes(attribute(element, name) ?? '');
}

/** A whole number of an attribute, or what stands in for it. */
export function wholeNumber(element: XmlElement, name: string, otherwise: number): number {
  const text = attribute(element, name);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}

export function textIn(element: XmlElement): string {
  return xmlText(element).replace(/\s+/g, ' ').trim();
}

/** The values of a container, such as a correct response. */
export function valuesIn(element: XmlElement): string[] {
  return elementsIn(element, 'qti-value').map(textIn);
}
