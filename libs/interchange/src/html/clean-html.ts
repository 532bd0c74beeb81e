import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'mdast-util-to-string';

import { isSafeLink, shortUrl } from './links.js';
import { Losses } from './losses.js';

/** Where a picture is to be found after the journey, or null when it does not come along. */
export type PictureOf = (url: string) => string | null;

/** Elements that go with all they hold. What nobody can see goes without a word. */
const dropped: Readonly<Record<string, string | null>> = Object.assign(Object.create(null), {
  script: 'A script was left out.',
  iframe: 'An embedded page was left out.',
  frame: 'An embedded page was left out.',
  frameset: 'An embedded page was left out.',
  object: 'An embedded object was left out.',
  embed: 'An embedded object was left out.',
  applet: 'An embedded object was left out.',
  audio: 'A recording was left out.',
  video: 'A video was left out.',
  svg: 'A drawing (SVG) was left out.',
  math: 'A formula in MathML was left out; write it as \\(…\\).',
  canvas: 'A drawing (canvas) was left out.',
  select: 'A form field was left out.',
  textarea: 'A form field was left out.',
  style: 'Styling (colours, sizes, fonts) was left out.',
  link: 'Styling (colours, sizes, fonts) was left out.',
  template: null,
  title: null,
  meta: null,
  base: null,
  noframes: null,
});

const styled: ReadonlySet<string> = new Set(['font', 'big', 'small', 'mark', 'center', 'marquee', 'blink']);

/**
 * Takes out of a tree what Markdown has no place for and says so: scripts and their handlers, links that lead elsewhere than to a web
 * page, pictures that do not come along, styling, players, forms. Changes the tree.
 */
export function cleanTree(tree: Root, pictureOf: PictureOf): string[] {
  const cleaner = new Cleaner(pictureOf);
  tree.children = cleaner.all(tree.children);
  return cleaner.losses.list();
}

class Cleaner {
  readonly losses = new Losses();

  constructor(private readonly pictureOf: PictureOf) {}

  /** Comments and the like go without a word. */
  all(nodes: readonly RootContent[]): ElementContent[] {
    return nodes.flatMap((node) => {
      if (node.type === 'element') return this.element(node);
      return node.type === 'text' ? [node] : [];
    });
  }

  private element(element: Element): ElementContent[] {
    const loss = dropped[element.tagName];
    if (loss !== undefined) return this.without(loss);
    this.noteAttributes(element);
    element.children = this.all(element.children);
    switch (element.tagName) {
      case 'a':
        return this.link(element);
      case 'img':
        return this.picture(element);
      case 'input':
        return isCheckbox(element) ? [element] : this.without('A form field was left out.');
      case 'table':
        return withCaptionBefore(element);
      default:
        return [element];
    }
  }

  private without(loss: string | null): [] {
    if (loss !== null) this.losses.add(loss);
    return [];
  }

  private noteAttributes({ tagName, properties }: Element): void {
    if (properties['style'] !== undefined || styled.has(tagName)) this.without(dropped['style'] ?? null);
    if (Object.keys(properties).some((name) => /^on/i.test(name))) this.losses.add('An event handler was left out.');
    const isSpread = [properties['colSpan'], properties['rowSpan']].some((span) => Number(span ?? 1) > 1);
    if (isSpread) this.losses.add('Joined cells of a table were separated.');
  }

  private link(element: Element): ElementContent[] {
    const { href } = element.properties;
    const url = typeof href === 'string' ? href.trim() : '';
    if (isSafeLink(url)) {
      element.properties['href'] = url;
      return [element];
    }
    if (url !== '') this.losses.add(`The link to “${shortUrl(url)}” was left out; its text stayed.`);
    return element.children;
  }

  private picture(element: Element): ElementContent[] {
    const { src, alt } = element.properties;
    const url = typeof src === 'string' ? src.trim() : '';
    const stored = this.pictureOf(url);
    if (stored !== null) {
      element.properties['src'] = stored;
      return [element];
    }
    this.losses.add(
      url === '' ? 'A picture without an address was left out.' : `The picture “${shortUrl(url)}” was left out.`,
    );
    return typeof alt === 'string' && alt.trim() !== '' ? [{ type: 'text', value: alt }] : [];
  }
}

/** Of a task list. */
function isCheckbox({ properties }: Element): boolean {
  return properties['type'] === 'checkbox' && Boolean(properties['disabled']);
}

/** Markdown's tables have no caption. */
function withCaptionBefore(table: Element): ElementContent[] {
  const isCaption = (node: ElementContent) => node.type === 'element' && node.tagName === 'caption';
  const caption = table.children.find(isCaption);
  if (caption === undefined) return [table];
  table.children = table.children.filter((child) => !isCaption(child));
  const text = toString(caption);
  return [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] }, table];
}
