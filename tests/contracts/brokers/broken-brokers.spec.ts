import { describe, expect, it } from '@jest/globals';

import {
  AcknowledgesBeforeKeeping,
  ChokesOnTombstones,
  ForgetsIds,
  LooksHealthy,
  LosesMessages,
  MovesOffsetsTooEarly,
  NeverGivesUp,
  Reorders,
} from './broken-brokers.js';
import { guarantees } from './guarantees.js';
import { Rig, type BrokerKind } from './rig.js';

/** Which promise each broken broker breaks; the suite is worth nothing if it lets one of them pass. */
const broken = [
  [LosesMessages, guarantees.order],
  [Reorders, guarantees.order],
  [MovesOffsetsTooEarly, guarantees.throw],
  [MovesOffsetsTooEarly, guarantees.consumerCrash],
  [MovesOffsetsTooEarly, guarantees.place],
  [NeverGivesUp, guarantees.poison],
  [ForgetsIds, guarantees.relayCrash],
  [ForgetsIds, guarantees.duplicates],
  [AcknowledgesBeforeKeeping, guarantees.outage],
  [ChokesOnTombstones, guarantees.tombstone],
  [LooksHealthy, guarantees.health],
] as const;

describe('the contract of brokers', () => {
  it.each(broken.map(([Broker, { title, check }]) => ({ name: Broker.name, Broker, title, check })))(
    'catches that $name not "$title"',
    async ({ Broker, check }) => {
      const kind: BrokerKind = {
        connect: () => new Broker(),
        // Behind the back of the server, which would otherwise report its own end.
        killConsumer: async (server) => {
          const consumer: { stop(): Promise<void> } = Reflect.get(server, 'consumer');
          await consumer.stop();
        },
      };
      const rig = await Rig.open(kind, 2_500);
      try {
        await expect(check(rig)).rejects.toThrow();
      } finally {
        await abandon(rig);
      }
    },
  );
});

/** A broken broker may never come to rest; its databases go all the same. */
async function abandon(rig: Rig): Promise<void> {
  const closing = rig.close().catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([closing, new Promise((resolve) => (timer = setTimeout(resolve, 1_000)))]);
  clearTimeout(timer);
  await Promise.all([rig.owner.drop(), rig.reader.drop()].map((dropping) => dropping.catch(() => undefined)));
}
