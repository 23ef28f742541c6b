import type { FakeClient, FakeUser } from '../options.ts';
import type { Answer } from '../wire/answer.ts';
import { type WireRequest, formOf } from '../wire/request.ts';
import { type ConsentForm, consentPage, errorPage } from './consent-page.ts';
import { type Identity, clientOf } from './identity.ts';

const knownScopes = new Set([
  'ea:api',
  'offline_access',
  'openid',
  'profile',
  'email',
  'ea:sales',
  'ea:sales_readonly',
  'ea:accounting',
  'ea:accounting_readonly',
  'ea:purchase',
  'ea:purchase_readonly',
  'vls:api',
]);

/**
 * GET shows the page (or redirects at once with consent 'auto'); POST is what the page's form sends.
 * An unknown application or redirect URI is answered with a page, never with a redirect.
 */
export function authorize(identity: Identity, request: WireRequest): Answer {
  const form = request.method === 'POST' ? formOf(request) : null;
  const query = form ?? request.url.searchParams;
  const client = clientOf(identity, query.get('client_id'));
  if (!client) return errorPage('unauthorized_client', 'Unknown client_id.');
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRedirectAllowed(client, redirectUri)) return errorPage('invalid_request', 'Invalid redirect_uri.');
  const refused = refusalOf(query);
  if (refused) return redirect(redirectUri, { error: refused, state: query.get('state') });
  if (form) return decide(identity, client, redirectUri, form);
  if (identity.world.options.consent === 'page') return consentPage(pageOf(identity, query));
  return identity.signIn.denies
    ? denied(identity, redirectUri, query)
    : granted(identity, client, redirectUri, query, identity.signIn.user, identity.signIn.company);
}

function refusalOf(query: URLSearchParams): string | undefined {
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  const scopes = scopesOf(query);
  if (!scopes.includes('ea:api') || scopes.some((scope) => !knownScopes.has(scope))) return 'invalid_scope';
  const method = query.get('code_challenge_method');
  if (method !== null && method !== 'S256' && method !== 'plain') return 'invalid_request';
  return undefined;
}

function decide(identity: Identity, client: FakeClient, redirectUri: string, form: URLSearchParams): Answer {
  if (form.get('decision') === 'deny') return denied(identity, redirectUri, form);
  const user = identity.users.get((form.get('email') ?? '').toLowerCase());
  if (user?.password !== (form.get('password') ?? '')) {
    return consentPage({ ...pageOf(identity, form), problem: 'The e-mail address or the password is wrong.' });
  }
  const company = form.get('company') ?? user.companies[0] ?? '';
  if (!user.companies.includes(company)) {
    return consentPage({ ...pageOf(identity, form), problem: 'You have no access to this company.' });
  }
  return granted(identity, client, redirectUri, form, user, company);
}

function granted(
  identity: Identity,
  client: FakeClient,
  redirectUri: string,
  query: URLSearchParams,
  user: FakeUser,
  company: string,
): Answer {
  const challenge = query.get('code_challenge');
  const code = identity.tokens.issueCode(
    { clientId: client.clientId, email: user.email, company, scopes: scopesOf(query) },
    redirectUri,
    challenge ? { value: challenge, method: query.get('code_challenge_method') ?? 'plain' } : undefined,
  );
  return redirect(redirectUri, { code, scope: scopesOf(query).join(' '), state: query.get('state') });
}

function denied(identity: Identity, redirectUri: string, query: URLSearchParams): Answer {
  identity.signIn.denies = false;
  return redirect(redirectUri, { error: 'access_denied', state: query.get('state') });
}

function redirect(uri: string, parameters: Record<string, string | null>): Answer {
  const target = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) if (value !== null) target.searchParams.set(name, value);
  return { status: 302, headers: { location: target.href } };
}

function isRedirectAllowed(client: FakeClient, uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  if (client.redirectUris !== 'any') return client.redirectUris.includes(uri);
  const { protocol, hostname } = new URL(uri);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function scopesOf(query: URLSearchParams): string[] {
  return (query.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
}

function pageOf(identity: Identity, query: URLSearchParams): ConsentForm {
  return {
    parameters: [...query].filter(([name]) => !['email', 'password', 'company', 'decision'].includes(name)),
    scopes: scopesOf(query),
    email: query.get('email') ?? identity.signIn.user.email,
    company: query.get('company') ?? identity.signIn.company,
    companies: [...identity.world.companies.values()].map((company) => ({
      identifier: company.identifier,
      name: company.settings.Name,
    })),
  };
}
