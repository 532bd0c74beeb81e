import { SaxesParser } from 'saxes';

import { type XmlElement, type XmlNode, XmlRefused } from './xml.js';

/** Bounds of SECURITY S19; the last one keeps two million characters of `<a/>` from filling the memory. */
const charactersMax = 2_000_000;
const depthMax = 100;
const attributesMax = 64;
const elementsMax = 200_000;

const noAttributes: ReadonlyMap<string, string> = new Map();
const noChildren: readonly XmlNode[] = [];

interface OpenElement {
  readonly name: string;
  readonly line: number;
  attributes?: Map<string, string>;
  children?: XmlNode[];
}

/**
 * Reads one XML document. Throws {@link XmlRefused} with the line for anything that is not well formed, for a DOCTYPE of any kind (so
 * that no entity of the document's own exists) and above the bounds. Entities are decoded once; nothing is ever fetched.
 */
export function parseXml(text: string): XmlElement {
  if (text.length > charactersMax) {
    throw new XmlRefused(1, `The file has ${text.length} characters; at most ${charactersMax} are read.`);
  }
  // Some systems put blank lines or a byte order mark before the declaration, which XML does not allow.
  const document = text.trimStart();
  const linesBefore = text.slice(0, text.length - document.length).split('\n').length - 1;
  return new Tree(linesBefore).read(document);
}

class Tree {
  private readonly parser = new SaxesParser();
  private readonly open: OpenElement[] = [];
  private root: XmlElement | undefined;
  private elements = 0;

  constructor(private readonly linesBefore: number) {
    this.parser.on('error', ({ message }) => this.refuse(withoutPosition(message)));
    this.parser.on('doctype', () => this.refuse('A DOCTYPE is not read. Take the line out.'));
    this.parser.on('opentagstart', ({ name }) => this.begin(name));
    this.parser.on('attribute', ({ name, value }) => this.attribute(name, value));
    this.parser.on('closetag', () => this.end());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
  }

  read(document: string): XmlElement {
    this.parser.write(document).close();
    // An empty document is an error of the parser, so there is a root; without one this would be a fault of ours.
    return this.root ?? this.refuse('The file has no element.');
  }

  private begin(name: string): void {
    this.elements += 1;
    if (this.elements > elementsMax) this.refuse(`The file has more than ${elementsMax} elements.`);
    if (this.open.length === depthMax) this.refuse(`Elements are nested more than ${depthMax} deep.`);
    this.open.push({ name, line: this.line() });
  }

  private attribute(name: string, value: string): void {
    const element = this.open.at(-1);
    if (!element) return;
    element.attributes ??= new Map();
    if (element.attributes.size === attributesMax) {
      this.refuse(`The element <${element.name}> has more than ${attributesMax} attributes.`);
    }
    element.attributes.set(name, value);
  }

  private text(text: string): void {
    const element = this.open.at(-1);
    if (!element || text === '') return;
    element.children ??= [];
    const last = element.children.at(-1);
    if (typeof last === 'string') element.children[element.children.length - 1] = last + text;
    else element.children.push(text);
  }

  private end(): void {
    const closed = this.open.pop();
    if (!closed) return;
    const { name, line, attributes = noAttributes, children = noChildren } = closed;
    const element: XmlElement = { name, attributes, children, line };
    const parent = this.open.at(-1);
    if (parent) (parent.children ??= []).push(element);
    else this.root = element;
  }

  private line(): number {
    return this.parser.line + this.linesBefore;
  }

  private refuse(reason: string): never {
    throw new XmlRefused(this.line(), reason);
  }
}

function withoutPosition(message: string): string {
  const reason = message.replace(/^\d+:\d+: /, '');
  return `This is not well-formed XML: ${reason.replace(/\.?$/, '.')}`;
}
