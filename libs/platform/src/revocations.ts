import type { Logger } from 'pino';

export interface Standing {
  userId: string;
  /** Tokens issued before this moment are refused. */
  tokensValidFrom: Date;
}

/** Reads the accounts whose tokens were cut short within the life of an access token; each service has its own table for it. */
export type StandingReader = () => Promise<readonly Standing[]>;

/**
 * Access tokens live ten minutes, so only accounts that changed within that time matter: a small list, read again every
 * few seconds by each replica, ends a revoked token within the promised 60 seconds without a look-up per request.
 */
export class Revocations {
  private cutOff = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly read: StandingReader,
    private readonly logger: Logger,
    private readonly intervalMs = 10_000,
  ) {}

  async start(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.refresh(), this.intervalMs);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  covers(userId: string, issuedAt: Date): boolean {
    const from = this.cutOff.get(userId);
    // `iat` has whole seconds: a token issued in the very second of the cut counts as newer.
    return from !== undefined && issuedAt.getTime() < Math.floor(from / 1_000) * 1_000;
  }

  async refresh(): Promise<void> {
    try {
      const standings = await this.read();
      this.cutOff = new Map(standings.map((standing) => [standing.userId, standing.tokensValidFrom.getTime()]));
    } catch (error) {
      // Stale rights would open doors, but an outage of the own database refuses every request anyway; the list stays as it was.
      this.logger.warn({ err: error }, 'revoked tokens not refreshed');
    }
  }
}
