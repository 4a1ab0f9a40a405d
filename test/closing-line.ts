import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one plain line that any build server can read: "tests: 812 passed, 0 failed". */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state]++
      // A file that cannot be loaded has no tests to fail.
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0) count.failed++
    }
    const skipped = count.skipped + count.pending
    console.log(`tests: ${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  }
}
