import { InProcessBroker, type Broker, type BrokerMessage, type Consumer, type Subscription } from '#libs/messaging';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** A broker that keeps its promises, for the ones below to break one of. */
class Honest implements Broker {
  protected readonly inner = new InProcessBroker([], log);

  publish(messages: readonly BrokerMessage[]): Promise<void> {
    return this.inner.publish(messages);
  }
  subscribe(subscription: Subscription): Consumer {
    return this.inner.subscribe(subscription);
  }
  offerHistory(): void {}
  close(): Promise<void> {
    return this.inner.close();
  }
}

/** Acknowledges every message and loses each seventh. */
export class LosesMessages extends Honest {
  private count = 0;

  override publish(messages: readonly BrokerMessage[]): Promise<void> {
    return super.publish(messages.filter(() => (this.count += 1) % 7 !== 0));
  }
}

/** Sends the end of a batch first, as two relays side by side would. */
export class Reorders extends Honest {
  override publish(messages: readonly BrokerMessage[]): Promise<void> {
    return super.publish(messages.toReversed());
  }
}

/** Moves past a message as soon as it was handed over, whatever comes of it. */
export class MovesOffsetsTooEarly extends Honest {
  override subscribe(subscription: Subscription): Consumer {
    return super.subscribe({
      ...subscription,
      onMessage: (message, lane) => subscription.onMessage(message, lane).catch(() => undefined),
    });
  }
}

/** Hands a failed message over again for ever, and everything of its lane waits behind it. */
export class NeverGivesUp extends Honest {
  override subscribe(subscription: Subscription): Consumer {
    return super.subscribe({
      ...subscription,
      onMessage: async (message, lane) => {
        try {
          await subscription.onMessage(message, lane);
        } catch {
          await new Promise(() => {});
        }
      },
    });
  }

  /** Its lanes never settle. */
  override async close(): Promise<void> {}
}

/** Takes every repeat for a new event. */
export class ForgetsIds extends Honest {
  private count = 0;

  override publish(messages: readonly BrokerMessage[]): Promise<void> {
    const renamed = messages.map((message) => ({
      ...message,
      headers: { ...message.headers, ce_id: `renamed-${(this.count += 1)}` },
    }));
    return super.publish(renamed);
  }
}

/** Acknowledges before it has the message, and drops what nobody is there to take. */
export class AcknowledgesBeforeKeeping extends Honest {
  override async publish(messages: readonly BrokerMessage[]): Promise<void> {
    void super.publish(messages).catch(() => undefined);
  }
}

/** Says that all is well when its consumer has ended. */
export class LooksHealthy extends Honest {
  override subscribe(subscription: Subscription): Consumer {
    const consumer = super.subscribe(subscription);
    return { problem: () => null, lag: () => consumer.lag(), stop: async () => {} };
  }
}

/** Takes a message without a value for a mistake. */
export class ChokesOnTombstones extends Honest {
  override async publish(messages: readonly BrokerMessage[]): Promise<void> {
    if (messages.some(({ value }) => value === null)) throw new Error('a message has no value');
    await super.publish(messages);
  }
}
