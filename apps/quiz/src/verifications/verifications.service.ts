import { Injectable } from '@nestjs/common';
import { NoCredentialThere, readCredentialFile, type Verification } from '#libs/credentials';
import { Clock } from '#libs/platform';

import { Verifier } from '../verifier/verifier.service.js';
import { EvidenceService } from './evidence.service.js';
import { VerificationLimits } from './verification-limits.service.js';
import type { VerificationResponse, VerifyRequest } from './verifications.dto.js';
import { NothingToVerify } from './verifications.errors.js';

/** Lists whose newest edition is remembered; beyond that the longest unseen are forgotten first. */
const listsMax = 1_000;

/** Checks any badge for anybody: ours against our own tables, others as far as this server may look. */
@Injectable()
export class VerificationsService {
  /** An issuer cannot take a revocation back by serving an older list again. */
  private readonly newestLists = new Map<string, Date>();

  constructor(
    private readonly clock: Clock,
    private readonly evidence: EvidenceService,
    private readonly limits: VerificationLimits,
    private readonly verifier: Verifier,
  ) {}

  verify(request: VerifyRequest, address: string): Promise<VerificationResponse> {
    return this.limits.run(address, async () => {
      const bytes = 'url' in request ? await this.evidence.download(request.url) : Buffer.from(request.text, 'utf8');
      return this.answer(bytes, request.recipientEmail);
    });
  }

  verifyFile(bytes: Uint8Array, address: string): Promise<VerificationResponse> {
    return this.limits.run(address, () => this.answer(bytes));
  }

  private async answer(bytes: Uint8Array, recipientEmail?: string): Promise<VerificationResponse> {
    const { format, credential } = opened(bytes);
    const { issuerUrl } = this.evidence;
    let reason: string | null = null;
    const verification = await this.verifier.verify(credential, {
      resolve: (url) => this.evidence.resolve(url),
      now: this.clock.now(),
      newestListSeen: (url) => this.newestLists.get(url) ?? null,
      statusOf: async (id, issuer) => {
        if (issuer !== issuerUrl) return undefined;
        const row = await this.evidence.ownRow(id);
        reason = row?.statusReason ?? null;
        return row?.status ?? null;
      },
      ...(recipientEmail === undefined ? {} : { recipientEmail }),
    });
    this.remember(verification);
    const { isValid, checks, warnings, facts } = verification;
    // A forgery names whom it likes: only a signature and its key tell who issued it.
    const isProven = checks.every(({ name, outcome }) => (name !== 'proof' && name !== 'issuer') || outcome === 'pass');
    const isOurs = isProven && facts?.issuer.id === issuerUrl;
    return {
      isValid,
      format,
      checks: checks.map((check) =>
        check.name === 'status' && reason !== null ? { ...check, detail: `${check.detail} ${reason}` } : check,
      ),
      warnings: [...warnings],
      isOurs,
      pageUrl: isOurs ? this.evidence.pageOf(facts.id) : null,
      credential: facts === null ? null : withLists(facts),
    };
  }

  private remember({ statusLists }: Verification): void {
    for (const { url, validFrom } of statusLists) {
      const known = this.newestLists.get(url);
      this.newestLists.delete(url);
      this.newestLists.set(url, known !== undefined && known > validFrom ? known : validFrom);
    }
    for (const url of [...this.newestLists.keys()].slice(0, Math.max(0, this.newestLists.size - listsMax))) {
      this.newestLists.delete(url);
    }
  }
}

function opened(bytes: Uint8Array) {
  try {
    return readCredentialFile(bytes);
  } catch (error) {
    if (error instanceof NoCredentialThere) throw new NothingToVerify(error.message);
    throw error;
  }
}

/** Answers are plain values, which their schema lets grow. */
function withLists(facts: NonNullable<Verification['facts']>): NonNullable<VerificationResponse['credential']> {
  const { recipient, results, achievement, issuer, ...rest } = facts;
  return {
    ...rest,
    issuer: { ...issuer },
    achievement: { ...achievement },
    recipient: { ...recipient, identifiers: [...recipient.identifiers] },
    results: [...results],
  };
}
