import type { Broker, BrokerMessage, Consumer } from '../src/brokers/broker.js';

/** Keeps what is published, in order; nothing listens. */
export class RecordingBroker implements Broker {
  readonly published: BrokerMessage[] = [];
  /** Thrown by the next calls while it is set. */
  failure: Error | null = null;

  async publish(messages: readonly BrokerMessage[]): Promise<void> {
    if (this.failure) throw this.failure;
    this.published.push(...messages);
  }

  /** The `reason` of each event, in the order of their first appearance. */
  reasons(key?: string): string[] {
    const wanted = this.published.filter((message) => key === undefined || message.key === key);
    return [...new Set(wanted.map(({ value }) => String(JSON.parse(String(value)).reason)))];
  }

  subscribe(): Consumer {
    throw new Error('Nobody listens to a recording.');
  }
  offerHistory(): void {}
  async close(): Promise<void> {}
}
