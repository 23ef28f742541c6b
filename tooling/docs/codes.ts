import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Codes of one family by code, each with a file that has it. */
export type Codes = ReadonlyMap<string, string>;

/** Every code of a family: a literal that a caller or a person can meet. */
export interface Family {
  readonly name: string;
  readonly codes: Codes;
}

interface Source {
  readonly file: string;
  readonly tree: ts.SourceFile;
}

const word = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The codes of the three packages, read from their sources. */
export function families(): readonly Family[] {
  const sources = read('packages/*/src/**/*.ts');
  const within = (...parts: readonly string[]): Source[] => sources.filter(({ file }) => parts.some((part) => file.startsWith(`packages/${part}`)));
  const connector = 'timechimp-visma-connector/src';
  const engine = within(`${connector}/export`);
  const useCases = sources.filter(
    ({ file }) => file.startsWith(`packages/${connector}`) && !/\/src\/(export|sql|memory|testing|timechimp|ports)\//.test(file),
  );
  return [
    { name: 'client errors', codes: classCodes(within('visma-eaccounting/src/errors')) },
    { name: 'oauth errors', codes: classCodes(within('visma-eaccounting/src/oauth')) },
    { name: 'oauth reasons', codes: unionCodes(within('visma-eaccounting/src/oauth'), /(Fault|ReconnectReason)$/) },
    { name: 'connector errors', codes: merge(unionCodes(useCases, /^ConnectorErrorCode$/), classCodes(useCases)) },
    { name: 'billing problems', codes: unionCodes(within('billing-core/src/model'), /^ProblemCode$/) },
    { name: 'exclusions', codes: merge(unionCodes(within('billing-core/src/model'), /^ExclusionReason$/), literals(useCases, 'exclusion')) },
    { name: 'problems', codes: problemCodes([...useCases, ...within(`${connector}/sql`)]) },
    { name: 'export reasons', codes: merge(literals(engine, 'reason'), literals(useCases, 'reason')) },
    { name: 'storage errors', codes: classCodes([...within(`${connector}/sql`), ...within(`${connector}/memory`)]) },
    { name: 'timechimp errors', codes: unionCodes(within(`${connector}/timechimp`), /^TimeChimpErrorCode$/) },
    { name: 'timechimp problems', codes: unionCodes(within(`${connector}/timechimp`), /^TimeChimpProblemCode$/) },
  ];
}

function read(pattern: string): Source[] {
  return globSync(pattern)
    .filter((file) => !/\.test\.ts$|\/testing\/|\/generated\//.test(file))
    .map((file) => ({ file, tree: ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true) }));
}

/** Literals of a property `code` of a class. */
function classCodes(sources: readonly Source[]): Codes {
  return collect(sources, (node) => {
    if (!ts.isPropertyDeclaration(node) || node.name.getText() !== 'code') return [];
    return [...strings(node.initializer), ...typeStrings(node.type)];
  });
}

/** Members of unions of literals whose name fits. */
function unionCodes(sources: readonly Source[], name: RegExp): Codes {
  return collect(sources, (node) => (ts.isTypeAliasDeclaration(node) && name.test(node.name.text) ? typeStrings(node.type) : []));
}

/** Codes of problems: the first argument of `error` and `warning`. */
function problemCodes(sources: readonly Source[]): Codes {
  return collect(sources, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
    return ['error', 'warning'].includes(node.expression.text) ? strings(node.arguments[0]) : [];
  });
}

/** `reason`: objects that have `code` and `message`, and calls of functions with a parameter `code`. `exclusion`: objects with `reason`, `ref` and `message`. */
function literals(sources: readonly Source[], sort: 'reason' | 'exclusion'): Codes {
  const positions = sort === 'reason' ? codeParameters(sources) : new Map<string, number>();
  const wanted = sort === 'reason' ? ['code', 'message'] : ['ref', 'reason', 'message'];
  return collect(sources, (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const position = positions.get(node.expression.text);
      return position === undefined ? [] : strings(node.arguments[position]);
    }
    if (!ts.isObjectLiteralExpression(node)) return [];
    const names = node.properties.map((property) => property.name?.getText());
    if (!wanted.every((name) => names.includes(name)) || (sort === 'reason' && names.includes('severity'))) return [];
    return node.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) && property.name.getText() === (sort === 'reason' ? 'code' : 'reason') ? strings(property.initializer) : [],
    );
  });
}

/** Where functions, other than those of problems, take a code. */
function codeParameters(sources: readonly Source[]): Map<string, number> {
  const found = new Map<string, number>([['failureOf', 1]]);
  for (const { tree } of sources) {
    walk(tree, (node) => {
      const [name, parameters] = namedFunction(node);
      if (name === undefined || ['error', 'warning'].includes(name)) return;
      const position = parameters.findIndex((parameter) => parameter.name.getText() === 'code');
      if (parameters[position]?.type?.kind === ts.SyntaxKind.StringKeyword) found.set(name, position);
    });
  }
  return found;
}

/** A function with a name: declared, or an arrow that a constant holds. */
function namedFunction(node: ts.Node): readonly [string | undefined, readonly ts.ParameterDeclaration[]] {
  if (ts.isFunctionDeclaration(node)) return [node.name?.text, [...node.parameters]];
  if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isArrowFunction(node.initializer)) return [undefined, []];
  return [node.name.getText(), [...node.initializer.parameters]];
}

function collect(sources: readonly Source[], codesOf: (node: ts.Node) => readonly string[]): Codes {
  const codes = new Map<string, string>();
  for (const { file, tree } of sources) {
    walk(tree, (node) => {
      for (const code of codesOf(node)) if (word.test(code) && !codes.has(code)) codes.set(code, file);
    });
  }
  return codes;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => { walk(child, visit); });
}

function strings(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...strings(node.whenTrue), ...strings(node.whenFalse)];
  return ts.isAsExpression(node) ? strings(node.expression) : [];
}

function typeStrings(node: ts.TypeNode | undefined): string[] {
  if (!node) return [];
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(typeStrings);
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? [node.literal.text] : [];
}

function merge(...all: readonly Codes[]): Codes {
  return new Map(all.flatMap((codes) => [...codes]));
}
