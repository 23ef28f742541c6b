import { html, raw } from 'hono/html';

/** A piece of a page. Whatever was put into it as text is escaped. */
export type Html = ReturnType<typeof html>;

export { html };

/** Nothing at all. */
export const nothing: Html = raw('');

/** An attribute without a value, such as `checked`, where the condition holds. */
export function attribute(name: 'checked' | 'selected' | 'required' | 'disabled' | 'open', when: boolean): Html {
  return raw(when ? name : '');
}
