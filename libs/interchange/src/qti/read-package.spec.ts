import { describe, expect, it } from '@jest/globals';

import {
  type QtiParts,
  qtiChoice as choice,
  qtiItem as itemXml,
  qtiMapping as mapping,
  qtiResponse as declared,
} from '#libs/testing';

import { writeZip } from '../zip/write-zip.js';
import { readQti } from './read-qti.js';

const id = '7d0f3a52-8a4e-4c6e-9d0b-3f1d5b9d6a01';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (xml: string) => readQti(bytesOf(xml), { newId: () => id });

/** The one question of an item, with its losses. */
function question(parts: QtiParts) {
  const [item] = read(itemXml(parts)).items;
  return { ...item?.question, losses: item?.losses, reasons: item?.reasons };
}

describe('files and packages', () => {
  const old = `<?xml version="1.0"?>
<a:assessmentItem xmlns:a="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="old" title="Old" adaptive="false" timeDependent="false">
<a:responseDeclaration identifier="R1" cardinality="multiple" baseType="identifier"><a:mapping lowerBound="0" defaultValue="-1"><a:mapEntry mapKey="A" mappedValue="2"/></a:mapping></a:responseDeclaration>
<a:outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<a:itemBody><a:choiceInteraction responseIdentifier="R1" shuffle="false" maxChoices="0"><a:prompt>Old?</a:prompt><a:simpleChoice identifier="A">Yes <a:feedbackInline outcomeIdentifier="F" identifier="A" showHide="show">Good</a:feedbackInline></a:simpleChoice><a:simpleChoice identifier="B">No</a:simpleChoice></a:choiceInteraction></a:itemBody>
<a:responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/></a:assessmentItem>`;

  it('reads QTI 2 as the same model under other names', () => {
    const [item] = read(old).items;
    expect(item).toMatchObject({
      key: 'old',
      line: 2,
      outcome: 'imported',
      question: {
        type: 'multiple_choice',
        stem: 'Old?',
        points: '2',
        options: [
          { id: 'A', text: 'Yes', share: '1', feedback: 'Good' },
          { id: 'B', text: 'No', share: '-0.5' },
        ],
      },
    });
  });

  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
  const manifest = (resources: string) =>
    `<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources>${resources}</resources></manifest>`;
  const resource = (href: string, type = 'imsqti_item_xmlv3p0', metadata = '') =>
    `<resource identifier="r" type="${type}" href="${href}">${metadata}<file href="${href}"/></resource>`;
  const readPackage = (files: Readonly<Record<string, string | Uint8Array>>) =>
    readQti(
      writeZip(
        new Map(Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? bytesOf(file) : file])),
      ),
      { newId: () => id },
    );
  const picture = itemXml({
    responses: declared('single identifier', ['B']),
    body: `<p><img src="../img/a%20b.png" alt="A plan"/></p>${choice(['A', 'B'])}`,
  });

  it('reads the items of a package with their pictures, keywords and difficulty; one bad item costs the others nothing', () => {
    const lom =
      '<metadata><l:lom xmlns:l="http://ltsc.ieee.org/xsd/LOM"><l:general><l:keyword><l:string>maps</l:string></l:keyword></l:general><l:educational><l:difficulty><l:source>LOMv1.0</l:source><l:value>difficult</l:value></l:difficulty></l:educational></l:lom></metadata>';
    const test =
      '<qti-assessment-test identifier="t" title="Finals"><qti-test-part identifier="p" navigation-mode="linear" submission-mode="individual"><qti-assessment-section identifier="s" title="Maps" visible="true"><qti-selection select="1"/><qti-assessment-item-ref identifier="i" href="items/a.xml"/></qti-assessment-section></qti-test-part></qti-assessment-test>';
    const { items, notes } = readPackage({
      'imsmanifest.xml': manifest(
        resource('items/a.xml', undefined, lom) +
          resource('items/bad.xml') +
          resource('items/none.xml') +
          resource('old.xml', 'imsqti_item_xmlv2p1') +
          resource('t.xml', 'imsqti_test_xmlv3p0'),
      ),
      'items/a.xml': picture,
      'items/bad.xml': '<broken',
      'old.xml': old,
      't.xml': test,
      'img/a b.png': png,
    });
    expect(items.map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'refused', 'imported']);
    const [{ name = '' } = {}] = items[0]?.media ?? [];
    expect(name).toMatch(/^[0-9a-f]{32}\.png$/);
    expect(items[0]).toMatchObject({
      question: { stem: `![A plan](media:${name})\n\nWhich?`, tags: ['maps'], difficulty: 'hard' },
      media: [{ mediaType: 'image/png', bytes: png }],
    });
    expect(items[1]?.reasons).toEqual([expect.stringMatching('^items/bad.xml: Line 1: ')]);
    expect(items[2]?.reasons).toEqual([expect.stringContaining('not in the package')]);
    expect(notes.map(({ message }) => message)).toEqual([
      't.xml: The test “Finals” was read for its questions only.',
      't.xml: The section “Maps” with 1 items is not kept as a section.',
      't.xml: The test draws some of its questions, which is not read; set it in the policy of the section.',
    ]);
  });

  it('states a picture that is not there or not one', () => {
    const files = { 'top/imsmanifest.xml': manifest(resource('items/a.xml')), 'top/items/a.xml': picture };
    expect(readPackage(files).items).toMatchObject([
      { outcome: 'imported_with_loss', losses: [expect.stringContaining('a%20b.png')] },
    ]);
    const [item] = readPackage({ ...files, 'top/img/a b.png': '<svg/>' }).items;
    expect(item).toMatchObject({ outcome: 'imported_with_loss' });
    expect(item).not.toHaveProperty('media');
  });

  it.each<[string, Uint8Array, string]>([
    ['a package without a manifest', writeZip(new Map([['a.xml', bytesOf(old)]])), 'no imsmanifest.xml'],
    ['a manifest without items', writeZip(new Map([['imsmanifest.xml', bytesOf(manifest(''))]])), 'no QTI items'],
    ['QTI 1.2', bytesOf('<questestinterop/>'), 'QTI 1.2'],
    ['some XML', bytesOf('<html/>'), 'neither a QTI item nor a package'],
    ['a DOCTYPE', bytesOf('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), 'DOCTYPE'],
    ['bytes', Uint8Array.from([1, 0xff, 0xfe]), 'UTF-8'],
    ['a damaged package', writeZip(new Map([['a', bytesOf('a')]])).subarray(0, 20), 'not a zip package'],
    ['a test alone', bytesOf('<qti-assessment-test identifier="t" title="T"/>'), 'whole package'],
  ])('refuses %s as a whole', (_, bytes, reason) => {
    expect(readQti(bytes, { newId: () => id }).items).toMatchObject([
      { outcome: 'refused', reasons: [expect.stringContaining(reason)] },
    ]);
  });

  it('makes scripts in an item harmless', () => {
    const body = `<p onclick="x()">Hi<script>alert(1)</script><a href="javascript:x()">l</a></p>${choice(['A', 'B'])}`;
    const made = question({ responses: declared('single identifier', ['A']), body });
    expect(JSON.stringify({ ...made, losses: [] })).not.toMatch(/script|onclick|alert/);
    expect(made.losses?.length).toBeGreaterThan(0);
  });
});

