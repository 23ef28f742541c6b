import type { FieldFact, Facts } from '../../codegen/facts.ts';

/** What a body may refer to: a value per name of a field, taken from the administration. */
export type References = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<string, string>> = {
  uuid: '6f1c1c5e-3f0b-4a5e-9d52-0d4c1a0b7e11',
  byte: 'JVBERi0xLjQK',
  email: 'administratie@klant.example',
};

/** Texts of a form of their own. */
const forms: Readonly<Record<string, string>> = { BankBban: '0123456789', BankBic: 'ABNANL2A', BankCode: 'NLABNA', BankIban: 'NL02ABNA0123456789' };

/** A body with every field that may be sent, each with a value that the facts allow. Lists hold two records. */
export function validBody(facts: Facts, model: string, references: References, at = 0): Record<string, unknown> {
  const fields = Object.entries(facts.models[model] ?? {}).filter(([, fact]) => !fact.readOnly);
  return Object.fromEntries(fields.map(([name, fact]) => [name, fieldOf(facts, name, fact, references, at)]));
}

function fieldOf(facts: Facts, name: string, fact: FieldFact, references: References, at: number): unknown {
  const one = (index: number): unknown => (facts.models[fact.type] ? validBody(facts, fact.type, references, index) : valueOf(name, fact, references, index));
  if (!fact.list) return one(at);
  return facts.models[fact.type] ? [one(0), one(1)] : [one(0)];
}

/** Rows alternate between debit and credit, so that two of them balance. */
function valueOf(name: string, fact: FieldFact, references: References, at: number): unknown {
  if (name === 'DebitAmount') return at === 0 ? 10 : 0;
  if (name === 'CreditAmount') return at === 0 ? 0 : 10;
  if (name === 'LineNumber') return at + 1;
  const reference = references[name] ?? references[name.replace(/s$/, '')];
  if (reference !== undefined) return reference;
  const [value] = Object.keys(fact.values ?? {});
  if (value !== undefined) return Number(value);
  switch (fact.type) {
    case 'boolean':
      return false;
    case 'date-time':
      return name.endsWith('Utc') ? '2026-03-31T12:00:00Z' : '2026-03-31';
    case 'int32':
    case 'int64':
    case 'double':
      return Math.min(Math.max(1, fact.min ?? 1), fact.max ?? 1);
    case 'string':
      return forms[name] ?? `Proef ${name}`.slice(0, fact.maxLength ?? 30).padEnd(fact.minLength ?? 0, 'x');
    default:
      return texts[fact.type] ?? '';
  }
}
