import { htmlToMarkdown } from '../html/html-to-markdown.js';
import { foreignMarkdownToMarkdown } from '../html/markdown-to-html.js';
import { textToMarkdown } from '../html/text-to-markdown.js';
import type { GradeMode } from '../moodle/grades.js';
import type { QuestionMedia } from '../questions/question-report.js';
import { elementIn, type XmlElement, xmlText } from '../xml/xml.js';
import { autoFormatToHtml } from './auto-format.js';
import { listedPercent } from './moodle-fraction.js';
import { QuestionFiles } from './question-files.js';

/** Why one item is not imported; ends the reading of that item. */
export class ItemRefused extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Turns the source of a text before it is read as what its format says. */
export type Rewrite = (source: string, format: string) => string;

/** Reads the parts of one `<question>`, and gathers what of it does not arrive. */
export class ItemReader {
  readonly losses: string[] = [];
  private readonly pictures = new Map<string, QuestionMedia>();
  private readonly format: string;

  constructor(
    readonly element: XmlElement,
    private readonly grades: GradeMode,
  ) {
    this.format = elementIn(element, 'questiontext')?.attributes.get('format') ?? 'html';
  }

  get media(): readonly QuestionMedia[] {
    return [...this.pictures.values()];
  }

  lose(at: XmlElement, message: string): void {
    const loss = `Line ${at.line}: ${message}`;
    if (!this.losses.includes(loss)) this.losses.push(loss);
  }

  refuse(reason: string, at: XmlElement = this.element): never {
    throw new ItemRefused(at.line, reason);
  }

  /** The text directly inside a child, without outer blanks; empty when there is none. */
  value(name: string, parent: XmlElement = this.element): string {
    const child = elementIn(parent, name);
    return child ? xmlText(child).trim() : '';
  }

  /** Moodle takes for no only `false`, `0` and nothing. */
  flag(name: string, fallback: boolean): boolean {
    const child = elementIn(this.element, name);
    return child ? !['', '0', 'false'].includes(xmlText(child).trim()) : fallback;
  }

  /** The `<text>` inside an element as it stands. */
  plain(parent: XmlElement): string {
    return this.value('text', parent);
  }

  /** The `<text>` of a child as Markdown; undefined when there is nothing in it. */
  proseIn(name: string, parent: XmlElement = this.element): string | undefined {
    const child = elementIn(parent, name);
    return (child && this.prose(child)) || undefined;
  }

  /** The `<text>` inside an element as Markdown, with the pictures that come with it. */
  prose(element: XmlElement, rewrite: Rewrite = (source) => source): string {
    const files = new QuestionFiles(element, (picture) => this.pictures.set(picture.name, picture));
    const format = element.attributes.get('format') ?? this.format;
    const source = this.withOldImage(element, files.withoutDataUrls(this.plain(element)), files);
    const { markdown, losses } = toMarkdown(rewrite(source, format), format, (url) => files.pictureOf(url));
    for (const loss of losses) this.lose(element, loss);
    for (const name of files.leftOver()) this.lose(element, `The file “${name}” is no picture in the text.`);
    return markdown.trim();
  }

  /** Before Moodle 2 a question had one picture, which stood below its text. */
  private withOldImage(element: XmlElement, source: string, files: QuestionFiles): string {
    const name = this.value('image').replaceAll('/', '_');
    if (element.name !== 'questiontext' || name === '') return source;
    const base64 = this.value('image_base64');
    if (base64 !== '') files.add(`/${name}`, base64);
    return `${source} <img src="@@PLUGINFILE@@/${encodeURIComponent(name)}" alt="">`;
  }

  /** The share of the mark that an answer earns. */
  share(answer: XmlElement): string {
    const attribute = answer.attributes.get('fraction') ?? '0';
    // Moodle 1.4 wrote a share of one, not a percentage, and as an element.
    const older = this.value('fraction', answer);
    const percent = older === '' ? attribute : String(Number(older) * 100);
    return this.listed(percent, answer);
  }

  /** A percentage as one of the shares that Moodle knows. */
  listed(percent: string, at: XmlElement): string {
    const found = listedPercent(percent);
    if (!found) return this.refuse(`The fraction “${percent}” is no number.`, at);
    if (found.isExact) return found.share;
    const nearest = `the nearest is ${found.percent}`;
    if (this.grades === 'error') this.refuse(`Moodle knows no fraction of ${percent} %; ${nearest}.`, at);
    this.lose(at, `A fraction of ${percent} % became ${found.percent} %.`);
    return found.share;
  }
}

function toMarkdown(source: string, format: string, pictureOf: (url: string) => string | null) {
  switch (format) {
    case 'plain_text':
      return { markdown: textToMarkdown(source), losses: [] };
    case 'markdown':
      return foreignMarkdownToMarkdown(source, { pictureOf });
    case 'moodle_auto_format':
      return htmlToMarkdown(autoFormatToHtml(source), { pictureOf });
    default:
      return htmlToMarkdown(source, { pictureOf });
  }
}
