import type { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came over the wire. */
  readonly raw: string;
  readonly isEncrypted: boolean;
}

export interface MailServerOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Offers STARTTLS with this certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** A real SMTP server that keeps what it is given, and refuses the recipients it is told to. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Addresses that do not exist here. */
  readonly refused = new Set<string>();

  private constructor(private readonly server: SMTPServer) {}

  static async start({ port = 0, tls }: MailServerOptions = {}): Promise<MailServer> {
    const { SMTPServer: Server } = await import('smtp-server');
    const server = new Server({
      authOptional: true,
      disableReverseLookup: true,
      closeTimeout: 100,
      ...(tls ?? { hideSTARTTLS: true }),
      onRcptTo: ({ address }, _session, done) =>
        done(mail.refused.has(address) ? Object.assign(new Error('no such mail box'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        let raw = '';
        stream.setEncoding('utf8');
        stream.on('data', (chunk: string) => (raw += chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          mail.received.push({ from, to: rcptTo.map(({ address }) => address), raw, isEncrypted: session.secure });
          done();
        });
      },
    });
    const mail = new MailServer(server);
    // Clients that hang up in the middle are part of the tests.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return mail;
  }

  get port(): number {
    const address = this.server.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The headers of a message, unfolded. */
export function mailHeaders({ raw }: ReceivedMail): string[] {
  return (raw.split('\r\n\r\n', 1)[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');
}

/** Everything a message says, with soft line breaks and encoded characters undone. */
export function mailWords({ raw }: ReceivedMail): string {
  const joined = raw.replace(/=\r\n/g, '');
  return joined.replace(/(=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
}
