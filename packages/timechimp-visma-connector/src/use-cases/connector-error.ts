import type { Problem } from './problem.ts';

/** Why a use case refuses to begin, as a code. */
export type ConnectorErrorCode =
  | 'input'
  | 'not-connected'
  | 'consent-not-pending'
  | 'consent-expired'
  | 'pair-taken'
  | 'company-changed'
  | 'company-unusable'
  | 'settings'
  | 'settings-changed'
  | 'items-unknown'
  | 'article'
  | 'activity-unknown'
  | 'busy';

const brand = Symbol.for('@x/timechimp-visma-connector/ConnectorError');

/**
 * Thrown before anything was done: what is wrong, what to do about it, and every single problem where there are
 * several. What goes wrong during the work is no exception but an outcome of the report.
 */
export class ConnectorError extends Error {
  readonly code: ConnectorErrorCode;
  readonly remedy: string;
  readonly problems: readonly Problem[];

  constructor(code: ConnectorErrorCode, message: string, remedy: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.remedy = remedy;
    this.problems = problems;
    Object.defineProperty(this, brand, { value: true });
  }

  /** Works across two copies of this package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'ConnectorError' {
    return 'ConnectorError';
  }

  /** Safe to log: nothing here ever holds a token. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, code: this.code, message: this.message, remedy: this.remedy, problems: this.problems };
  }
}
