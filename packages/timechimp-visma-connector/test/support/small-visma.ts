import type { DocumentDriver, DocumentRequest, FoundDocument, LookUpPurpose } from '../../src/export/driver.ts';
import { generationOf } from '../../src/export/mark.ts';
import type { ExportDocuments, ExportKind } from '../../src/ports/export-record.ts';

/** A document of the small Visma. */
export interface SmallDocument {
  readonly id: string;
  stage: 'draft' | 'final';
  customer: string;
  amount: string;
  /** Every text that is not an amount: the mark is in here. */
  text: string;
  voided?: boolean;
}

/** What a plan's payload says here. */
export interface SmallPayload {
  readonly customer: string;
  readonly amount: string;
}

type Call = 'lookUp' | 'read' | 'write' | 'convert' | 'removeDraft' | 'voidFinal' | 'existingDrafts';

/** What happens to the next call of a name. */
export type SmallFault = 'not-sent' | 'refused' | 'conflict' | 'lost-before' | 'lost-after' | 'late' | 'unauthorized';

/** An error as the client throws it. */
export class SmallError extends Error {
  readonly delivery: string;
  readonly code: string;

  constructor(delivery: string, code: string) {
    super(`${code} (${delivery})`);
    this.delivery = delivery;
    this.code = code;
  }
}

/** Visma in a few lines, for the protocol's own tests: documents, marks, faults and late commits. */
export class SmallVisma {
  readonly documents: SmallDocument[] = [];
  readonly calls: string[] = [];
  readonly now: () => number;
  #faults: { readonly call: Call; readonly fault: SmallFault }[] = [];
  #late: (() => void)[] = [];
  #next = 1;

  constructor(now: () => number) {
    this.now = now;
  }

  /** The next call of this name meets this fault. */
  fail(call: Call, fault: SmallFault): void {
    this.#faults.push({ call, fault });
  }

  /** Carries out what is late. */
  arrive(): void {
    for (const run of this.#late.splice(0)) run();
  }

  /** What a person does to a document. */
  person(id: string, act: (document: SmallDocument) => void): void {
    const document = this.documents.find((each) => each.id === id);
    if (!document) throw new Error(`no document ${id}`);
    act(document);
  }

  remove(id: string): void {
    this.documents.splice(this.documents.findIndex((each) => each.id === id), 1);
  }

  add(document: Omit<SmallDocument, 'id'>): SmallDocument {
    const added = { ...document, id: `d${this.#next++}` };
    this.documents.push(added);
    return added;
  }

  driver(kind: ExportKind = 'invoice'): DocumentDriver {
    const first: SmallDocument['stage'] = kind === 'invoice' ? 'draft' : 'final';
    const driver: DocumentDriver = {
      kind,
      lookAgainAfterWrite: kind === 'sales-entry',
      lookUp: (requests, purpose) =>
        this.#call('lookUp', null, () => {
          const found = requests.map((request) => [request.key, this.#matches(request, purpose)] as const);
          return new Map(found.filter(([, documents]) => documents.length > 0));
        }),
      read: (request) =>
        this.#call('read', null, () => {
          const id = idOf(request.documents);
          const document = this.documents.find((each) => each.id === id);
          if (!document) return null;
          const text = `Specificatie ${request.mark}`;
          const edits = document.text === text ? [] : [{ field: 'text', expected: text, actual: document.text }];
          return { ...this.#found(document, request, 'mark'), ...(document.stage === 'draft' && { edits }) };
        }),
      write: (request, { startBefore }) =>
        this.#call('write', startBefore, () => {
          const { customer, amount } = payloadOf(request);
          const document = this.add({ stage: first, customer, amount, text: `Specificatie ${request.mark}` });
          return { stage: first, documents: idsOf(document), differences: [] };
        }),
    };
    if (kind !== 'invoice') return driver;
    return {
      ...driver,
      existingDrafts: () =>
        this.#call('existingDrafts', null, () => {
          const drafts = this.documents.filter((each) => each.stage === 'draft');
          return new Set(drafts.map((each) => each.id));
        }),
      convert: (request, { startBefore }) =>
        this.#call('convert', startBefore, () => {
          const draft = this.documents.find((each) => each.id === request.documents.draftId && each.stage === 'draft');
          if (!draft) throw new SmallError('answered', 'not-found');
          this.remove(draft.id);
          const invoice = this.add({ ...draft, stage: 'final' });
          return { stage: 'final', documents: idsOf(invoice), differences: [] };
        }),
      removeDraft: (draftId, { startBefore }) =>
        this.#call('removeDraft', startBefore, () => {
          const there = this.documents.some((each) => each.id === draftId && each.stage === 'draft');
          if (there) this.remove(draftId);
          return there ? 'removed' : 'missing';
        }),
      voidFinal: (documents, { startBefore }) =>
        this.#call('voidFinal', startBefore, () => {
          this.person(documents.invoiceId ?? '', (document) => (document.voided = true));
          return { outcome: 'voided' };
        }),
    };
  }

  #call<T>(call: Call, startBefore: number | null, run: () => T): Promise<T> {
    this.calls.push(call);
    return new Promise((resolve, reject) => {
      if (startBefore !== null && this.now() >= startBefore) {
        reject(new SmallError('not-sent', 'deadline'));
        return;
      }
      const index = this.#faults.findIndex((each) => each.call === call);
      const [struck] = index < 0 ? [] : this.#faults.splice(index, 1);
      switch (struck?.fault) {
        case undefined:
          resolve(run());
          return;
        case 'not-sent':
          reject(new SmallError('not-sent', 'network'));
          return;
        case 'refused':
          reject(new SmallError('answered', 'validation'));
          return;
        case 'unauthorized':
          reject(new SmallError('answered', 'authentication'));
          return;
        case 'conflict':
          reject(new SmallError('answered', 'conflict'));
          return;
        case 'lost-after':
          run();
          break;
        case 'late':
          this.#late.push(run);
          break;
        case 'lost-before':
          break;
      }
      reject(new SmallError('unknown', 'outcome-unknown'));
    });
  }

  #matches(request: DocumentRequest, purpose: LookUpPurpose): FoundDocument[] {
    const { customer, amount } = payloadOf(request);
    return this.documents.flatMap((document) => {
      if (document.voided === true) return [];
      if (markOf(document, request) !== null) return [this.#found(document, request, 'mark')];
      const alike = document.customer === customer && document.amount === amount;
      const unmarked = !document.text.includes('TC-') && document.stage === 'final';
      return purpose === 'draft-missing' && alike && unmarked ? [this.#found(document, request, 'content')] : [];
    });
  }

  #found(document: SmallDocument, request: DocumentRequest, evidence: FoundDocument['evidence']): FoundDocument {
    const payload = payloadOf(request);
    const fields = ['customer', 'amount'] as const;
    return {
      stage: document.stage,
      documents: idsOf(document),
      mark: markOf(document, request),
      evidence,
      differences: fields
        .filter((field) => payload[field] !== document[field])
        .map((field) => ({ field, expected: payload[field], actual: document[field] })),
    };
  }
}

function idsOf({ id, stage }: SmallDocument): ExportDocuments {
  return stage === 'draft' ? { draftId: id } : { invoiceId: id };
}

function idOf({ invoiceId, draftId }: ExportDocuments): string | undefined {
  return invoiceId ?? draftId;
}

function payloadOf(request: DocumentRequest): SmallPayload {
  return request.payload as unknown as SmallPayload;
}

function markOf({ text }: SmallDocument, request: DocumentRequest): string | null {
  const mark = text.split(' ').find((word) => generationOf(word, request.baseMark) !== null);
  return mark ?? null;
}
