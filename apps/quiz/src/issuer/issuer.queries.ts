import type { PublicKeyDocument, PublicKeyJwk } from '#libs/credentials';
import { rows } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';

interface KeyRow {
  kid: string;
  /** Whose credentials it signs. */
  issuerUrl: string;
  /** Null once the key is retired: nothing can be signed with it any more. */
  sealed: string | null;
  createdAt: Date;
  signsFrom: Date;
  madeBy: string | null;
  reason: string | null;
}

export type IssuerKeyRow = KeyRow &
  ({ kind: 'ed25519'; document: PublicKeyDocument } | { kind: 'rsa'; document: PublicKeyJwk });

/** Two keys a rotation, rotated some times a year: all of them, oldest first. */
export function readKeys(manager: EntityManager | DataSource): Promise<IssuerKeyRow[]> {
  return rows<IssuerKeyRow>(
    manager,
    `SELECT kid, kind, issuer_url AS "issuerUrl", document, sealed_private_key AS sealed, created_at AS "createdAt",
       signs_from AS "signsFrom", made_by AS "madeBy", reason
     FROM issuer_key ORDER BY signs_from, created_at, kid`,
  );
}

/** Replicas that start together, and administrators who rotate together, take turns; readers are not held up. */
export async function lockKeys(manager: EntityManager): Promise<void> {
  await rows(manager, 'LOCK TABLE issuer_key IN SHARE ROW EXCLUSIVE MODE');
}

export async function insertKey(manager: EntityManager, key: IssuerKeyRow): Promise<void> {
  await rows(
    manager,
    `INSERT INTO issuer_key (kid, kind, issuer_url, document, sealed_private_key, created_at, signs_from, made_by, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      key.kid,
      key.kind,
      key.issuerUrl,
      JSON.stringify(key.document),
      key.sealed,
      key.createdAt,
      key.signsFrom,
      key.madeBy,
      key.reason,
    ],
  );
}

/** Of every key, for a secret that is lost; tells which had one. Without them the service makes new keys when it starts. */
export async function dropPrivateKeys(manager: EntityManager | DataSource): Promise<string[]> {
  const dropped = await rows<{ kid: string }>(
    manager,
    `WITH dropped AS (UPDATE issuer_key SET sealed_private_key = NULL WHERE sealed_private_key IS NOT NULL RETURNING kid)
     SELECT kid FROM dropped ORDER BY kid`,
  );
  return dropped.map(({ kid }) => kid);
}

/** What cannot be read from a backup cannot be used to forge: of retired keys only the public half is kept. */
export async function dropPrivateHalves(manager: EntityManager, kids: readonly string[]): Promise<void> {
  await rows(manager, 'UPDATE issuer_key SET sealed_private_key = NULL WHERE kid = ANY ($1)', [kids]);
}
