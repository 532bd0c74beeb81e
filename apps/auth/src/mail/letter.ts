import { escapeMarkup } from '#libs/text';

/** One message as it is sent: the same words twice, for readers with and without HTML. */
export interface Letter {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Of what somebody may do without: where their mail program stops it. */
  readonly unsubscribeUrl?: string;
}

export interface LetterParts {
  readonly subject: string;
  /** Null where nobody is known by name yet. */
  readonly to: string | null;
  readonly paragraphs: readonly string[];
  readonly link: { readonly label: string; readonly url: string };
  /** Smaller print under the link. */
  readonly after: readonly string[];
}

const subjectLengthMax = 180;

/**
 * Text of people as one harmless line: what breaks lines, turns text around or is not seen becomes a space. A name can
 * neither start a header nor look like another one. The two joiners stay: Persian and Indic names are spelt with them.
 */
export function oneLine(text: string): string {
  return text
    .replace(/(?:[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]|(?![\u200c\u200d])\p{Cf})+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Puts a message together. Every part is made one line, so the shape of a message is ours alone. */
export function letter(parts: LetterParts): Letter {
  const greeting = parts.to === null ? 'Hello,' : `Hello ${oneLine(parts.to)},`;
  const paragraphs = [greeting, ...parts.paragraphs].map(oneLine);
  const after = parts.after.map(oneLine);
  const { label, url } = parts.link;
  return {
    subject: [...oneLine(parts.subject)].slice(0, subjectLengthMax).join(''),
    text: `${[...paragraphs, `${oneLine(label)}:\n${url}`, ...after, '-- \nWaymark'].join('\n\n')}\n`,
    html: [
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Waymark</title></head><body>',
      ...paragraphs.map(paragraph),
      `<p><a href="${escapeMarkup(url)}">${escapeMarkup(oneLine(label))}</a></p>`,
      `<p>If the link does not open, copy this address into your browser:<br>${escapeMarkup(url)}</p>`,
      ...after.map(paragraph),
      '<p>Waymark</p></body></html>',
    ].join('\n'),
  };
}

function paragraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>`;
}
