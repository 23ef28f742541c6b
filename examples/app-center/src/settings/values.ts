import type { Settings, SettingsInput } from '@x/timechimp-visma-connector';
import type { SettingField } from './fields.ts';

type Tree = Readonly<Record<string, unknown>>;

/** The value at a path, as the text that a control shows; nothing is an empty text. */
export function textAt(settings: Settings, at: string): string {
  let value: unknown = settings;
  for (const name of at.split('.')) value = isTree(value) ? value[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The settings with one value changed; undefined takes it away, so that it has its default. */
export function withValue(settings: SettingsInput, at: string, value: unknown): SettingsInput {
  return place(settings, at.split('.'), value);
}

/** What the text of a control means for its setting. A number that is none stays a text: the check names it. */
export function valueOf({ control, empty }: SettingField, text: string): unknown {
  if (text === '') return empty;
  const isNumber = control.kind === 'whole' || (control.kind === 'record' && control.number === true);
  return isNumber && /^-?\d+$/.test(text) ? Number(text) : text;
}

function place(tree: Tree, [name = '', ...rest]: readonly string[], value: unknown): Tree {
  const inner = tree[name];
  const next = rest.length === 0 ? value : place(isTree(inner) ? inner : {}, rest, value);
  const { [name]: _, ...others } = tree;
  return next === undefined ? others : { ...others, [name]: next };
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
