import { describe, expect, it } from '@jest/globals';

import { etagOf, isKnownBy } from './etag.js';

describe('the ETag of a body', () => {
  it('is a quoted digest: the same for the same bytes, another one for others', () => {
    expect(etagOf('abc')).toBe('"ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"');
    expect(etagOf(Buffer.from('abc'))).toBe(etagOf('abc'));
    expect(etagOf('Ünal')).toBe(etagOf(new TextEncoder().encode('Ünal')));
    expect(etagOf('abd')).not.toBe(etagOf('abc'));
  });
});

describe('what a reader has', () => {
  const etag = etagOf('abc');

  it.each([
    ['the tag', etag],
    ['the tag, made weak on the way', `W/${etag}`],
    ['a list with the tag', `"other", W/"3",${etag} , "more"`],
    ['whatever there is', ' * '],
  ])('is known by %s', (_what, ifNoneMatch) => {
    expect(isKnownBy(etag, ifNoneMatch)).toBe(true);
    expect(isKnownBy(`W/${etag}`, ifNoneMatch)).toBe(true);
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['other tags', '"other", W/"3"'],
    ['the tag without its quotes', etag.slice(1, -1)],
    ['a tag that holds it', `"x${etag.slice(1)}`],
    ['w/ in small letters, which is no tag', `w/${etag}`],
  ])('is not known by %s', (_what, ifNoneMatch) => {
    expect(isKnownBy(etag, ifNoneMatch)).toBe(false);
  });
});
