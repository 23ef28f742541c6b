/** A template taken apart: literal texts and names, in turns. */
export type TemplatePart = { readonly literal: string } | { readonly name: string };

/**
 * Reads a template: `{name}` is a name, `{{` and `}}` are literal braces. `undefined` when a brace is left over or a
 * name is not among those known.
 */
export function readTemplate(template: string, known: readonly string[]): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = [];
  for (const [token] of template.matchAll(/\{\{|\}\}|\{[^{}]*\}|[^{}]+|[{}]/g)) {
    const name = token.slice(1, -1);
    if (token === '{{' || token === '}}') parts.push({ literal: token.charAt(0) });
    else if (token === '{' || token === '}') return undefined;
    else if (!token.startsWith('{')) parts.push({ literal: token });
    else if (known.includes(name)) parts.push({ name });
    else return undefined;
  }
  return parts;
}

/** Fills in values. A value is never read as a template. */
export function fillTemplate(parts: readonly TemplatePart[], value: (name: string) => string): string {
  return parts.map((part) => ('name' in part ? value(part.name) : part.literal)).join('');
}
