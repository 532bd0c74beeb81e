import { describe, expect, it } from '@jest/globals';

import { partedWith, previousOf, sectionsOfRoadmap } from './roadmap.js';

const link = { id: 'r', title: 'A \u202elink', url: 'https://example.org', kind: 'article' as const };
const part = { externalKey: 'k', number: '1.1', title: ' Two\u0007 words ', prose: 'p', resources: [link] };

describe('sections of a roadmap', () => {
  it('are stored with titles that can be shown, and without what only the file knows', () => {
    const course = { title: 'T', summary: '', sections: [{ ...part, id: 's', topics: [{ ...part, id: 't' }] }] };
    const stored = { externalKey: 'k', title: 'Two words', prose: 'p', resources: [{ ...link, title: 'A link' }] };
    expect(sectionsOfRoadmap(course)).toEqual([{ ...stored, id: 's', topics: [{ ...stored, id: 't' }] }]);
  });

  it('are known again by key, title and resources', () => {
    const topic = { id: 't', title: 'Topic', prose: '', resources: [link] };
    const sections = [{ id: 's', externalKey: null, title: 'S', topics: [topic], resources: [] }];
    expect(previousOf(sections)).toMatchObject({ sections: [{ id: 's', topics: [{ id: 't', externalKey: null }] }] });
  });
});

describe('a section that the roadmap no longer has', () => {
  it('goes when it is empty, and stays with a warning when it has questions', () => {
    const empty = { id: 'e', title: 'Empty', questionCount: 0 };
    const full = { id: 'f', title: 'Full', questionCount: 3 };
    const parted = partedWith([empty, full]);
    expect(parted.goneIds).toEqual(['e']);
    expect(parted.notes).toMatchObject([{ kind: 'section_kept', severity: 'warning' }]);
  });
});
