const lengthMax = 80;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Lower-case words joined by hyphens. Never the shape of an id: readers find a course by either. */
export function isSlug(text: string): boolean {
  return text.length <= lengthMax && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !uuid.test(text);
}

/** A slug made of a title; `course` when the title has no letters that fit into an address. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join('-').slice(0, lengthMax - 10).replace(/-$/, '');
  return isSlug(slug) ? slug : 'course';
}

/** The slug itself when it is free, else the first of `slug-2`, `slug-3`, ... that is. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  // Ends: the taken slugs are finitely many.
  for (let number = 2; ; number += 1) {
    const slug = `${wanted}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
