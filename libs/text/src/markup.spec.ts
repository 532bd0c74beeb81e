import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { escapeMarkup, unescapeMarkup } from './markup.js';

describe('a text in markup', () => {
  it.each([
    ['tags', '<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
    ['either quote, which would end an attribute', `"'`, '&quot;&#39;'],
    ['what is escaped already', '&lt; &amp;', '&amp;lt; &amp;amp;'],
    ['line ends, tabs and other controls', 'a\r\nb\tc\0d\u0085e', 'a  b c d e'],
    ['half a character and what is none', 'a\ud800b\ufffec\uffffd', 'a b c d'],
    ['letters of every script', 'Zoë 李 علي 🎓', 'Zoë 李 علي 🎓'],
  ])('shows %s as they are', (_what, text, markup) => {
    expect(escapeMarkup(text)).toBe(markup);
  });

  it('holds nothing that markup begins or ends with, whatever the text, and is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const markup = escapeMarkup(text);
        expect(markup).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        expect(unescapeMarkup(markup)).toBe(text.replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, ' '));
      }),
    );
  });

  it('is read back with references that are not ours left alone', () => {
    expect(unescapeMarkup('&nbsp;&#38;&constructor;&amp;lt;')).toBe('&nbsp;&#38;&constructor;&lt;');
  });
});
