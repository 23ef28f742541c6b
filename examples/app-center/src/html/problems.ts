import type { Problem } from '@x/timechimp-visma-connector';
import { type Html, html, nothing } from './markup.ts';

/** One sentence per problem; the same sentence of several items stands once. */
export function problemList(problems: readonly Problem[], title: string): Html {
  const sentences = new Map(problems.map(({ severity, message, remedy }) => [`${message} ${remedy}`, { severity, message, remedy }]));
  if (sentences.size === 0) return nothing;
  return html`<section class="note ${problems.some(({ severity }) => severity === 'error') ? 'bad' : 'look'}">
<h2>${title}</h2>
<ul>${[...sentences.values()].map(({ severity, message, remedy }) => html`<li><strong>${severity === 'error' ? 'Error' : 'Warning'}:</strong> ${message} <span class="remedy">${remedy}</span></li>`)}</ul>
</section>`;
}
