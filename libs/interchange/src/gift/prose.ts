import { htmlToMarkdown } from '../html/html-to-markdown.js';
import { fromText } from '../questions/plain-text.js';
import { cut, type Source, trimmed, unescaped } from './source.js';

const formats = ['moodle', 'html', 'plain', 'markdown'] as const;
export type TextFormat = (typeof formats)[number];

/** Takes the name of a format off a text; a name that is none is part of the text. */
export function splitFormat(source: Source, usual: TextFormat): { readonly format: TextFormat; readonly text: string } {
  const own = trimmed(source);
  const name = /^\[([a-z]+)\]/.exec(own.marks)?.[1];
  const format = formats.find((known) => known === name);
  return { format: format ?? usual, text: unescaped(format ? cut(own, format.length + 2) : own) };
}

/** Turns the texts of one question into Markdown, and remembers what did not come along. */
export class ProseReader {
  readonly losses: string[] = [];
  /** Of the question's text; what has none of its own is in this one. */
  format: TextFormat = 'moodle';

  stem(source: Source): string {
    const { format, text } = splitFormat(source, 'moodle');
    this.format = format;
    return this.markdown(text, format);
  }

  read(source: Source): string {
    const { format, text } = splitFormat(source, this.format);
    return this.markdown(text, format);
  }

  /** Nothing at all rather than an empty text. */
  optional(source: Source | undefined): string | undefined {
    return (source && this.read(source)) || undefined;
  }

  /** Answers that are compared with what was typed are no prose. */
  plain(source: Source): string {
    return splitFormat(source, this.format).text;
  }

  private markdown(text: string, format: TextFormat): string {
    switch (format) {
      case 'markdown':
        return text;
      case 'plain':
        return fromText(text);
      case 'moodle':
        // Moodle keeps the line ends of such texts, and takes tags and entities in them for HTML.
        return /[<&]/.test(text) ? this.fromHtml(text.replaceAll('\n', '<br>\n')) : fromText(text);
      case 'html':
        return /[<&]/.test(text) ? this.fromHtml(text) : fromText(text.replaceAll('\n', ' '));
      default:
        return format satisfies never;
    }
  }

  private fromHtml(html: string): string {
    const { markdown, losses } = htmlToMarkdown(html);
    this.losses.push(...losses);
    return markdown;
  }
}
