/** What the fake tolerates although the document says otherwise. */
export interface Leniency {
  /** An omitted required boolean or number counts as false or 0 instead of being refused. */
  readonly omittedValuesDefault: boolean;
  /** A field that the document calls read-only is refused instead of ignored. */
  readonly readOnlyFieldsRefused: boolean;
  /** A field that the document does not name is refused instead of ignored. */
  readonly unknownFieldsRefused: boolean;
  /** A date may be sent as YYYY-MM-DD. */
  readonly plainDatesAccepted: boolean;
  /** Business dates are answered as full date-times instead of YYYY-MM-DD. */
  readonly fullBusinessDates: boolean;
  /** AttachmentLink.DocumentType may be the name instead of the number. */
  readonly enumNamesAccepted: boolean;
  /** The first cost-centre slot of a voucher row may be written although it is marked read-only. */
  readonly firstCostCenterWritable: boolean;
}

/** One place where the running service was seen to differ from its document. */
export interface MeasuredRow {
  readonly what: string;
  readonly document: string;
  readonly measured: string;
  /** Where it was seen: M = a third party against the sandbox, C = working client code, D23 = the 2023 document. */
  readonly source: string;
  readonly rule: keyof Leniency;
  readonly lenient: boolean;
  readonly strict: boolean;
}

/** Measured beats document: the table that decides what the fake tolerates. `strict` follows the document instead. */
export const measuredBeatsDocument: readonly MeasuredRow[] = [
  {
    what: 'POST /customerinvoices without EuThirdParty and RotReducedInvoicingType; a customer without IsActive',
    document: 'required',
    measured: '201; an omitted boolean is false, an omitted number 0',
    source: 'M: sie-mcp, sandbox, 2026-08',
    rule: 'omittedValuesDefault',
    lenient: true,
    strict: false,
  },
  {
    what: 'a read-only invoice field sent back in a body',
    document: 'readOnly',
    measured: 'ignored',
    source: 'M: sie-mcp, sandbox, 2026-08',
    rule: 'readOnlyFieldsRefused',
    lenient: false,
    strict: true,
  },
  {
    what: 'a field that the model lacks',
    document: 'additionalProperties: false',
    measured: 'not established; no client reports a refusal',
    source: 'C: clients that send camelCase extras',
    rule: 'unknownFieldsRefused',
    lenient: false,
    strict: true,
  },
  {
    what: 'InvoiceDate, DueDate, VoucherDate and the like in bodies',
    document: 'format date-time',
    measured: 'YYYY-MM-DD accepted',
    source: 'M: sie-mcp, sandbox, 2026-07-19',
    rule: 'plainDatesAccepted',
    lenient: true,
    strict: false,
  },
  {
    what: 'InvoiceDate, DueDate, VoucherDate and the like in answers',
    document: 'format date-time',
    measured: 'YYYY-MM-DD; timestamps in full UTC',
    source: 'M: sie-mcp, sandbox, 2026-07-19',
    rule: 'fullBusinessDates',
    lenient: false,
    strict: true,
  },
  {
    what: 'AttachmentLink.DocumentType as a name, e.g. "Voucher"',
    document: 'int32',
    measured: 'accepted',
    source: 'M: sie-mcp, sandbox, 2026-08-09',
    rule: 'enumNamesAccepted',
    lenient: true,
    strict: false,
  },
  {
    what: 'VoucherRow.CostCenterItemId1 in a body',
    document: 'readOnly (slots 2 and 3 are not)',
    measured: 'writable in the 2023 document: a slip of the newer one',
    source: 'D23: Swagger document of 2023-07-03',
    rule: 'firstCostCenterWritable',
    lenient: true,
    strict: false,
  },
];

/** The rules as one object: measured behaviour, or the document's when strict. */
export function leniencyOf(strict: boolean): Leniency {
  const pick = (rule: keyof Leniency): boolean => {
    const row = measuredBeatsDocument.find((each) => each.rule === rule);
    return row ? (strict ? row.strict : row.lenient) : false;
  };
  return {
    omittedValuesDefault: pick('omittedValuesDefault'),
    readOnlyFieldsRefused: pick('readOnlyFieldsRefused'),
    unknownFieldsRefused: pick('unknownFieldsRefused'),
    plainDatesAccepted: pick('plainDatesAccepted'),
    fullBusinessDates: pick('fullBusinessDates'),
    enumNamesAccepted: pick('enumNamesAccepted'),
    firstCostCenterWritable: pick('firstCostCenterWritable'),
  };
}
