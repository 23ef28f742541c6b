import type { Json } from './json.ts';

/** The numbers of the documented error table, by name. */
export const errorCodes = {
  validation: 2000,
  notFound: 3000,
  fiscalYearMissing: 3001,
  accountNotFound: 3002,
  conflict: 4000,
  cannotBeDeleted: 4001,
  cannotBeSaved: 4002,
  noAccessToModule: 4002,
  startupGuideNotCompleted: 4003,
  companyNotActive: 4004,
  notAuthorized: 4005,
  noAccessToScopes: 4006,
  rateLimit: 4010,
  lockedPeriod: 4026,
} as const;

/** One entry of the error body's Errors list. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
  readonly code?: string;
}

/** Thrown by the fake's rules; becomes the documented error body. Never leaves the engine. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly errorCode: number;
  readonly fields: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    errorCode: number,
    message: string,
    extra: { fields?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.fields = extra.fields ?? [];
    this.headers = extra.headers ?? {};
  }

  /** The body as it travels. */
  toBody(errorId: string): Json {
    return {
      ErrorCode: this.errorCode,
      DeveloperErrorMessage: this.message,
      ErrorId: errorId,
      Errors: this.fields.map(({ field, message, code }) => ({
        Field: field,
        ErrorCode: code ?? String(this.errorCode),
        Message: message,
        Key: null,
      })),
    };
  }
}

/** 400 with error code 2000 and one entry per field. */
export function invalid(fields: readonly FieldError[]): ApiRefusal {
  const text = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
  return new ApiRefusal(400, errorCodes.validation, `DataModelValidationException - ${text}`, { fields });
}

/** 404 with error code 3000. */
export function notFound(what: string): ApiRefusal {
  return new ApiRefusal(404, errorCodes.notFound, `ResourceNotFoundException - ${what} was not found.`);
}
