import { join } from 'node:path';
import ts from 'typescript';

/** A type as the compiler sees it, as far as a wire value can differ. */
export interface DeclaredType {
  /** A scalar, a record, `void`, the name of a class of this package such as `FileAnswer`, or what the compiler prints. */
  readonly kind: string;
  readonly list: boolean;
  readonly nullable: boolean;
  readonly optional: boolean;
  /** Numbers that it names. */
  readonly values: readonly number[] | undefined;
  /** Fields of a record. */
  readonly fields: () => ReadonlyMap<string, DeclaredType>;
}

/** What a program that uses the package may write. */
export interface DeclaredMethod {
  /** Scalars that fill the path, in order. */
  readonly ids: readonly { readonly name: string; readonly type: DeclaredType }[];
  readonly body: DeclaredType | undefined;
  readonly query: ReadonlyMap<string, DeclaredType>;
  /** A record, also where the method answers a page of them. */
  readonly answer: DeclaredType;
  readonly page: boolean;
}

const root = join(import.meta.dirname, '../..');

/** The methods of the exported `VismaClient` by `resource.method`, read by the compiler from the package's entry. */
export function declaredMethods(): Map<string, DeclaredMethod> {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  const entry = join(root, 'src/index.ts');
  const program = ts.createProgram([entry], config?.options ?? {});
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const exported = module && checker.getExportsOfModule(module).find(({ name }) => name === 'VismaClient');
  if (!exported) throw new Error('The package exports no VismaClient.');
  return new DeclarationReader(checker).client(checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(exported)));
}

class DeclarationReader {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  client(client: ts.Type): Map<string, DeclaredMethod> {
    const methods = new Map<string, DeclaredMethod>();
    for (const resource of client.getProperties()) {
      for (const method of this.#checker.getTypeOfSymbol(resource).getProperties()) {
        const [signature] = this.#checker.getTypeOfSymbol(method).getCallSignatures();
        if (signature) methods.set(`${resource.name}.${method.name}`, this.#method(signature));
      }
    }
    return methods;
  }

  #method(signature: ts.Signature): DeclaredMethod {
    const parameters = signature.getParameters().map((parameter) => ({ name: parameter.name, type: this.#checker.getTypeOfSymbol(parameter) }));
    const named = (name: string): ts.Type | undefined => {
      const found = parameters.find((parameter) => parameter.name === name);
      return found && this.#checker.getNonNullableType(found.type);
    };
    const body = parameters.find(({ name }) => name === 'body');
    const params = named('params');
    const options = named('options')?.getProperty('query');
    const query = params ? params.aliasTypeArguments?.[2] : options && this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(options));
    const returned = signature.getReturnType() as ts.TypeReference;
    const [answer] = this.#checker.getTypeArguments(returned);
    if (!answer) throw new Error(`${this.#checker.signatureToString(signature)} answers no promise.`);
    return {
      ids: parameters.filter(({ name }) => !['body', 'options', 'params'].includes(name)).map(({ name, type }) => ({ name, type: this.#type(type) })),
      body: body && this.#type(body.type),
      query: query ? this.#fields(query) : new Map<string, DeclaredType>(),
      ...this.#answer(answer, returned.symbol.name === 'PagePromise'),
    };
  }

  #answer(type: ts.Type, isList: boolean): Pick<DeclaredMethod, 'answer' | 'page'> {
    // Of what a list selects, the record is the first part.
    if (isList) return { answer: this.#type(type.aliasTypeArguments?.[0] ?? type), page: true };
    if (type.getSymbol()?.name !== 'PageAnswer') return { answer: this.#type(type), page: false };
    return { answer: this.#type(this.#checker.getTypeArguments(type as ts.TypeReference)[0] ?? type), page: true };
  }

  #fields(type: ts.Type): Map<string, DeclaredType> {
    return new Map(
      type.getProperties().map((field) => {
        const declared = this.#type(this.#checker.getTypeOfSymbol(field));
        return [field.name, { ...declared, optional: (field.flags & ts.SymbolFlags.Optional) !== 0 }];
      }),
    );
  }

  #type(type: ts.Type): DeclaredType {
    const parts = type.isUnion() ? type.types : [type];
    const has = (flag: ts.TypeFlags): boolean => parts.some((part) => (part.flags & flag) !== 0);
    const bare = has(ts.TypeFlags.Void) ? type : this.#checker.getNonNullableType(type);
    const element = this.#checker.isArrayType(bare) ? this.#checker.getTypeArguments(bare as ts.TypeReference)[0] : undefined;
    const numbers = parts.flatMap((part) => (part.isNumberLiteral() ? [part.value] : []));
    const content = element && this.#type(element);
    return {
      kind: content?.kind ?? this.#kind(bare),
      list: element !== undefined,
      nullable: has(ts.TypeFlags.Null),
      optional: has(ts.TypeFlags.Undefined),
      values: content ? content.values : numbers.length > 0 ? numbers : undefined,
      fields: content ? content.fields : () => this.#fields(bare),
    };
  }

  #kind(type: ts.Type): string {
    const parts = type.isUnion() ? type.types : [type];
    // An open list of numbers is a union of literals and `number & {}`.
    const every = (flag: ts.TypeFlags): boolean =>
      parts.every((part) => (part.isIntersection() ? part.types : [part]).some((each) => (each.flags & flag) !== 0));
    if (every(ts.TypeFlags.NumberLike)) return 'number';
    if (every(ts.TypeFlags.StringLike)) return 'string';
    if (every(ts.TypeFlags.BooleanLike)) return 'boolean';
    if (every(ts.TypeFlags.VoidLike)) return 'void';
    const name = this.#checker.typeToString(type);
    return name === 'FileAnswer' || !every(ts.TypeFlags.Object) ? name : 'record';
  }
}
