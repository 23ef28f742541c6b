/** In which direction a record travels. */
export type Direction = 'sent' | 'answered';

/** What can differ between a document and the code. */
export type Aspect =
  | 'missing'
  | 'extra'
  | 'type'
  | 'nullable'
  | 'required'
  | 'readOnly'
  | 'values'
  | 'length'
  | 'range'
  | 'decimals'
  | 'pattern'
  | 'date'
  | 'format'
  | 'presence'
  | 'nested null'
  | 'parameter'
  | 'body'
  | 'answer'
  | 'scopes';

/** One place where the exported code is not what the document says. */
export interface Difference {
  /** An operation, or a model with its field: `CustomerApi.Name`. */
  readonly where: string;
  readonly aspect: Aspect;
  readonly text: string;
}
