/** Facts that the document states only in its texts or patterns: decimals and the names of enum values. */

/** Number of decimals of a pattern such as `[-]?\d+(.\d{1,2})?`, or undefined. */
export function decimalsOfPattern(pattern: string | undefined): number | undefined {
  const match = /\\d\{1,(\d)\}\)\?\$?$/.exec(pattern ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** Largest number of decimals that a description allows, or undefined. Rounding on their side is no limit. */
export function decimalsOfText(text: string | undefined): number | undefined {
  const numbers = [...(text ?? '').matchAll(/(\d) decimals?(?! places of)/gi)]
    .filter((match) => !/rounded to $/.test(text?.slice(0, match.index) ?? ''))
    .map((match) => Number(match[1]));
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

/**
 * `1 = Draft,<br/>2 = Ongoing` as `{ 1: 'Draft', 2: 'Ongoing' }`, or undefined when the text lists no values. A value
 * that is described by a phrase instead of a name has an empty name.
 */
export function valuesOfText(text: string | undefined): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  for (const match of (text ?? '').matchAll(/(?:^|>|\s)(\d+) = ([A-Za-z][\w -]*?)\s*(?=\(|,|<|$)/g)) {
    const [, value, name = ''] = match;
    if (value !== undefined) values[value] = name.includes(' ') ? '' : name;
  }
  return Object.keys(values).length > 1 ? values : undefined;
}

/** Scopes named in an operation's text, such as `ea:sales`. */
export function scopesOfText(text: string | undefined): string[] {
  return [...new Set((text ?? '').match(/ea:[a-z_]+/g) ?? [])].sort();
}
