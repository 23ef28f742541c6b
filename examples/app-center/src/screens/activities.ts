import { Hono } from 'hono';
import { type ActivityView, ConnectorError, type LinkedActivity, type MasterArticle } from '@x/timechimp-visma-connector';
import { form, input } from '../html/form.ts';
import { errorPage } from '../html/error-page.ts';
import { count } from '../html/format.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { table } from '../html/table.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';

/** Activities and the article that each of them is invoiced under. */
export function activitiesScreen(parts: AppParts): Hono<Env> {
  const { connector, tenantId } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const activities = await connector.activities({ tenantId });
    const open = activities.filter(({ active, link }) => active && link.state !== 'linked');
    const onlyOpen = c.req.query('show') === 'unlinked';
    const shown = onlyOpen ? open : activities;
    return page(
      c,
      'Activities',
      html`<p class="lead">Each activity is invoiced under an article of Visma, which decides its VAT and its revenue account.</p>
<nav class="tabs" aria-label="Which activities"><ul>
<li><a href="/activities" ${onlyOpen ? nothing : html`aria-current="page"`}>All (${activities.length})</a></li>
<li><a href="/activities?show=unlinked" ${onlyOpen ? html`aria-current="page"` : nothing}>Without an article (${open.length})</a></li>
</ul></nav>
${
  shown.length === 0
    ? html`<p class="note good">Every active activity has an article.</p>`
    : table({
        caption: onlyOpen ? 'Activities without a usable article' : 'All activities',
        columns: [{ title: 'Activity' }, { title: 'Article' }, { title: 'Link' }],
        rows: shown.map(({ id, name, active, link }) => [
          html`${name}${active ? nothing : html` <span class="hint">(not active)</span>`}`,
          linkText(link, id),
          html`<a href="/activities/${encodeURIComponent(id)}">${link.state === 'unlinked' ? 'Choose an article' : 'Change'}<span class="hidden"> for ${name}</span></a>`,
        ]),
      })
}`,
    );
  });

  app.get('/:id', async (c) => {
    const session = c.get('session');
    const activity = (await connector.activities({ tenantId })).find(({ id }) => id === c.req.param('id'));
    if (!activity) return errorPage(c, 404, { title: 'No such activity', message: 'TimeChimp has no such activity (any more).', remedy: 'Choose one from the list.' });
    const search = (c.req.query('q') ?? '').trim();
    const entered = (c.req.query('check') ?? '').trim();
    const checked = entered === '' ? undefined : await check(activity.id, entered);
    const found = search === '' ? undefined : await connector.masterData({ tenantId, kind: 'articles', search, limit: 50 });
    const here = `/activities/${encodeURIComponent(activity.id)}`;
    return page(
      c,
      `Article of ${activity.name}`,
      html`<div>Now: ${linkText(activity.link, activity.id)}</div>
<section class="panel"><h2>Accounting article</h2>
<form method="get" action="${here}">
${input({ name: 'check', label: 'Article', hint: 'An article number, words of its name that fit one article, or its id in Visma.', ...(checked?.error === undefined ? {} : { errors: [checked.error] }) }, entered, { required: true })}
<button>Check</button>
</form>
${checked?.linked ? html`<div class="note good" role="status"><p>This is <strong>${articleName(checked.linked)}</strong>.</p>
${form(session, here, html`<input type="hidden" name="article" value="${checked.linked.article?.id ?? ''}"><button class="primary">Link ${activity.name} to it</button>`)}</div>` : nothing}
</section>
<section class="panel"><h2>Search articles</h2>
<form method="get" action="${here}" role="search">
${input({ name: 'q', label: 'Words of the name, number, unit or VAT rate', hint: 'Such as: uur 21%' }, search, { type: 'search' })}
<button>Search</button>
</form>
${
  found === undefined
    ? nothing
    : found.hits.length === 0
      ? html`<p class="note look" role="status">No article fits these words.</p>`
      : html`<p role="status">${count(found.total, 'article')}${found.total > found.hits.length ? html`, the first ${found.hits.length} are shown` : nothing}</p>
${table({
  caption: 'Articles found',
  columns: [{ title: 'Article' }, { title: 'Unit and VAT' }, { title: 'Choose' }],
  rows: found.hits.map(({ value, label, detail, usable }) => [
    label,
    detail,
    usable ? html`<a href="${here}?check=${encodeURIComponent(String(value))}">Check<span class="hidden"> ${label}</span></a>` : 'not active',
  ]),
})}`
}
</section>
${activity.link.state === 'unlinked' ? nothing : form(session, here, html`<button class="danger">Take the link away</button>`)}
<p><a href="/activities">All activities</a></p>`,
    );
  });

  app.post('/:id', async (c) => {
    const article = (await fieldsOf(c)).one('article');
    const linked = await connector.linkActivity({ tenantId, activityId: c.req.param('id'), article: article === '' ? null : article });
    const what = { linked: `${linked.activityName} is now invoiced under ${articleName(linked)}.`, unchanged: `${linked.activityName} was linked like that already.`, unlinked: `${linked.activityName} has no article of its own any more.` };
    c.get('session').flash = { kind: 'good', message: what[linked.outcome] };
    return c.redirect('/activities', 303);
  });

  return app;

  async function check(activityId: string, article: string): Promise<{ readonly linked?: LinkedActivity; readonly error?: string }> {
    try {
      return { linked: await connector.linkActivity({ tenantId, activityId, article, preview: true }) };
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'article') return { error: `${error.message} ${error.remedy}` };
      throw error;
    }
  }
}

function articleName({ article }: LinkedActivity): string {
  return article === null ? 'no article' : `${article.number} ${article.name}`;
}

function linkText(link: ActivityView['link'], activityId: string): Html {
  switch (link.state) {
    case 'linked':
      return html`${link.article.number} ${link.article.name}`;
    case 'inactive':
      return html`<span class="badge bad">Not active</span> ${link.article.number} ${link.article.name}`;
    case 'unknown':
      return link.sharedBy ? shared(link.entered, link.sharedBy, activityId) : html`<span class="badge bad">Unknown in Visma</span> <code>${link.entered}</code>`;
    case 'unlinked':
      return html`<span class="badge plain">None</span> <span class="hint">the default of the settings</span>`;
  }
}

/** A number that several articles have decides nothing: a person says which of them is meant. */
function shared(number: string, articles: readonly MasterArticle[], activityId: string): Html {
  return html`<span class="badge bad">Number used twice in Visma</span> <code>${number}</code>
<ul class="choices">${articles.map(
    ({ id, name, isActive }) => html`<li>${
      isActive
        ? html`<a href="/activities/${encodeURIComponent(activityId)}?check=${id}">${name}<span class="hidden"> with the number ${number}</span></a>`
        : html`${name} <span class="hint">(not active)</span>`
    } <span class="hint"><code>${id}</code></span></li>`,
  )}</ul>
<p class="hint">Choose the one that is meant: it is linked by its id in Visma. Or give each a number of its own in Visma.</p>`;
}
