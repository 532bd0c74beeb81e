import type { Resource, Topic } from './topic.js';

interface GivenResource {
  readonly id?: string;
  readonly title: string;
  readonly url: string | null;
  readonly kind: string;
}
interface GivenTopic {
  readonly id?: string;
  readonly title: string;
  readonly prose: string;
  readonly resources: readonly GivenResource[];
}
interface Parts {
  readonly topics: readonly Topic[];
  readonly resources: readonly Resource[];
}
interface GivenParts {
  readonly topics?: readonly GivenTopic[];
  readonly resources?: readonly GivenResource[];
}

/** Where the given parts name an id that the section does not have, or name one twice: progress hangs on ids, so none is invented. */
export function foreignParts(now: Parts, given: GivenParts): { pointer: string; detail: string }[] {
  const topics = new Set(now.topics.map((topic) => topic.id));
  const resources = new Set([...now.resources, ...now.topics.flatMap((topic) => topic.resources)].map(({ id }) => id));
  const named = [
    ...(given.topics ?? []).map(({ id }, at) => ({ id, known: topics, pointer: `/topics/${at}/id` })),
    ...(given.topics ?? []).flatMap((topic, at) => resourceIds(topic.resources, resources, `/topics/${at}/resources`)),
    ...resourceIds(given.resources ?? [], resources, '/resources'),
  ];
  return named.flatMap(({ id, known, pointer }) => {
    // Taking an id out of the set refuses its second use.
    if (id === undefined || known.delete(id)) return [];
    return [{ pointer, detail: `"${id}" is not an id of this section, or stands here twice` }];
  });
}

function resourceIds(given: readonly GivenResource[], known: Set<string>, pointer: string) {
  return given.map(({ id }, at) => ({ id, known, pointer: `${pointer}/${at}/id` }));
}

/** The parts as they will be stored; what has no id yet gets one. */
export function keptResources(given: readonly GivenResource[], newId: () => string): Resource[] {
  return given.map((resource) => ({ ...resource, id: resource.id ?? newId() }));
}

export function keptTopics(given: readonly GivenTopic[], now: readonly Topic[], newId: () => string): Topic[] {
  const keys = new Map(now.map((topic) => [topic.id, topic.externalKey ?? null]));
  return given.map((topic) => ({
    ...topic,
    id: topic.id ?? newId(),
    externalKey: keys.get(topic.id ?? '') ?? null,
    resources: keptResources(topic.resources, newId),
  }));
}

/** The ids in the order after one of them moved; a position beyond the end is the end. */
export function moved(ids: readonly string[], id: string, position: number): string[] {
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, position), id, ...others.slice(position)];
}
