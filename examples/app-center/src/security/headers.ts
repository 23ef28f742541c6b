import type { MiddlewareHandler } from 'hono';
import type { AppParts } from '../parts.ts';

/**
 * What the browser may do with our pages: styles, scripts and requests from here only, nothing inline, no frame around
 * them. Forms lead here, or, to connect, to Visma's login. Pages hold figures of a company, so nothing is cached.
 */
export function headers({ baseUrl, identityUrl }: Pick<AppParts, 'baseUrl' | 'identityUrl'>): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    `form-action 'self' ${new URL(identityUrl).origin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (c.res.headers.get('Cache-Control') === null) c.header('Cache-Control', 'no-store');
    if (baseUrl.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=31536000');
  };
}
