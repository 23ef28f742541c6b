import { checkInvoiceNumbers, invoiceNumberText } from '@x/billing-core';
import * as z from 'zod';
import { checkSettings } from '../settings/check-settings.ts';
import { completeness, type Completeness } from '../settings/completeness.ts';
import { settingsSchema, type Settings, type SettingsInput } from '../settings/settings.ts';
import { suggestSettings, type Suggestion } from '../settings/suggestions.ts';
import { loadMasterData, type MasterList } from '../visma/load-master-data.ts';
import type { MasterData } from '../visma/master-data.ts';
import { allActivities } from './activities.ts';
import { ConnectorError } from './connector-error.ts';
import type { ConnectorContext } from './context.ts';
import { checkReferences } from './known-references.ts';
import { error, hasErrors, type Problem } from './problem.ts';
import { reporting } from './report-events.ts';
import { openSession, type Session } from './session.ts';

const lists: readonly MasterList[] = [
  'articles', 'codings', 'units', 'termsOfPayment', 'vatCodes', 'accounts', 'fiscalYears', 'countries', 'projects', 'costCenterItems',
];

/** Settings with everything that there is to say about them. */
export interface SettingsView {
  readonly settings: Settings;
  /** 0 while nothing was saved. Pass it to `saveSettings` to be told when someone else saved meanwhile. */
  readonly version: number;
  /** References that are wrong, vanished or unfit, one by one. */
  readonly problems: readonly Problem[];
  readonly completeness: Completeness;
  readonly suggestions: readonly Suggestion[];
  /** What `salesEntries.invoiceNumber` makes of an invoice number of this year; null where it makes none. */
  readonly invoiceNumberSample: { readonly text: string; readonly number: number | null };
}

/** Saves settings: whatever is left out has its default, nothing is kept of what was saved before. */
export interface SaveSettingsRequest {
  readonly tenantId: string;
  readonly settings: SettingsInput;
  /** Saves only when this is still the stored version. Default: the version as it is now. */
  readonly expectedVersion?: number;
  /** Checks everything and saves nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
}

/** Reads the tenant's settings and checks them against the live administration. */
export async function readSettings(
  context: ConnectorContext,
  request: { readonly tenantId: string; readonly signal?: AbortSignal },
): Promise<SettingsView> {
  const session = await openSession(context, request.tenantId);
  return view(context, session, session.settings, await load(context, session, request.signal), request.signal);
}

/**
 * Checks settings against the live administration and saves them. Any error saves nothing: a `ConnectorError` with code
 * `settings` carries every problem, each with its path.
 */
export async function saveSettings(context: ConnectorContext, request: SaveSettingsRequest): Promise<SettingsView> {
  const { tenantId, preview } = request;
  return reporting(
    context,
    { useCase: 'saveSettings', tenantId, preview },
    async () => {
      const settings = parse(request.settings);
      const session = await openSession(context, tenantId, { preview });
      const result = await view(context, session, settings, await load(context, session, request.signal), request.signal);
      if (hasErrors(result.problems)) {
        throw settingsError(result.problems);
      }
      if (preview === true) {
        return result;
      }
      const expected = request.expectedVersion ?? session.settingsVersion;
      const saved = await context.parts.state.connections.saveSettings(
        // The schema holds strings, numbers, booleans, arrays and records of them only, which is what JsonValue says.
        { tenantId, version: expected, value: settings, updatedAt: context.parts.clock.now() },
        expected,
      );
      if (saved === 'changed') {
        throw new ConnectorError('settings-changed', 'Someone else saved the settings meanwhile.', 'Read the settings again, then repeat the change.');
      }
      return { ...result, version: expected + 1 };
    },
    (result) => ({ problems: result.problems.length }),
  );
}

function parse(input: SettingsInput): Settings {
  const parsed = settingsSchema.safeParse(input);
  if (parsed.success) {
    return parsed.data;
  }
  throw settingsError(
    parsed.error.issues.map((issue) =>
      error('setting-invalid', issue.path.join('.') || 'settings', `${issue.path.join('.') || 'settings'}: ${issue.message}.`, 'Correct this setting.'),
    ),
  );
}

function settingsError(problems: readonly Problem[]): ConnectorError {
  const errors = problems.filter((problem) => problem.severity === 'error');
  return new ConnectorError(
    'settings',
    `The settings were not saved: ${errors.map((problem) => problem.message).join(' ')}`,
    'Correct what is named and save again.',
    problems,
  );
}

function load(context: ConnectorContext, session: Session, signal: AbortSignal | undefined): Promise<MasterData> {
  return loadMasterData(session.client, { lists, accountsFor: [session.today], pageSize: context.pageSize, signal });
}

async function view(
  context: ConnectorContext,
  session: Session,
  settings: Settings,
  masterData: MasterData,
  signal: AbortSignal | undefined,
): Promise<SettingsView> {
  const activities = await allActivities(context, session);
  const unlinked = activities.filter((activity) => activity.active && (activity.article ?? '') === '');
  return {
    settings,
    version: session.settingsVersion,
    problems: [
      ...checkSettings(settings, masterData, session.today),
      ...(await checkReferences(context, session, settings, activities.map(({ id }) => id), signal)),
    ],
    completeness: completeness(settings, masterData, unlinked.length),
    suggestions: suggestSettings(settings, masterData),
    invoiceNumberSample: numberSample(settings, session),
  };
}

/** Invoice 17 of this year, with the year as its prefix. */
function numberSample(settings: Settings, session: Session): SettingsView['invoiceNumberSample'] {
  const invoice = { id: 'sample', companyInvoicePrefix: `${session.today.slice(0, 4)}-`, companyInvoiceId: 17 };
  const [sample] = checkInvoiceNumbers(settings.salesEntries.invoiceNumber, [invoice]).samples;
  return { text: invoiceNumberText(invoice), number: sample?.number ?? null };
}

/** The JSON Schema of the settings, for forms and documentation. */
export function settingsJsonSchema(): object {
  return z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' });
}
