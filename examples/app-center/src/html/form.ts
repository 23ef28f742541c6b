import { csrfField } from '../security/csrf-field.ts';
import type { Session } from '../security/session.ts';
import { attribute, type Html, html, nothing } from './markup.ts';

/** A form that changes something: it carries the session's token. */
export function form(session: Session, action: string, content: Html, options: { readonly id?: string } = {}): Html {
  return html`<form method="post" action="${action}" ${options.id === undefined ? nothing : html`id="${options.id}"`}>
<input type="hidden" name="${csrfField}" value="${session.csrf}">
${content}
</form>`;
}

/** What every field has. */
interface FieldText {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was entered. */
  readonly errors?: readonly string[] | undefined;
}

/** The id of a field, for links to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}

/** A label, its control, a hint and the errors, tied together for screen readers. */
function field({ name, label, hint, errors = [] }: FieldText, control: (attributes: Html) => Html): Html {
  const id = fieldId(name);
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(errors.length === 0 ? [] : [`${id}-error`])];
  const attributes = html`id="${id}" name="${name}" ${described.length === 0 ? nothing : html`aria-describedby="${described.join(' ')}"`} ${errors.length === 0 ? nothing : html`aria-invalid="true"`}`;
  return html`<div class="field">
<label for="${id}">${label}</label>
${hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`}
${errors.length === 0 ? nothing : html`<p class="error" id="${id}-error">${errors.join(' ')}</p>`}
${control(attributes)}
</div>`;
}

/** A choice of one. */
export function select(text: FieldText, value: string, options: readonly { readonly value: string; readonly label: string }[]): Html {
  return field(
    text,
    (attributes) => html`<select ${attributes}>${options.map((each) => html`<option value="${each.value}" ${attribute('selected', each.value === value)}>${each.label}</option>`)}</select>`,
  );
}

/** One line of text, a day, or a number. */
export function input(
  text: FieldText,
  value: string,
  more: { readonly type?: 'text' | 'date' | 'number' | 'search'; readonly required?: boolean; readonly min?: number; readonly max?: number } = {},
): Html {
  const { type = 'text', required = false, min, max } = more;
  return field(
    text,
    (attributes) => html`<input type="${type}" ${attributes} value="${value}" ${attribute('required', required)} ${min === undefined ? nothing : html`min="${min}"`} ${max === undefined ? nothing : html`max="${max}"`}>`,
  );
}

/** A choice of yes or no. */
export function checkbox(name: string, value: string, label: Html | string, checked: boolean): Html {
  const id = fieldId(`${name}-${value}`).replaceAll(/[^a-zA-Z0-9-]/g, '_');
  return html`<span class="check"><input type="checkbox" id="${id}" name="${name}" value="${value}" ${attribute('checked', checked)}> <label for="${id}">${label}</label></span>`;
}

/** Fields that travel along unseen. */
export function hidden(values: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
