import { Hono } from 'hono';
import { errorPage, troubleNote } from '../html/error-page.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { troubleOf } from '../html/trouble.ts';
import type { Env } from '../security/session.ts';
import type { Job, Jobs } from '../run/jobs.ts';

/** The page of a job: how far it is, and its report once it is done. Reloading it starts nothing. */
export function jobsScreen(jobs: Jobs): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/:id', (c) => {
    const job = jobs.find(c.req.param('id'));
    if (!job) {
      return errorPage(c, 404, { title: 'This page is gone', message: 'The report is not kept any more.', remedy: 'What was written in Visma is in the export log.' });
    }
    switch (job.state) {
      case 'running':
        return page(c, job.title, html`<div data-job="/jobs/${job.id}/progress">${progress(job)}</div>
<p><a class="button" href="/jobs/${job.id}">Look again</a></p>`);
      case 'failed':
        return page(c, job.title, troubleNote(troubleOf(job.error)));
      case 'done':
        return page(c, job.title, job.result ?? nothing);
    }
  });

  // What the script of the page asks for; without a script, "Look again" does.
  app.get('/:id/progress', (c) => {
    const job = jobs.find(c.req.param('id'));
    return job?.state === 'running' ? c.html(progress(job)) : c.body(null, 204);
  });

  return app;
}

function progress({ step, done, total }: Job): Html {
  const text = step === '' ? 'Working' : `${step}: ${String(done)}${total === undefined ? '' : ` of ${String(total)}`}`;
  return html`<p id="progress" role="status">${text}</p>
<progress aria-labelledby="progress" ${total === undefined || total === 0 ? nothing : html`max="${total}" value="${done}"`}></progress>`;
}
