import type { Corrections, Facts } from './facts.ts';
import { modelIn, type Homes } from './homes.ts';
import { banner, callLine, comment, importLine, importsFrom, modelConst } from './layout.ts';
import { descriptions } from './names.ts';
import { groupBy } from './group-by.ts';
import { kebab, typeName, type PlannedMethod, type PlannedResource } from './plan.ts';

const scalars: Readonly<Record<string, string>> = { int32: 'number', int64: 'number', boolean: 'boolean' };

/** Everything a resource file refers to. */
interface Used {
  readonly answers: Set<string>;
  readonly inputs: Set<string>;
  readonly models: Set<string>;
  readonly core: Map<string, string>;
  /** Values, as opposed to types. */
  readonly shapes: Map<string, string>;
}

function queryType(method: PlannedMethod): string | undefined {
  const entries = Object.entries(method.operation.query ?? {});
  if (entries.length === 0) return undefined;
  return `{ ${entries.map(([name, fact]) => `${name}?: ${scalars[fact.type] ?? 'string'} | undefined`).join('; ')} }`;
}

function docOf(method: PlannedMethod, patchable = false): string[] {
  const { operation } = method;
  const scopes = operation.scopes.map((scope) => `\`${scope}\``);
  const needs = scopes.length > 0 ? ` Needs ${scopes.length > 1 ? `${scopes.slice(0, -1).join(', ')} or ` : ''}${scopes.at(-1) ?? ''}.` : '';
  const defaults = Object.entries(operation.query ?? {}).filter(([, fact]) => fact.default !== undefined);
  const flags = defaults.map(([name, fact]) => `\`${name}\` is ${String(fact.default)}`);
  return [
    patchable && !method.sentence.includes('`patch`') ? `${method.sentence} \`patch\` keeps them.` : method.sentence,
    ...(flags.length > 0 ? [`Unless \`query\` says otherwise, ${flags.length > 1 ? `${flags.slice(0, -1).join(', ')} and ` : ''}${flags.at(-1) ?? ''}.`] : []),
    `\`${method.key}\`.${needs}${operation.deprecated ? '\n@deprecated by the API.' : ''}`,
  ];
}

/** A page that is read is a list of many; one that a write answers is an answer like any other. */
const isList = ({ key, operation }: PlannedMethod): boolean => key.startsWith('GET') && operation.answer?.startsWith('page of') === true;

function answerOf(method: PlannedMethod, facts: Facts, used: Used): { readonly type: string; readonly value: string } {
  const text = method.operation.answer;
  if (text === undefined) return { type: 'void', value: 'undefined' };
  if (text === 'file') {
    used.core.set('FileAnswer', '../../core/file-answer.ts');
    used.shapes.set('fileAnswer', '../../core/file-answer.ts');
    return { type: 'FileAnswer', value: 'fileAnswer' };
  }
  const model = modelIn(text) ?? '';
  if (!facts.models[model]) {
    used.shapes.set('textAnswer', '../../core/text-answer.ts');
    return { type: 'string', value: 'textAnswer' };
  }
  used.answers.add(model);
  used.models.add(model);
  if (text.startsWith('page of') && !isList(method)) {
    used.core.set('PageAnswer', '../../core/page-answer.ts');
    used.shapes.set('pageOf', '../../core/page-answer.ts');
    return { type: `PageAnswer<${typeName(model)}>`, value: `pageOf(${modelConst(model)})` };
  }
  if (text.startsWith('[')) {
    used.shapes.set('listOf', '../../schemas/list-of.ts');
    return { type: `${typeName(model)}[]`, value: `listOf(${modelConst(model)})` };
  }
  return { type: typeName(model), value: modelConst(model) };
}

function bodyOf(method: PlannedMethod, facts: Facts, used: Used): { readonly type: string; readonly value: string } | undefined {
  const model = modelIn(method.operation.body);
  if (model === undefined || !facts.models[model]) return undefined;
  used.inputs.add(model);
  used.models.add(model);
  if (!method.operation.body?.startsWith('[')) return { type: `${typeName(model)}Input`, value: modelConst(model) };
  used.shapes.set('listOf', '../../schemas/list-of.ts');
  return { type: `readonly ${typeName(model)}Input[]`, value: `listOf(${modelConst(model)})` };
}

function listMethod(method: PlannedMethod, facts: Facts, used: Used): string {
  const { type, value } = answerOf(method, facts, used);
  used.core.set('ListParams', '../../core/list-params.ts').set('Selected', '../../core/list-params.ts').set('PagePromise', '../../core/page-promise.ts');
  const query = queryType(method);
  const params = [
    ...method.ids.map((id) => `${id.name}: ${scalars[id.type] ?? 'string'}`),
    `params?: ListParams<${type}, K${query ? `, ${query}` : ''}>`,
    'options?: RequestOptions',
  ];
  const args = [`'${method.key}'`, `[${method.ids.map((id) => id.name).join(', ')}]`, value, 'params', 'options'];
  return (
    comment(docOf(method), '  ') +
    callLine('  ', `${method.name}<K extends keyof ${type}>`, params, `: PagePromise<Selected<${type}, K>> {`) +
    callLine('    ', 'return this.pages', args, ';') + '  }\n'
  );
}

