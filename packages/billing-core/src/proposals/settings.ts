import { exact, type Exact, ZERO } from '../decimal/exact.ts';
import { parseDecimal } from '../decimal/parse.ts';
import type { ItemKind } from '../model/items.ts';
import type { Approval, BillingPolicy, Rounding } from '../model/policy.ts';
import { error, type Report } from '../problems/issue.ts';
import type { DifferenceBound } from '../rounding/difference.ts';
import { isReadable } from '../text/template.ts';
import { WORDS, type Words } from '../text/words.ts';

/** The policy with its defaults filled in and its numbers read, once per run. */
export interface Settings {
  readonly policy: BillingPolicy;
  readonly currencyCode: string;
  readonly rounding: Rounding;
  readonly approval: Approval;
  readonly bound: DifferenceBound;
  readonly grouping: {
    readonly time: string;
    readonly expense: string;
    readonly mileage: string;
    readonly term: string;
  };
  readonly words: Words;
  readonly templates: Readonly<Partial<Record<ItemKind, string>>>;
  /** The kinds whose template cannot be read. */
  readonly unreadable: readonly string[];
  readonly maxLength: number;
}

function amount(text: string | undefined, fallback: Exact, name: string, report: Report): Exact {
  const value = text === undefined ? fallback : parseDecimal(text);
  if (value === undefined) report(error('malformed', `Policy: "${String(text)}" is not an amount for ${name}.`, { setting: name }));
  return value ?? fallback;
}

/** Reads a policy; reports what is malformed in it. */
export function readPolicy(policy: BillingPolicy, report: Report): Settings {
  const difference = policy.maxRoundingDifference;
  amount(policy.markup, ZERO, 'markup', report);
  const { language = 'nl', templates = {}, maxLength = 2000 } = policy.text ?? {};
  return {
    policy,
    currencyCode: policy.currencyCode.toUpperCase(),
    rounding: policy.rounding ?? 'perLine',
    approval: policy.approval ?? 'internal',
    bound: {
      amount: amount(difference?.amount, exact(50n, 100n), 'maxRoundingDifference.amount', report),
      percent: amount(difference?.percent, exact(1n), 'maxRoundingDifference.percent', report),
    },
    grouping: {
      time: policy.grouping?.time ?? 'activity',
      expense: policy.grouping?.expense ?? 'product',
      mileage: policy.grouping?.mileage ?? 'ride',
      term: 'detailed',
    },
    words: WORDS[language],
    templates,
    unreadable: Object.keys(templates).filter((kind) => !isReadable(templates[kind as ItemKind] ?? '')),
    maxLength: Math.min(maxLength, 2000),
  };
}
