import { storedPicture } from '../media/stored-picture.js';
import type { QuestionMedia } from '../questions/question-report.js';
import { elementsIn, type XmlElement, xmlText } from '../xml/xml.js';

const pluginFile = /^@@PLUGINFILE@@(\/[^?#]*)/;
const dataUrl = /data:image\/[\w.+-]{1,40};base64,[A-Za-z0-9+/=\s]+/g;

/** The files that came with one text, by the address under which the text shows them. */
export class QuestionFiles {
  private readonly byPath = new Map<string, Uint8Array>();
  private readonly shown = new Set<string>();

  constructor(
    element: XmlElement,
    private readonly keep: (picture: QuestionMedia) => void,
  ) {
    for (const file of elementsIn(element, 'file')) {
      this.add(`${file.attributes.get('path') ?? '/'}${file.attributes.get('name') ?? ''}`, xmlText(file));
    }
  }

  add(path: string, base64: string): void {
    this.byPath.set(path, Buffer.from(base64, 'base64'));
  }

  /** The text with pictures that stand in its own addresses (`data:`) taken out of it. */
  withoutDataUrls(html: string): string {
    return html.replace(dataUrl, (url) => {
      const path = `/data-${this.byPath.size}`;
      this.add(path, url.slice(url.indexOf(',') + 1));
      return `@@PLUGINFILE@@${path}`;
    });
  }

  pictureOf(url: string): string | null {
    const path = decoded(pluginFile.exec(url)?.[1] ?? '');
    const bytes = this.byPath.get(path);
    const picture = bytes && storedPicture(bytes);
    if (!picture) return null;
    this.shown.add(path);
    this.keep(picture);
    return `media:${picture.name}`;
  }

  /** Names of files that the text does not show as pictures. */
  leftOver(): string[] {
    return [...this.byPath.keys()].filter((path) => !this.shown.has(path)).map((path) => path.slice(1));
  }
}

/** Moodle encodes names of files in addresses; a name with a stray `%` stands for itself. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
