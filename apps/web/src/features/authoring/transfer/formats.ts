import type { QuestionFormat } from '#libs/api-client';

export const formatWords: Record<QuestionFormat, string> = {
  markdown: 'Markdown',
  gift: 'GIFT',
  moodle_xml: 'Moodle XML',
  aiken: 'Aiken',
  csv: 'CSV (spreadsheet)',
  qti: 'QTI package',
  yaml: 'YAML',
  json: 'JSON',
};

export const formats: readonly QuestionFormat[] = [
  'markdown',
  'gift',
  'moodle_xml',
  'aiken',
  'csv',
  'qti',
  'yaml',
  'json',
];
