/** Which of the two services a URL means, and the path within it. Any host, any path prefix. */
export function splitUrl(url: URL): { readonly area: 'api' | 'identity' | 'none'; readonly path: string } {
  const identity = /\/(connect\/(?:authorize|token|revocation)|\.well-known\/openid-configuration)\/?$/.exec(url.pathname);
  if (identity) return { area: 'identity', path: `/${identity[1] ?? ''}` };
  const api = /\/v2(\/.*)$/.exec(url.pathname);
  if (api) return { area: 'api', path: (api[1] ?? '/').replace(/\/+$/, '') || '/' };
  return { area: 'none', path: url.pathname };
}