function plainMethod(method: PlannedMethod, facts: Facts, corrections: Corrections, used: Used, patchable: boolean): string {
  const answer = answerOf(method, facts, used);
  const body = bodyOf(method, facts, used);
  used.core.set('ApiPromise', '../../core/api-promise.ts');
  const query = queryType(method);
  const optional = corrections.optionalBodies.includes(method.key);
  const params = [
    ...method.ids.map((id) => `${id.name}: ${scalars[id.type] ?? 'string'}`),
    ...(body ? [`body${optional ? '?' : ''}: ${body.type}`] : []),
    `options?: RequestOptions${query ? `<${query}>` : ''}`,
  ];
  const args = [
    `'${method.key}'`,
    `[${method.ids.map((id) => id.name).join(', ')}]`,
    answer.value,
    'options',
    ...(body ? [optional ? `body && ${body.value}` : body.value, 'body'] : []),
  ];
  return (
    comment(docOf(method, patchable), '  ') +
    callLine('  ', method.name, params, `: ApiPromise<${answer.type}> {`) +
    callLine('    ', 'return this.call', args, ';') + '  }\n'
  );
}

/** A read-modify-write where reading and replacing use the same model and ids. */
function patchMethod(resource: PlannedResource, facts: Facts): string {
  const get = resource.methods.find(({ name }) => name === 'get');
  const update = resource.methods.find(({ name }) => name === 'update');
  const model = update?.operation.body;
  if (!get || !update || model === undefined || get.operation.answer !== model || !facts.models[model]) return '';
  if (get.ids.length !== update.ids.length) return '';
  const type = typeName(model);
  const doc = comment(
    [
      `Changes the named fields of one ${resource.one} and keeps all others: reads it, lays the change over it and replaces it. A field set to null is cleared; a list is replaced as a whole. Changes that someone else makes between the two calls are lost.`,
      `\`${get.key}\`, then \`${update.key}\`.`,
    ],
    '  ',
  );
  const ids = update.ids.map((id) => id.name);
  return (
    doc +
    callLine('  ', 'patch', [...update.ids.map((id) => `${id.name}: ${scalars[id.type] ?? 'string'}`), `change: Partial<${type}Input>`, 'options?: RequestOptions'], `: ApiPromise<${type}> {`) +
    callLine('    ', 'return this.readModifyWrite', [`'${get.key}'`, `'${update.key}'`, `[${ids.join(', ')}]`, modelConst(model), 'change', 'options'], ';') + '  }\n'
  );
}

/** The class of one resource. */
export function emitResource(resource: PlannedResource, facts: Facts, corrections: Corrections, homes: Homes): string {
  const used: Used = { answers: new Set(), inputs: new Set(), models: new Set(), core: new Map(), shapes: new Map() };
  used.core.set('RequestOptions', '../../core/request-options.ts');
  const patch = patchMethod(resource, facts);
  const blocks = resource.methods.flatMap((method) => {
    const text = isList(method) ? listMethod(method, facts, used) : plainMethod(method, facts, corrections, used, patch !== '' && method.name === 'update');
    return method.name === 'update' && patch ? [text, patch] : [text];
  });
  const coreByFile = groupBy(used.core.entries(), ([, file]) => file);
  const core = Object.keys(coreByFile).sort().map((file) => importLine('import type', (coreByFile[file] ?? []).map(([name]) => name), file)).join('');
  const schemas = importsFrom('', used.models, homes, 'schema.ts', modelConst);
  const typesText = [...used.answers].map((model) => [homes.folderOf.get(model), typeName(model)] as const)
    .concat([...used.inputs].map((model) => [homes.folderOf.get(model), `${typeName(model)}Input`] as const));
  const byFolder = groupBy(typesText, ([folder]) => folder ?? 'shared');
  const types = Object.keys(byFolder).sort().map((folder) => importLine('import type', (byFolder[folder] ?? []).map(([, name]) => name), `../${folder}/types.ts`)).join('');
  const own = (text: string): string => text.replaceAll(`'../${resource.folder}/`, "'./");
  const words = kebab(resource.name).replaceAll('-', ' ').replace(/\bvat\b/g, 'VAT').replace(/\bsie\b/g, 'SIE');
  const description = descriptions[resource.name] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)} of the company.`;
  return (
    banner + core + `import { Resource } from '../../core/resource.ts';\n` +
    [...used.shapes].sort().map(([name, file]) => importLine('import', [name], file)).join('') +
    own(schemas) + own(types) + '\n' + comment([description]) +
    `export class ${resource.className} extends Resource {\n${blocks.join('\n')}}\n`
  );
}
