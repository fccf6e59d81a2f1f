import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OnPage } from '../pipeline.ts'
import { type Job, nothingOf, type Result } from './extract-one.ts'
import { memoryOf } from './memory.ts'
import type { Outcome } from './outcome.ts'
import type { Message } from './worker.ts'

/** A job uses one processor, so as many jobs as processors do not fight over them: V8 collects garbage and compiles on the worker's own thread. */
const ONE_PROCESSOR = ['--single-threaded']

/** The worker beside this file: TypeScript in a checkout, JavaScript in the package. */
export const WORKER = fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url))

/** How often the memory of a worker is looked at from outside; a worker gains some 200 MB in that time at most. */
const LOOK_EVERY = 500

/** Characters of stderr that are kept for the message of a crash. */
const LAST_WORDS = 4000

/** Limits of one document. */
export interface Limits {
  /** Wall-clock milliseconds. */
  readonly document: number
  /** Wall-clock milliseconds without a page being finished. */
  readonly page: number
  /** MB of memory of its worker. */
  readonly memory: number
}

/** How one document went in a worker process, and what that tells about the worker. */
export interface Done {
  readonly result: Result
  readonly peakMemory: number | null
  /** Whether the process can take another document. */
  readonly alive: boolean
  /** Whether somebody else ended the process: the document may not be to blame. */
  readonly killed?: boolean
  /** What would be wrong with every other document too. */
  readonly broken?: string
}

/** Start a worker process; its heap is bounded by V8, all its memory by `doOne`. */
export const startWorker = (module: string, memory: number): ChildProcess =>
  fork(module, {
    execArgv: [`--max-old-space-size=${memory}`, ...ONE_PROCESSOR],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  }).on('error', () => {})

/** Do one document in a worker process. Always resolves: a crash or a hang of the process is a result too. */
export function doOne(child: ChildProcess, job: Job, limits: Limits, signal: AbortSignal, onPage?: OnPage): Promise<Done> {
  let said = ''
  const onWords = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-LAST_WORDS)
  }
  child.stderr?.on('data', onWords)
  return new Promise(resolve => {
    let verdict: Pick<Outcome, 'status' | 'message'> | null = null
    let peak: number | null = null
    const kill = (status: Outcome['status'], message: string): void => {
      verdict ??= { status, message }
      child.kill('SIGKILL')
    }
    const seconds = (ms: number): string => `${ms / 1000} s`
    const late = (what: string, ms: number) => () => kill('timeout', `${what} not done after ${seconds(ms)}`)
    const whole = setTimeout(late('document', limits.document), limits.document)
    let onePage: NodeJS.Timeout | undefined
    const look = setInterval(() => {
      const held = child.pid === undefined ? null : memoryOf(child.pid)
      peak = Math.max(peak ?? 0, held ?? 0) || null
      if (held !== null && held > limits.memory) kill('failed', `out of memory (${limits.memory} MB)`)
    }, LOOK_EVERY)
    const abort = (): void => kill('failed', INTERRUPTED)
    const end = (done: Done): void => {
      clearTimeout(whole)
      clearTimeout(onePage)
      clearInterval(look)
      signal.removeEventListener('abort', abort)
      child.off('message', onMessage).off('error', onError).off('close', onClose)
      child.stderr?.off('data', onWords).resume()
      resolve(done)
    }
    const onMessage = (message: Message): void => {
      if (message.kind === 'begun') {
        clearTimeout(onePage)
        onePage = setTimeout(late('page 1', limits.page), limits.page)
      } else if (message.kind === 'page') {
        clearTimeout(onePage)
        const { done, total } = message
        if (done < total) onePage = setTimeout(late(`page ${done + 1}`, limits.page), limits.page)
        onPage?.(done, total)
      } else if (message.kind === 'result') end({ result: message.result, peakMemory: message.peakMemory, alive: true })
      else if (message.kind === 'broken') end({ ...nothing('failed', message.message), alive: true, broken: message.message })
    }
    const onError = (error: Error): void => kill('failed', `cannot start a worker: ${error.message}`)
    const onClose = (code: number | null, killed: NodeJS.Signals | null): void => {
      const { status, message } = verdict ?? { status: 'failed', message: crash(code, killed, said, limits.memory) }
      end({ ...nothing(status, message), peakMemory: peak, alive: false, killed: verdict === null && killed === 'SIGKILL' })
    }
    child.on('message', onMessage).on('error', onError).on('close', onClose)
    if (signal.aborted) abort()
    else child.send(job, error => error && kill('failed', `the worker is gone: ${error.message}`))
  })
}

/** Message of a document that was stopped by the user; it has no outcome. */
export const INTERRUPTED = 'interrupted'

const nothing = (status: Outcome['status'], message: string): { readonly result: Result; readonly peakMemory: null } => ({
  result: nothingOf({ status, message }),
  peakMemory: null,
})

function crash(code: number | null, killed: NodeJS.Signals | null, said: string, memory: number): string {
  if (/heap out of memory|heap limit/i.test(said)) return `out of memory (${memory} MB)`
  const last =
    said
      .trim()
      .split('\n')
      .findLast(line => /error/i.test(line)) ?? ''
  return `the worker ended early (${killed ?? `exit code ${code}`}) ${last}`.trim()
}
