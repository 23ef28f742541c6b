/** A step of the story. */
export function heading(text: string): void {
  console.log(`\n  ${text}`);
}

/** One line below a heading. */
export function line(text: string): void {
  console.log(`    ${text.trimEnd()}`);
}

/** Rows with their columns aligned, numbers to the right. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    line(`  ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')}`);
  }
}

function pad(cell: string, width: number): string {
  return /^-?\d+(\.\d+)?%?$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
}
