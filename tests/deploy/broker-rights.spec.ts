import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import * as contracts from '#libs/contracts';
import { z } from 'zod';

import { codeFiles, root } from '../architecture/sources.js';

const contract = z.looseObject({ type: z.string(), topic: z.string() });
const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
const table = page.slice(page.indexOf('\n## Rights on the broker'), page.indexOf('\n## Backup'));

/** `group: topic topic` for each consumer group, as the decorators of the code say. */
function readings(): string[] {
  const topicsOf = new Map<string, Set<string>>();
  for (const { path, text } of codeFiles()) {
    if (!/^apps\/.*\.events\.ts$/.test(path)) continue;
    const shared = /const group = '([\w.]+)';/.exec(text)?.[1];
    for (const [, written, name = ''] of text.matchAll(/@OnEvent\((?:'([\w.]+)'|group), (\w+)\)/g)) {
      const group = written ?? shared ?? `no group in ${path}`;
      const topics = topicsOf.get(group) ?? new Set();
      topicsOf.set(
        group,
        topics.add(contract.parse(Object.entries(contracts).find(([key]) => key === name)?.[1]).topic),
      );
    }
  }
  return [...topicsOf].map(([group, topics]) => `${group}: ${[...topics].sort().join(' ')}`).sort();
}

const rows = [...table.matchAll(/^\| `(\w+)` +\| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, service, writes = '', reads = '']) => ({
    service,
    writes: writes.replaceAll('`', ''),
    reads: reads.replaceAll('`', '').split(' · '),
  }),
);

describe('the rights that operations.md asks for on the broker', () => {
  it('name each consumer group with the topics it reads', () => {
    const asked = rows.flatMap(({ reads }) => reads).sort();
    expect(asked.length).toBeGreaterThan(8);
    expect(asked).toEqual(readings());
  });

  it('give each group to the service whose name it begins with', () => {
    for (const { service, reads } of rows) expect(reads.filter((it) => !it.startsWith(`${service}.`))).toEqual([]);
  });

  it('let each service write on its own topics alone', () => {
    const owned = Object.entries(contracts.topics);
    for (const { service, writes } of rows)
      expect(writes.split(' ')).toEqual(owned.flatMap(([name, { owner }]) => (owner === service ? [name] : [])).sort());
  });
});
