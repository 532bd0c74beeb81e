import { type Typefaces, type Weight, widthOfRun } from '../picture/typefaces.js';

/** A page that is being drawn, and the fonts for it. */
export interface Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly typefaces: Typefaces;
}

export interface LineStyle {
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly weight: Weight;
  readonly ink: string;
  readonly align?: 'start' | 'middle';
}

/** One line of text, each letter in a font that has it. Stays text in the document: it can be searched, copied and read aloud. */
export function setLine(sheet: Sheet, text: string, style: LineStyle): void {
  const { pdf } = sheet;
  const runs = sheet.typefaces.line(text, style.weight);
  const width = runs.reduce((sum, run) => sum + widthOfRun(run, style.size), 0);
  let x = style.align === 'middle' ? style.x - width / 2 : style.x;
  for (const run of runs) {
    pdf.font(run.face.name).fontSize(style.size).fillColor(style.ink);
    // With `features` given pdfkit lays out the whole run: word by word it would put Arabic words in the wrong order.
    pdf.text(run.text, x, style.baseline, { lineBreak: false, baseline: 'alphabetic', features: [] });
    x += widthOfRun(run, style.size);
  }
}
