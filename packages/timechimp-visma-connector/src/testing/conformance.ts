import { type Closable, checkLaw, type Law } from './law.ts';
import type { ConformanceRunner } from './runner.ts';

/** What every suite of the kit takes. */
export interface ConformanceOptions<Fixture extends Closable> {
  readonly runner: ConformanceRunner;
  /** Makes a fresh fixture for each case; it may share a database with others, the cases use names of their own. */
  readonly create: () => Promise<Fixture> | Fixture;
  /** Laws that are left out, by name, each with a written reason, which is printed. */
  readonly omit?: Readonly<Record<string, string>> | undefined;
}

/** Registers one case per law. Throws when an omission names no law or gives no reason. */
export function registerLaws<Fixture extends Closable>(
  title: string,
  laws: readonly Law<Fixture>[],
  options: ConformanceOptions<Fixture>,
): void {
  const { runner, create, omit = {} } = options;
  runner.describe(title, () => {
    for (const law of laws) {
      const reason = omit[law.name];
      if (reason === undefined) {
        runner.it(law.name, async () => {
          await checkLaw(law, create);
        });
      } else {
        runner.it(`${law.name} (omitted: ${reason})`, () => Promise.resolve());
      }
    }
  });
}

/** Throws `TypeError` when an omission names a law that does not exist, or gives no reason. */
export function checkOmissions(laws: readonly { readonly name: string }[], omit: Readonly<Record<string, string>> = {}): void {
  const names = new Set(laws.map((law) => law.name));
  for (const [name, reason] of Object.entries(omit)) {
    if (!names.has(name)) throw new TypeError(`There is no law "${name}" that could be omitted.`);
    if (reason.trim() === '') throw new TypeError(`The omission of "${name}" needs a reason.`);
  }
}
