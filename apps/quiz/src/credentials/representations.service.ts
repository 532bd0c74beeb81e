import { Injectable } from '@nestjs/common';
import { badgeSvg, bakePng, bakeSvg, type PaperSize, plainText } from '#libs/credentials';
import { Clock, etagOf, isKnownBy, NotFound } from '#libs/platform';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { IssuerService } from '../issuer/issuer.service.js';
import { credentialPage, pageHeaders } from './credential-page.js';
import { achievementWords, badgeOf, publicName, type SignedRow, withdrawal } from './credential-view.js';
import { RepresentationMissing } from './credentials.errors.js';
import { credentialById, credentialHistory } from './credentials.queries.js';
import { CredentialsService } from './credentials.service.js';
import { PicturesService } from './pictures.service.js';
import { dispositionOf, type Format, formatRules } from './representation.js';

export interface Representation {
  readonly status: 200 | 304 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What is asked for, and what the asker has already. */
export interface Wanted {
  readonly format: Format;
  readonly size: PaperSize;
  readonly ifNoneMatch: string | undefined;
}

/** As large as the art of a badge is drawn. */
const pictureWidth = 512;

/** A credential in each of its forms. What does not hold any more is still served: it verifies as revoked, and the forms for people say so. */
@Injectable()
export class RepresentationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly issuer: IssuerService,
    private readonly credentials: CredentialsService,
    private readonly pictures: PicturesService,
  ) {}

  async represent(credentialId: string, { format, size, ifNoneMatch }: Wanted): Promise<Representation> {
    const row = await this.find(credentialId);
    const { contentType, extension, disposition, policy } = formatRules[format];
    const body = await this.bodyOf(row, format, size);
    return answer(body, ifNoneMatch, {
      'content-type': contentType,
      'content-security-policy': policy,
      'content-disposition': dispositionOf(disposition, row.title, extension),
      // Statuses change and holders change their mind: kept copies are asked about each time.
      'cache-control': 'no-cache',
      vary: 'accept',
    });
  }

  /** The picture that other sites show beside a link: 1200 x 630 pixels, PNG. */
  async social(credentialId: string, ifNoneMatch: string | undefined): Promise<Representation> {
    const row = await this.find(credentialId);
    const input = {
      ...badgeOf(row),
      learnerName: publicName(row),
      issuerName: this.issuer.profile.name,
      host: new URL(this.issuer.publicUrl).host,
      mark: withdrawal(row, this.clock.now())?.word ?? null,
    };
    return answer(await this.pictures.draw({ what: 'social', input }), ifNoneMatch, {
      'content-type': 'image/png',
      'content-security-policy': formatRules.png.policy,
      'cache-control': 'public, max-age=300',
    });
  }

  /** The page for people, with words and picture for previews of its link; for an id that nobody has the bare application. */
  async page(credentialId: string): Promise<Representation> {
    const [row] = z.uuid().safeParse(credentialId).success ? await credentialById(this.dataSource, [credentialId]) : [];
    const body = utf8(credentialPage(row === undefined ? null : this.previewOf(row)));
    return { status: row === undefined ? 404 : 200, headers: pageHeaders, body };
  }

  private previewOf(row: SignedRow) {
    const name = publicName(row);
    const mark = withdrawal(row, this.clock.now())?.word;
    const kind = row.kind === 'section_badge' ? 'Section badge' : 'Course certificate';
    const day = row.issuedAt.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const words = `${kind} of the course ${row.courseTitle}, issued by ${this.issuer.profile.name} on ${day}.`;
    return {
      title: plainText(name === null ? row.title : `${name}: ${row.title}`, 200),
      description: plainText(mark === undefined ? words : `${mark}. ${words}`, 300),
      url: this.credentials.pageOf(row.id),
      imageUrl: this.credentials.pictureUrlOf(row.id),
    };
  }

  private async bodyOf(row: SignedRow, format: Format, size: PaperSize): Promise<Uint8Array> {
    switch (format) {
      case 'json':
        return utf8(JSON.stringify(await this.publicView(row)));
      case 'json-ld':
        return utf8(documentOf(row) ?? missing('signed document'));
      case 'jwt':
        return utf8(row.jwt === null || row.jwt === '' ? missing('JWT') : row.jwt);
      case 'svg':
        return utf8(this.bakedSvg(row));
      case 'png':
        return this.bakedPng(row);
      case 'pdf':
        return this.certificate(row, size);
      default:
        return unreachable(format);
    }
  }

  private async publicView(row: SignedRow) {
    return {
      ...this.credentials.view(row),
      learnerName: publicName(row),
      ...achievementWords(row.document),
      issuerName: this.issuer.profile.name,
      document: documentOf(row) === null ? null : row.document,
      hasJwt: row.jwt !== null && row.jwt !== '',
      history: await credentialHistory(this.dataSource, [row.id]),
    };
  }

  private bakedSvg(row: SignedRow): string {
    const document = documentOf(row);
    const svg = badgeSvg(badgeOf(row));
    return document === null ? svg : bakeSvg(svg, document);
  }

  private async bakedPng(row: SignedRow): Promise<Uint8Array> {
    const png = await this.pictures.draw({ what: 'png', svg: badgeSvg(badgeOf(row)), width: pictureWidth });
    const document = documentOf(row);
    return document === null ? png : bakePng(png, document);
  }

  private certificate(row: SignedRow, size: PaperSize): Promise<Uint8Array> {
    const { criteria, description } = achievementWords(row.document);
    const withdrawn = withdrawal(row, this.clock.now());
    const since = withdrawn?.since?.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    return this.pictures.draw({
      what: 'pdf',
      input: {
        ...badgeOf(row),
        credentialId: row.id,
        criteria: criteria ?? description ?? '',
        learnerName: publicName(row),
        issuerName: this.issuer.profile.name,
        issuedAt: row.issuedAt,
        expiresAt: row.expiresAt,
        verifyUrl: this.credentials.pageOf(row.id),
        withdrawn:
          withdrawn === null
            ? null
            : {
                word: since === undefined ? withdrawn.word : `${withdrawn.word} on ${since}`,
                reason: withdrawn.reason,
              },
        size,
      },
    });
  }

  private async find(credentialId: string): Promise<SignedRow> {
    const [row] = await credentialById(this.dataSource, [credentialId]);
    if (row === undefined) throw new NotFound('credential');
    return row;
  }
}

/** The signed document as text; null once it was erased. */
function documentOf({ document }: SignedRow): string | null {
  return document === null || Object.keys(document).length === 0 ? null : JSON.stringify(document);
}

function missing(form: 'JWT' | 'signed document'): never {
  throw new RepresentationMissing(form);
}

function answer(body: Uint8Array, ifNoneMatch: string | undefined, headers: Record<string, string>): Representation {
  const etag = etagOf(body);
  const tagged = { ...headers, etag };
  if (isKnownBy(etag, ifNoneMatch)) return { status: 304, headers: tagged, body: new Uint8Array() };
  return { status: 200, headers: tagged, body };
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

function unreachable(format: never): never {
  throw new TypeError(`Unknown format of a credential: ${String(format)}`);
}
