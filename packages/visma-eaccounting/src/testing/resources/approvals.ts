import { complete } from '../models/complete.ts';
import { utcNow } from '../state/world.ts';
import { ok } from '../wire/answer.ts';
import { numberIn } from '../wire/fields.ts';
import { needed } from './lookup.ts';
import { type Operation, bodyOf, param, scopes } from './operation.ts';

const model = 'ApprovalApi';
const supplierInvoice = 2;

/** /approval: sets the state of a VAT report or of a supplier invoice. */
export const approvals: readonly Operation[] = [
  {
    method: 'PUT',
    path: '/approval/vatreport/{id}',
    scopes: scopes.writeAccounting,
    handle: (call) => {
      const reports = call.company.plain('/vatreports');
      const report = needed(reports, param(call, 'id'), 'VatReport');
      const DocumentApprovalStatus = numberIn(bodyOf(call, model), 'DocumentApprovalStatus');
      return ok(complete('VatReportApi', reports.put({ ...report, DocumentApprovalStatus, ModifiedUtc: utcNow(call.world) })));
    },
  },
  {
    method: 'PUT',
    path: '/approval/supplierinvoice/{id}',
    scopes: scopes.writePurchase,
    handle: (call) => {
      const { Id } = needed(call.company.plain('/supplierinvoices'), param(call, 'id'), 'SupplierInvoice');
      const DocumentApprovalStatus = numberIn(bodyOf(call, model), 'DocumentApprovalStatus');
      return ok(complete('ApprovalResponseApi', { DocumentId: Id, DocumentType: supplierInvoice, DocumentApprovalStatus }));
    },
  },
];
