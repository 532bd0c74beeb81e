/**
 * A picture for a topic, drawn with strokes on a square of 24 units. The words are looked for in the title, in this order; the
 * first picture with a word that fits is taken.
 */
interface Glyph {
  readonly words: RegExp;
  readonly strokes: readonly string[];
}

const glyphs: readonly Glyph[] = [
  // A branch that leaves the trunk and has its own tip.
  {
    words: /\b(version|git|branch)/i,
    strokes: ['M7 8.5v7', circle(7, 6, 2.5), circle(7, 18, 2.5), circle(17, 8, 2.5), 'M17 10.5c0 4-6.5 2.5-9 5.5'],
  },
  // Two arrows that chase each other.
  {
    words: /\b(ci|cd|continuous|deliver|deploy|pipeline|release)/i,
    strokes: [
      'M4.5 11a7.6 7.6 0 0 1 13.4-4l1.6 1.8',
      'M19.8 4v5h-5',
      'M19.5 13a7.6 7.6 0 0 1-13.4 4l-1.6-1.8',
      'M4.2 20v-5h5',
    ],
  },
  // A drum of records.
  {
    words: /\b(data ?base|sql|storage|postgres|persist)/i,
    strokes: [
      'M5 6.5a7 3 0 1 0 14 0a7 3 0 1 0-14 0',
      'M5 6.5v11c0 1.7 3.1 3 7 3s7-1.3 7-3v-11',
      'M5 12c0 1.7 3.1 3 7 3s7-1.3 7-3',
    ],
  },
  // A bolt: the answer is there before the question ends.
  { words: /\b(cach|performan|speed|fast|optimi)/i, strokes: ['M13.5 3L5.5 13.5h5.6L10 21l8.5-11h-5.8z'] },
  // A flask with something in it.
  {
    words: /\b(test|quality|lab)/i,
    strokes: [
      'M9 3.5h6',
      'M10 3.5v6l-5 8.6a1.6 1.6 0 0 0 1.4 2.4h11.2a1.6 1.6 0 0 0 1.4-2.4l-5-8.6v-6',
      'M7.6 14.5h8.8',
    ],
  },
  // Layers of a building.
  {
    words: /\b(architect|pattern|design|structure|layer)/i,
    strokes: ['M12 3.5l8.5 4.5-8.5 4.5L3.5 8z', 'M3.5 12l8.5 4.5 8.5-4.5', 'M3.5 16l8.5 4.5 8.5-4.5'],
  },
  // Boxes on a ship.
  {
    words: /\b(container|docker|kubernetes|orchestrat|cloud)/i,
    strokes: [
      'M4 10.5h16v5.5a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4z',
      'M6.5 10.5v-4h5.5v4',
      'M12 10.5v-7h5.5v7',
      'M9 14v2.5M15 14v2.5',
    ],
  },
  // A letter that waits for its reader.
  {
    words: /\b(message|queue|broker|mail|event|kafka)/i,
    strokes: ['M5.5 5.5h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2z', 'M4 7l8 6 8-6'],
  },
  // A key.
  {
    words: /\b(auth|secur|identity|login|permission|crypt)/i,
    strokes: [circle(8, 15.5, 4.5), 'M11.2 12.3L19.5 4', 'M16 7.5l3 3', 'M13.3 10.2l2 2'],
  },
  // A pulse on a screen.
  {
    words: /\b(monitor|observ|metric|logging|tracing|alert)/i,
    strokes: ['M3 12.5h4l2.5-7 4.5 13.5 2.5-6.5H21'],
  },
  // Braces: what two programs agree on.
  {
    words: /\b(apis?|rest|graphql|interface|json)\b/i,
    strokes: [
      'M9 4c-3 0-3 1.5-3 4s-.5 3.5-2.5 4C5.5 12.5 6 13.5 6 16s0 4 3 4',
      'M15 4c3 0 3 1.5 3 4s.5 3.5 2.5 4c-2 .5-2.5 1.5-2.5 4s0 4-3 4',
      'M12 9.5v.01M12 14.5v.01',
    ],
  },
  // Two that talk to each other.
  {
    words: /\b(communicat|protocol|socket|rpc|stream)/i,
    strokes: ['M4 8h14', 'M14.5 4.5L18 8l-3.5 3.5', 'M20 16H6', 'M9.5 12.5L6 16l3.5 3.5'],
  },
  // A prompt.
  { words: /\b(shell|bash|terminal|linux|command)/i, strokes: ['M5 6.5l5.5 5.5L5 17.5', 'M13 18h7'] },
  // A tag of code.
  {
    words: /\b(program|language|python|code|java|rust|golang|algorithm|async)/i,
    strokes: ['M8 6.5L2.5 12 8 17.5', 'M16 6.5l5.5 5.5-5.5 5.5', 'M13.8 4.5l-3.6 15'],
  },
  // The globe.
  {
    words: /\b(internet|web|http|network|frontend|browser|operating)/i,
    strokes: [circle(12, 12, 8.5), 'M3.5 12h17', 'M12 3.5c5.5 4.5 5.5 12.5 0 17c-5.5-4.5-5.5-12.5 0-17'],
  },
];

/** A compass needle, for topics that have no picture. */
const compass = [circle(12, 12, 8.5), 'M15.8 8.2l-2 5.6-5.6 2 2-5.6z'];

/** A summit with a flag on it: the end of the way. */
export const summit = ['M2.5 20L10 8l4.5 7 2-3 5 8z', 'M10 8V2.5', 'M10 2.8l5 1.7-5 1.7'];

/** Strokes of the picture that fits a title best. */
export function glyphFor(title: string): readonly string[] {
  return glyphs.find((glyph) => glyph.words.test(title))?.strokes ?? compass;
}

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0`;
}
