import { Hono } from 'hono';
import { ConnectorError } from '@x/timechimp-visma-connector';
import { errorPage } from '../html/error-page.ts';
import { form, hidden } from '../html/form.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { problemList } from '../html/problems.ts';
import { troubleOf } from '../html/trouble.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';

/** The start: the tile of Visma, the way to its login and back, and the end of a connection. */
export function appCenter(parts: AppParts): Hono<Env> {
  const { connector, tenantId, accountId } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const session = c.get('session');
    const { status, companyName, problems } = await connector.connectionHealth({ tenantId });
    const connected = status !== 'not-connected';
    const states = { good: 'Connected', attention: 'Connected, look below', broken: 'Not working', 'not-connected': 'Not connected' };
    return page(
      c,
      'App Center',
      html`<p class="lead">Connect your bookkeeping. What you invoice here appears in it, once.</p>
<section class="tile" aria-labelledby="visma">
<img src="/assets/icon.svg" alt="" width="48" height="48">
<div>
<h2 id="visma">Visma eAccounting</h2>
<p>Hours, expenses and trips become invoices, sent invoices become sales entries, customers come across.</p>
<p><span class="badge ${connected ? (status === 'good' ? 'good' : 'bad') : 'plain'}">${states[status]}</span> ${connected ? html`with <strong>${companyName}</strong>` : nothing}</p>
</div>
<div class="actions">
${
  connected
    ? html`<a class="button" href="/settings">Settings</a>
${status === 'broken' ? form(session, '/connect', html`<button class="primary">Connect again</button>`) : nothing}
<a class="button" href="/disconnect">Disconnect</a>`
    : form(session, '/connect', html`<button class="primary">Connect with Visma</button>`)
}
</div>
</section>
${connected ? problemList(problems, 'What the connection needs') : nothing}
${parts.vismaWindow ? html`<p><a href="/visma">Look into the fake Visma</a>: its books, and what a person could do there.</p>` : nothing}`,
    );
  });

  app.post('/connect', async (c) => {
    c.get('session').acceptCompanyChange = (await fieldsOf(c)).one('acceptCompanyChange') === 'yes';
    const { url } = await connector.connect({ tenantId, sourceAccountId: accountId });
    return c.redirect(url, 303);
  });

  app.get('/callback', async (c) => {
    const session = c.get('session');
    try {
      const { companyName, reconnected } = await connector.completeConnect({
        tenantId,
        callbackUrl: c.req.url,
        acceptCompanyChange: session.acceptCompanyChange,
      });
      session.flash = { kind: 'good', message: reconnected ? `${companyName} is connected again.` : `${companyName} is connected. Now complete the settings.` };
      return c.redirect('/settings', 303);
    } catch (error) {
      // Going back to this address, or reloading it, repeats a code that was used: harmless where the connection works.
      const spent = error instanceof ConnectorError && error.code === 'consent-not-pending';
      if (spent && (await connector.connectionHealth({ tenantId })).status !== 'not-connected') return c.redirect('/settings', 303);
      const changed = error instanceof ConnectorError && error.code === 'company-changed';
      return errorPage(c, 400, { ...troubleOf(error), ...(changed ? { action: acceptChange() } : {}) });
    }

    function acceptChange(): Html {
      return form(session, '/connect', html`${hidden({ acceptCompanyChange: 'yes' })}<button>Connect with the other company</button>`);
    }
  });

  app.get('/disconnect', (c) =>
    page(
      c,
      'Disconnect from Visma?',
      html`<p>The access to Visma is withdrawn. Settings, links and the export log stay, so that connecting again never writes anything twice.</p>
${form(c.get('session'), '/disconnect', html`<button class="danger">Disconnect</button> <a class="button" href="/">Keep the connection</a>`)}`,
    ),
  );

  app.post('/disconnect', async (c) => {
    const { outcome, revoked } = await connector.disconnect({ tenantId });
    const message = revoked ? 'Disconnected. Visma confirmed that the access has ended.' : 'Disconnected. Visma did not confirm that the access has ended; the next connect tells it again.';
    c.get('session').flash = { kind: 'good', message: outcome === 'not-connected' ? 'There was no connection any more.' : message };
    return c.redirect('/', 303);
  });

  return app;
}
