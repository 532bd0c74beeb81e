const lengthMaxUsual = 2 * 1_024 * 1_024;

export interface TextProblem {
  readonly code: 'empty' | 'binary' | 'too_large';
  readonly message: string;
}

/** Why there is no sense in reading a text at all, or null. */
export function textProblem(text: string, lengthMax = lengthMaxUsual): TextProblem | null {
  if (text.length > lengthMax)
    return { code: 'too_large', message: `The file is longer than ${lengthMax} characters.` };
  if (!/\S/.test(text)) return { code: 'empty', message: 'The file is empty.' };
  return isBinary(text) ? { code: 'binary', message: 'The file is not text.' } : null;
}

/** What is not text shows by zero bytes, or by what decoders put where bytes made no sense. */
function isBinary(text: string): boolean {
  const strange = text.match(/[\u0001-\u0008\u000E-\u001A\uFFFD]/g)?.length ?? 0;
  return text.includes('\0') || strange > 10 + text.length / 100;
}
