import { ClientSecretPost, type ClientAuth } from 'oauth4webapi';

/** How the client proves who it is at the token endpoint: HTTP Basic, or id and secret in the form body. */
export type ClientAuthentication = 'basic' | 'body';

/**
 * The client authentication as a function for oauth4webapi.
 *
 * The library's own Basic escapes `-`, `.`, `_` and `~` too. A server that does not unescape would then refuse an
 * ordinary client id such as `my_app`; escaping only what must be escaped suits both kinds of server.
 */
export function clientAuthentication(kind: ClientAuthentication, secret: string): ClientAuth {
  if (kind === 'body') return ClientSecretPost(secret);
  return (_server, client, _body, headers) => {
    headers.set('authorization', `Basic ${btoa(`${escapeForm(client.client_id)}:${escapeForm(secret)}`)}`);
  };
}

function escapeForm(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
