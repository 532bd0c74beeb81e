export { CreateMessagingTables } from './create-messaging-tables.js';
export { OnEvent, type Delivery, type ReceivedEvent } from './on-event.js';
export { Outbox } from './outbox/outbox.js';
export { Relay } from './outbox/relay.js';
