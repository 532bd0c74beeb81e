import type { DataOf, EventContract } from '#libs/contracts';
import 'reflect-metadata';
import { EventPattern, RpcException } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';

export interface ReceivedEvent<Data> {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly time: string;
  readonly key: string;
  readonly traceparent?: string;
  readonly data: Data;
}

/** What a handler gets: the event, checked against its contract, and the transaction in which its effect belongs. */
export interface Delivery<Contract extends EventContract = EventContract> {
  readonly event: ReceivedEvent<DataOf<Contract>>;
  /** The transaction that also claims the event: the effect and the claim are committed together or not at all. */
  readonly manager: EntityManager;
}

/** What a handler threw, by the delivery it was given: Nest's own filter replaces it by "Internal server error". */
const failures = new WeakMap<object, unknown>();

export function failureOf(delivery: object): unknown {
  return failures.get(delivery);
}

/**
 * Makes a controller's method the handler of one event type in one consumer group.
 *
 *     @OnEvent('quiz.catalog', CoursePublished)
 *     goLive(@Payload() { event, manager }: Delivery<typeof CoursePublished>) { ... }
 *
 * The method returns when the effect is in the transaction. A refusal that it throws parks the message; anything else
 * rolls back and is tried again.
 */
export function OnEvent(group: string, contract: EventContract): MethodDecorator {
  return (target, property, descriptor: PropertyDescriptor) => {
    const handle: unknown = descriptor.value;
    if (typeof handle !== 'function') throw new TypeError(`${String(property)} is not a method.`);
    descriptor.value = async function keepFailure(this: unknown, delivery: object, ...rest: unknown[]) {
      try {
        return await handle.call(this, delivery, ...rest);
      } catch (error) {
        failures.set(delivery, error);
        // Nest logs anything else at error level with its stack, refusals too, and then forgets it.
        throw new RpcException('kept');
      }
    };
    for (const key of Reflect.getMetadataKeys(handle)) {
      Reflect.defineMetadata(key, Reflect.getMetadata(key, handle), descriptor.value);
    }
    EventPattern(contract.type, transportOf(group))(target, property, descriptor);
  };
}

/** Nest matches handlers to the transport with the same symbol, so a service can have several consumer groups. */
export function transportOf(group: string): symbol {
  return Symbol.for(group);
}
