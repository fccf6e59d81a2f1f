#!/usr/bin/env node

// Nothing but this check may be loaded by an old Node: pdf.js loses text there without a word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `yusuan needs Node 22.13 or newer; this is Node ${process.versions.node}. In a checkout, "npm ci" brings Node 24: npm run -s yusuan -- …\n`,
  )
  process.exit(2)
}

const { enableCompileCache } = await import('node:module')
enableCompileCache()
const { localeLanguage } = await import('./commands/said.ts')
const { main } = await import('./commands/main.ts')

// A reader such as `head` that has seen enough is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const interrupt = new AbortController()
const stop = new AbortController()

/** npm hands on the Ctrl-C that the terminal has sent already: one press can come twice at once. */
const SAME_PRESS = 1000

/** What has not stopped by then is ended. */
const LONGEST_STOP = 5000

let pressed = 0
function press(): void {
  const again = interrupt.signal.aborted && performance.now() - pressed > SAME_PRESS
  if (!interrupt.signal.aborted) pressed = performance.now()
  interrupt.abort()
  if (!again) return
  stop.abort()
  setTimeout(() => process.exit(130), LONGEST_STOP).unref()
}
process.on('SIGINT', press)
process.on('SIGTERM', press)

/** `npm run yusuan` moves to the folder of package.json; a user means the folder where they stand. */
const { npm_lifecycle_event: script, INIT_CWD: stands = process.cwd() } = process.env
const cwd = script === 'yusuan' ? stands : process.cwd()

/** What a user types to call this program again: in a checkout its script, and npx where npm has started the package. */
const installed = script === undefined ? 'yusuan' : 'npx yusuan'
const program = import.meta.url.endsWith('.ts') ? 'npm run -s yusuan --' : installed

process.exitCode = await main(process.argv.slice(2), {
  cwd,
  print: text => void process.stdout.write(text),
  say: text => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  columns: () => process.stderr.columns,
  signal: interrupt.signal,
  stop: stop.signal,
  stdin: process.stdin,
  language: localeLanguage(process.env),
  program,
})
