/** Control characters and runs of blanks become one blank: a note must not break a line of an invoice. */
export function cleanText(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}

/** At most `length` UTF-16 units (as .NET counts), ending in `...` where cut, never in half a character. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, Math.max(0, length - 3)).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}...`.slice(0, length);
}
