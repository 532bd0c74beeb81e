import { byteOrderMark } from '#libs/text';

/** Hands a file to the browser: what is fetched with an access token cannot be a plain link. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** With the byte order mark that spreadsheets look for, and that reading a response as text drops. */
export const csvFile = (text: string): Blob =>
  new Blob([byteOrderMark, text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text], {
    type: 'text/csv;charset=utf-8',
  });

export const fileName = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]+/gu, '-') || 'waymark';
