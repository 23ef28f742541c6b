import { Hono } from 'hono';
import { ConnectorError, type Problem, type SettingsInput, type SettingsView } from '@x/timechimp-visma-connector';
import { checkbox, fieldId, form, hidden, input, select } from '../html/form.ts';
import { type Html, html, nothing } from '../html/markup.ts';
import { page } from '../html/page.ts';
import { problemList } from '../html/problems.ts';
import type { AppParts } from '../parts.ts';
import { fieldsOf } from '../security/fields.ts';
import type { Env } from '../security/session.ts';
import { type SettingField, settingFields, settingGroups } from '../settings/fields.ts';
import { textAt, valueOf, withValue } from '../settings/values.ts';

type Options = Readonly<Record<'articles' | 'accounts' | 'vatCodes' | 'termsOfPayment', readonly { readonly value: string; readonly label: string }[]>>;

/** The settings: how complete they are, what is suggested, and every error at its field. */
export function settingsScreen(parts: AppParts): Hono<Env> {
  const { connector, tenantId } = parts;
  const app = new Hono<Env>();

  app.get('/', async (c) => {
    const session = c.get('session');
    const { refusedSettings: refused } = session;
    session.refusedSettings = undefined;
    const [view, options] = await Promise.all([connector.readSettings({ tenantId }), readOptions(parts)]);
    const problems = refused?.problems ?? view.problems;
    return page(
      c,
      'Settings',
      html`${refused ? summary(problems) : nothing}
${meter(view)}
${refused ? nothing : suggestionForm(view)}
${form(
  session,
  '/settings',
  html`${hidden({ version: String(view.version) })}
${settingGroups.map(
  ({ title, fields }) => html`<fieldset><legend>${title}</legend><div class="columns">
${fields.map((field) => control(field, refused?.values[field.at] ?? textAt(view.settings, field.at), options, problems))}
</div></fieldset>`,
)}
${problemList(problems.filter(({ at }) => !settingFields.some((field) => field.at === at)), 'Elsewhere in the settings')}
<p class="actions"><button class="primary">Save</button></p>`,
)}`,
    );

    function suggestionForm({ suggestions, version }: SettingsView): Html {
      if (suggestions.length === 0) return nothing;
      return form(
        session,
        '/settings/suggestions',
        html`${hidden({ version: String(version) })}
<fieldset class="note look"><legend>Suggested from your administration</legend>
<ul class="bare">${suggestions.map((each) => html`<li>${checkbox('use', each.at, html`<strong>${nameOf(each.at)}</strong>: ${each.label} <span class="hint">(${each.reason})</span>`, true)}</li>`)}</ul>
<button>Use the chosen ones</button></fieldset>`,
      );
    }
  });

  app.post('/', async (c) => {
    const sent = await fieldsOf(c);
    const session = c.get('session');
    const { settings } = await connector.readSettings({ tenantId });
    const next = settingFields.reduce<SettingsInput>((all, field) => (sent.names.includes(field.at) ? withValue(all, field.at, valueOf(field, sent.one(field.at))) : all), settings);
    try {
      const saved = await connector.saveSettings({ tenantId, settings: next, expectedVersion: Number(sent.one('version')) });
      session.flash = { kind: 'good', message: `Saved. The settings are ${String(saved.completeness.percent)} % complete.` };
    } catch (error) {
      if (!(error instanceof ConnectorError) || !['settings', 'settings-changed'].includes(error.code)) throw error;
      const values = Object.fromEntries(settingFields.map(({ at }) => [at, sent.one(at)]));
      // Shown after a redirect, so that reloading the page sends nothing again.
      session.refusedSettings = { values, problems: error.problems };
      session.flash = { kind: 'bad', message: error.code === 'settings' ? 'Nothing was saved: some settings are wrong.' : `${error.message} Your values are below; compare them and save again.` };
    }
    return c.redirect('/settings', 303);
  });

  app.post('/suggestions', async (c) => {
    const sent = await fieldsOf(c);
    const { settings, suggestions } = await connector.readSettings({ tenantId });
    const chosen = suggestions.filter(({ at }) => sent.all('use').includes(at));
    const next = chosen.reduce<SettingsInput>((all, { at, value }) => withValue(all, at, value), settings);
    const saved = await connector.saveSettings({ tenantId, settings: next, expectedVersion: Number(sent.one('version')) });
    c.get('session').flash = { kind: 'good', message: `Took over ${String(chosen.length)} suggestions. The settings are ${String(saved.completeness.percent)} % complete.` };
    return c.redirect('/settings', 303);
  });

  return app;
}

async function readOptions({ connector, tenantId }: AppParts): Promise<Options> {
  const read = async (kind: keyof Options) => {
    const { hits } = await connector.masterData({ tenantId, kind, limit: 1000 });
    return hits.map(({ value, label, detail, usable }) => ({ value: String(value), label: `${label}${detail === '' ? '' : ` (${detail})`}${usable ? '' : ', not usable'}` }));
  };
  const [articles, accounts, vatCodes, termsOfPayment] = await Promise.all([read('articles'), read('accounts'), read('vatCodes'), read('termsOfPayment')]);
  return { articles, accounts, vatCodes, termsOfPayment };
}

function control({ at, label, hint, control: kind }: SettingField, value: string, options: Options, problems: readonly Problem[]): Html {
  const errors = problems.filter((each) => each.at === at).map((problem) => `${withoutPath(problem)} ${problem.remedy}`);
  const text = { name: at, label, hint, errors };
  switch (kind.kind) {
    case 'choice':
      return select(text, value, kind.options);
    case 'record': {
      const known = options[kind.list];
      // A value that Visma no longer lists stays visible, so that saving something else does not lose it unseen.
      const gone = value === '' || known.some((each) => each.value === value) ? [] : [{ value, label: `${value} (not found)` }];
      return select(text, value, [{ value: '', label: 'None' }, ...gone, ...known]);
    }
    case 'text':
      return input(text, value);
    case 'date':
      return input(text, value, { type: 'date' });
    case 'whole':
      return input(text, value, { type: 'number', min: 0, max: 9 });
  }
}

/** What is missing, and what for. */
function meter({ completeness: { percent, needs } }: SettingsView): Html {
  const missing = needs.filter(({ filled }) => !filled);
  return html`<section class="panel"><h2 id="completeness">Complete to ${percent} %</h2>
<progress aria-labelledby="completeness" max="100" value="${percent}">${percent} %</progress>
${missing.length === 0 ? html`<p>Nothing is missing.</p>` : html`<p>Still needed:</p><ul>${missing.map(({ at, neededFor }) => html`<li><a href="#${fieldId(at)}">${nameOf(at)}</a> for ${neededFor}</li>`)}</ul>`}
</section>`;
}

function summary(problems: readonly Problem[]): Html {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return errors.length === 0
    ? nothing
    : html`<section class="note bad"><h2>${errors.length === 1 ? 'One setting is' : `${String(errors.length)} settings are`} wrong</h2>
<ul>${errors.map((problem) => html`<li><a href="#${fieldId(problem.at)}">${nameOf(problem.at)}</a>: ${withoutPath(problem)}</li>`)}</ul></section>`;
}

/** The message of a problem beside its field, whose path it need not begin with. */
function withoutPath({ at, message }: Problem): string {
  return message.startsWith(`${at}: `) ? message.slice(at.length + 2) : message;
}

function nameOf(at: string): string {
  return settingFields.find((field) => field.at === at)?.label ?? at;
}
