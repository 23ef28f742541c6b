import { ConnectorError } from '@x/timechimp-visma-connector';
import { TimeChimpError } from '@x/timechimp-visma-connector/timechimp';
import { VismaError } from '@x/visma-eaccounting';
import { AccessDeniedError, InvalidStateError, ReconnectRequiredError } from '@x/visma-eaccounting/oauth';
import type { Trouble } from './error-page.ts';
import { html } from './markup.ts';

const toAppCenter = html`<p><a class="button" href="/">To the App Center</a></p>`;

/** What to tell a person about an error, whatever it is. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ConnectorError) {
    const { message, remedy, problems, code } = error;
    return { title: titles[code] ?? 'That did not work', message, remedy, problems: code === 'settings' ? problems : [], ...(code === 'not-connected' ? { action: toAppCenter } : {}) };
  }
  if (error instanceof ReconnectRequiredError) {
    return { title: 'Connect again', message: 'Visma no longer accepts this connection.', remedy: 'Connect again in the App Center. Nothing that was exported is lost.', action: toAppCenter };
  }
  if (error instanceof AccessDeniedError) {
    return { title: 'Not connected', message: 'Visma was not allowed to give access.', remedy: 'Connect again and choose Allow, when you want to.', action: toAppCenter };
  }
  if (error instanceof InvalidStateError) {
    return { title: 'Not connected', message: 'This answer of Visma does not belong to a connection that you began here.', remedy: 'Begin again in the App Center.', action: toAppCenter };
  }
  if (error instanceof VismaError) {
    return { title: 'Visma did not answer as hoped', message: error.message, remedy: error.delivery === 'unknown' ? 'Look at the export log: what is in doubt there is found out by "Reconcile".' : 'Try again in a moment.' };
  }
  if (error instanceof TimeChimpError) {
    return { title: 'TimeChimp did not answer as hoped', message: error.message, remedy: error.advice };
  }
  return { title: 'Something went wrong', message: 'An error that was not foreseen.', remedy: 'Try again; whatever was written before is in the export log.' };
}

const titles: Readonly<Record<string, string>> = {
  'not-connected': 'Not connected',
  'consent-not-pending': 'Not connected',
  'consent-expired': 'Not connected',
  'company-changed': 'Another company',
  'pair-taken': 'Not connected',
  'items-unknown': 'Not there any more',
};
