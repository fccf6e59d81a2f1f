import { relative, resolve } from 'node:path'
import { inputsOf } from '../batch/inputs.ts'
import { type Outcome, succeeded } from '../batch/outcome.ts'
import { DEFAULT_TIMEOUT, type RunOptions, runBatch } from '../batch/run.ts'
import { BudgetError } from '../errors.ts'
import { parsePages } from '../options.ts'
import { type Arguments, type Command, EXIT, type Surroundings } from './command.ts'
import { progressOf } from './progress.ts'
import { summaryOf } from './summary.ts'

/** A whole number above zero, or a usage error. */
function positive(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new BudgetError('usage', `--${name} wants a number above 0, not ${text}`)
  return Number(text)
}

function runOptions({ values }: Arguments, cwd: string): RunOptions {
  const pages = values.get('pages')
  const password = values.get('password')
  const timeout = values.get('timeout')
  const jobs = values.get('jobs')
  return {
    out: resolve(cwd, values.get('out') ?? 'output'),
    ...(pages !== undefined && { pages: parsePages(pages) }),
    ...(password !== undefined && { password }),
    ...(timeout !== undefined && { timeout: positive('timeout', timeout) * 1000 }),
    ...(jobs !== undefined && { jobs: positive('jobs', jobs) }),
  }
}

/** What is wrong with a document, on one line that names the file. */
const complaint = ({ file, status, message }: Outcome): string => `yusuan extract: ${file}: ${status}: ${message}\n`

/** A folder as the user would write it: relative when it is below where they stand. */
function shownPath(cwd: string, folder: string): string {
  const path = relative(cwd, folder) || '.'
  return path.startsWith('..') ? folder : path
}

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { cwd, print, say, signal, program } = surroundings
  const options = runOptions(args, cwd)
  if (args.positionals.length === 0) throw new BudgetError('usage', 'no file, folder or glob given')
  const inputs = inputsOf(args.positionals, cwd)
  const progress = progressOf(inputs.length, surroundings)
  const outcomes = await runBatch(inputs, {
    ...options,
    signal,
    onPage: (input, done, total) => progress.page(input.name, done, total),
    onOutcome: outcome => {
      progress.clear()
      if (outcome.status !== 'ok') say(complaint(outcome))
      progress.next(outcome.name)
    },
  })
  progress.clear()
  if (args.flags.has('json')) print(outcomes.map(outcome => `${JSON.stringify(outcome)}\n`).join(''))
  else print(summaryOf(outcomes, { out: options.out, shown: shownPath(cwd, options.out), program }))
  if (signal.aborted) return EXIT.interrupted
  return outcomes.every(succeeded) ? EXIT.done : EXIT.someFailed
}

export const extract: Command = {
  name: 'extract',
  summary: 'the main job: every PDF to document.json and one CSV a table',
  usage: '<file, folder or glob>... [--out output]',
  options: {
    out: { type: 'string', short: 'o', value: 'DIR', help: 'folder of the results (output)' },
    pages: { type: 'string', value: 'LIST', help: 'pages to read, such as 3-5,8' },
    password: { type: 'string', value: 'TEXT', help: 'password of encrypted PDFs; the empty one is always tried' },
    timeout: { type: 'string', value: 'SECONDS', help: `limit for one document (${DEFAULT_TIMEOUT / 1000})` },
    jobs: { type: 'string', short: 'j', value: 'N', help: 'documents at once (one a processor, at most 4)' },
    json: { type: 'boolean', help: 'print one outcome a line as JSON, as in manifest.jsonl' },
  },
  run,
}
