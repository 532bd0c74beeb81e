import { describe, expect, it } from '@jest/globals';
import { anyQuestion } from '#libs/testing';
import fc from 'fast-check';

import { writeZip } from '../zip/write-zip.js';
import { detectFormat } from './detect-format.js';
import { type QuestionFormatName, questionFormatNames, questionFormats } from './question-formats.js';

const newId = () => '00000000-0000-4000-8000-000000000001';
const bytes = (text: string) => new TextEncoder().encode(text);

describe('detectFormat', () => {
  it.each<[QuestionFormatName | null, string]>([
    ['gift', '::Title:: What is it? {=this ~that}'],
    ['gift', '// a comment\n\nGrant is buried here. {T}'],
    ['aiken', 'What?\nA. this\nB. that\nANSWER: A\n'],
    ['markdown', '## What?\n\n- [x] this\n- [ ] that\n'],
    ['markdown', '## What?\n\nAnswer: this\n'],
    ['csv', 'type,stem,key\nshort_text,What?,this\n'],
    ['csv', '\uFEFFname;type;stem\n'],
    ['moodle_xml', '<?xml version="1.0"?>\n<quiz>\n</quiz>'],
    ['qti', '<?xml version="1.0"?><qti-assessment-item identifier="a"/>'],
    ['qti', '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a"/>'],
    ['json', '{"questions": []}'],
    ['yaml', 'questions:\n  - type: essay\n'],
    [null, 'Nothing but words.'],
    [null, '<html><body>A page</body></html>'],
    [null, ''],
  ])('finds %s by what stands in the file', (format, text) => {
    expect(detectFormat(bytes(text))).toBe(format);
  });

  it('finds a package by its first bytes', () => {
    expect(detectFormat(writeZip(new Map([['imsmanifest.xml', bytes('<manifest/>')]])))).toBe('qti');
  });

  it('asks the name where the content leaves a doubt, and only there', () => {
    expect(detectFormat(bytes('words'), 'bank.GIFT')).toBe('gift');
    expect(detectFormat(bytes('<quiz/>'), 'bank.md')).toBe('moodle_xml');
  });
});

describe.each(questionFormatNames)('%s', (name) => {
  const format = questionFormats[name];

  it('reads every question back that it says was written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyQuestion(), { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
        (questions) => {
          const { bytes: file, report } = format.write(questions, 'bank');
          const written = report.items.filter(({ outcome }) => outcome !== 'left_out');
          expect(report.items.map(({ key }) => key)).toEqual(questions.map(({ id }) => id));
          if (written.length === 0) return;
          const { items } = format.read(file, { newId });
          const arrived = items.filter(({ outcome }) => outcome !== 'refused');
          expect(items.flatMap(({ reasons }) => reasons)).toEqual([]);
          expect(arrived).toHaveLength(written.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says what is wrong with bytes that are no text of any kind', () => {
    const { items } = format.read(new Uint8Array([0xc3, 0x28, 0xff, 0x00, 0x9f]), { newId });
    expect(items.map(({ outcome }) => outcome)).toEqual(['refused']);
    expect(items[0]?.reasons[0]).toMatch(/\w{3}/);
  });

  it('makes files that it knows again', () => {
    const [question] = fc.sample(anyQuestion(['single_choice']), { numRuns: 1, seed: 7 });
    const { bytes: file } = format.write([question!], 'bank'); // one was asked for
    expect(detectFormat(file, `bank.${format.extension}`)).toBe(name === 'aiken' ? 'aiken' : name);
  });
});
