import type { XmlElement } from '../xml/xml.js';
import type { Losses } from './findings.js';
import type { Prose } from './prose.js';
import { allBelow, attribute, textIn } from './tree.js';

export interface Rubrics {
  /** What learners are told; it stands before the question. */
  readonly instructions: string;
  readonly markerNotes: string;
}

/** What stands beside an item for certain people. Only essays have room for words to those who mark. */
export function readRubrics(item: XmlElement, hasMarker: boolean, prose: Prose, losses: Losses): Rubrics {
  const texts = { instructions: [] as string[], markerNotes: [] as string[] };
  for (const block of allBelow(item, 'qti-rubric-block')) {
    const views = (attribute(block, 'view') ?? '').split(/\s+/);
    if (views.includes('candidate')) texts.instructions.push(prose.read(block.children, block.line));
    else if (hasMarker) texts.markerNotes.push(prose.read(block.children, block.line));
    else losses.add(block.line, `What is told to ${views.join(', ') || 'some'} only was left out: “${shown(block)}”`);
  }
  return { instructions: texts.instructions.join('\n\n'), markerNotes: texts.markerNotes.join('\n\n') };
}

const shownMax = 300;

function shown(block: XmlElement): string {
  const text = textIn(block);
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text;
}
