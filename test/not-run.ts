import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node'

const name = (skipped: TestCase | TestSuite): string => {
  const result = skipped.type === 'test' ? skipped.result() : null
  const note = result?.state === 'skipped' ? result.note : undefined
  return `${skipped.module.relativeModuleId}: ${skipped.fullName}${note ? ` (${note})` : ''}`
}

/** What was left out of a file: whole suites by their own name, of the rest each test. */
function skippedIn(parent: TestModule | TestSuite): string[] {
  return [...parent.children].flatMap(child => {
    if (child.type === 'suite') return child.options.mode === 'skip' ? [name(child)] : skippedIn(child)
    return child.result().state === 'skipped' ? [name(child)] : []
  })
}

/** Says at the end which tests were not run; their names say what they would need. */
export default class NotRun implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap(skippedIn)
    if (skipped.length > 0) console.log(['Not run here:', ...skipped.map(line => `  ${line}`)].join('\n'))
  }
}
