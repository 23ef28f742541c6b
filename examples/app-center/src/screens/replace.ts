import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { ConnectorError, type ReplacedDraft, type ReplaceReport } from '@x/timechimp-visma-connector';
import { errorPage } from '../html/error-page.ts';
import { differenceTable, documentLinks, exportPath, outcomeBadge, reasonText } from '../html/exports.ts';
import { form, hidden, input } from '../html/form.ts';
import { proposalFigures } from '../html/invoice.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { problemList } from '../html/problems.ts';
import { type Jobs, waitFor } from '../run/jobs.ts';
import type { Shown } from '../run/shown.ts';
import { type Words, wordsFor } from '../run/words.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';

/** The page where the draft of an export is written anew. */
export function replacePath(key: string): string {
  return `/exports/replace?key=${encodeURIComponent(key)}`;
}

/** An open draft, written anew with today's prices and texts: what would change, the confirmation, what became of it. */
export function replaceScreen(parts: AppParts, shown: Shown, jobs: Jobs): Hono<Env> {
  const { connector, tenantId, operator: by } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const key = c.req.query('key') ?? '';
    const report = await preview(key);
    const [draft] = report?.drafts ?? [];
    if (!report || !draft) return errorPage(c, 404, { title: 'No such export', message: 'The log has no export of this key.', remedy: 'Choose one from the log.' });
    return page(
      c,
      'Replace the draft',
      html`<p class="lead">Nothing is written yet. The draft in Visma is deleted, then a new one is written for the same items; they stay invoiced all the time.</p>
${draftCard(draft, await wordsOf(report))}
${
  draft.outcome !== 'planned'
    ? html`<p class="actions"><span>There is nothing to replace it by.</span> <a class="button" href="${exportPath(key)}">Back</a></p>`
    : form(
        c.get('session'),
        '/exports/replace',
        html`${hidden({ key, seen: shown.keep(report.expect), job: randomUUID() })}
${input({ name: 'why', label: 'Why', hint: 'Kept in the history.' }, '', { required: true })}
<p class="actions"><button class="primary">Replace the draft in Visma</button> <a class="button" href="${exportPath(key)}">Back, write nothing</a></p>`,
      )
}`,
    );
  });

  app.post('/', async (c) => {
    const sent = await fieldsOf(c);
    const key = sent.one('key');
    const id = `replace-${sent.one('job')}`;
    const expect = shown.find(sent.one('seen'));
    if (!expect) {
      c.get('session').flash = { kind: 'bad', message: 'What this page showed is not kept any more, so nothing was written. Look at it again.' };
      return c.redirect(replacePath(key), 303);
    }
    const job = jobs.start(id, 'Replace the draft', async () => {
      const report = await connector.replace({ tenantId, keys: [key], by, note: sent.one('why'), expect });
      return result(report, key, await wordsOf(report));
    });
    await waitFor(job, 400);
    return c.redirect(`/jobs/${job.id}`, 303);
  });

  return app;

  async function preview(key: string): Promise<ReplaceReport | undefined> {
    try {
      return await connector.replace({ tenantId, keys: [key], by, note: 'preview', preview: true });
    } catch (error) {
      if (error instanceof ConnectorError && error.code === 'items-unknown') return undefined;
      throw error;
    }
  }

  function wordsOf({ drafts }: ReplaceReport): Promise<Words> {
    return wordsFor(parts, [], drafts.map(({ changes, differences, reason }) => ({ differences: [...changes, ...differences], reason })));
  }

  function result({ drafts, stopped }: ReplaceReport, key: string, words: Words): Html {
    const replaced = drafts.some(({ outcome }) => outcome === 'exported');
    return html`<p class="note ${replaced ? 'good' : 'look'}" role="status"><strong>${drafts.map(whatBecame)}</strong></p>
${stopped === null ? nothing : html`<p class="note bad" role="alert">The run stopped early: ${stopped.message}</p>`}
${drafts.map((draft) => draftCard(draft, words))}
<p class="actions">${drafts.some(({ outcome }) => outcome === 'stale') ? html`<a class="button" href="${replacePath(key)}">Preview again what changed</a>` : nothing}
<a class="button" href="${exportPath(key)}">See the export</a></p>`;
  }

  function draftCard({ key, outcome, reason, changes, differences, likelyCause, proposal, totals, problems, documents }: ReplacedDraft, { names }: Words): Html {
    return html`<article class="card"><h2>${titles[outcome] ?? 'The draft'} ${badges[outcome] === undefined ? outcomeBadge(outcome) : html`<span class="badge plain">${badges[outcome]}</span>`}</h2>
${reasonText(reason, outcome, names)}
${differenceTable(changes, names, outcome === 'exported' ? ['Before', 'Now'] : ['In the draft', 'New'], 'What the new draft changes')}
${differenceTable(differences, names, outcome === 'stale' ? ['Shown', 'Now'] : undefined)}
${likelyCause === undefined ? nothing : html`<p>Most likely: ${likelyCause}</p>`}
${problemList(problems, 'To look at')}
${proposal === null || totals === null ? nothing : proposalFigures(proposal, totals, 'Lines of the new draft')}
${documentLinks(parts, key, documents)}</article>`;
  }
}

function whatBecame({ outcome, documents }: ReplacedDraft): string {
  if (outcome === 'exported') return 'The new draft stands in Visma.';
  if (outcome === 'held') return 'The new draft is held, see below.';
  if (outcome === 'in-doubt') return 'It is not finished. "Reconcile with Visma" in the export log goes on with it.';
  // Something may also come in between after the old draft was deleted: then its id is not kept any more.
  return documents.draftId === undefined ? 'The old draft is deleted, and no new one was written, see below.' : 'Nothing was replaced: the old draft is as it was.';
}

const titles: Readonly<Partial<Record<ReplacedDraft['outcome'], string>>> = { planned: 'The new draft', exported: 'The new draft' };

const badges: Readonly<Partial<Record<ReplacedDraft['outcome'], string>>> = {
  'already-exported': 'The new one would be the same',
  refused: 'It stays',
  skipped: 'It stays',
};
