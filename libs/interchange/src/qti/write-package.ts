import type { Question } from '#libs/contracts';

import { type XmlElement, xmlElement } from '../xml/xml.js';

export interface PackagedItem {
  readonly identifier: string;
  readonly href: string;
  readonly question: Question;
  /** Paths of its pictures. */
  readonly pictures: readonly string[];
}

export const testPath = 'test.xml';

/** A test of all items in one section, in their order. */
export function testOf(identifier: string, title: string, items: readonly PackagedItem[]): XmlElement {
  const refs = items.map((item) =>
    xmlElement('qti-assessment-item-ref', { identifier: item.identifier, href: item.href }),
  );
  const section = xmlElement('qti-assessment-section', { identifier: 'section-1', title, visible: 'true' }, refs);
  const part = { identifier: 'part-1', 'navigation-mode': 'nonlinear', 'submission-mode': 'simultaneous' };
  const attributes = { xmlns: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0', identifier, title };
  return xmlElement('qti-assessment-test', attributes, [xmlElement('qti-test-part', part, [section])]);
}

export function manifestOf(identifier: string, items: readonly PackagedItem[]): XmlElement {
  const about = xmlElement('metadata', {}, [
    xmlElement('schema', {}, ['QTI Package']),
    xmlElement('schemaversion', {}, ['3.0.0']),
  ]);
  const test = xmlElement('resource', { identifier: 'test', type: 'imsqti_test_xmlv3p0', href: testPath }, [
    xmlElement('file', { href: testPath }),
    ...items.map((item) => xmlElement('dependency', { identifierref: item.identifier })),
  ]);
  const attributes = { xmlns: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1', identifier };
  const resources = xmlElement('resources', {}, [test, ...items.map(resourceOf)]);
  return xmlElement('manifest', attributes, [about, xmlElement('organizations'), resources]);
}

function resourceOf({ identifier, href, question, pictures }: PackagedItem): XmlElement {
  return xmlElement('resource', { identifier, type: 'imsqti_item_xmlv3p0', href }, [
    ...metadataOf(question),
    ...[href, ...pictures].map((file) => xmlElement('file', { href: file })),
  ]);
}

const difficulties = { easy: 'easy', medium: 'medium', hard: 'difficult' } as const;

/** Tags and difficulty have no place in an item; the metadata of the package (LOM) have one. */
function metadataOf({ tags, difficulty }: Question): XmlElement[] {
  const keywords = tags.map((tag) => xmlElement('keyword', {}, [xmlElement('string', {}, [tag])]));
  const parts = [
    ...(keywords.length > 0 ? [xmlElement('general', {}, keywords)] : []),
    ...(difficulty ? [xmlElement('educational', {}, [difficultyOf(difficulties[difficulty])])] : []),
  ];
  if (parts.length === 0) return [];
  return [xmlElement('metadata', {}, [xmlElement('lom', { xmlns: 'http://ltsc.ieee.org/xsd/LOM' }, parts)])];
}

function difficultyOf(value: string): XmlElement {
  const children = [xmlElement('source', {}, ['LOMv1.0']), xmlElement('value', {}, [value])];
  return xmlElement('difficulty', {}, children);
}
