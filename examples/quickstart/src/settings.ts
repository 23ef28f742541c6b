import type { Connector, SettingsInput } from '@x/timechimp-visma-connector';

/**
 * Fills in the settings as a person would: takes what the connector suggests from the administration, and adds what only
 * that person can know. Throws when the administration has no article for an expense at the low rate.
 */
export async function chooseSettings(connector: Connector, tenantId: string): Promise<SettingsInput> {
  let settings: SettingsInput = {
    // Work from October on; what is older was invoiced before this link existed.
    cutOffDate: '2026-10-01',
    invoices: { invoiceDate: 'endOfMonth' },
    terms: { timing: 'advance' },
    import: { nightly: true, hour: 3 },
  };
  // Some suggestions rest on settings that were suggested just before, so ask until there is nothing left.
  for (;;) {
    const { suggestions } = await connector.saveSettings({ tenantId, settings, preview: true });
    if (suggestions.length === 0) break;
    for (const { at, value } of suggestions) settings = withSetting(settings, at.split('.'), value);
  }
  if (settings.articles?.byVatKind?.['domestic-low']?.expenses === undefined) {
    throw new Error('The administration has no active article at 9 % for expenses. Create one in Visma and run this again.');
  }
  return settings;
}

/** The same settings with one more: nothing that was chosen already is replaced. */
function withSetting(settings: SettingsInput, path: readonly string[], value: string | number): SettingsInput {
  return place(settings, path, value);
}

function place(record: Readonly<Record<string, unknown>>, [name = '', ...rest]: readonly string[], value: unknown): Readonly<Record<string, unknown>> {
  const inner = record[name];
  if (rest.length === 0) return { ...record, [name]: inner ?? value };
  return { ...record, [name]: place(isRecord(inner) ? inner : {}, rest, value) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
