import type { ExportReason } from '../ports/export-record.ts';
import { ConnectorError, type ConnectorErrorCode } from '../use-cases/connector-error.ts';
import { connectionProblem } from '../use-cases/visma-problem.ts';

/** Why a job did not succeed. */
export interface JobFailure {
  /** Stable, for code. */
  readonly code: string;
  readonly message: string;
  /** What a person has to do; absent where waiting may be enough. */
  readonly remedy?: string;
  /** Whether it stays so until a person acts: such a job is not tried again by itself. */
  readonly needsPerson: boolean;
}

const passing: ReadonlySet<ConnectorErrorCode> = new Set<ConnectorErrorCode>(['busy', 'settings-changed']);

/** Reasons with which the engine stops a run that no repetition mends. */
const lasting: ReadonlySet<string> = new Set([
  'company-switched',
  'reconnect-needed',
  'client-refused',
  'startup-guide',
  'company-inactive',
  'api-module-off',
  'scope-missing',
]);

/** Codes of errors, of Visma's client and of TimeChimp's adapter, for a refused login, a withdrawn consent or a missing right. */
const refusedAccess: ReadonlySet<unknown> = new Set(['authentication', 'permission', 'reconnect-required', 'invalid-client']);
const accessRemedy = 'Connect again, or give a new key, with all rights that are asked for; the person who does so must have them.';

/** Names what was thrown. Never holds a token: the errors of this project do not. */
export function failureOfError(failure: unknown): JobFailure {
  if (failure instanceof ConnectorError) {
    const { code, message, remedy } = failure;
    return { code, message, remedy, needsPerson: !passing.has(code) };
  }
  const problem = connectionProblem(failure);
  if (problem) return { code: problem.code, message: problem.message, remedy: problem.remedy, needsPerson: true };
  const code = codeIn(failure);
  return {
    code: typeof code === 'string' ? code : 'unexpected',
    message: failure instanceof Error ? failure.message : String(failure),
    ...(refusedAccess.has(code) ? { remedy: accessRemedy, needsPerson: true } : { needsPerson: false }),
  };
}

/** Names the reason with which a run stopped early: a finding about the connection, or the call that was refused. */
export function failureOfStop({ code, message, details }: ExportReason): JobFailure {
  return refusedAccess.has(codeIn(details))
    ? { code, message, remedy: accessRemedy, needsPerson: true }
    : { code, message, needsPerson: lasting.has(code) };
}

function codeIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'code' in value ? value.code : undefined;
}
