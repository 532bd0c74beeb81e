interface Named {
  readonly id: string;
  readonly version: number;
}

interface Place {
  readonly pointer: string;
  readonly detail: string;
}

/** Where a batch names questions that are not there, or not at the version that its author saw. */
export function misnamed(given: readonly Named[], known: readonly Named[]): { unknown: Place[]; stale: Place[] } {
  const versions = new Map(known.map(({ id, version }) => [id, version]));
  const unknown: Place[] = [];
  const stale: Place[] = [];
  for (const [at, { id, version }] of given.entries()) {
    const now = versions.get(id);
    if (now === undefined) unknown.push({ pointer: `/questions/${at}/id`, detail: 'is no question of this section' });
    else if (now !== version)
      stale.push({ pointer: `/questions/${at}/version`, detail: `is ${version}; the question is at ${now}` });
  }
  return { unknown, stale };
}

/** Tags keep their order; those to be added come behind, each once. */
export function retagged(
  tags: readonly string[],
  change: { add: readonly string[]; remove: readonly string[] },
): string[] {
  return [...new Set([...tags, ...change.add])].filter((tag) => !change.remove.includes(tag));
}
