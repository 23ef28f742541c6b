import type { Comparison, Expression, Literal, Operand } from './expression.ts';
import { type Token, tokenize } from './lexer.ts';

/** Thrown inside the parser only; becomes "not supported" outside. */
class Unsupported extends Error {}

const comparisons = new Set<string>(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);

/** Parses the documented subset of $filter; null for anything else. */
export function parseFilter(text: string): Expression | null {
  const tokens = tokenize(text);
  if (!tokens || tokens.length === 0) return null;
  const parser = new Parser(tokens);
  try {
    const expression = parser.or('');
    return parser.atEnd() ? expression : null;
  } catch (error) {
    if (error instanceof Unsupported) return null;
    throw error;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  or(variable: string): Expression {
    let left = this.#and(variable);
    while (this.#takeWord('or')) left = { kind: 'or', left, right: this.#and(variable) };
    return left;
  }

  #and(variable: string): Expression {
    let left = this.#primary(variable);
    while (this.#takeWord('and')) left = { kind: 'and', left, right: this.#primary(variable) };
    return left;
  }

  #primary(variable: string): Expression {
    if (this.#takeSign('(')) {
      const inner = this.or(variable);
      this.#needSign(')');
      return inner;
    }
    const word = this.#needWord();
    if (word === 'contains' && this.#takeSign('(')) return this.#contains(variable);
    if ((word === 'year' || word === 'month' || word === 'day') && this.#takeSign('(')) {
      const path = this.#path(this.#needWord(), variable);
      this.#needSign(')');
      return this.#comparison({ kind: 'part', part: word, path });
    }
    return this.#propertyOrLambda(word, variable);
  }

  #contains(variable: string): Expression {
    const path = this.#path(this.#needWord(), variable);
    this.#needSign(',');
    const token = this.#next();
    if (token?.kind !== 'text') throw new Unsupported();
    this.#needSign(')');
    return { kind: 'contains', path, text: token.value };
  }

  #propertyOrLambda(word: string, variable: string): Expression {
    if (variable === '' && this.#takeSign('/')) {
      if (!this.#takeWord('any')) throw new Unsupported();
      this.#needSign('(');
      const element = this.#needWord();
      this.#needSign(':');
      const inner = this.or(element);
      this.#needSign(')');
      return { kind: 'any', path: word, inner };
    }
    return this.#comparison({ kind: 'property', path: this.#path(word, variable) });
  }

  /** Inside a lambda a property is reached through the variable: `c/Text`. */
  #path(word: string, variable: string): string {
    if (variable === '') return word;
    if (word !== variable) throw new Unsupported();
    this.#needSign('/');
    return this.#needWord();
  }

  #comparison(operand: Operand): Expression {
    const operator = this.#needWord();
    if (!comparisons.has(operator)) throw new Unsupported();
    return { kind: 'compare', operand, operator: operator as Comparison, literal: this.#literal() };
  }

  #literal(): Literal {
    const token = this.#next();
    if (!token) throw new Unsupported();
    switch (token.kind) {
      case 'text':
        return { kind: 'text', value: token.value };
      case 'literal': {
        const isNumber = /^-?\d+(\.\d+)?$/.test(token.text);
        return isNumber ? { kind: 'number', value: Number(token.text) } : { kind: 'bare', value: token.text };
      }
      case 'word':
        if (token.text === 'true' || token.text === 'false') return { kind: 'boolean', value: token.text === 'true' };
        if (token.text === 'null') return { kind: 'null' };
        throw new Unsupported();
      case 'sign':
        throw new Unsupported();
    }
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #takeWord(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #needWord(): string {
    const token = this.#next();
    if (token?.kind !== 'word') throw new Unsupported();
    return token.text;
  }

  #takeSign(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #needSign(text: string): void {
    if (!this.#takeSign(text)) throw new Unsupported();
  }
}
