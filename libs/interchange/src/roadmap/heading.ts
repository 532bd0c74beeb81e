import { splitAttributes } from '../markdown/attributes.js';
import type { Heading } from '../markdown/block.js';
import type { Inline, Link } from '../markdown/inline.js';
import { asName, isGenericLabel, nameMax, outside, withoutEmoji } from './decoration.js';

/** What a heading says, apart from the marks, numbers and pictures around it. */
export interface HeadingText {
  readonly title: string;
  readonly number: string | null;
  readonly externalKey: string | null;
  readonly links: readonly Link[];
  readonly hasEmoji: boolean;
  /** Too long for a title, which is its beginning. */
  readonly isCut: boolean;
}
export type ReadHeading = (heading: Heading) => HeadingText;

/** `2.9 Title`, `2. Title`, `2) Title`; a bare number, as in “3 ways to test”, is part of the title. */
const numbered = /^(\d{1,4}(?:\.\d{1,4})+|\d{1,4}(?=[.):]))[.):]?\s+(?=\S)/;

/** Headings are asked for again and again while the outline takes shape; each is read once. */
export function headingReader(readText: (text: string) => Inline): ReadHeading {
  const known = new Map<Heading, HeadingText>();
  return (heading) => {
    const read = known.get(heading) ?? readHeading(heading, readText);
    known.set(heading, read);
    return read;
  };
}

function readHeading(heading: Heading, readText: (text: string) => Inline): HeadingText {
  const { text, attributes } = splitAttributes(heading.text);
  const { links, plain } = readText(text);
  const whole = withoutGenericLabels(text, links, readText) || plain || (links[0]?.text ?? '');
  const named = asName(whole);
  const words = withoutEmoji(named) || named;
  const number = numbered.exec(words);
  return {
    title: number ? words.slice(number[0].length) : words,
    number: number?.[1] ?? null,
    externalKey: attributes.key,
    links,
    hasEmoji: words !== named,
    isCut: whole.length > nameMax,
  };
}

/** “SQL [tutorial](…)” is about SQL: a label that says nothing by itself is no part of the title. */
function withoutGenericLabels(text: string, links: readonly Link[], readText: (text: string) => Inline): string {
  const generic = links.filter((link) => link.kind === 'link' && isGenericLabel(link.text));
  return generic.length === 0 ? '' : readText(outside(text, generic)).plain;
}
