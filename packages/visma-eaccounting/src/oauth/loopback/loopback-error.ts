import { OAuthError } from '../errors/oauth-error.ts';

/** What went wrong with the local server. */
export type LoopbackFault = 'port-in-use' | 'cannot-listen' | 'timeout';

const MESSAGES: Record<LoopbackFault, string> = {
  'port-in-use': 'Another program listens on the port of the redirect URI.',
  'cannot-listen': 'The local server for the redirect URI could not be started.',
  timeout: 'Nobody finished the consent in time.',
};

/** The local server of `connectOnThisMachine` brought no callback. */
export class LoopbackError extends OAuthError {
  override readonly code = 'loopback';
  readonly reason: LoopbackFault;

  constructor(reason: LoopbackFault) {
    super(MESSAGES[reason], { delivery: 'not-sent' });
    this.reason = reason;
  }

  /** Literal, so that it survives minifying. */
  override get name(): 'LoopbackError' {
    return 'LoopbackError';
  }

  /** The base fields and those of this class, safe to log. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason };
  }
}
