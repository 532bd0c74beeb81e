import type { Block, Definition } from './block.js';
import { type Definitions, labelKey } from './inline.js';

/** The lines `[label]: address` of a file, by label; of two with one label the first counts. */
export type DefinitionLines = ReadonlyMap<string, { readonly url: string; readonly source: string }>;

/** Wherever a definition stands, it holds for the whole file. */
export function definitionLines(blocks: readonly Block[]): DefinitionLines {
  const definitions = definitionsIn(blocks).toReversed();
  return new Map(definitions.map(({ label, url, source }) => [labelKey(label), { url, source: source.trim() }]));
}

function definitionsIn(blocks: readonly Block[]): Definition[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'definition') return [block];
    if (block.kind === 'quote') return definitionsIn(block.blocks);
    return block.kind === 'list' ? block.items.flatMap((item) => definitionsIn(item.blocks)) : [];
  });
}

export function addressesOf(definitions: DefinitionLines): Definitions {
  return new Map([...definitions].map(([label, { url }]) => [label, url]));
}

/** A text that is to be shown by itself takes along the definitions that it refers to. */
export function withDefinitions(text: string, definitions: DefinitionLines): string {
  if (definitions.size === 0) return text;
  const labels = [...text.matchAll(/\[([^\][]{1,300})\]/g)].map(([, label = '']) => labelKey(label));
  const used = [...new Set(labels)]
    .map((label) => definitions.get(label)?.source)
    .filter((line) => line !== undefined && !text.includes(line));
  return used.length > 0 ? `${text}\n\n${used.join('\n')}` : text;
}
