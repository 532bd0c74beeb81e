import {
  type CredentialState,
  type Resolved,
  type Verification,
  verifyCredential,
  type VerifyOptions,
} from '#libs/credentials';

/** What a verification needs to know from outside of its thread. */
export type Question =
  | { readonly what: 'document'; readonly url: string }
  | { readonly what: 'status'; readonly credentialId: string; readonly issuer: string };

/** A document comes with the start of its newest edition that was ever seen, for lists of statuses. */
export type Answer =
  | { readonly what: 'document'; readonly resolved: Resolved; readonly seen: Date | null }
  | { readonly what: 'status'; readonly status: CredentialState | null | undefined };

/** The part of the options that can be sent to a thread; the rest is asked for. */
export interface Verifying extends Pick<VerifyOptions, 'now' | 'expectedIssuer' | 'recipientEmail'> {
  readonly credential: unknown;
  readonly asksStatus: boolean;
}

/** Verifies, and asks for everything else that it needs to know. */
export async function verifyByAsking(
  { credential, asksStatus, ...options }: Verifying,
  ask: (question: Question) => Promise<Answer>,
): Promise<Verification> {
  const seen = new Map<string, Date | null>();
  const statusOf = async (credentialId: string, issuer: string) => {
    const answer = await ask({ what: 'status', credentialId, issuer });
    return answer.what === 'status' ? answer.status : null;
  };
  return verifyCredential(credential, {
    ...options,
    resolve: async (url) => {
      const answer = await ask({ what: 'document', url });
      if (answer.what !== 'document') return { found: false, why: `${url} was not read.` };
      seen.set(url, answer.seen);
      return answer.resolved;
    },
    // A list is always read before its age is judged.
    newestListSeen: (url) => seen.get(url) ?? null,
    ...(asksStatus ? { statusOf } : {}),
  });
}

/** The other side: answers from the options of whoever wants to know. */
export async function answerFrom(options: VerifyOptions, question: Question): Promise<Answer> {
  if (question.what === 'status') {
    return { what: 'status', status: await options.statusOf?.(question.credentialId, question.issuer) };
  }
  const resolved = await options.resolve(question.url);
  return { what: 'document', resolved, seen: options.newestListSeen?.(question.url) ?? null };
}

/** To the thread: something to verify, an answer to its question, or that there is none. */
export type ToThread =
  | { readonly call: number; readonly verifying: Verifying }
  | { readonly question: number; readonly answer: Answer | null };

/** From the thread: a question of a call, or the end of it. */
export type FromThread =
  | { readonly call: number; readonly number: number; readonly question: Question }
  | { readonly call: number; readonly verification: Verification }
  | { readonly call: number; readonly fault: string };
