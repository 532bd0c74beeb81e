const sound = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** Identifiers that XML allows. Ids that it does not allow get one by their place. */
export function identifiersOf(ids: readonly string[]): {
  readonly of: (id: string) => string;
  readonly areKept: boolean;
} {
  const taken = new Set(ids);
  const named = new Map<string, string>();
  for (const [index, id] of ids.entries()) {
    let name = sound.test(id) ? id : `part_${index + 1}`;
    while (name !== id && taken.has(name)) name += '_';
    taken.add(name);
    named.set(id, name);
  }
  return { of: (id) => named.get(id) ?? id, areKept: ids.every((id) => sound.test(id)) };
}
