/** A change was not started because its time was over. Nothing was changed. */
export class NotStartedError extends Error {
  readonly code = 'not-started';
  readonly delivery = 'not-sent';

  constructor() {
    super('The change was not started: its time was over.');
  }

  /** Literal, so that it survives minifying. */
  override get name(): string {
    return 'NotStartedError';
  }
}
