import { seededRandom } from '../random.ts';
import type { Fault, FaultKind, FaultPlan, FaultRule } from './fault.ts';

interface ActiveRule {
  readonly rule: FaultRule;
  readonly matches: (operation: string) => boolean;
  seen: number;
}

/** The faults that wait for their request. Rules come before the random plan; the first that fits strikes. */
export class Faults {
  #rules: ActiveRule[] = [];
  #plan: { readonly plan: FaultPlan; readonly random: () => number; readonly matches: (operation: string) => boolean } | undefined;
  readonly #hits = new Map<FaultKind, number>();

  /** Adds a targeted fault. */
  add(rule: FaultRule): void {
    this.#rules.push({ rule, matches: matcher(rule.on), seen: 0 });
  }

  /** Shorthand: the next request to this operation meets this fault. */
  next(on: string, fault: Fault): void {
    this.add({ on, fault });
  }

  /** Starts random faults by a seed; replaces an earlier plan. */
  plan(plan: FaultPlan): void {
    this.#plan = { plan, random: seededRandom(plan.seed), matches: matcher(plan.on) };
  }

  /** Removes every rule and the plan. */
  clear(): void {
    this.#rules = [];
    this.#plan = undefined;
  }

  /** How often each kind struck. */
  hits(): Readonly<Partial<Record<FaultKind, number>>> {
    return Object.fromEntries(this.#hits);
  }

  /** The fault for this request, if any; used by the engine. */
  take(operation: string): Fault | undefined {
    const fault = this.#fromRules(operation) ?? this.#fromPlan(operation);
    if (fault) this.#hits.set(fault.kind, (this.#hits.get(fault.kind) ?? 0) + 1);
    return fault;
  }

  #fromRules(operation: string): Fault | undefined {
    let taken: Fault | undefined;
    for (const active of this.#rules) {
      if (!active.matches(operation)) continue;
      active.seen += 1;
      const first = active.rule.nth ?? 1;
      const last = first + (active.rule.times ?? 1) - 1;
      if (active.seen >= first && active.seen <= last) taken ??= active.rule.fault;
    }
    this.#rules = this.#rules.filter(({ rule, seen }) => seen < (rule.nth ?? 1) + (rule.times ?? 1) - 1);
    return taken;
  }

  #fromPlan(operation: string): Fault | undefined {
    if (!this.#plan?.matches(operation)) return undefined;
    const { plan, random } = this.#plan;
    const struck = random() < plan.rate;
    const index = Math.floor(random() * plan.faults.length);
    return struck ? plan.faults[index] : undefined;
  }
}

function matcher(on: string | undefined): (operation: string) => boolean {
  if (on === undefined || on === '*') return () => true;
  const source = on
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const pattern = new RegExp(`^${source}$`, 'i');
  return (operation) => pattern.test(operation);
}
