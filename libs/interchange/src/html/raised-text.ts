const raised = signs('0123456789+-=()in', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ');
const lowered = signs('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function signs(plain: string, small: string): ReadonlyMap<string, string> {
  const smallSigns = [...small];
  return new Map([...plain].map((sign, at) => [sign, smallSigns[at] ?? sign]));
}

export type RaisedText = { readonly text: string } | { readonly formula: string };

/** Raised or lowered text, which Markdown has not: with signs that are made so where there are all of them, else as maths. */
export function raisedText(text: string, direction: 'sup' | 'sub'): RaisedText {
  const table = direction === 'sup' ? raised : lowered;
  const characters = [...text.trim()];
  const small = characters.map((character) => table.get(character));
  if (small.every((sign) => sign !== undefined)) return { text: small.join('') };
  return { formula: `${direction === 'sup' ? '^' : '_'}{\\text{${characters.map(inTex).join('')}}}` };
}

function inTex(character: string): string {
  if ('#$%&_{}'.includes(character)) return `\\${character}`;
  if (character === '\\') return '\\textbackslash ';
  if (character === '^') return '\\textasciicircum ';
  return character === '~' ? '\\textasciitilde ' : character;
}
