import { Injectable } from '@nestjs/common';
import type { Role } from '#libs/contracts';
import { digestOf, Metrics, prepared, rows, secretToken } from '#libs/platform';
import type { Counter } from 'prom-client';
import { DataSource } from 'typeorm';

import { Account } from '../accounts/account.entity.js';
import { AccountsService, toResponse } from '../accounts/accounts.service.js';
import { SigningKeysService } from '../signing-keys/signing-keys.service.js';
import type { Client } from './refresh-cookie.js';
import { judgeRefresh, limitsFor, sessionsPerAccountMax } from './session.js';
import type { SessionPage, SessionResponse, SignInRequest } from './sessions.dto.js';
import { SessionEnded, SignInRefused } from './sessions.errors.js';
import { SignInGuard } from './sign-in-guard.service.js';

export interface OpenedSession {
  readonly response: SessionResponse;
  readonly refreshToken: string;
  readonly endsAt: Date;
}

interface ShownRow {
  session_id: string;
  account_id: string;
  used_at: Date | null;
  client_mark: Buffer;
  revoked_at: Date | null;
  idle_until: Date;
  ends_at: Date;
  roles: Role[];
}

const shownToken = prepared<ShownRow>(
  'auth.refresh-token',
  `SELECT token.session_id, session.account_id, token.used_at, token.client_mark, session.revoked_at, session.idle_until, session.ends_at, account.roles
   FROM refresh_token AS token JOIN session ON session.id = token.session_id JOIN account ON account.id = session.account_id
   WHERE token.hash = $1`,
);

@Injectable()
export class SessionsService {
  private readonly signIns: Counter<'outcome'>;
  private readonly refreshes: Counter<'outcome'>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountsService,
    private readonly signingKeys: SigningKeysService,
    private readonly guard: SignInGuard,
    metrics: Metrics,
  ) {
    this.signIns = metrics.counter('waymark_sign_ins_total', 'Sign-ins by outcome.', ['outcome']);
    this.refreshes = metrics.counter('waymark_sessions_refreshed_total', 'Uses of a refresh token by outcome.', [
      'outcome',
    ]);
  }

  async signIn(request: SignInRequest, client: Client): Promise<OpenedSession> {
    const account = await this.guard.check(request, client).catch((error: unknown) => {
      this.signIns.inc({ outcome: error instanceof SignInRefused ? 'refused' : 'throttled' });
      throw error;
    });
    const refreshToken = secretToken();
    const endsAt = await this.guard.open(account, { client, hash: digestOf(refreshToken) });
    this.signIns.inc({ outcome: 'signed_in' });
    return { response: await this.respond(account), refreshToken, endsAt };
  }

  /** One conditional UPDATE decides who rotates; everybody else who shows the same token repeats, or ends the family. */
  async refresh(refreshToken: string, client: Client): Promise<OpenedSession> {
    const now = this.guard.now();
    const [shown] = await shownToken(this.dataSource, [digestOf(refreshToken)]);
    if (!shown) throw this.refused('unknown');
    const session = { revokedAt: shown.revoked_at, idleUntil: shown.idle_until, endsAt: shown.ends_at };
    let verdict = judgeRefresh(
      { usedAt: shown.used_at, isSameClient: shown.client_mark.equals(client.mark), session },
      now,
    );
    const successor = this.guard.successorOf(refreshToken);
    if (verdict === 'rotate')
      verdict = await this.rotate(shown, { from: digestOf(refreshToken), to: digestOf(successor), client });
    if (verdict === 'reused') await this.endFamily(shown.session_id, 'refresh_token_reused');
    if (verdict === 'reused' || verdict === 'ended') throw this.refused(verdict);
    const account = await this.dataSource.manager.findOneBy(Account, { id: shown.account_id });
    if (!account || account.status !== 'active') throw this.refused('ended');
    this.refreshes.inc({ outcome: verdict === 'rotate' ? 'rotated' : 'repeated' });
    return { response: await this.respond(account), refreshToken: successor, endsAt: shown.ends_at };
  }

  /** Signing out is never refused: an unknown token has no session left to end. */
  async signOut(refreshToken: string | null): Promise<void> {
    if (refreshToken === null) return;
    const [shown] = await shownToken(this.dataSource, [digestOf(refreshToken)]);
    if (shown) await this.endFamily(shown.session_id, 'signed_out');
  }

  async signOutEverywhere(accountId: string): Promise<void> {
    await this.accounts.endTokens(accountId, 'signed_out_everywhere');
  }

  async list(accountId: string, refreshToken: string | null): Promise<SessionPage> {
    const current = refreshToken === null ? [] : await shownToken(this.dataSource, [digestOf(refreshToken)]);
    const found = await rows<{ id: string; created_at: Date; last_used_at: Date; user_agent: string }>(
      this.dataSource,
      `SELECT id, created_at, last_used_at, user_agent FROM session
       WHERE account_id = $1 AND revoked_at IS NULL AND idle_until > $2 AND ends_at > $2 ORDER BY last_used_at DESC LIMIT $3`,
      [accountId, this.guard.now(), sessionsPerAccountMax],
    );
    const items = found.map((session) => ({
      id: session.id,
      createdAt: session.created_at.toISOString(),
      lastUsedAt: session.last_used_at.toISOString(),
      userAgent: session.user_agent,
      isCurrent: session.id === current[0]?.session_id,
    }));
    return { items, next: null };
  }

  private async rotate(
    shown: ShownRow,
    { from, to, client }: { from: Buffer; to: Buffer; client: Client },
  ): Promise<'rotate' | 'repeat' | 'reused' | 'ended'> {
    const now = this.guard.now();
    const idleUntil = new Date(now.getTime() + limitsFor(shown.roles).idleMs);
    const rotated = await rows<{ session_id: string }>(
      this.dataSource,
      `WITH used AS (
         UPDATE refresh_token SET used_at = $3 WHERE hash = $1 AND used_at IS NULL RETURNING session_id
       ), live AS (
         UPDATE session SET last_used_at = $3, idle_until = $4 FROM used WHERE session.id = used.session_id AND session.revoked_at IS NULL RETURNING session.id
       )
       INSERT INTO refresh_token (hash, session_id, client_mark, created_at) SELECT $2, live.id, $5, $3 FROM live RETURNING session_id`,
      [from, to, now, idleUntil, client.mark],
    );
    if (rotated.length > 0) return 'rotate';
    const [again] = await shownToken(this.dataSource, [from]);
    if (!again || again.used_at === null) return 'ended';
    return judgeRefresh(
      {
        usedAt: again.used_at,
        isSameClient: again.client_mark.equals(client.mark),
        session: { revokedAt: again.revoked_at, idleUntil: again.idle_until, endsAt: again.ends_at },
      },
      now,
    );
  }

  private async endFamily(sessionId: string, because: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE session SET revoked_at = $2, revoked_because = $3 WHERE id = $1 AND revoked_at IS NULL',
      [sessionId, this.guard.now(), because],
    );
  }

  private refused(outcome: 'unknown' | 'reused' | 'ended'): SessionEnded {
    this.refreshes.inc({ outcome });
    return new SessionEnded();
  }

  private async respond(account: Account): Promise<SessionResponse> {
    return { ...(await this.signingKeys.sign(account)), account: toResponse(account) };
  }
}
