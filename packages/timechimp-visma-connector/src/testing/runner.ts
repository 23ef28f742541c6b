/**
 * The two functions of a test runner that the kit needs: those of vitest, `node:test`, jest, bun and mocha fit. A case
 * fails by rejecting.
 */
export interface ConformanceRunner {
  describe(name: string, define: () => void): unknown;
  it(name: string, run: () => Promise<void>): unknown;
}
