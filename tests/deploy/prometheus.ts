/** Words of PromQL that are no metric. */
const words = new Set(['and', 'or', 'unless', 'bool', 'offset', 'Inf', 'NaN']);
const grouping = /\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g;

/** The names of the metrics that an expression asks for. */
export function metricsOf(expression: string): string[] {
  const bare = expression
    .replace(/"(\\.|[^"\\])*"|'(\\.|[^'\\])*'/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(grouping, '');
  const names = [...bare.matchAll(/(?<![\w.])[a-zA-Z_:][\w:]*(?!\w*\s*\()/g)].map(([name]) => name);
  return [...new Set(names)].filter((name) => !words.has(name));
}

/** What GitHub makes of a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
