const placeholder = /\{\{([A-Za-z0-9_-]{1,40})\}\}/g;

/** The ids of the gaps that a stem names, in reading order, repeats included. */
export function gapIdsIn(stem: string): string[] {
  return [...stem.matchAll(placeholder)].map(([, id]) => id!); // the pattern has one group, which always takes part
}

/** The stem with every gap renamed; a name that `rename` does not know stays. */
export function renameGaps(stem: string, rename: (id: string) => string | null): string {
  return stem.replace(placeholder, (text, id: string) => {
    const name = rename(id);
    return name === null ? text : `{{${name}}}`;
  });
}
