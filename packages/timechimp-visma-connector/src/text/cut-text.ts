/** The first `length` UTF-16 units of a text (as .NET counts), and one less where that would halve a character. */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}$/u, '');
}
