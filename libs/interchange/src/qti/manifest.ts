import type { Question } from '#libs/contracts';

import { elementIn, elementsIn, localName, type XmlElement } from '../xml/xml.js';
import { allBelow, attribute, elementsBelow, textIn } from './tree.js';

export interface Resource {
  readonly line: number;
  readonly kind: 'item' | 'test' | 'other';
  readonly href: string;
  readonly about: Pick<Question, 'tags' | 'difficulty'>;
}

/** The resources of a content package, in their order. */
export function readManifest(manifest: XmlElement): Resource[] {
  return elementsIn(manifest, 'resources')
    .flatMap((resources) => elementsIn(resources, 'resource'))
    .map((resource) => ({
      line: resource.line,
      kind: kindOf(attribute(resource, 'type') ?? ''),
      href: attribute(resource, 'href') ?? hrefOfFile(resource),
      about: aboutOf(resource),
    }));
}

function hrefOfFile(resource: XmlElement): string {
  const file = elementIn(resource, 'file');
  return (file && attribute(file, 'href')) ?? '';
}

function kindOf(type: string): Resource['kind'] {
  if (/^ims(qti|apip|qtiasi)?_?.*item/i.test(type)) return 'item';
  return /test|assessment/i.test(type) ? 'test' : 'other';
}

const difficulties: Readonly<Record<string, Question['difficulty']>> = {
  'very easy': 'easy',
  easy: 'easy',
  medium: 'medium',
  difficult: 'hard',
  'very difficult': 'hard',
};

/** Keywords and difficulty, where the metadata (LOM) name them. */
function aboutOf(resource: XmlElement): Resource['about'] {
  const metadata = elementIn(resource, 'metadata');
  const below = metadata ? [...elementsBelow(metadata)] : [];
  const named = (name: string) => below.filter((element) => localName(element) === name);
  const tags = named('keyword')
    .map(textIn)
    .filter((tag) => tag !== '');
  const difficulty = named('difficulty')
    .flatMap((element) => [...allBelow(element, 'value'), element])
    .map((element) => difficulties[textIn(element).toLowerCase()])
    .find((value) => value !== undefined);
  return { tags: [...new Set(tags)], ...(difficulty && { difficulty }) };
}
