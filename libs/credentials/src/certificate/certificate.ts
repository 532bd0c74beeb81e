import PDFDocument from 'pdfkit';

import { badgeSvg } from '../badge/badge.js';
import { plainText } from '../picture/plain-text.js';
import type { Typefaces } from '../picture/typefaces.js';
import type { CertificateInput, PaperSize } from './certificate-input.js';
import { layOut } from './layout.js';

/** Landscape, in points: ISO 216 and ANSI A. */
const sizes: Readonly<Record<PaperSize, readonly [width: number, height: number]>> = {
  a4: [841.89, 595.28],
  letter: [792, 612],
};

/**
 * A certificate on one page: tagged (PDF/UA-1: structure, title, language), fonts embedded, the badge as vectors, a QR code and a link to
 * the page that verifies it. Text of people is set as text: no script, form or file is ever in it. The same input gives the same bytes. Takes
 * up to some hundred milliseconds of one core where the name needs a large font, so servers call it in a thread.
 */
export async function certificatePdf(input: CertificateInput, typefaces: Typefaces): Promise<Uint8Array> {
  const texts = plain(input);
  const title = `${texts.kind === 'certificate' ? 'Certificate' : 'Badge'}: ${texts.title}`;
  const [width, height] = sizes[input.size];
  const pdf = new PDFDocument({
    size: [width, height],
    margin: 0,
    // Without a font of ours pdfkit would begin with one that is not embedded.
    font: '',
    pdfVersion: '1.7',
    // @ts-expect-error: pdfkit knows PDF/UA, its types not yet.
    subset: 'PDF/UA',
    tagged: true,
    displayTitle: true,
    lang: 'en',
    info: { Title: title, Author: texts.issuerName, Subject: texts.courseTitle, CreationDate: input.issuedAt },
  });
  for (const { name, sfnt } of typefaces.faces) {
    pdf.registerFont(name, Buffer.from(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength));
  }
  const bytes = collected(pdf);
  layOut({ pdf, typefaces }, { ...texts, badge: badgeSvg(texts), width, height });
  pdf.end();
  return bytes;
}

function plain(input: CertificateInput): CertificateInput {
  const { learnerName, withdrawn } = input;
  return {
    ...input,
    title: plainText(input.title, 300),
    courseTitle: plainText(input.courseTitle, 300),
    criteria: plainText(input.criteria, 600),
    issuerName: plainText(input.issuerName, 200),
    learnerName: learnerName === null ? null : plainText(learnerName, 300),
    withdrawn: withdrawn === null ? null : { word: withdrawn.word, reason: plainText(withdrawn.reason, 300) },
  };
}

function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
}
