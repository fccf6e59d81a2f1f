import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OnPage } from '../pipeline.ts'
import { type Job, nothingOf, type Result } from './extract-one.ts'
import type { Outcome } from './outcome.ts'
import type { Message } from './worker.ts'

/** Heap of one worker in megabytes; the largest real documents stay under a tenth of it, a runaway one ends here. */
const HEAP_LIMIT = 4096

/** The worker beside this file: TypeScript in a checkout, JavaScript in the package. */
const WORKER = fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url))

/** How one document may be stopped. */
export interface Limits {
  /** Wall-clock time in milliseconds. */
  readonly timeout: number
  readonly signal?: AbortSignal
}

/** Do one document in a process of its own. Always resolves: a crash or a hang of the process is a result too. */
export function inOwnProcess(job: Job, { timeout, signal }: Limits, onPage?: OnPage): Promise<Result> {
  const child = fork(WORKER, { execArgv: [`--max-old-space-size=${HEAP_LIMIT}`], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const lastWords = collect(child)
  return new Promise(resolve => {
    let result: Result | undefined
    const stop = (status: Outcome['status'], message: string) => {
      result ??= nothingOf({ status, message })
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop('timeout', `not done after ${timeout / 1000} s`), timeout)
    const abort = () => stop('failed', 'interrupted')
    signal?.addEventListener('abort', abort, { once: true })
    child.on('message', (message: Message) => {
      if (message.kind === 'page') onPage?.(message.done, message.total)
      else result ??= message.result
    })
    child.once('error', error => stop('failed', `cannot start a worker: ${error.message}`))
    child.once('close', (code, killed) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      resolve(result ?? nothingOf({ status: 'failed', message: crash(code, killed, lastWords()) }))
    })
    child.send(job)
  })
}

/** The last of what a process says on stderr. */
function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4000)
  })
  return () => text
}

function crash(code: number | null, killed: NodeJS.Signals | null, said: string): string {
  if (/heap out of memory|heap limit/i.test(said)) return `out of memory (${HEAP_LIMIT} MB)`
  const last =
    said
      .trim()
      .split('\n')
      .findLast(line => /error/i.test(line)) ?? ''
  return `the worker ended early (${killed ?? `exit code ${code}`}) ${last}`.trim()
}
