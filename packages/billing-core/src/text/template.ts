/** Names that a text template may use, in braces. */
export const TEMPLATE_NAMES = [
  'activity', 'project', 'code', 'customer', 'employee', 'date', 'week', 'from', 'to', 'notes', 'product', 'reference',
  'hours', 'km', 'quantity', 'description', 'origin', 'destination',
] as const;

/** Whether a template can be read: `{name}` is one of the names, `{{` and `}}` are literal braces, and no brace is left over. */
export function isReadable(template: string): boolean {
  return new RegExp(`^(\\{\\{|\\}\\}|\\{(${TEMPLATE_NAMES.join('|')})\\}|[^{}])*$`).test(template);
}

/** Fills in values. A value is never read as a template. */
export function fillTemplate(template: string, value: (name: string) => string): string {
  return template.replace(/\{\{|\}\}|\{(\w+)\}/g, (token, name?: string) => (name === undefined ? token.charAt(0) : value(name)));
}
