import { create } from 'qrcode';

import { certificatePalette } from '../badge/colours.js';
import { type Box, fit } from '../picture/fit.js';
import type { CertificateInput } from './certificate-input.js';
import { drawSvg } from './draw-svg.js';
import { type LineStyle, setLine, type Sheet } from './sheet.js';

export interface Laid extends CertificateInput {
  readonly badge: string;
  readonly width: number;
  readonly height: number;
}

const { rim, deep } = certificatePalette;
const ink = {
  strong: '#1b2233',
  soft: '#3d4763',
  gold: '#8a5a00',
  alarm: '#a3132a',
  paper: '#ffffff',
  panel: '#eef2fb',
};
const panelWidth = 262;
const margin = 44;

/** Draws the page: what is read aloud first stands first in the structure, whatever its place on the paper. */
export function layOut(sheet: Sheet, input: Laid): void {
  const { pdf } = sheet;
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  artifact(sheet, () => ground(sheet, input));
  const tagged = (type: string, draw: () => void) => root.add(pdf.struct(type, {}, [draw]));
  if (input.withdrawn !== null) tagged('P', () => banner(sheet, input));
  words(sheet, input, tagged);
  root.add(pdf.struct('Figure', { alt: badgeAlt(input) }, [() => badge(sheet, input)]));
  root.add(pdf.struct('Figure', { alt: `QR code that leads to ${input.verifyUrl}` }, [() => qrCode(sheet, input)]));
  checkIt(sheet, input, root);
  root.end();
}

type Tagged = (type: string, draw: () => void) => void;

function ground({ pdf }: Sheet, { width, height }: Laid): void {
  pdf.rect(0, 0, width, height).fill(ink.paper);
  pdf.rect(0, 0, panelWidth, height).fill(ink.panel);
  pdf.rect(0, height - 10, width, 10).fill(deep);
  pdf.rect(0, height - 10, panelWidth, 10).fill(rim);
}

function banner(sheet: Sheet, { width, withdrawn }: Laid): void {
  sheet.pdf.rect(0, 0, width, 46).fill(ink.alarm);
  const { size, lines } = fit(sheet.typefaces, `${withdrawn?.word ?? ''}. ${withdrawn?.reason ?? ''}`.trim(), {
    width: width - 2 * margin,
    weight: 700,
    sizes: [18, 14, 11],
    linesMax: 1,
  });
  for (const line of lines) setLine(sheet, line, { x: margin, baseline: 30, size, weight: 700, ink: ink.paper });
}

function words(sheet: Sheet, input: Laid, tagged: Tagged): void {
  const isCourse = input.kind === 'certificate';
  const x = panelWidth + margin;
  const width = input.width - x - margin;
  let y = input.withdrawn === null ? 84 : 106;
  /** A paragraph of the column; the next one begins below it. */
  const set = (type: string, text: string, style: Box & Pick<LineStyle, 'ink'> & { gap: number }) => {
    const { size, lines } = fit(sheet.typefaces, text, style);
    const top = y;
    tagged(type, () =>
      lines.forEach((line, index) =>
        setLine(sheet, line, {
          x,
          baseline: top + size * (0.9 + index * 1.2),
          size,
          weight: style.weight,
          ink: style.ink,
        }),
      ),
    );
    y += size * 1.2 * lines.length + style.gap;
  };
  const small = { width, weight: 400, sizes: [13, 11], linesMax: 2, ink: ink.soft } as const;
  set('P', input.issuerName, { width, weight: 700, sizes: [14, 11], linesMax: 1, ink: ink.gold, gap: 10 });
  const heading = isCourse ? 'Course certificate' : 'Section badge';
  set('H1', heading, { width, weight: 700, sizes: [36], linesMax: 1, ink: deep, gap: 20 });
  const name = input.learnerName ?? 'The holder of this credential';
  set('P', name, { width, weight: 700, sizes: [30, 24, 18, 14, 10], linesMax: 2, ink: ink.strong, gap: 8 });
  const deed = isCourse ? 'has passed every required section of the course' : 'has passed the section';
  set('P', deed, { ...small, gap: 8 });
  set('H2', isCourse ? input.courseTitle : input.title, {
    width,
    weight: 700,
    sizes: [26, 22, 18, 14, 10],
    linesMax: 3,
    ink: deep,
    gap: 8,
  });
  if (!isCourse) set('P', `of the course ${input.courseTitle}`, { ...small, gap: 8 });
  set('P', `What it took: ${input.criteria}`, { ...small, sizes: [11, 9, 7], linesMax: 4, gap: 0 });
  facts(sheet, input, tagged);
}

