import { elementIn } from '../xml/xml.js';
import type { ItemReader } from './item-reader.js';
import type { TypeParts } from './type-reader.js';

export function readEssay(item: ItemReader): TypeParts {
  const format = item.value('responseformat');
  if (format === 'noinline') item.refuse('The answer is an uploaded file, which is not possible here.');
  const takesFiles = format === 'editorfilepicker' || !['', '0'].includes(item.value('attachments'));
  if (takesFiles) item.lose(item.element, 'Files cannot be handed in with the answer.');
  const [wordsMin, wordsMax] = [wordsOf(item, 'minwordlimit'), wordsOf(item, 'maxwordlimit')];
  const [template, markerNotes] = [templateOf(item), item.proseIn('graderinfo')];
  return {
    type: 'essay',
    format: format === 'monospaced' ? 'code' : 'text',
    ...(wordsMin !== null && { wordsMin }),
    ...(wordsMax !== null && { wordsMax }),
    ...(template && { template }),
    ...(markerNotes && { markerNotes }),
  };
}

/** A template is no prose: plain text stays as it is typed. */
function templateOf(item: ItemReader): string | undefined {
  const element = elementIn(item.element, 'responsetemplate');
  return element?.attributes.get('format') === 'plain_text' ? item.plain(element) : item.proseIn('responsetemplate');
}

function wordsOf(item: ItemReader, name: string): number | null {
  const value = item.value(name);
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : null;
}
