/** Prints rows as a plain table: first column left, the rest right. */
export function table(headers: readonly string[], body: readonly (readonly (string | number)[])[]): string {
  const cells = [headers, ...body].map((row) => row.map(String));
  const widths = headers.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column === 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function pad(text: string, width: number, isLeft: boolean): string {
  const fill = ' '.repeat(Math.max(0, width - [...text].length));
  return isLeft ? text + fill : fill + text;
}

export function heading(text: string): void {
  console.log(`\n${text}\n${'='.repeat(text.length)}`);
}
