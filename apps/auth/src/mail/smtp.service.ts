import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

import { AuthConfig, type SmtpServer } from '../config.js';
import type { Letter } from './letter.js';
import { oneLine } from './letter.js';

export interface Posting {
  readonly id: string;
  readonly recipient: string;
  readonly letter: Letter;
}

/** `final` when this message or this recipient is refused for good; the rest may pass. */
export type Posted = { isSent: true } | { isSent: false; isFinal: boolean; reason: string };

const reasonLengthMax = 300;
/** nodemailer reads lists and names out of whatever it is given, envelopes too. */
const oneAddress = /^[^\s,;:<>()[\]"@]+@[^\s,;:<>()"@]+$/u;

/** The mail server. One recipient per message; the certificate is always checked, and that cannot be switched off. */
@Injectable()
export class Smtp implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(private readonly config: AuthConfig) {
    const { server } = config.mail;
    this.transport = server === null ? null : connect(server);
  }

  get isConfigured(): boolean {
    return this.transport !== null;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  async post({ id, recipient, letter }: Posting): Promise<Posted> {
    if (this.transport === null) throw new Error('there is no mail server to post to');
    if (!oneAddress.test(recipient)) return { isSent: false, isFinal: true, reason: 'This is not one address.' };
    const { from } = this.config.mail;
    const host = new URL(this.config.publicUrl).hostname;
    try {
      await this.transport.sendMail({
        from: { name: oneLine(from.name), address: from.address },
        to: { name: '', address: recipient },
        envelope: { from: from.address, to: [recipient] },
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
        // The same for every attempt, so that a message sent twice after a crash is one for who receives it.
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(letter) },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { isSent: true };
    } catch (error) {
      return { isSent: false, ...judge(error) };
    }
  }
}

/** RFC 2369 and RFC 8058. Large mail services ask for both, and for a signature of the sending server over them. */
function unsubscribing({ unsubscribeUrl }: Letter): Record<string, string> {
  if (unsubscribeUrl === undefined) return {};
  return { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function connect({ host, port, isTls, requiresTls, user, ca }: SmtpServer): Transporter {
  return createTransport({
    pool: true,
    maxConnections: 2,
    maxMessages: 100,
    host,
    port,
    secure: isTls,
    requireTLS: requiresTls,
    ...(user === null ? {} : { auth: { user: user.name, pass: user.password } }),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === null ? {} : { ca }) },
    dnsTimeout: 5_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
}

/** A 5xx about the envelope or the message is final; about signing in or the connection it is the operator's to mend. */
function judge(error: unknown): { isFinal: boolean; reason: string } {
  const { code, responseCode, message } = Object(error) as {
    code?: unknown;
    responseCode?: unknown;
    message?: unknown;
  };
  const isRefusal = code === 'EENVELOPE' || code === 'EMESSAGE';
  return {
    isFinal: isRefusal && typeof responseCode === 'number' && responseCode >= 500,
    reason: oneLine(typeof message === 'string' ? message : 'unknown').slice(0, reasonLengthMax),
  };
}
