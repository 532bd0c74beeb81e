type Shape = { outer: string; inner: string };

// Six way-marks: cairn stone, shield, blaze, hexagon post, circle, arch.
const shapes: readonly Shape[] = [
  { outer: 'M32 3l25 14.5v29L32 61 7 46.5v-29z', inner: 'M32 9.5l19.5 11.25v22.5L32 54.5l-19.5-11.25v-22.5z' },
  {
    outer: 'M32 3l24 8v20c0 15-10 25-24 30C18 56 8 46 8 31V11z',
    inner: 'M32 9.5l18 6V31c0 11.5-7.5 19-18 23.3C21.5 50 14 42.5 14 31V15.5z',
  },
  { outer: 'M32 2.5L61.5 32 32 61.5 2.5 32z', inner: 'M32 11l21 21-21 21-21-21z' },
  { outer: 'M20 4h24l16 16v24L44 60H20L4 44V20z', inner: 'M22.5 10h19L54 22.5v19L41.5 54h-19L10 41.5v-19z' },
  { outer: 'M32 3a29 29 0 1 0 0 58 29 29 0 0 0 0-58z', inner: 'M32 9.5a22.5 22.5 0 1 0 0 45 22.5 22.5 0 0 0 0-45z' },
  { outer: 'M8 60V30a24 24 0 0 1 48 0v30z', inner: 'M14 54V30a18 18 0 0 1 36 0v24z' },
];

const glyphs: readonly { words: RegExp; path: string }[] = [
  {
    words: /database|sql|storage/i,
    path: 'M23 24c0-4 18-4 18 0v16c0 4-18 4-18 0zM23 24c0 4 18 4 18 0M23 32c0 4 18 4 18 0',
  },
  { words: /python|language|programming|code/i, path: 'M26 24l-8 8 8 8M38 24l8 8-8 8' },
  { words: /version|git/i, path: 'M25 23v18M25 34c8 0 14-2 14-9M25 20.5v0M25 43.5v0M39 21.5v0' },
  { words: /\bapis?\b|communication|protocol/i, path: 'M20 27h22l-6-6M44 37H22l6 6' },
  { words: /cach/i, path: 'M35 19L23 34h8l-2 11 12-15h-8z' },
  { words: /test/i, path: 'M21 33l8 8 15-17' },
  { words: /ci\b|cd\b|deliver|deploy|pipeline/i, path: 'M41 26a10 10 0 1 0 1 9M42 20v7h-7' },
  { words: /architect|pattern|design/i, path: 'M32 20l10 6v12l-10 6-10-6V26zM32 32l10-6M32 32v12M32 32l-10-6' },
  { words: /broker|message|queue|event/i, path: 'M20 24h24v16H20zM20 25l12 9 12-9' },
  { words: /contain|docker/i, path: 'M21 27l11-6 11 6v11l-11 6-11-6zM21 27l11 6 11-6M32 33v11' },
  { words: /auth|secur|identity/i, path: 'M28 33a5 5 0 1 1 3.5-8.5 5 5 0 0 1-3.5 8.5M31 30l10 11M37 37l4-4' },
  { words: /monitor|observ|metric/i, path: 'M18 34h7l4-10 6 18 4-8h7' },
  {
    words: /internet|network|web|frontend|system/i,
    path: 'M32 20a12 12 0 1 0 0 24 12 12 0 0 0 0-24zM20 32h24M32 20c-7 7-7 17 0 24M32 20c7 7 7 17 0 24',
  },
];
const otherGlyph = 'M24 44V21h16l-5 6 5 6H24';

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return value >>> 0;
}

const pick = <Item,>(items: readonly Item[], index: number): Item => items[index % items.length]!; // never empty

/** The badge of a section: its shape from the section's id, its glyph from the title. Decorative; words stand beside it. */
export function BadgeArt({ seed, title, size = 64 }: { seed: string; title: string; size?: number }) {
  const value = hash(seed);
  const shape = pick(shapes, value);
  const glyph = glyphs.find(({ words }) => words.test(title))?.path ?? otherGlyph;
  return (
    <svg
      className={`badge-art badge-hue-${value % 4}`}
      width={size}
      height={size}
      viewBox="0 0 64 64"
      aria-hidden="true"
    >
      <path className="badge-rim" d={shape.outer} />
      <path className="badge-face" d={shape.inner} />
      <path className="badge-glyph" d={glyph} />
    </svg>
  );
}
