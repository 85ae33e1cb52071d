import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/** Says at the end what was not tested and why, and one plain line that a script can read. */
export default class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    // An error outside any test, such as a set-up that failed, is a failure too.
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    const skipped = new Map<string, string[]>();
    for (const module of modules) {
      // A file that does not even load has no tests to count.
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') counts.passed += 1;
        else if (result.state === 'failed') counts.failed += 1;
        else {
          counts.skipped += 1;
          const reason = reasonOf(test);
          skipped.set(reason, [...(skipped.get(reason) ?? []), `${module.relativeModuleId} > ${test.fullName}`]);
        }
      }
    }
    const lines = [...skipped].map(([reason, tests]) => [`Skipped: ${reason}`, ...tests].join('\n  '));
    console.log(['', ...lines, `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`].join('\n'));
  }
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state === 'skipped' && result.note) return result.note;
  return test.options.mode === 'run' ? 'no reason given' : `marked ${test.options.mode} in the source`;
}
