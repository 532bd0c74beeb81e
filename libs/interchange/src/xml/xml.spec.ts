import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseXml } from './parse-xml.js';
import { writeXml } from './write-xml.js';
import { elementIn, elementsIn, localName, type XmlElement, xmlElement, type XmlNode, xmlText } from './xml.js';

describe('parseXml', () => {
  it('reads elements, attributes and text with the line of each element', () => {
    const root = parseXml(
      '<?xml version="1.0"?>\n<quiz>\n  <question type="essay">\n<text>A &lt; B</text></question>\n</quiz>',
    );
    const question = elementIn(root, 'question');
    expect(root.name).toBe('quiz');
    expect(question?.line).toBe(3);
    expect(question?.attributes.get('type')).toBe('essay');
    expect(question && elementIn(question, 'text')?.line).toBe(4);
    expect(question && xmlText(question).trim()).toBe('A < B');
  });

  it.each([
    ['a CDATA section as it stands', '<a><![CDATA[<b>&amp;</b>]]></a>', '<b>&amp;</b>'],
    ['text around CDATA as one text', '<a>x<![CDATA[y]]>z</a>', 'xyz'],
    ['entities once', '<a>&amp;lt;b&amp;gt;</a>', '&lt;b&gt;'],
    ['numeric entities', '<a>&#65;&#x1F600;</a>', 'A😀'],
    ['no comments', '<a>x<!-- y -->z</a>', 'xz'],
    ['line ends as one kind', '<a>x\r\ny\rz</a>', 'x\ny\nz'],
  ])('keeps %s', (_what, text, expected) => {
    expect(parseXml(text).children).toEqual([expected]);
  });

  it.each(['\ufeff', '\n \n', '\ufeff\n\n'])('reads a document that begins with %j and counts its lines', (before) => {
    const root = parseXml(`${before}<?xml version="1.0"?><a/>`);
    expect(root.line).toBe(before.split('\n').length);
  });

  it('tells the local name of an element with a prefix', () => {
    const root = parseXml('<q:quiz xmlns:q="urn:q"><q:a/><b/></q:quiz>');
    expect(localName(root)).toBe('quiz');
    expect(elementsIn(root).map(localName)).toEqual(['a', 'b']);
    expect(elementIn(root, 'a')?.name).toBe('q:a');
  });

  it.each([
    ['', 1, 'well-formed'],
    ['plain text', 1, 'well-formed'],
    ['<a>\n<b>\n</a>', 3, 'well-formed'],
    ['<a>\n&nbsp;</a>', 2, 'undefined entity'],
    ['<a>&constructor;</a>', 1, 'undefined entity'],
    ['<a>&#0;</a>', 1, 'well-formed'],
    ['<a x="1" x="2"/>', 1, 'duplicate attribute'],
    ['<a/>\n<b/>', 2, 'well-formed'],
    ['<a>\u0001</a>', 1, 'well-formed'],
    ['\n\n<a><a', 3, 'well-formed'],
  ])('refuses %j in line %i', (text, line, reason) => {
    expect(() => parseXml(text)).toThrow(
      expect.objectContaining({ name: 'XmlRefused', line, reason: expect.stringContaining(reason) }),
    );
  });
});

