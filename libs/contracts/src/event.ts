import type { z } from 'zod';

import type { Topic } from './topics.js';

/**
 * One kind of fact that travels between services: a CloudEvents `type` on its aggregate's topic, with the schema of its data.
 * Contracts only grow: a field may be added as optional; anything else is a new version beside the old one.
 */
export interface EventContract<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly topic: Topic;
  /** CloudEvents `type`, for example `AttemptGraded.v1`. */
  readonly type: Type;
  readonly schema: Schema;
  /** The aggregate's id: the Kafka key, and the only thing order is promised for. */
  readonly keyOf: (data: z.output<Schema>) => string;
}

export type DataOf<Contract extends EventContract> = z.output<Contract['schema']>;

/** Declares an event. `type` carries its version (`Name.v1`), `keyOf` names the aggregate it belongs to. */
export function defineEvent<Type extends string, Schema extends z.ZodType>(
  contract: EventContract<Type, Schema>,
): EventContract<Type, Schema> {
  return Object.freeze(contract);
}
