import { rows } from '#libs/platform';
import type { EntityManager } from 'typeorm';

/** Stands where the name of an inviter stood. */
const formerInviter = 'Somebody who has left';

/**
 * Everything that names a person, besides the account itself and what goes with it by its foreign keys (sessions with their
 * tokens, links, messages of the account).
 */
export async function forgetPerson(
  manager: EntityManager,
  { id, email }: { id: string; email: string },
): Promise<void> {
  await manager.query('DELETE FROM sign_in_audit WHERE account_id = $1', [id]);
  await manager.query('DELETE FROM reset_request WHERE email = $1', [email]);
  // Messages to others that wait with the person's name in them; the invitation itself can be sent again.
  await manager.query(
    `DELETE FROM mail WHERE recipient = $2 OR (kind = 'invitation' AND state <> 'sent' AND about IN (
       SELECT invitation.id FROM invitation WHERE invited_by = $1))`,
    [id, email],
  );
  await manager.query('DELETE FROM invitation WHERE email = $1', [email]);
  await manager.query('UPDATE invitation SET invited_by_name = $2 WHERE invited_by = $1', [id, formerInviter]);
  // Messages that could not be dealt with are kept whole. They are few, so they may be searched.
  await manager.query(
    `DELETE FROM parked_message
     WHERE position(convert_to($1, 'UTF8') IN value) > 0
        OR position(convert_to($2, 'UTF8') IN value) > 0
        OR position($2 IN lower(encode(value, 'escape'))) > 0`,
    [id, email],
  );
}

/** Locks the active administrators, so that two who leave at once do not both take the other for the last. */
export async function otherAdministrators(manager: EntityManager, id: string): Promise<number> {
  const admins = await rows<{ id: string }>(
    manager,
    `SELECT id FROM account WHERE 'admin' = ANY (roles) AND status = 'active' ORDER BY id FOR UPDATE`,
  );
  return admins.filter((admin) => admin.id !== id).length;
}
