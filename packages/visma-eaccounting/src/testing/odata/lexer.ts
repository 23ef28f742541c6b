/** One piece of a filter expression. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ',' | ':' | '/' };

const patterns = {
  space: /\s+/y,
  text: /'((?:[^']|'')*)'/y,
  literal:
    /(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?|-?\d+(?:\.\d+)?)(?![\w-])/iy,
  word: /[A-Za-z_]\w*/y,
  sign: /[(),:/]/y,
};

/** Cuts a filter expression into tokens; null when a character fits nowhere. */
export function tokenize(expression: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(expression);
    if (match) at += match[0].length;
    return match;
  };
  while (at < expression.length) {
    if (take(patterns.space)) continue;
    const text = take(patterns.text);
    if (text) {
      tokens.push({ kind: 'text', value: (text[1] ?? '').replaceAll("''", "'") });
      continue;
    }
    const literal = take(patterns.literal);
    if (literal) {
      tokens.push({ kind: 'literal', text: literal[0] });
      continue;
    }
    const word = take(patterns.word);
    if (word) {
      tokens.push({ kind: 'word', text: word[0] });
      continue;
    }
    const sign = take(patterns.sign);
    if (!sign) return null;
    tokens.push({ kind: 'sign', text: sign[0] as '(' | ')' | ',' | ':' | '/' });
  }
  return tokens;
}
