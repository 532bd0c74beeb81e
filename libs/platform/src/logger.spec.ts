import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';

import { createLogger } from './logger.js';

/** What is written for one call, line by line. */
function written(say: (logger: ReturnType<typeof createLogger>) => void): string[] {
  const lines: string[] = [];
  say(createLogger('quiz', 'info', { write: (line) => void lines.push(line) }));
  return lines;
}

const address = 'ada@school.example';
const refusedRow = Object.assign(new Error('duplicate key value violates unique constraint "person_email"'), {
  detail: `Key (email)=(${address}) already exists.`,
  where: `COPY person, line 1: "${address}"`,
});

describe('a line of the log', () => {
  it.each<[string, Error]>([
    ['the driver', refusedRow],
    ['TypeORM', new QueryFailedError('INSERT INTO person VALUES ($1)', [address], refusedRow)],
  ])('says which rule a row broke, and nothing of the row: as told by %s', (_, err) => {
    const [line = ''] = written((logger) => logger.error({ err }, 'request failed'));
    expect(line).toContain('person_email');
    expect(line).not.toContain(address);
  });

  it.each(['password', 'accessToken', 'authorization', 'cookie', 'token', 'url'])('holds no %s', (name) => {
    const [line = ''] = written((logger) => logger.info({ given: { [name]: 'canary' } }, 'refused'));
    expect(line).not.toContain('canary');
  });

  it('stays one line, whatever people call themselves', () => {
    const name = 'Ada\r\n{"level":50,"msg":"forged"}\u2028\u001b[2J';
    const lines = written((logger) => logger.info({ name }, name));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n\u001b]/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name, msg: name });
  });
});
