import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Env } from '../security/session.ts';
import { type Html, html, nothing } from './markup.ts';

/** The main places, in the order in which a person comes to them. */
const places = [
  ['/', 'App Center'],
  ['/settings', 'Settings'],
  ['/activities', 'Activities'],
  ['/customers', 'Customers'],
  ['/report', 'Report'],
  ['/unbilled', 'Unbilled'],
  ['/invoices', 'Invoices'],
  ['/exports', 'Export log'],
  ['/month-end', 'Month end'],
  ['/take-over', 'Take over'],
] as const;

/** A whole page. A message that waits in the session is shown on it, once. */
export function page(c: Context<Env>, title: string, content: Html, status: ContentfulStatusCode = 200): Response | Promise<Response> {
  const session = c.get('session');
  const { flash } = session;
  session.flash = undefined;
  const here = c.req.path;
  return c.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - App Center</title>
<link rel="stylesheet" href="/assets/style.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script type="module" src="/assets/app.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="brand"><a href="/">TimeChimp <span>to</span> Visma</a></p>
<nav aria-label="Main"><ul>
${places.map(([path, name]) => html`<li><a href="${path}" ${isHere(path, here) ? html`aria-current="page"` : nothing}>${name}</a></li>`)}
</ul></nav>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${flash ? html`<p class="note ${flash.kind}" role="${flash.kind === 'bad' ? 'alert' : 'status'}">${flash.message}</p>` : nothing}
${content}
</main>
</body>
</html>`,
    status,
  );
}

function isHere(path: string, here: string): boolean {
  return path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`);
}
