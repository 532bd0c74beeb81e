import { ApiProblem, type LiveFigures, type WatchOptions, type LiveEvent } from '#libs/api-client';

/** How a board gets its figures now. */
export type LiveMode = 'connecting' | 'live' | 'polling' | 'paused' | 'ended';

export interface LiveState {
  readonly mode: LiveMode;
  /** When the figures were last known to be those of the server; null before that. */
  readonly heardAt: number | null;
}

export interface BoardOptions {
  readonly open: (options: WatchOptions) => AsyncGenerator<LiveEvent>;
  /** The revision that is on the screen. */
  readonly since: () => string | null;
  readonly onFigures: (figures: LiveFigures) => void;
  readonly onState: (state: LiveState) => void;
}

/** Three heartbeats missed: the line is dead although nothing said so, as after a sleep. */
const silenceMsMax = 50_000;
const retryMsFirst = 3_000;
const retryMsMax = 30_000;

/**
 * Keeps a stream of figures open: comes back after a cut at the moment that the server gave, at once when only the token
 * was over, and not at all when the right is gone. Whoever shows the figures asks for them in the old way meanwhile.
 */
export class LiveBoard {
  private state: LiveState = { mode: 'connecting', heardAt: null };
  private cut = new AbortController();
  private waking: (() => void) | null = null;
  private watchdog: ReturnType<typeof setTimeout> | null = null;
  private retryMs = retryMsFirst;
  private failures = 0;
  private isClosed = false;

  constructor(private readonly options: BoardOptions) {}

  start(): void {
    void this.run();
  }

  /** Comes back without waiting: the network or the screen is there again. */
  nudge(): void {
    if (this.state.mode === 'live' && this.state.heardAt !== null && Date.now() - this.state.heardAt > silenceMsMax) {
      this.cut.abort();
    }
    this.waking?.();
  }

  stop(): void {
    this.isClosed = true;
    this.cut.abort();
    this.waking?.();
    if (this.watchdog !== null) clearTimeout(this.watchdog);
  }

  private async run(): Promise<void> {
    while (!this.isClosed) {
      const goesOn = await this.follow();
      if (!goesOn || this.isClosed) break;
      await this.pause();
    }
  }

  /** @returns whether to come back. */
  private async follow(): Promise<boolean> {
    this.cut = new AbortController();
    this.listenFor(silenceMsMax);
    try {
      for await (const event of this.options.open({ since: this.options.since(), signal: this.cut.signal })) {
        if (this.isClosed) return false;
        this.listenFor(silenceMsMax);
        if (event.kind === 'end') return this.ended(event.reason);
        if (event.kind === 'retry') this.retryMs = event.retryMs;
        else this.heard(event);
      }
    } catch (error) {
      if (this.isClosed) return false;
      if (error instanceof ApiProblem && (error.status === 403 || error.status === 404))
        return this.ended('right_lost');
      if (error instanceof ApiProblem && error.retryAfterSeconds !== null)
        this.retryMs = error.retryAfterSeconds * 1_000;
    }
    this.failures += 1;
    return true;
  }

  private heard(event: LiveEvent): void {
    this.failures = 0;
    if (event.kind === 'figures') this.options.onFigures(event.figures);
    this.become({ mode: 'live', heardAt: Date.now() });
  }

  private ended(reason: string): boolean {
    if (reason === 'right_lost') {
      this.become({ ...this.state, mode: 'ended' });
      return false;
    }
    // A token is renewed by the next request; that is no failure and needs no pause.
    if (reason === 'token_ended') this.retryMs = 0;
    return true;
  }

  private async pause(): Promise<void> {
    const isPlanned = this.retryMs === 0;
    if (!isPlanned) this.become({ ...this.state, mode: 'polling' });
    const ms = Math.min(retryMsMax, this.retryMs * Math.max(1, this.failures));
    if (isPlanned) this.retryMs = retryMsFirst;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.waking = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.waking = null;
  }

  private listenFor(ms: number): void {
    if (this.watchdog !== null) clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.cut.abort(), ms);
  }

  private become(state: LiveState): void {
    this.state = state;
    this.options.onState(state);
  }
}