describe('hostile XML', () => {
  const billionLaughs = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
<lolz>&lol2;</lolz>`;

  it.each([
    ['billion laughs', billionLaughs, 'DOCTYPE'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'DOCTYPE'],
    ['an external DTD', '<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>', 'DOCTYPE'],
    ['an endless DOCTYPE', `<!DOCTYPE a [${'<!ENTITY x "y">'.repeat(100_000)}`, 'well-formed'],
    ['a million numeric entities', `<a>${'&#65;'.repeat(1_000_000)}</a>`, '2000000'],
    ['two million and one characters', `<a>${'x'.repeat(2_000_000)}</a>`, '2000000'],
    ['nesting', '<a>'.repeat(101), '100 deep'],
    ['deep nesting', '<a>'.repeat(600_000), '100 deep'],
    ['attributes', `<a ${Array.from({ length: 65 }, (_, at) => `x${at}="1"`).join(' ')}/>`, '64 attributes'],
    ['elements', `<a>${'<b/>'.repeat(400_000)}</a>`, '200000 elements'],
    ['unknown entities', `<a>${'&x;'.repeat(500_000)}</a>`, 'undefined entity'],
  ])('refuses %s soon', (_what, text, reason) => {
    const start = process.cpuUsage();
    expect(() => parseXml(text)).toThrow(reason);
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
  });

  it.each([
    ['numeric entities', `<a>${'&#65;'.repeat(399_000)}</a>`, 399_000],
    ['CDATA sections', `<a>${'<![CDATA[x]]>'.repeat(150_000)}</a>`, 150_000],
  ])('reads as many %s as fit in bounded time', (_what, text, length) => {
    const start = process.cpuUsage();
    expect(xmlText(parseXml(text))).toHaveLength(length);
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000);
  });

  it('takes elements and attributes called __proto__ for what they are', () => {
    const root = parseXml('<__proto__ __proto__="x" constructor="y"><polluted>1</polluted></__proto__>');
    expect(root.name).toBe('__proto__');
    expect([...root.attributes]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(root)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('writeXml', () => {
  it('puts elements on lines of their own and markup into CDATA', () => {
    const root = xmlElement('quiz', { a: '"<&\n', b: undefined }, [
      xmlElement('text', {}, ['<b>1</b> ]]> 2']),
      xmlElement('e'),
      xmlElement('p', {}, ['x ', xmlElement('b', {}, ['y'])]),
    ]);
    expect(writeXml(root)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<quiz a="&quot;&lt;&amp;&#10;">
  <text><![CDATA[<b>1</b> ]]]]><![CDATA[> 2]]></text>
  <e/>
  <p>x <b>y</b></p>
</quiz>
`);
  });

  it('adds no blanks where they would mean something', () => {
    const bold = xmlElement('p', {}, [xmlElement('b', {}, ['x']), xmlElement('i', {}, ['y'])]);
    const written = writeXml(xmlElement('body', {}, [bold]), { keepsBlanksIn: (name) => name === 'p' });
    expect(written).toContain('\n  <p><b>x</b><i>y</i></p>\n');
  });

  it('replaces what XML cannot hold', () => {
    const read = parseXml(writeXml(xmlElement('a', { x: '\u0000' }, ['\u0001\ud800\uffff'])));
    expect(read.children).toEqual(['\ufffd\ufffd\ufffd']);
    expect(read.attributes.get('x')).toBe('\ufffd');
  });

  it('writes what parseXml reads as the same', () => {
    const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,8}$/);
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value));
    const { tree } = fc.letrec<{ tree: XmlElement; node: XmlNode }>((tie) => ({
      tree: fc
        .record({
          name,
          attributes: fc.dictionary(name, text, { maxKeys: 3 }),
          children: fc.array(tie('node'), { maxLength: 3 }),
        })
        .map(({ name: own, attributes, children }) => xmlElement(own, attributes, children.filter(isNotAfterText))),
      node: fc.oneof({ maxDepth: 4 }, text, tie('tree')),
    }));
    // Where all blanks mean something none are added, so that the documents can be compared whole.
    const keepsBlanksIn = () => true;
    fc.assert(
      fc.property(tree, (root) => expect(plain(parseXml(writeXml(root, { keepsBlanksIn })))).toEqual(plain(root))),
    );
  });
});

/** Two texts in a row are read as one. */
function isNotAfterText(node: XmlNode, index: number, nodes: readonly XmlNode[]): boolean {
  return typeof node !== 'string' || typeof nodes[index - 1] !== 'string';
}

function plain(node: XmlNode): unknown {
  if (typeof node === 'string') return node;
  return [node.name, [...node.attributes], node.children.map(plain)];
}
