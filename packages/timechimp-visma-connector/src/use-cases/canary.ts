import { payloadHash } from '@x/billing-core';
import { mappingVersion } from '../visma/payloads.ts';
import type { ConnectorContext } from './context.ts';
import type { Session } from './session.ts';

/**
 * Names the settings version by its content, with that of our mapping. Every setting counts: a change that has nothing to
 * do with vouchers costs one check more, one that was overlooked would let a wrong voucher follow another.
 */
function canaryName({ settings }: Session): string {
  return `sales-entry/canary/${payloadHash({ mappingVersion, settings }).slice(0, 16)}`;
}

/** Whether a sales entry under these settings was booked, read back and found equal before. */
export async function isCanaryDone(context: ConnectorContext, session: Session): Promise<boolean> {
  return (await context.parts.state.cursors.get(session.scope, canaryName(session))) !== null;
}

/** Notes that it was. Losing the note costs one more check. */
export async function rememberCanary(context: ConnectorContext, session: Session): Promise<void> {
  await context.parts.state.cursors.set(session.scope, canaryName(session), 'checked', null);
}
