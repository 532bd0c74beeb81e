/** A record as it travels: the same bytes and headers on both brokers, so that what one refuses the other refuses too. */
export interface BrokerMessage {
  readonly topic: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
}

export interface Subscription {
  /** Consumer group, stable for ever: `quiz.catalog`. */
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Resolves when the message is dealt with for good (done, duplicate or parked). Until then the broker moves no offset
   * past it; a rejection means: again, after a while, and nothing of the same key before. Messages of one lane come one
   * after the other; messages of different lanes may come at the same time.
   */
  readonly onMessage: (message: BrokerMessage, lane: string) => Promise<void>;
  /** Whether the group has never been given the history of the topic; asked once per topic before live messages flow. */
  readonly needsReplay: (topic: string) => Promise<boolean>;
  readonly replayed: (topic: string) => Promise<void>;
}

export interface Lag {
  readonly topic: string;
  readonly partition: number;
  readonly messages: number;
}

export interface Consumer {
  /** Null while the consumer works or is only waiting for its broker; a sentence when it is dead or stuck. */
  problem(): string | null;
  /** How far the group is behind, per partition; empty where the broker keeps no backlog of its own. */
  lag(): Promise<readonly Lag[]>;
  /** Finishes the message in hand and leaves the group. */
  stop(): Promise<void>;
}

/** The history of some topics, for a broker that keeps none itself. */
export interface History {
  readonly topics: readonly string[];
  /** Messages in the order they were announced, after the given position; an empty page is the end. */
  read(topic: string, after: string): Promise<readonly { position: string; message: BrokerMessage }[]>;
}

/** The promises of both brokers are in tests/contracts; order is promised per key and nowhere else. */
export interface Broker {
  /** Resolves when every message is kept safely, in order per key. After a rejection any part of the batch may be. */
  publish(messages: readonly BrokerMessage[]): Promise<void>;
  /** Returns at once; connecting, and waiting for topics that do not exist yet, go on behind it. */
  subscribe(subscription: Subscription): Consumer;
  /** Offered by each service for the topics it owns. A broker with a log of its own does not need it. */
  offerHistory(history: History): void;
  close(): Promise<void>;
}
