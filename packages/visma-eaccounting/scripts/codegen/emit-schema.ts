import type { FieldFact, Facts } from './facts.ts';
import type { Homes } from './homes.ts';
import { isTimestamp } from './emit-types.ts';
import { banner, importLine, importsFrom, modelConst, width } from './layout.ts';
import { typeName } from './plan.ts';

/** Names that a schema file has used, so that it imports no more than it needs. */
interface Used {
  readonly leaves: Set<string>;
  readonly parts: Set<string>;
}

function leafOf(name: string, fact: FieldFact, used: Used): string {
  const call = (leaf: string, ...args: readonly unknown[]): string => {
    used.leaves.add(leaf);
    return `${leaf}(${args.join(', ')})`;
  };
  const values = Object.keys(fact.values ?? {});
  if (values.length > 0) return call('oneOf', ...values);
  switch (fact.type) {
    case 'uuid':
      return call('uuid');
    case 'date-time':
      return isTimestamp(name) ? call('timestamp') : call('date');
    case 'boolean':
      return call('bool');
    case 'int32':
      return fact.min === undefined && fact.max === undefined ? call('int') : call('int', fact.min ?? 0, fact.max ?? 2_147_483_647);
    case 'int64':
      return call('long', ...[fact.min, fact.max].filter((limit) => limit !== undefined));
    case 'double': {
      const args = [fact.decimals ?? (fact.min === undefined ? undefined : 99), fact.min, fact.max];
      return call('decimal', ...args.filter((arg) => arg !== undefined));
    }
    default:
      if (fact.pattern !== undefined) return call('pattern', JSON.stringify(fact.pattern));
      return fact.minLength === undefined ? call('text', ...(fact.maxLength === undefined ? [] : [fact.maxLength])) : call('text', fact.maxLength ?? 'Infinity', fact.minLength);
  }
}

function fieldOf(name: string, fact: FieldFact, facts: Facts, whole: boolean, used: Used): string {
  const single = facts.models[fact.type] ? modelConst(fact.type) : leafOf(name, fact, used);
  if (fact.list) used.parts.add('list');
  const content = fact.list ? `list(${single})` : single;
  const flags = [
    ...(fact.nullable ? ['nullable'] : []),
    ...(fact.readOnly ? ['readOnly'] : []),
    ...(fact.required ? ['required'] : []),
    ...(whole && name === 'Id' && fact.type === 'uuid' && !fact.nullable ? ['key'] : []),
  ];
  flags.forEach((flag) => used.parts.add(flag));
  return flags.length === 0 ? content : `[${content}, ${flags.join(' + ')}]`;
}

/** The schemas of the models that live in one folder. */
export function emitSchema(folder: string, models: readonly string[], facts: Facts, homes: Homes): string {
  const used: Used = { leaves: new Set(), parts: new Set(['Model']) };
  const types = new Set<string>();
  const nested = models.flatMap((model) => Object.values(facts.models[model] ?? {}).map((fact) => fact.type).filter((type) => facts.models[type]));
  const blocks = models.map((model) => {
    const answer = homes.answered.has(model) ? typeName(model) : 'never';
    const input = homes.sent.has(model) ? `${typeName(model)}Input` : 'never';
    [answer, input].filter((type) => type !== 'never').forEach((type) => types.add(type));
    const fields = Object.entries(facts.models[model] ?? {}).map(
      ([name, fact]) => `  ${name}: ${fieldOf(name, fact, facts, homes.whole.has(model), used)},\n`,
    );
    return `export const ${modelConst(model)} = /* @__PURE__ */ new Model<${answer}, ${input}>(() => ({\n${fields.map(broken).join('')}}));\n`;
  });
  const imports =
    importLine('import', used.leaves, '../../schemas/leaves.ts') +
    importLine('import', used.parts, '../../schemas/model.ts') +
    importsFrom(folder, nested, homes, 'schema.ts', modelConst) +
    importLine('import type', types, './types.ts');
  const text = blocks.join('\n');
  const waiver = text.split('\n').length > 280 ? '/* eslint-disable max-lines -- as long as the records of the API */\n' : '';
  return `${banner}${waiver}${imports}\n${text}`;
}

/** Breaks the long lists of enum values. */
function broken(line: string): string {
  if (line.length <= width + 1) return line;
  return line.replace(/oneOf\((.*?)\)/, (_, values: string) => `oneOf(\n${wrapped(values.split(', '))}  )`);
}

function wrapped(values: readonly string[]): string {
  const lines: string[] = [];
  let line = '   ';
  for (const value of values) {
    if (line.length + value.length + 2 > width) {
      lines.push(line);
      line = '   ';
    }
    line += ` ${value},`;
  }
  return [...lines, line].map((each) => `${each}\n`).join('');
}
