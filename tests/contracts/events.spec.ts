import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { eventContracts } from '#libs/contracts';

/**
 * What has been published at some time, one file per type. Topics keep some of it for ever, so samples are only added:
 * a change that needs one of these files to change breaks a reader that replays.
 */
const folder = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'samples');
const samples = readdirSync(folder).flatMap((file) => {
  const data: unknown[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return data.map((sample, at) => ({ type: file.replace(/\.json$/, ''), at: at + 1, sample }));
});

describe('event contracts', () => {
  it.each([...eventContracts.keys()])('%s has a stored sample', (type) => {
    expect(samples.map((one) => one.type)).toContain(type);
  });

  it.each(samples)('$type still reads sample $at, and loses nothing of it', ({ type, sample }) => {
    const contract = eventContracts.get(type);
    expect(contract?.schema.parse(sample)).toMatchObject(sample as object);
  });

  it.each(samples)('$type has a key in sample $at', ({ type, sample }) => {
    const contract = eventContracts.get(type);
    expect(contract?.keyOf(contract.schema.parse(sample))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('notices a field that was renamed', () => {
    const contract = eventContracts.get('CourseArchived.v1');
    const renamed = { courseId: '00000000-0000-4000-8000-000000000003', closedAt: '2026-11-20T09:30:00.000Z' };
    expect(contract?.schema.safeParse(renamed).success).toBe(false);
  });
});
