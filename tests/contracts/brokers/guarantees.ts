import assert from 'node:assert/strict';

import { requeueParked, type Broker, type BrokerMessage } from '#libs/messaging';

import { headersOf, type Rig } from './rig.js';

/** One promise of messaging, as a check that throws when it is broken. */
export interface Guarantee {
  readonly title: string;
  readonly check: (rig: Rig) => Promise<void>;
}

const triesMax = 5;

/** What a database that goes away throws in the middle of a statement. */
class DatabaseGone extends Error {
  readonly code = '57P01';
}

async function keepsOrderPerKey(rig: Rig): Promise<void> {
  const keys = Array.from({ length: 12 }, () => rig.newKey());
  await rig.announceMany(keys, 20);
  rig.listen();
  rig.relay.start();

  await rig.eventually(async () => assert.equal((await rig.effects()).length, 240));
  for (const key of keys) assert.deepEqual(await rig.versionsOf(key), numbers(20));
}

async function deliversAgainAfterThrow(rig: Rig): Promise<void> {
  const [key, other] = [rig.newKey(), rig.newKey()];
  await rig.announceMany([key, other], 4);
  let failures = 3;
  rig.listen((event) => {
    if (event.key !== key || event.version !== 2 || failures === 0) return;
    failures -= 1;
    throw new Error('not yet');
  });
  rig.relay.start();

  // The other key may lie in a partition of its own, which nothing makes the quicker one.
  await rig.eventually(async () => {
    for (const each of [key, other]) assert.deepEqual(await rig.versionsOf(each), numbers(4));
  });
  assert.equal(failures, 0);
  assert.deepEqual(await rig.parked(), []);
}

async function survivesCrashOfConsumer(rig: Rig): Promise<void> {
  const keys = Array.from({ length: 6 }, () => rig.newKey());
  await rig.announceMany(keys, 5);
  let handled = 0;
  const died = new Promise<void>((resolve) => {
    rig.listen(() => {
      handled += 1;
      if (handled < 10) return;
      // Not at the first failure: a broker that moves past what failed must have had the time to do so.
      if (handled === 30) resolve();
      throw new DatabaseGone('the process dies here: nothing of this message is committed');
    });
  });
  rig.relay.start();
  await died;
  await rig.restartConsumer();

  await rig.eventually(async () => assert.equal((await rig.effects()).length, 30));
  for (const key of keys) assert.deepEqual(await rig.versionsOf(key), numbers(5));
}

async function survivesCrashOfRelay(rig: Rig): Promise<void> {
  const key = rig.newKey();
  await rig.announceMany([key], 5);
  rig.listen();
  const dying = rig.newRelay(diesAfterSending(rig.broker));
  await assert.rejects(() => dying.runOnce(), /died/);
  await dying.stop();
  await rig.relay.drain();

  await rig.eventually(async () => assert.deepEqual(await rig.versionsOf(key), numbers(5)));
  await rig.announce({ key, version: 6 });
  await rig.relay.drain();
  await rig.eventually(async () => assert.deepEqual(await rig.versionsOf(key), numbers(6)));
}

function diesAfterSending(broker: Broker): Broker {
  return {
    publish: async (messages) => {
      await broker.publish(messages);
      throw new Error('died between sending and marking');
    },
    subscribe: (subscription) => broker.subscribe(subscription),
    offerHistory: (history) => broker.offerHistory(history),
    close: () => broker.close(),
  };
}

async function makesDuplicatesHarmless(rig: Rig): Promise<void> {
  const key = rig.newKey();
  const messages = numbers(4).map((version) => rig.message({ key, version }));
  rig.listen();
  for (let times = 0; times < 5; times += 1) await rig.broker.publish(messages);
  await rig.broker.publish([rig.message({ key, version: 5 })]);

  await rig.eventually(async () => assert.deepEqual(await rig.versionsOf(key), numbers(5)));
}

async function parksPoison(rig: Rig): Promise<void> {
  const [poisoned, ...others] = Array.from({ length: 20 }, () => rig.newKey());
  await rig.announceMany([poisoned!, ...others], 3); // the array has 20
  let tries = 0;
  let isMended = false;
  rig.listen((event) => {
    if (event.key !== poisoned || event.version !== 2 || isMended) return;
    tries += 1;
    throw new Error('a bug that only this event meets');
  });
  rig.relay.start();

  await rig.eventually(async () => assert.equal((await rig.effects()).length, 59));
  assert.deepEqual(await rig.parked(), ['too_many_tries']);
  assert.equal(tries, triesMax);

  isMended = true;
  assert.equal(await requeueParked(rig.reader.dataSource, { group: rig.group }), 1);
  await rig.eventually(async () => assert.deepEqual(await rig.versionsOf(poisoned!), [1, 3, 2]));
  assert.deepEqual(await rig.parked(), []);
}

