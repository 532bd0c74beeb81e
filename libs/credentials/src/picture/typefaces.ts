import { create, type Font } from 'fontkit';

import { sfntOf } from './sfnt.js';

export type Weight = 400 | 700;

export interface Face {
  /** Name inside a document: family and weight. */
  readonly name: string;
  readonly family: string;
  readonly weight: Weight;
  readonly sfnt: Uint8Array;
  readonly font: Font;
}

/** A piece of text that one face can draw, in one direction. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly isRightToLeft: boolean;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Joiners and variation selectors draw nothing themselves: a face need not have them. */
const drawsNothing = /^[\p{Default_Ignorable_Code_Point}]$/u;

/**
 * The fonts of pictures and certificates. The first family is the one that everything is set in; the others help out with the letters that
 * it lacks. A letter that no font has is drawn as the empty box of the first: seen as missing, never an error.
 */
export class Typefaces {
  readonly faces: readonly Face[];

  /** @param files TrueType, OpenType or WOFF; the weight is read from the font. Throws a TypeError for what is no font. */
  constructor(files: readonly Uint8Array[]) {
    if (files.length === 0) throw new TypeError('Lettering needs one font at least.');
    this.faces = files.map(faceOf);
  }

  get family(): string {
    return this.faces[0]!.family; // there is one, the constructor saw to it
  }

  /** The text cut into what each face can draw. Callers bound the text; it is looked at letter by letter. */
  runs(text: string, weight: Weight): Run[] {
    const letters = [...segmenter.segment(text)].map(({ segment }) => segment);
    const faces = this.ranked(letters, weight);
    const runs: { text: string; face: Face; isRightToLeft: boolean }[] = [];
    for (const letter of letters) {
      const last = runs.at(-1);
      const isBlank = letter.trim() === '';
      const isRightToLeft = isBlank ? (last?.isRightToLeft ?? false) : rightToLeft.test(letter);
      const face = isBlank && last !== undefined && draws(last.face, letter) ? last.face : faceFor(faces, letter);
      if (last !== undefined && last.face === face && last.isRightToLeft === isRightToLeft) last.text += letter;
      else runs.push({ text: letter, face, isRightToLeft });
    }
    return runs;
  }

  /** The runs of a line from left to right, as they are seen. */
  line(text: string, weight: Weight): Run[] {
    return inOrderOfSight(this.runs(text, weight));
  }

  /** How wide a line is, in the unit of the size. */
  widthOf(text: string, { size, weight }: { size: number; weight: Weight }): number {
    return this.runs(text, weight).reduce((sum, run) => sum + widthOfRun(run, size), 0);
  }

  /** Whether every letter has a face. */
  covers(text: string): boolean {
    return this.runs(text, 400).every(({ face, text: part }) =>
      [...segmenter.segment(part)].every(({ segment }) => draws(face, segment)),
    );
  }

  /** The own family first; then whichever draws most, so that a name is not set in two faces where one has it all. */
  private ranked(letters: readonly string[], weight: Weight): Face[] {
    const own = this.faces.filter(({ family }) => family === this.family);
    const others = this.faces
      .filter(({ family }) => family !== this.family)
      .map((face) => ({ face, drawn: letters.filter((letter) => draws(face, letter)).length }))
      .sort((a, b) => b.drawn - a.drawn || distance(a.face, weight) - distance(b.face, weight));
    const sorted = own.sort((a, b) => distance(a, weight) - distance(b, weight));
    return [...sorted.slice(0, 1), ...others.map(({ face }) => face)];
  }
}

export function widthOfRun({ face, text }: Run, size: number): number {
  return (face.font.layout(text).advanceWidth / face.font.unitsPerEm) * size;
}

function faceOf(file: Uint8Array): Face {
  const sfnt = sfntOf(file);
  const font = create(Buffer.from(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength));
  if ('fonts' in font) throw new TypeError('A collection of fonts is not read.');
  const weight: Weight = font['OS/2'].usWeightClass >= 600 ? 700 : 400;
  return { name: `${font.familyName} ${weight}`, family: font.familyName, weight, sfnt, font };
}

function faceFor(faces: readonly Face[], letter: string): Face {
  return faces.find((face) => draws(face, letter)) ?? faces[0]!; // there is one
}

function draws({ font }: Face, letter: string): boolean {
  return [...letter].every((character) => {
    const codePoint = character.codePointAt(0)!; // a character has one
    return drawsNothing.test(character) || font.hasGlyphForCodePoint(codePoint);
  });
}

function distance({ weight }: Face, wanted: Weight): number {
  return Math.abs(weight - wanted);
}

/**
 * Runs from left to right as they are seen: those of a direction other than the line's stand in their own order, groups follow the line. The
 * direction of the line is that of its first run; nested directions are beyond what names and titles hold.
 */
function inOrderOfSight(mixed: readonly Run[]): Run[] {
  if (!mixed.some(({ isRightToLeft }) => isRightToLeft)) return [...mixed];
  const runs = mixed.flatMap(withBlankApart);
  const first = runs.find(({ text }) => /\p{L}/u.test(text));
  const lineIsRightToLeft = first?.isRightToLeft ?? false;
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const isApart = run.text === ' ' || group?.[0]?.text === ' ';
    if (group !== undefined && !isApart && group[0]?.isRightToLeft === run.isRightToLeft) group.push(run);
    else groups.push([run]);
  }
  const ordered = groups.map((group) => (group[0]?.isRightToLeft === true ? group.toReversed() : group));
  return (lineIsRightToLeft ? ordered.toReversed() : ordered).flat();
}

/** A blank behind words from right to left stands between them and what comes next, wherever that is put. */
function withBlankApart(run: Run): Run[] {
  const text = run.text.trimEnd();
  if (!run.isRightToLeft || text === run.text || text === '') return [run];
  return [
    { ...run, text },
    { ...run, text: ' ', isRightToLeft: false },
  ];
}
