import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

/** Several events of one topic and type in one statement; `data` as `Outbox.parameters` checked it. */
export async function announceAll(
  manager: EntityManager,
  { topic, type, key, data }: { topic: string; type: string; key: string; data: readonly string[] },
): Promise<void> {
  if (data.length === 0) return;
  await rows(
    manager,
    `SELECT outbox_add($1, $2, $3, event::jsonb) FROM unnest($4::text[]) WITH ORDINALITY AS e (event, place) ORDER BY place`,
    [topic, type, key, data],
  );
}
