export { BrokerServer } from './broker-server.js';
export type { Broker, BrokerMessage, Consumer, History, Lag, Subscription } from './brokers/broker.js';
export { createTopics, type CreateTopicsOptions, type CreateTopicsReport } from './brokers/create-topics.js';
export { InProcessBroker } from './brokers/in-process-broker.js';
export { KafkaBroker, type KafkaBrokerOptions } from './brokers/kafka-broker.js';
export { CreateMessagingTables } from './create-messaging-tables.js';
export {
  countParked,
  dropParked,
  listParked,
  requeueParked,
  showParked,
  type ParkedFilter,
  type ParkedMessage,
  type ParkedSummary,
} from './inbox/parking.js';
export type { Log } from './log.js';
export { Messaging, type MessagingFigures, type MessagingOptions } from './messaging.js';
export { OnEvent, type Delivery, type ReceivedEvent } from './on-event.js';
export { Outbox } from './outbox/outbox.js';
export { Relay } from './outbox/relay.js';
