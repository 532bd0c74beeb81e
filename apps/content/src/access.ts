import { defineAccess } from '#libs/platform';

const own = { roles: ['author', 'admin'], note: 'authors their own courses only' } as const;

/** Who may do what in `content`; the route sweep holds every route against it. */
export const access = defineAccess({
  'course.create': { roles: ['author', 'admin'] },
  'course.import': own,
  'course.list': own,
  'course.read': own,
  'course.change': own,
  'course.publish': own,
  'course.archive': own,
  'publication.list': own,
  'media.read': { public: true, note: 'names are made of the content and cannot be guessed' },
  'section.change': own,
  'question.read': own,
  'question.change': own,
  'question.preview': { roles: ['author', 'admin'], note: 'nothing is stored' },
  'question.import': own,
});
