import { payloadHash } from '@x/billing-core';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/** The settings that decide what a voucher looks like: a change of any of them sends the next entry alone again. */
function canaryName(session: Session): string {
  const { accounts, vat, salesEntries } = session.settings;
  return `sales-entry/canary/${payloadHash({ accounts, vat, salesEntries }).slice(0, 16)}`;
}

/** Whether a sales entry under these settings was booked, read back and found equal before. */
export async function isCanaryDone(context: ConnectorContext, session: Session): Promise<boolean> {
  return (await context.parts.state.cursors.get(session.scope, canaryName(session))) !== null;
}

/** Notes that it was. Losing the note costs one more check. */
export async function rememberCanary(context: ConnectorContext, session: Session): Promise<void> {
  await context.parts.state.cursors.set(session.scope, canaryName(session), 'checked', null);
}