async function parksWhatItCannotRead(rig: Rig): Promise<void> {
  const key = rig.newKey();
  const bad: readonly [reason: string, change: Partial<BrokerMessage>][] = [
    ['unreadable', { value: Buffer.from('{"attemptId":') }],
    ['unreadable', { value: null }],
    ['unreadable', { value: Buffer.alloc(100_000, '[') }],
    ['unreadable', { headers: headersOf({ ce_type: '' }) }],
    ['unknown_type', { headers: headersOf({ ce_type: 'AttemptForgotten.v1' }) }],
    ['wrong_topic', { headers: headersOf({ ce_type: 'CohortChanged.v1' }) }],
    ['foreign_source', { headers: headersOf({ ce_source: 'urn:waymark:auth' }) }],
    ['bad_shape', { value: Buffer.from('{"attemptId":"x"}') }],
    ['bad_shape', { value: Buffer.from('null') }],
    ['key_mismatch', { key: '00000000-0000-4000-8000-00000000000a\0' }],
    ['key_mismatch', { key: null }],
  ];
  const messages = bad.map(([, change]) => rig.message({ key, version: 9 }, change));
  rig.listen();
  await rig.broker.publish([rig.message({ key, version: 9 }, { headers: {} }), ...messages]);
  await rig.broker.publish([rig.message({ key, version: 1 })]);

  await rig.eventually(async () => assert.deepEqual(await rig.versionsOf(key), [1]));
  const ids = messages.map(({ headers }) => headers['ce_id']!); // every message of the rig has one
  const reasons = bad.map(([reason]) => reason).toSorted();
  await rig.eventually(async () => assert.deepEqual(await rig.parked(ids), reasons));
}

async function keepsItsPlaceWhileTheDatabaseIsAway(rig: Rig): Promise<void> {
  const keys = Array.from({ length: 6 }, () => rig.newKey());
  await rig.announceMany(keys, 4);
  let isAway = true;
  let tries = 0;
  const effect = () => {
    if (!isAway) return;
    tries += 1;
    throw new DatabaseGone('terminating connection due to administrator command');
  };
  rig.listen(effect);
  rig.relay.start();
  await rig.eventually(() => tries >= 24);
  await rig.restartConsumer(effect);
  isAway = false;

  await rig.eventually(async () => assert.equal((await rig.effects()).length, 24));
  for (const key of keys) assert.deepEqual(await rig.versionsOf(key), numbers(4));
  assert.deepEqual(await rig.parked(), []);
}

async function outlivesAnOutage(rig: Rig): Promise<void> {
  const keys = Array.from({ length: 4 }, () => rig.newKey());
  const goAway = () => rig.kind.goAway?.() ?? rig.server!.close(); // listening since the line below
  rig.listen();
  rig.relay.start();
  await rig.announceMany(keys, 1);
  await rig.eventually(async () => assert.equal((await rig.effects()).length, 4));

  await goAway();
  for (let version = 2; version <= 6; version += 1) {
    await rig.announce(...keys.map((key) => ({ key, version })));
  }
  await rig.eventually(() => rig.relay.figures().errors > 0);
  await (rig.kind.comeBack?.() ?? rig.restartConsumer());

  await rig.eventually(async () => assert.equal((await rig.effects()).length, 24));
  for (const key of keys) assert.deepEqual(await rig.versionsOf(key), numbers(6));
}

async function reportsADeadConsumer(rig: Rig): Promise<void> {
  const key = rig.newKey();
  rig.listen();
  rig.relay.start();
  await rig.announce({ key, version: 1 });
  await rig.eventually(async () => assert.deepEqual(await rig.versionsOf(key), [1]));
  assert.equal(rig.server!.problem(), null); // listening since above

  await rig.kind.killConsumer(rig.server!);

  await rig.eventually(() => rig.server!.problem() !== null);
  await rig.announce({ key, version: 2 });
  // It comes back by itself, or is started again by whoever watches readiness.
  if (!rig.kind.goAway) await rig.restartConsumer();
  await rig.eventually(async () => assert.deepEqual(await rig.versionsOf(key), [1, 2]));
  await rig.eventually(() => rig.server!.problem() === null);
}

async function carriesTombstones(rig: Rig): Promise<void> {
  const key = rig.newKey();
  rig.listen();
  await rig.broker.publish([rig.erased({ key, version: 1 })]);
  const tombstone = await rig.bury(key);
  assert.equal(await rig.relay.drain(), 1);
  await rig.broker.publish([rig.erased({ key, version: 2 })]);

  await rig.eventually(async () => assert.deepEqual(await rig.versionsOf(key), [1, 2]));
  assert.deepEqual(await rig.parked([tombstone]), []);
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export const guarantees = {
  order: { title: 'keeps the order of each key', check: keepsOrderPerKey },
  throw: { title: 'delivers again after a throw, in order', check: deliversAgainAfterThrow },
  consumerCrash: { title: 'loses and doubles nothing when the consumer dies', check: survivesCrashOfConsumer },
  relayCrash: { title: 'survives a relay that dies between sending and marking', check: survivesCrashOfRelay },
  duplicates: { title: 'makes duplicates harmless', check: makesDuplicatesHarmless },
  poison: {
    title: 'parks a poison message without stalling its neighbours, and takes it up again',
    check: parksPoison,
  },
  unreadable: { title: 'parks what it cannot read, with the reason', check: parksWhatItCannotRead },
  place: { title: 'never moves past work that a database outage stopped', check: keepsItsPlaceWhileTheDatabaseIsAway },
  outage: {
    title: 'takes writes while the broker is away, and delivers all of them afterwards',
    check: outlivesAnOutage,
  },
  tombstone: { title: 'carries tombstones, which readers pass over', check: carriesTombstones },
  health: { title: 'reports a dead consumer until it listens again', check: reportsADeadConsumer },
} as const satisfies Record<string, Guarantee>;