describe('hostile items', () => {
  const single = declared('single identifier', ['A']);
  const sumOf = (name: string, ...of: string[]) =>
    `<qti-set-outcome-value identifier="${name}"><qti-sum>${of.map((one) => `<qti-variable identifier="${one}"/>`).join('')}</qti-sum></qti-set-outcome-value>`;
  const numbers = Array.from({ length: 40 }, (_, at) => `N${at}`);
  const doubling = numbers
    .slice(1)
    .map((name, at) => sumOf(name, `N${at}`, `N${at}`))
    .join('');
  const outcomes = numbers
    .map((name) => `<qti-outcome-declaration identifier="${name}" cardinality="single" base-type="float"/>`)
    .join('');
  const first =
    '<qti-set-outcome-value identifier="N0"><qti-map-response identifier="RESPONSE"/></qti-set-outcome-value>';
  const power = `<qti-set-outcome-value identifier="SCORE">${'<qti-product>'.repeat(60)}${'<qti-base-value base-type="float">99999999999999999999</qti-base-value></qti-product>'.repeat(60)}</qti-set-outcome-value>`;
  const rule =
    '<qti-response-condition><qti-response-if><qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match><qti-set-outcome-value identifier="SCORE"><qti-sum><qti-variable identifier="SCORE"/><qti-base-value base-type="float">1</qti-base-value></qti-sum></qti-set-outcome-value></qti-response-if></qti-response-condition>';
  const processed = (rules: string) => `<qti-response-processing>${rules}</qti-response-processing>`;
  const ids = Array.from({ length: 10_000 }, (_, at) => `o${at}`);

  it.each<[string, QtiParts]>([
    [
      'scores that double',
      {
        responses: single + outcomes,
        body: choice(['A', 'B']),
        processing: processed(first + doubling + sumOf('SCORE', 'N39')),
      },
    ],
    ['numbers that grow', { responses: single, body: choice(['A', 'B']), processing: processed(power) }],
    ['thousands of rules', { responses: single, body: choice(['A', 'B']), processing: processed(rule.repeat(5_000)) }],
    ['thousands of options', { responses: single, body: choice(ids) }],
    [
      'thousands of fields',
      {
        responses: declared('single string', ['x']),
        body: `<p>${'<qti-text-entry-interaction response-identifier="RESPONSE"/>'.repeat(10_000)}</p>`,
      },
    ],
    [
      'thousands of entries',
      {
        responses: declared('single identifier', ['A'], mapping(Object.fromEntries(ids.map((one) => [one, '1'])))),
        body: choice(['A', 'B']),
      },
    ],
  ])('is done soon with %s', (_, parts) => {
    const started = performance.now();
    const made = question(parts);
    expect(made.losses?.length === 0 && made.reasons?.length === 0).toBe(false);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it('reads a file once, however often the manifest names it', () => {
    const item = itemXml({ responses: single, body: choice(['A', 'B']) });
    const manifest = `<manifest><resources>${'<resource type="imsqti_item_xmlv3p0" href="a.xml"/>'.repeat(3)}</resources></manifest>`;
    const { items } = readQti(
      writeZip(
        new Map([
          ['imsmanifest.xml', bytesOf(manifest)],
          ['a.xml', bytesOf(item)],
        ]),
      ),
      { newId: () => id },
    );
    expect(items.map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'refused']);
  });
});
