import type { ItemRef } from '@x/timechimp-visma-connector';
import { type ItemTexts, itemWords } from '../run/describe-items.ts';
import { shownItems } from '../run/words.ts';
import { fieldId } from './form.ts';
import { count } from './format.ts';
import { type Html, html, nothing } from './markup.ts';

/** Hours that a fixed price or subscription covers: marked as invoiced with it, or left as they are. Nothing where there are none. */
export function coveredHours(hours: readonly ItemRef[], texts: ItemTexts, become: 'marked' | 'left'): Html {
  if (hours.length === 0) return nothing;
  const number = count(hours.length, 'entry of hours', 'entries of hours');
  const one = hours.length === 1;
  return html`<details class="covered"><summary>${number} covered, ${become === 'marked' ? 'marked as invoiced with it' : `${one ? 'stays' : 'stay'} as ${one ? 'it is' : 'they are'} in TimeChimp`}</summary>
${itemList(hours.map((ref) => ({ ref })), texts)}
<p class="hint">Nothing is charged for ${one ? 'it' : 'them'}. <a href="/settings#${fieldId('terms.coveredHours')}">The settings</a> say what becomes of covered hours.</p></details>`;
}

/** Items in a list, as many as a person looks at; `message` says something of each. */
export function itemList(items: readonly { readonly ref: ItemRef; readonly message?: string }[], texts: ItemTexts): Html {
  const shown = items.slice(0, shownItems);
  return html`<ul>${shown.map(({ ref, message }) => html`<li>${itemWords(ref, texts)}${message === undefined ? '' : `: ${message}`}</li>`)}${items.length > shown.length ? html`<li>and ${items.length - shown.length} more</li>` : nothing}</ul>`;
}
