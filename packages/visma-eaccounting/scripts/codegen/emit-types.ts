import type { FieldFact, Facts } from './facts.ts';
import type { Homes } from './homes.ts';
import { banner, comment, importsFrom } from './layout.ts';
import { kebab, typeName, upperFirst } from './plan.ts';

const scalars: Readonly<Record<string, string>> = {
  uuid: 'string', string: 'string', 'date-time': 'string', email: 'string', byte: 'string', uri: 'string',
  int32: 'number', int64: 'number', double: 'number', boolean: 'boolean',
};

/** Dates of the business have no time; the moments of the system end in `Utc`. */
export const isTimestamp = (field: string): boolean => field.endsWith('Utc');

function limits(name: string, fact: FieldFact, sent: boolean): string[] {
  const notes: string[] = [];
  if (fact.type === 'date-time') notes.push(isTimestamp(name) ? 'A moment in UTC.' : sent ? 'A date, `YYYY-MM-DD`.' : 'A date.');
  if (fact.maxLength !== undefined) notes.push(`At most ${fact.maxLength} characters.`);
  if (fact.decimals !== undefined) notes.push(`At most ${fact.decimals} decimals.`);
  if (fact.min !== undefined && fact.max !== undefined && !fact.values) notes.push(`From ${fact.min} to ${fact.max}.`);
  const values = Object.entries(fact.values ?? {}).filter(([, text]) => text !== '');
  if (values.length > 0 && values.length <= 12) notes.push(`${values.map(([value, text]) => `${value} ${text}`).join(', ')}.`);
  if (fact.deprecated) notes.push('\n@deprecated by the API.');
  return notes;
}

function typeOf(fact: FieldFact, facts: Facts, sent: boolean): string {
  const name = facts.models[fact.type] ? `${typeName(fact.type)}${sent ? 'Input' : ''}` : (scalars[fact.type] ?? 'unknown');
  const values = Object.keys(fact.values ?? {});
  const type = values.length === 0 ? name : sent ? oneOf(values) : `OpenEnum<${oneOf(values)}>`;
  return fact.list ? (sent ? `readonly ${type}[]` : `${type}[]`) : type;
}

/** A union of numbers, broken where it is long. */
function oneOf(values: readonly string[]): string {
  if (values.length <= 20) return values.join(' | ');
  const half = Math.ceil(values.length / 2);
  return [values.slice(0, half), values.slice(half)].map((part) => `\n    | ${part.join(' | ')}`).join('');
}

function fieldLine(name: string, fact: FieldFact, facts: Facts, sent: boolean): string {
  const notes = limits(name, fact, sent);
  const doc = notes.length > 0 ? comment([notes.join(' ').replaceAll(' \n', '\n')], '  ') : '';
  const type = typeOf(fact, facts, sent);
  if (sent) {
    const open = fact.nullable ? `${type} | null` : type;
    return `${doc}  readonly ${name}${fact.required ? `: ${open}` : `?: ${open} | undefined`};\n`.replace(': \n', ':\n');
  }
  // A nested record may be null although the document cannot say so.
  const missing = fact.nullable === true || facts.models[fact.type] !== undefined && !fact.list;
  return `${doc}  ${name}${missing ? `${fact.required ? '' : '?'}: ${type} | null` : `: ${type}`};\n`;
}

function interfaceOf(model: string, facts: Facts, sent: boolean): string {
  const fields = Object.entries(facts.models[model] ?? {}).filter(([, fact]) => !(sent && fact.readOnly));
  const body = fields.map(([name, fact]) => fieldLine(name, fact, facts, sent)).join('');
  const name = typeName(model);
  const words = kebab(upperFirst(name)).replaceAll('-', ' ').replace(/\bvat\b/g, 'VAT');
  const a = /^[aeio]/.test(words) ? 'An' : 'A';
  const doc = comment([sent ? `${a} ${words}, as it is sent.` : `${a} ${words}, as the API answers it.`]);
  if (body === '') return `${doc}export type ${name}${sent ? 'Input' : ''} = Readonly<Record<string, never>>;\n`;
  return `${doc}export interface ${name}${sent ? 'Input' : ''} {\n${body}}\n`;
}

/** The types of the models that live in one folder. */
export function emitTypes(folder: string, models: readonly string[], facts: Facts, homes: Homes): string {
  const blocks = models.flatMap((model) => [
    ...(homes.answered.has(model) ? [interfaceOf(model, facts, false)] : []),
    ...(homes.sent.has(model) ? [interfaceOf(model, facts, true)] : []),
  ]);
  const used = (set: ReadonlySet<string>, sent: boolean): string[] =>
    models.filter((model) => set.has(model)).flatMap((model) =>
      Object.values(facts.models[model] ?? {})
        .filter((fact) => facts.models[fact.type] && !(sent && fact.readOnly))
        .map((fact) => fact.type));
  const text = blocks.join('\n');
  const imports = [
    ...(text.includes('OpenEnum<') ? [`import type { OpenEnum } from '../../core/open-enum.ts';\n`] : []),
    mergeImports(
      importsFrom(folder, used(homes.answered, false), homes, 'types.ts', typeName),
      importsFrom(folder, used(homes.sent, true), homes, 'types.ts', (model) => `${typeName(model)}Input`),
    ),
  ].join('');
  const long = text.split('\n').filter((line) => line && !/^\s*(\/\*\*|\*)/.test(line)).length > 280;
  const waiver = long ? '/* eslint-disable max-lines -- as long as the records of the API */\n' : '';
  return `${banner}${waiver}${imports}${imports ? '\n' : ''}${text}`;
}

/** Two import statements of one file become one. */
function mergeImports(...texts: readonly string[]): string {
  const byFile = new Map<string, string[]>();
  for (const match of texts.join('').matchAll(/import type \{([^}]*)\} from '([^']+)';/g)) {
    const names = (match[1] ?? '').split(',').map((name) => name.trim()).filter(Boolean);
    byFile.set(match[2] ?? '', [...(byFile.get(match[2] ?? '') ?? []), ...names]);
  }
  return [...byFile].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, names]) => importTypeLine(names, file)).join('');
}

function importTypeLine(names: readonly string[], file: string): string {
  const sorted = [...new Set(names)].sort();
  const single = `import type { ${sorted.join(', ')} } from '${file}';\n`;
  return single.length <= 121 ? single : `import type {\n${sorted.map((name) => `  ${name},\n`).join('')}} from '${file}';\n`;
}
