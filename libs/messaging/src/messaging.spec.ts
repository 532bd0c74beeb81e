import { randomUUID } from 'node:crypto';

import { AttemptVoided, UserChanged } from '#libs/contracts';
import { createTestDatabase, eventually, type TestDatabase } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Module, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';

import { voided, voidedMessage } from '../test/events.js';
import { InProcessBroker } from './brokers/in-process-broker.js';
import { CreateMessagingTables } from './create-messaging-tables.js';
import { Inbox } from './inbox/inbox.js';
import { listParked, requeueParked } from './inbox/parking.js';
import { silentLog } from './log.js';
import { Messaging } from './messaging.js';
import { type Delivery, OnEvent } from './on-event.js';

class CourseArchived extends Error {
  readonly kind = 'conflict';
  readonly code = 'course_archived';
}

@Controller()
class SpecEvents {
  @OnEvent('content.voids', AttemptVoided)
  async keep(@Payload() { event, manager }: Delivery<typeof AttemptVoided>): Promise<void> {
    if (event.data.reason === 'refuse') throw new CourseArchived('It is archived.');
    await manager.query('INSERT INTO effect VALUES ($1, $2)', ['voids', event.data.reason]);
  }

  @OnEvent('content.people', UserChanged)
  async greet(@Payload() { event, manager }: Delivery<typeof UserChanged>): Promise<void> {
    await manager.query('INSERT INTO effect VALUES ($1, $2)', ['people', event.data.displayName]);
  }
}

@Module({ controllers: [SpecEvents] })
class SpecModule {}

const groups = ['content.voids', 'content.people'];
let quiz: TestDatabase;
let content: TestDatabase;
let stops: (() => Promise<unknown>)[];

beforeEach(async () => {
  stops = [];
  const migrations = [CreateMessagingTables];
  [quiz, content] = await Promise.all([createTestDatabase({ migrations }), createTestDatabase({ migrations })]);
  await content.dataSource.query('CREATE TABLE effect (consumer_group text, what text)');
});

afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
  await Promise.all([quiz.drop(), content.drop()]);
});

/** Two services in one process, as the laptop mode has them: quiz announces, content listens. */
async function startBoth(): Promise<{ sender: Messaging; reader: Messaging; app: INestApplication }> {
  const broker = new InProcessBroker(groups, silentLog);
  const sender = new Messaging({ service: 'quiz', dataSource: quiz.dataSource, broker, groups: [], log: silentLog });
  const reader = new Messaging({ service: 'content', dataSource: content.dataSource, broker, groups, log: silentLog });
  const app = await NestFactory.create(SpecModule, new FastifyAdapter(), { logger: false });
  for (const strategy of reader.strategies) app.connectMicroservice({ strategy });
  await app.startAllMicroservices();
  sender.start();
  reader.start();
  stops.push(
    () => app.close(),
    () => reader.stop(),
    () => sender.stop(),
  );
  return { sender, reader, app };
}

function announce(sender: Messaging, reason: string): Promise<void> {
  return quiz.dataSource.transaction((manager) =>
    sender.outbox.add(manager, AttemptVoided, voided(randomUUID(), reason)),
  );
}

async function effects(): Promise<string[]> {
  const rows = await content.dataSource.query('SELECT what FROM effect ORDER BY what');
  return rows.map(({ what }: { what: string }) => what);
}

describe('messaging between two services', () => {
  it('brings an event to the method that OnEvent declares, in a transaction of its own database', async () => {
    const { sender, reader } = await startBoth();
    await announce(sender, 'hello');

    await eventually(async () => expect(await effects()).toEqual(['hello']));
    await eventually(async () => expect(await sender.figures.outbox()).toMatchObject({ depth: 0 }));
    expect(sender.figures.relay()).toMatchObject({ published: 1, isActive: true });
    expect(reader.figures.received()).toContainEqual({ group: 'content.voids', outcome: 'done', count: 1 });
    expect(reader.problem()).toBeNull();
  });

  it('parks what the method refuses, and says so in its figures', async () => {
    const { sender, reader } = await startBoth();
    await announce(sender, 'refuse');

    await eventually(async () =>
      expect(await reader.figures.parked()).toEqual([{ group: 'content.voids', reason: 'refused', count: 1 }]),
    );
    expect(await listParked(content.dataSource)).toMatchObject([{ detail: 'course_archived: It is archived.' }]);
  });

  it('takes up a requeued message within seconds; one that is still bad keeps its id and waits for people', async () => {
    const { sender, reader } = await startBoth();
    const parked = () => listParked(content.dataSource);
    await announce(sender, 'refuse');
    await eventually(async () => expect(await parked()).toHaveLength(1));
    const message = voidedMessage(randomUUID(), 'no id');
    const options = {
      dataSource: content.dataSource,
      group: 'content.voids',
      handlerOf: () => undefined,
      log: silentLog,
    };
    await new Inbox(options).receive({ ...message, key: null, headers: { 'b\0': 'x', a: 'y' } }, 'by hand');
    const before = await parked();

    await requeueParked(content.dataSource, {});

    await eventually(async () => expect((await parked()).map(({ isRequeued }) => isRequeued)).toEqual([false, false]));
    expect((await parked()).map(({ eventId }) => eventId)).toEqual(before.map(({ eventId }) => eventId));
    expect(reader.problem()).toBeNull();
  });

  it('rebuilds a reader that lost its database from what the outbox still holds', async () => {
    const { sender, reader, app } = await startBoth();
    await announce(sender, 'kept');
    await eventually(async () => expect(await effects()).toEqual(['kept']));
    for (const stop of [() => sender.stop(), () => reader.stop(), () => app.close()]) await stop();
    stops = [];
    await content.dataSource.query('TRUNCATE effect, inbox, consumer_group');

    await startBoth();

    await eventually(async () => expect(await effects()).toEqual(['kept']));
  });

  it('is a reason to be unready when a group does not listen', async () => {
    const { reader } = await startBoth();
    await reader.strategies[0]?.close();
    expect(reader.problem()).toBe('content.voids does not listen');
  });

  it('refuses two methods for the same event in one group', async () => {
    @Controller()
    class Twice {
      @OnEvent('content.voids', AttemptVoided)
      again() {}
    }
    @Module({ controllers: [SpecEvents, Twice] })
    class TwiceModule {}
    const broker = new InProcessBroker([], silentLog);
    const reader = new Messaging({
      service: 'content',
      dataSource: content.dataSource,
      broker,
      groups,
      log: silentLog,
    });
    const app = await NestFactory.create(TwiceModule, new FastifyAdapter(), { logger: false });
    stops.push(() => app.close());
    for (const strategy of reader.strategies) app.connectMicroservice({ strategy });

    await expect(app.startAllMicroservices()).rejects.toThrow('twice');
  });
});
