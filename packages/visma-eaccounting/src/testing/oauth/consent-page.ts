import type { Answer } from '../wire/answer.ts';

/** What the sign-in and consent page shows. */
export interface ConsentForm {
  /** The authorization request's own parameters, sent along as hidden fields. */
  readonly parameters: readonly (readonly [string, string])[];
  readonly scopes: readonly string[];
  readonly email: string;
  readonly company: string;
  readonly companies: readonly { readonly identifier: string; readonly name: string }[];
  readonly problem?: string;
}

/** Sign in, choose a company, allow or deny: one plain form that works without scripts. */
export function consentPage(form: ConsentForm): Answer {
  const hidden = form.parameters
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('\n');
  const options = form.companies
    .map(({ identifier, name }) => {
      const chosen = identifier === form.company ? ' selected' : '';
      return `<option value="${escape(identifier)}"${chosen}>${escape(name)}</option>`;
    })
    .join('\n');
  const problem = form.problem ? `<p role="alert">${escape(form.problem)}</p>` : '';
  return page(
    form.problem ? 401 : 200,
    'Sign in',
    `<h1>Sign in to the fake Visma</h1>
${problem}
<form method="post" action="authorize">
${hidden}
<p><label>E-mail <input name="email" type="email" autocomplete="username" required value="${escape(form.email)}"></label></p>
<p><label>Password <input name="password" type="password" autocomplete="current-password"></label></p>
<p><label>Company <select name="company">
${options}
</select></label></p>
<p>The application asks for:</p>
<ul>${form.scopes.map((scope) => `<li>${escape(scope)}</li>`).join('')}</ul>
<p><button name="decision" value="allow">Allow</button> <button name="decision" value="deny" formnovalidate>Deny</button></p>
</form>`,
  );
}

/** The page for a request that must not be redirected. */
export function errorPage(error: string, text: string): Answer {
  return page(400, 'Error', `<h1>Error</h1><p>${escape(error)}: ${escape(text)}</p>`);
}

function page(status: number, title: string, body: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    text: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main>
${body}
</main></body></html>
`,
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
