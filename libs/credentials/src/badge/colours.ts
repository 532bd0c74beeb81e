/** Hues that stay apart from each other at 32 pixels, and how light each may be under white strokes. */
const hues = [
  [4, 0.44],
  [24, 0.37],
  [42, 0.32],
  [88, 0.3],
  [140, 0.32],
  [168, 0.32],
  [190, 0.32],
  [210, 0.44],
  [230, 0.44],
  [258, 0.44],
  [288, 0.44],
  [328, 0.44],
] as const;

export interface Palette {
  readonly light: string;
  readonly deep: string;
  readonly rim: string;
  readonly ink: string;
}

/** Colours of a way-mark. White on any of them has a contrast of 4.5 at least. */
export function paletteOf(index: number): Palette {
  const [hue, lightness] = hues[index % hues.length]!; // inside the list
  return {
    light: hex(hue, 0.62, lightness),
    deep: hex(hue + 16, 0.68, lightness - 0.1),
    rim: hex(hue + 16, 0.7, 0.17),
    ink: '#ffffff',
  };
}

/** Gold on night blue. */
export const certificatePalette: Palette = { light: '#274b8f', deep: '#122349', rim: '#d9a441', ink: '#ffffff' };

/** HSL to `#rrggbb`, because not every reader of SVG knows newer notations. */
function hex(hue: number, saturation: number, lightness: number): string {
  const spread = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const step = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - spread * Math.max(-1, Math.min(step - 3, 9 - step, 1))));
  };
  return `#${[0, 8, 4].map((offset) => channel(offset).toString(16).padStart(2, '0')).join('')}`;
}