/** Dates and number, at the foot of the column. */
function facts(sheet: Sheet, input: Laid, tagged: Tagged): void {
  const x = panelWidth + margin;
  const label = { size: 9, weight: 400, ink: ink.soft } as const;
  const value = { size: 11, weight: 700, ink: ink.strong } as const;
  const until = input.expiresAt === null ? 'Does not expire' : day(input.expiresAt);
  const columns = [
    ['Issued', day(input.issuedAt), x],
    ['Valid until', until, x + 120],
    ['Credential', input.credentialId, x + 240],
  ] as const;
  for (const [name, text, left] of columns) {
    tagged('P', () => {
      setLine(sheet, name, { ...label, x: left, baseline: input.height - 68 });
      const fitted = fit(sheet.typefaces, text, {
        width: input.width - left - margin / 2,
        weight: 700,
        sizes: [11, 9, 8],
        linesMax: 1,
      });
      setLine(sheet, fitted.lines[0] ?? '', { ...value, size: fitted.size, x: left, baseline: input.height - 52 });
    });
  }
}

function badge(sheet: Sheet, { badge: svg, withdrawn }: Laid): void {
  drawSvg(sheet, svg, { x: 26, y: withdrawn === null ? 48 : 70, size: 210 });
}

const qrSide = 118;

/** Modules of a QR code as one path: sharp at any size. The quiet zone of four modules is left white, as the standard asks. */
function qrCode({ pdf }: Sheet, { verifyUrl, height }: Laid): void {
  const { modules } = create(verifyUrl, { errorCorrectionLevel: 'M' });
  const step = qrSide / (modules.size + 8);
  const left = (panelWidth - qrSide) / 2;
  const top = height - 252;
  pdf.rect(left, top, qrSide, qrSide).fill(ink.paper);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 1) pdf.rect(left + (column + 4) * step, top + (row + 4) * step, step, step);
    }
  }
  pdf.fill('#000000');
}

function checkIt(sheet: Sheet, { verifyUrl, height }: Laid, root: PDFKit.PDFStructureElement): void {
  const { pdf } = sheet;
  const middle = { x: panelWidth / 2, align: 'middle' } as const;
  root.add(
    pdf.struct('P', {}, [
      () =>
        setLine(sheet, 'Check that it is genuine', {
          ...middle,
          baseline: height - 110,
          size: 12,
          weight: 700,
          ink: deep,
        }),
    ]),
  );
  const { size, lines } = fit(sheet.typefaces, verifyUrl, {
    width: panelWidth - 40,
    weight: 400,
    sizes: [9, 8],
    linesMax: 3,
  });
  const top = height - 102;
  const link = pdf.struct('Link');
  root.add(link);
  link.add(
    pdf.struct('Span', {}, [
      () => {
        lines.forEach((line, index) =>
          setLine(sheet, line, {
            ...middle,
            baseline: top + size * (1 + index * 1.3),
            size,
            weight: 400,
            ink: '#274b8f',
          }),
        );
      },
    ]),
  );
  // pdfkit writes a String object as text, and a plain string as a name.
  const annotation = { structParent: link, Contents: Object(`Check the credential at ${verifyUrl}`) };
  pdf.link(20, top, panelWidth - 40, size * 1.3 * lines.length + 4, verifyUrl, annotation);
  link.end();
}

function artifact({ pdf }: Sheet, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

function badgeAlt({ kind, title, courseTitle }: Laid): string {
  return kind === 'certificate' ? `Certificate of the course ${courseTitle}` : `Badge of the section ${title}`;
}

/** A date that no country reads differently. */
function day(date: Date): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}
