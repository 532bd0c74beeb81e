import { markdownToHtml, markdownToText } from '../html/markdown-to-html.js';
import { textToMarkdown } from '../html/text-to-markdown.js';
import { Ratio } from '../qti/ratio.js';
import { type XmlElement, xmlElement } from '../xml/xml.js';
import { listedShare } from './moodle-fraction.js';

/** The bytes of a picture of the media store by its name, or null when there is none. */
export type PictureBytes = (name: string) => Uint8Array | null;

const decimalPlaces = 7;

/** Writes the parts of one question, and gathers what of it Moodle cannot hold. */
export class ItemWriter {
  readonly losses: string[] = [];

  constructor(private readonly bytesOf: PictureBytes) {}

  lose(loss: string): void {
    if (!this.losses.includes(loss)) this.losses.push(loss);
  }

  /** An element with a `<text>` in HTML, and the pictures that it shows. */
  prose(
    name: string,
    markdown: string,
    {
      attributes = {},
      rewrite = (html) => html,
    }: { attributes?: Record<string, string>; rewrite?: (html: string) => string } = {},
  ): XmlElement {
    const files = new Map<string, Uint8Array>();
    const html = markdownToHtml(markdown, (url) => this.filed(url, files));
    const pictures = [...files].map(([file, bytes]) =>
      xmlElement('file', { name: file, path: '/', encoding: 'base64' }, [Buffer.from(bytes).toString('base64')]),
    );
    return xmlElement(name, { ...attributes, format: 'html' }, [textElement(rewrite(html)), ...pictures]);
  }

  /** As `prose`, and nothing for a text that is not there. */
  proseIf(name: string, markdown: string | undefined): XmlElement[] {
    return markdown === undefined || markdown === '' ? [] : [this.prose(name, markdown)];
  }

  private filed(url: string, files: Map<string, Uint8Array>): string | null {
    const name = url.slice(url.indexOf(':') + 1);
    const bytes = url.startsWith('media:') ? this.bytesOf(name) : null;
    if (bytes === null) {
      this.lose(`The picture ${name} was not at hand and was left out.`);
      return null;
    }
    files.set(name, bytes);
    return `@@PLUGINFILE@@/${name}`;
  }

  /** A text for places without any markup. */
  plain(markdown: string, what: string): string {
    const text = markdownToText(markdown);
    if (textToMarkdown(text) !== markdown) this.lose(`${what} hold plain text only: “${text}” lost its markup.`);
    return text;
  }

  /** HTML of an answer inside the text of a cloze question, where no file can be. */
  inline(markdown: string): string {
    const html = markdownToHtml(markdown, (url) => {
      this.lose(`The picture ${url.slice(url.indexOf(':') + 1)} cannot stand in a gap and was left out.`);
      return null;
    });
    const [, only] = /^<p>((?:(?!<\/?p>)[^])*)<\/p>$/.exec(html) ?? [];
    return only ?? html;
  }

  /** A share of the mark in percent. */
  percent(share: string): string {
    const listed = listedShare(share);
    if (listed === null) return '0';
    if (!listed.isExact) this.lose(`Moodle knows no share of ${share}: it became ${listed.percent} %.`);
    return listed.percent;
  }

  /** A number as a decimal. */
  decimal(number: string): string {
    const ratio = Ratio.read(number) ?? Ratio.zero;
    const exact = ratio.toDecimal();
    if (exact !== null) return exact;
    const scale = 10n ** BigInt(decimalPlaces);
    const half = Ratio.zero.isAbove(ratio) ? -ratio.denominator : ratio.denominator;
    const rounded = Ratio.of((ratio.numerator * scale * 2n + half) / (ratio.denominator * 2n), scale);
    this.lose(`The number ${number} was rounded to ${rounded.toString()}.`);
    return rounded.toString();
  }
}

export function textElement(text: string): XmlElement {
  return xmlElement('text', {}, text === '' ? [] : [text]);
}

/** An element that holds one word or number. */
export function valueElement(name: string, value: string): XmlElement {
  return xmlElement(name, {}, [value]);
}
