import { describe, expect, it } from '@jest/globals';

import { foreignParts, keptTopics, moved } from './parts.js';

const link = (id: string) => ({ id, title: id, url: null, kind: 'article' });
const now = {
  topics: [{ id: 't1', externalKey: 'shell', title: 'Shell', prose: '', resources: [link('r1')] }],
  resources: [link('r2')],
};
const given = (id?: string, resources: ReturnType<typeof link>[] = []) => ({ id, title: 'T', prose: '', resources });

describe('parts of a section', () => {
  it.each([
    ['its own topic and resources', { topics: [given('t1', [link('r2')])], resources: [link('r1')] }, []],
    ['new ones without an id', { topics: [given()], resources: [{ ...link(''), id: undefined }] }, []],
    ['nothing', {}, []],
    ['a foreign topic', { topics: [given(), given('t9')] }, ['/topics/1/id']],
    ['a topic twice', { topics: [given('t1'), given('t1')] }, ['/topics/1/id']],
    ['a foreign resource in a topic', { topics: [given('t1', [link('r9')])] }, ['/topics/0/resources/0/id']],
    ['a resource twice', { topics: [given('t1', [link('r1')])], resources: [link('r1')] }, ['/resources/0/id']],
  ])('with %s', (_, change, pointers) => {
    expect(foreignParts(now, change).map((problem) => problem.pointer)).toEqual(pointers);
  });

  it('keep id and key; new ones get an id', () => {
    const newId = (() => {
      let count = 0;
      return () => `new-${(count += 1)}`;
    })();
    const kept = keptTopics([given(undefined, [{ ...link('r1') }]), given('t1')], now.topics, newId);
    expect(kept).toMatchObject([
      { id: 'new-1', externalKey: null, resources: [{ id: 'r1' }] },
      { id: 't1', externalKey: 'shell' },
    ]);
  });
});

describe('a section that moves', () => {
  it.each([
    ['b', 0, 'bacd'],
    ['b', 1, 'abcd'],
    ['a', 2, 'bcad'],
    ['d', 0, 'dabc'],
    ['a', 99, 'bcda'],
  ])('%s to %d makes %s', (id, position, order) => {
    expect(moved([...'abcd'], id, position).join('')).toBe(order);
  });
});
