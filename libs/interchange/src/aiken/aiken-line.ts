/** What a line of an Aiken file says. */
export type AikenLine =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'option'; readonly letter: string; readonly text: string }
  /** Without a letter where something else follows. */
  | { readonly kind: 'answer'; readonly letter: string | null };

export function meaningOf(line: string): AikenLine {
  const text = line.trim();
  // Shorter lines are no question and no option; Moodle passes over them too.
  if (text.length < 2) return { kind: 'nothing' };
  if (/^[A-Z][).]/.test(text)) return { kind: 'option', letter: text.charAt(0), text: text.slice(2).trim() };
  if (!text.startsWith('ANSWER:')) return { kind: 'text', text };
  return { kind: 'answer', letter: /^[A-Z]/.exec(text.slice('ANSWER:'.length).trim())?.[0] ?? null };
}
