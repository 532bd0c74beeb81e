/**
 * Several services' metrics as one exposition. Families of one name are brought together under one HELP and TYPE, as the
 * text format demands; the samples differ by their `service` label. (prom-client's own merge refuses names that repeat.)
 */
export function mergedMetrics(expositions: readonly string[]): string {
  const families = new Map<string, string[]>();
  for (const family of expositions.flatMap((text) => text.split(/^(?=# HELP )/m))) {
    const lines = family.split('\n').filter((line) => line !== '');
    const name = /^# HELP (\S+)/.exec(lines[0] ?? '')?.[1];
    if (name === undefined) continue;
    const known = families.get(name);
    if (known) known.push(...lines.filter((line) => !line.startsWith('#')));
    else families.set(name, lines);
  }
  return `${[...families.values()].flat().join('\n')}\n`;
}
