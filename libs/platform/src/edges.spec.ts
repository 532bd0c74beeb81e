import { describe, expect, it } from '@jest/globals';

import { ConfigurationInvalid, readSettings, serviceSettings } from './config.js';
import { depthOf } from './json-body.js';
import { decodeCursor, encodeCursor, toPage } from './paging.js';
import { action, routeTemplate } from './route.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readSettings', () => {
  const good = { DATABASE_URL: 'postgres://u:p@127.0.0.1/db', KAFKA_BROKERS: 'a:9092, b:9092' };

  it('splits lists and fills in defaults', () => {
    expect(readSettings(serviceSettings, good)).toMatchObject({
      KAFKA_BROKERS: ['a:9092', 'b:9092'],
      PORT: 3000,
      HOST: '127.0.0.1',
    });
  });

  it('reports every mistake at once', () => {
    const read = () => readSettings(serviceSettings, { DATABASE_URL: 'mysql://x', PORT: '99999', LOG_LEVEL: 'loud' });
    expect(read).toThrow(ConfigurationInvalid);
    expect(read).toThrow(/4 mistake/);
    for (const name of ['DATABASE_URL', 'PORT', 'LOG_LEVEL', 'KAFKA_BROKERS']) expect(read).toThrow(name);
  });

  it('says which secret file cannot be read', () => {
    expect(() =>
      readSettings(serviceSettings, { ...good, DATABASE_URL: undefined, DATABASE_URL_FILE: '/no/such/file' }),
    ).toThrow('/no/such/file');
  });

  it('refuses a hop count as trusted proxies', () => {
    expect(() => readSettings(serviceSettings, { ...good, TRUSTED_PROXIES: '1' })).toThrow(/hop count/);
    expect(readSettings(serviceSettings, { ...good, TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).TRUSTED_PROXIES).toEqual([
      '10.0.0.0/8',
      '::1',
    ]);
  });
});

describe('depthOf', () => {
  it.each<[string, number]>([
    ['1', 0],
    ['{}', 1],
    ['{"a":[{"b":[]}]}', 4],
    ['{"a":"[[[[[["}', 1],
    [String.raw`{"a":"\"[[["}`, 1],
    [String.raw`{"a":"\\"}`, 1],
    ['[][][]', 1],
  ])('reads %s as %d deep', (text, depth) => {
    expect(depthOf(bytes(text))).toBe(depth);
  });

  it('stops counting past the limit', () => {
    expect(depthOf(bytes('['.repeat(200_000)))).toBe(33);
  });
});

describe('cursors', () => {
  it('come back as they were given out', () => {
    expect(decodeCursor('people', encodeCursor('people', ['a', 3, null]))).toEqual(['a', 3, null]);
  });

  it.each(['', 'abc', Buffer.from('{"a":1}').toString('base64url'), encodeCursor('courses', ['a'])])(
    'of another list are refused: %s',
    (cursor) => {
      expect(() => decodeCursor('people', cursor)).toThrow(/cursor/);
    },
  );

  it('appear only when there is a next page', () => {
    const shape = { item: (row: number) => row * 10, key: (row: number) => [row] };
    expect(toPage('n', [1, 2, 3], 2, shape)).toEqual({ items: [10, 20], next: encodeCursor('n', [2]) });
    expect(toPage('n', [1, 2], 2, shape)).toEqual({ items: [10, 20], next: null });
  });
});

describe('routes', () => {
  it('read as people write them', () => {
    expect(routeTemplate(`/api/quiz/v1/${action('attempts/:id', 'submit')}`)).toBe('/api/quiz/v1/attempts/{id}:submit');
    expect(routeTemplate(`/${action('courses', 'import')}`)).toBe('/courses:import');
    expect(routeTemplate('/attempts/:id/answers/:questionId')).toBe('/attempts/{id}/answers/{questionId}');
  });
});
