/** A text in a filter: in quotes, quotes doubled. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** All of the conditions; undefined when there is none. */
export function allOf(conditions: readonly (string | undefined)[]): string | undefined {
  const present = conditions.filter((each) => each !== undefined);
  return present.length === 0 ? undefined : present.join(' and ');
}

/** Any of the conditions, in brackets where there are several. */
export function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' or ')})`;
}
