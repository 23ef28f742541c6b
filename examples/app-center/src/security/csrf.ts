import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { errorPage } from '../html/error-page.ts';
import type { AppParts } from '../parts.ts';
import { csrfField } from './csrf-field.ts';
import type { Env } from './session.ts';

/**
 * Refuses every change that does not come from a page of ours: the browser says where a form was (`Origin`,
 * `Sec-Fetch-Site`), and the form carries the token of the session.
 */
export function csrf({ baseUrl }: Pick<AppParts, 'baseUrl'>): MiddlewareHandler<Env> {
  const { origin } = new URL(baseUrl);
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const from = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const foreign = (from !== undefined && from !== origin) || (site !== undefined && site !== 'same-origin');
    const body = foreign ? {} : await c.req.parseBody({ all: true });
    const token = body[csrfField];
    if (foreign || typeof token !== 'string' || !equal(token, c.get('session').csrf)) {
      return errorPage(c, 403, {
        title: 'Nothing was done',
        message: 'This form does not belong to your session, perhaps because the page was open for long.',
        remedy: 'Open the page again and repeat the step.',
      });
    }
    return next();
  };
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
