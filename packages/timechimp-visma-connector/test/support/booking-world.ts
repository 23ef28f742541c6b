import type { SettingsInput } from '../../src/settings/settings.ts';
import { tenantId, type ConnectedWorld } from './connected-world.ts';

/** Connects a world so that it can book sales entries: the VAT codes are those that the settings suggest. */
export async function booking(world: ConnectedWorld, change: (settings: SettingsInput) => SettingsInput = (same) => same): Promise<ConnectedWorld> {
  await world.connect();
  const { settings, suggestions } = await world.connector.readSettings({ tenantId });
  const codes = Object.fromEntries(suggestions.flatMap(({ at, value }) => (at.startsWith('vat.codes.') ? [[at.slice('vat.codes.'.length), String(value)]] : [])));
  await world.connector.saveSettings({ tenantId, settings: change({ ...settings, vat: { ...settings.vat, codes } }) });
  return world;
}
