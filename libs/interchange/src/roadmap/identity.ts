import { folded, matchNames, matchParts, type Matching, outOfOrder, type Trait } from './matching.js';
import type { FoundResource } from './resources.js';
import type { Change, PreviousSection, RoadmapOptions, RoadmapSection, RoadmapTopic } from './roadmap.js';

/** A topic or section before it has an id. */
export type FoundTopic = Omit<RoadmapTopic, 'id' | 'resources'> & { readonly resources: readonly FoundResource[] };
export type FoundSection = FoundTopic & { readonly topics: readonly FoundTopic[] };

export interface Identified {
  readonly sections: readonly RoadmapSection[];
  readonly changes: readonly Change[];
}

/** A part together with the id of what it belongs to. */
interface Placed<Part> {
  readonly part: Part;
  readonly parent: string;
}
interface Titled {
  readonly title: string;
}
type WithId<Part> = Part & { readonly id: string };

/** What sections and topics of both states have in common; only those of the previous state have ids. */
interface Described extends Titled {
  readonly id?: string;
  readonly externalKey?: string | null;
  readonly resources: readonly Addressed[];
  readonly topics?: readonly Described[];
}
interface Addressed extends Titled {
  readonly url: string | null;
}

/**
 * Gives every part its id: the one it had where it is the same thing as before, a new one otherwise. Works downwards, because a topic is
 * recognised by its place in a section that has been recognised already.
 */
export function identify(found: readonly FoundSection[], { newId, previous }: RoadmapOptions): Identified {
  const changes: Change[] = [];
  const before = partsOf(previous?.sections ?? []);

  const sections = withIds(before.sections, place(found, ''), {
    what: 'section',
    match: matchParts,
    traitOf: partTrait,
    newId,
    changes,
  });
  const foundTopics = sections.flatMap(({ part }) => place(part.topics, part.id));
  const topics = withIds(before.topics, foundTopics, {
    what: 'topic',
    match: matchParts,
    traitOf: partTrait,
    newId,
    changes,
  });
  const foundResources = [...sections, ...topics].flatMap(({ part }) => place(part.resources, part.id));
  const resources = withIds(before.resources, foundResources, {
    what: 'resource',
    match: matchNames,
    traitOf: resourceTrait,
    newId,
    changes,
  });

  const topicsOf = byParent(topics);
  const resourcesOf = byParent(resources);
  const assembled = sections.map(({ part }) => ({
    ...part,
    resources: resourcesOf(part.id),
    topics: topicsOf(part.id).map((topic) => ({ ...topic, resources: resourcesOf(topic.id) })),
  }));
  return { sections: assembled, changes: previous ? changes : [] };
}

function partsOf(sections: readonly PreviousSection[]) {
  const topics = sections.flatMap((section) => place(section.topics, section.id));
  const owners = [...sections, ...topics.map(({ part }) => part)];
  return {
    sections: place(sections, ''),
    topics,
    resources: owners.flatMap((owner) => place(owner.resources, owner.id)),
  };
}

function place<Part>(parts: readonly Part[], parent: string): Placed<Part>[] {
  return parts.map((part) => ({ part, parent }));
}

function byParent<Part>(parts: readonly Placed<Part>[]): (parent: string) => readonly Part[] {
  const groups = new Map<string, Part[]>();
  for (const { part, parent } of parts) {
    const group = groups.get(parent);
    if (group) group.push(part);
    else groups.set(parent, [part]);
  }
  return (parent) => groups.get(parent) ?? [];
}

function partTrait({ part, parent }: Placed<Described>): Trait {
  const below = [part, ...(part.topics ?? [])];
  const content = [
    ...below.flatMap(({ resources }) => resources.map(addressOf)),
    ...(part.topics ?? []).map(({ title }) => folded(title)),
  ];
  return { id: part.id, externalKey: part.externalKey ?? null, parent, name: folded(part.title), content };
}

function resourceTrait({ part, parent }: Placed<Addressed>): Trait {
  return { externalKey: null, parent, name: addressOf(part), content: [] };
}

function addressOf({ url, title }: Addressed): string {
  return url ?? folded(title);
}

interface Assignment<Comparable> {
  readonly what: Change['what'];
  readonly match: (before: readonly Trait[], after: readonly Trait[]) => Matching;
  readonly traitOf: (placed: Placed<Comparable>) => Trait;
  readonly newId: () => string;
  /** Where the differences go. */
  readonly changes: Change[];
}

function withIds<Comparable extends Titled, After extends Comparable>(
  before: readonly Placed<WithId<Comparable>>[],
  after: readonly Placed<After>[],
  { what, match, traitOf, newId, changes }: Assignment<Comparable>,
): Placed<WithId<After>>[] {
  const matching: Matching = before.length === 0 ? new Map() : match(before.map(traitOf), after.map(traitOf));
  const moved = outOfPlace(before, after, matching);
  const result = after.map(({ part, parent }, index) => {
    const was = before[matching.get(index) ?? -1]?.part;
    const id = was?.id ?? newId();
    const change = { what, id, title: part.title };
    if (!was) changes.push({ kind: 'added', ...change });
    else if (was.title !== part.title) changes.push({ kind: 'renamed', ...change, before: was.title });
    if (moved.has(index)) changes.push({ kind: 'moved', ...change });
    return { part: { ...part, id }, parent };
  });
  const kept = new Set(matching.values());
  for (const [index, { part }] of before.entries()) {
    if (!kept.has(index)) changes.push({ kind: 'removed', what, id: part.id, title: part.title });
  }
  return result;
}

/** The parts that have come to another parent, or to another place among those that stayed. */
function outOfPlace(
  before: readonly Placed<unknown>[],
  after: readonly Placed<unknown>[],
  matching: Matching,
): Set<number> {
  const stayed = new Map<string, Map<number, number>>();
  const moved = new Set<number>();
  for (const [now, then] of matching) {
    const parent = after[now]?.parent ?? '';
    if (parent !== before[then]?.parent) moved.add(now);
    else stayed.set(parent, (stayed.get(parent) ?? new Map<number, number>()).set(now, then));
  }
  for (const siblings of stayed.values()) for (const index of outOfOrder(siblings)) moved.add(index);
  return moved;
}
