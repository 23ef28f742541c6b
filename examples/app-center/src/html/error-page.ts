import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '@x/timechimp-visma-connector';
import type { Env } from '../security/session.ts';
import { type Html, html, nothing } from './markup.ts';
import { page } from './page.ts';
import { problemList } from './problems.ts';

/** What went wrong, for a person: never a stack, an address or a secret. */
export interface Trouble {
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
  readonly problems?: readonly Problem[];
  /** Where to go on. */
  readonly action?: Html;
}

/** Trouble as a piece of a page. */
export function troubleNote({ message, remedy, problems = [], action }: Omit<Trouble, 'title'>): Html {
  return html`<div class="note bad" role="alert"><p><strong>${message}</strong></p><p>${remedy}</p>${action ?? nothing}</div>
${problemList(problems, 'In detail')}`;
}

/** Trouble as a page. */
export function errorPage(c: Context<Env>, status: ContentfulStatusCode, trouble: Trouble): Response | Promise<Response> {
  return page(c, trouble.title, troubleNote(trouble), status);
}
