import { readFile } from 'node:fs/promises';
import { ConnectorError } from '@x/timechimp-visma-connector';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { errorPage } from './html/error-page.ts';
import { troubleOf } from './html/trouble.ts';
import type { AppParts } from './parts.ts';
import { activitiesScreen } from './screens/activities.ts';
import { appCenter } from './screens/app-center.ts';
import { customersScreen } from './screens/customers.ts';
import { exportsScreen } from './screens/exports.ts';
import { invoicesScreen } from './screens/invoices.ts';
import { jobsScreen } from './screens/jobs.ts';
import { linksScreen } from './screens/links.ts';
import { monthEndScreen } from './screens/month-end.ts';
import { plansScreen } from './screens/plans.ts';
import { replaceScreen } from './screens/replace.ts';
import { reportScreen } from './screens/report.ts';
import { settingsScreen } from './screens/settings.ts';
import { takeOverScreen } from './screens/take-over.ts';
import { unbilledScreen } from './screens/unbilled.ts';
import { csrf } from './security/csrf.ts';
import { headers } from './security/headers.ts';
import { type Env, sessions } from './security/session.ts';
import { errorName } from './run/error-name.ts';
import { Jobs } from './run/jobs.ts';
import { Plans } from './run/plans.ts';
import { Shown } from './run/shown.ts';

const assets: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'app.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** The whole app, as a function from requests to answers. */
export function createApp(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>();
  const jobs = new Jobs(parts.progress, parts.log);
  const plans = new Plans();
  const shown = new Shown();
  app.use(headers(parts));
  app.get('/assets/:name', async (c) => {
    const name = c.req.param('name');
    const type = assets[name];
    if (type === undefined) return c.notFound();
    const content = await readFile(new URL(`assets/${name}`, import.meta.url));
    return c.body(new Uint8Array(content), 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=300' });
  });
  app.use(sessions(parts));
  app.use(
    bodyLimit({
      maxSize: 1024 * 1024,
      onError: (c: Context<Env>) => errorPage(c, 413, { title: 'Nothing was done', message: 'That was more than a form may send.', remedy: 'Choose less at once.' }),
    }),
  );
  app.use(csrf(parts));
  app.route('/', appCenter(parts));
  app.route('/settings', settingsScreen(parts));
  app.route('/activities', activitiesScreen(parts));
  app.route('/customers/links', linksScreen(parts));
  app.route('/customers', customersScreen(parts, jobs));
  app.route('/report', reportScreen(parts, plans));
  app.route('/unbilled', unbilledScreen(parts, plans));
  app.route('/invoices', invoicesScreen(parts, plans));
  app.route('/plans', plansScreen(parts, plans, shown, jobs));
  app.route('/jobs', jobsScreen(jobs));
  app.route('/take-over', takeOverScreen(parts, plans, jobs));
  app.route('/month-end', monthEndScreen(parts, jobs));
  app.route('/exports/replace', replaceScreen(parts, shown, jobs));
  app.route('/exports', exportsScreen(parts, jobs));
  if (parts.vismaWindow) app.route('/visma', parts.vismaWindow);
  app.notFound((c) => errorPage(c, 404, { title: 'No such page', message: 'There is nothing at this address.', remedy: 'Choose from the menu above.' }));
  app.onError((error, c) => {
    parts.log(`${c.req.method} ${routePath(c)} failed: ${errorName(error)}`);
    return errorPage(c, error instanceof ConnectorError ? 409 : 500, troubleOf(error));
  });
  return app;
}
