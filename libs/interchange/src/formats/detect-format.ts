import { looksZipped } from '../zip/read-zip.js';
import { type QuestionFormatName, questionFormatNames } from './question-formats.js';

/** As much of a file as tells its format. */
const beginningBytes = 64 * 1024;

/**
 * The format of a file of questions: by what stands in it, and where that leaves a doubt by the ending of its name. Null when
 * neither tells.
 */
export function detectFormat(file: Uint8Array, fileName = ''): QuestionFormatName | null {
  const text = new TextDecoder().decode(file.subarray(0, beginningBytes)).replace(/^\uFEFF/, '');
  const told = looksZipped(file) ? 'qti' : (byRoot(text) ?? byName(fileName) ?? byMarks(text));
  return questionFormatNames.find((name) => name === told) ?? null;
}

/** XML and JSON say what they are. */
function byRoot(text: string): string | null {
  const start = text.trimStart();
  if (start.startsWith('{"') || /^\{\s*"/.test(start) || /^\[\s*[{\]]/.test(start)) return 'json';
  if (!start.startsWith('<')) return null;
  const [, root = ''] = /<([A-Za-z][\w:.-]*)(?=[\s>/])/.exec(start) ?? [];
  if (root === 'quiz') return 'moodle_xml';
  return /^(\w+:)?(qti-assessment|assessment(Item|Test)$|manifest$)/.test(root) ? 'qti' : null;
}

const endings: Readonly<Record<string, string>> = {
  md: 'markdown',
  markdown: 'markdown',
  gift: 'gift',
  aiken: 'aiken',
  csv: 'csv',
  tsv: 'csv',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
};

function byName(fileName: string): string | null {
  const ending = /\.([A-Za-z]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return ending === undefined ? null : (endings[ending] ?? null);
}

function byMarks(text: string): string | null {
  if (/^ANSWER: *[A-Z]/m.test(text) && /^[A-Z][.)]/m.test(text)) return 'aiken';
  if (/^[ \t]*[-*+] \[[ xX]\] /m.test(text) || /^Answer: /m.test(text)) return 'markdown';
  if (/^questions:[ \t]*$/m.test(text) || /^- (id|type): /m.test(text)) return 'yaml';
  const [header = ''] = text.split('\n', 1);
  if (/(^|[,;\t])"?(type|stem|question)"?([,;\t]|\s*$)/i.test(header) && /[,;\t]/.test(header)) return 'csv';
  // Answers begin right behind their brace: to look for them further on would take long in a file of nothing but braces.
  return /^::|(?<!\\)\{\s{0,200}(?:[=~#}]|(?:T|F|TRUE|FALSE)\b)/m.test(text) ? 'gift' : null;
}
