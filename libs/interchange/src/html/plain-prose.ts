/** What could mean something to Markdown, anywhere or at the beginning of a line; addresses become links. */
const marks = /[\\`*_[\]<>&|~$@\u00a0]|[ps]:\/|w\.[-.\w]|^[ \t]*(?:[#+=-]|\d+[.)])/im;

/** Whether a text says the same as Markdown and as plain text, whatever its lines. The short way for most texts of a bank. */
export function isPlainProse(text: string): boolean {
  return !marks.test(text);
}
