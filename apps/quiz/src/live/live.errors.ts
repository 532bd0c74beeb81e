import { Refusal } from '#libs/platform';

export class TooManyStreams extends Refusal {
  readonly kind = 'limited';
  readonly code = 'too_many_streams';
  override readonly retryAfterSeconds = 30;

  constructor(streamsMax: number) {
    super(`You watch ${streamsMax} live boards already, which is the most at once. Close one, or read the dashboard.`);
  }
}

export class NoStreamFree extends Refusal {
  readonly kind = 'unavailable';
  readonly code = 'no_stream_free';
  override readonly retryAfterSeconds = 30;

  constructor() {
    super('As many live boards are open as this server keeps. Read the dashboard meanwhile, and try again shortly.');
  }
}
