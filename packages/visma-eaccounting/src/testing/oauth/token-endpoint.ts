import type { FakeClient } from '../options.ts';
import type { Answer } from '../wire/answer.ts';
import { type WireRequest, formOf } from '../wire/request.ts';
import { type Identity, clientOf } from './identity.ts';
import type { IssuedTokens, PendingCode } from './tokens.ts';

/** Exchanges a code or a refresh token. Errors are plain OAuth JSON, not the API's error body. */
export async function token(identity: Identity, request: WireRequest): Promise<Answer> {
  const form = formOf(request);
  if (!form) return oauthError('invalid_request');
  const client = authenticated(identity, request, form);
  if (!client) return oauthError('invalid_client');
  switch (form.get('grant_type')) {
    case 'authorization_code': {
      const pending = identity.tokens.takeCode(form.get('code') ?? '');
      if (pending?.session.clientId !== client.clientId) return oauthError('invalid_grant');
      if (pending.redirectUri !== form.get('redirect_uri')) return oauthError('invalid_grant');
      if (!(await isProved(pending, form.get('code_verifier')))) return oauthError('invalid_grant');
      return tokens(identity, identity.tokens.issue(pending.session));
    }
    case 'refresh_token': {
      const issued = identity.tokens.refresh(form.get('refresh_token') ?? '', client.clientId);
      return issued ? tokens(identity, issued) : oauthError('invalid_grant');
    }
    default:
      return oauthError('unsupported_grant_type');
  }
}

/** Revokes: 200 without a body, also for a token that nobody knows. */
export function revoke(identity: Identity, request: WireRequest): Answer {
  const form = formOf(request);
  if (!form) return oauthError('invalid_request');
  const client = authenticated(identity, request, form);
  if (!client) return oauthError('invalid_client');
  const given = form.get('token');
  if (!given) return oauthError('invalid_request');
  identity.tokens.revoke(given, client.clientId);
  return { status: 200 };
}

/** HTTP Basic, or id and secret in the form. */
function authenticated(identity: Identity, request: WireRequest, form: URLSearchParams): FakeClient | undefined {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(request.headers.get('authorization') ?? '');
  const [id, secret] = basic ? basicParts(basic[1] ?? '') : [form.get('client_id'), form.get('client_secret')];
  const client = clientOf(identity, id ?? null);
  return client?.clientSecret === secret ? client : undefined;
}

function basicParts(encoded: string): [string | undefined, string | undefined] {
  const text = atob(encoded);
  const colon = text.indexOf(':');
  if (colon < 0) return [undefined, undefined];
  const decode = (part: string): string => decodeURIComponent(part.replaceAll('+', ' '));
  try {
    return [decode(text.slice(0, colon)), decode(text.slice(colon + 1))];
  } catch {
    return [undefined, undefined];
  }
}

async function isProved(pending: PendingCode, verifier: string | null): Promise<boolean> {
  if (!pending.challenge) return true;
  if (!verifier) return false;
  if (pending.challenge.method === 'plain') return verifier === pending.challenge.value;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === pending.challenge.value;
}

function tokens(identity: Identity, issued: IssuedTokens): Answer {
  return {
    status: 200,
    headers: { 'cache-control': 'no-store', pragma: 'no-cache' },
    json: {
      access_token: issued.accessToken,
      expires_in: identity.world.options.accessTokenSeconds,
      token_type: 'Bearer',
      ...(issued.refreshToken === undefined ? {} : { refresh_token: issued.refreshToken }),
      scope: issued.session.scopes.join(' '),
    },
  };
}

function oauthError(error: string): Answer {
  return { status: 400, headers: { 'cache-control': 'no-store', pragma: 'no-cache' }, json: { error } };
}
