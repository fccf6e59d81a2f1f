import { type ChildProcess, fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OnPage } from '../reading.ts'
import { type Limits, tooLarge, tooLate, WHOLE } from './limits.ts'
import { memoryOf } from './memory.ts'
import { type Job, nothingOf, type Outcome, type Result } from './outcome.ts'
import type { Message } from './worker.ts'

/** A job uses one processor, so as many jobs as processors do not fight over them: V8 collects garbage and compiles on the worker's own thread. */
const ONE_PROCESSOR = ['--single-threaded']

/** V8 lets a heap grow to four times of what lives in it before it collects; with this it is 1.6 times, for some per cent of processor time. A document of 1,000 pages peaked at 770 MB with it, and at 930 without, in one comparison. */
const SMALL_HEAP = '--heap-growing-percent=60'

/**
 * While V8 marks what lives step by step, what is young grows without end, and what it has grown to is not given back; nobody
 * waits for a worker to answer within milliseconds, so it marks at once, and what is young has half the room (MB). A document
 * of 1,000 pages peaked at 629 MB with both, at 757 with the first and at 937 without, in no more processor time.
 */
const YOUNG = ['--no-incremental-marking', '--max-semi-space-size=16']

/** The worker beside this file: TypeScript in a checkout, JavaScript in the package. */
export const WORKER = fileURLToPath(new URL(`./worker${extname(import.meta.url)}`, import.meta.url))

/** How often the memory of a worker is looked at from outside; a worker gains some 200 MB in that time at most. */
const LOOK_EVERY = 500

/** Pages whose tables, checks and files have the time of one page: they take a thirtieth of the time of reading. */
const PAGES_A_LIMIT = 100

/** Characters of stderr that are kept for the message of a crash. */
const LAST_WORDS = 4000

/** How one document went in a worker process, and what that tells about the worker. */
export interface Done {
  readonly result: Result
  readonly peakMemory: number | null
  /** Whether the process can take another document. */
  readonly alive: boolean
  /** Whether the process ended without being told to: the document may not be to blame. */
  readonly died?: boolean
  /** Whether the process was ended because it held too much memory, of whatever document. */
  readonly full?: boolean
  /** What would be wrong with every other document too. */
  readonly broken?: string
}

/** Start a worker process; its heap is bounded by V8, all its memory by `doOne`. */
export const startWorker = (module: string, memory: number): ChildProcess =>
  fork(module, {
    execArgv: [`--max-old-space-size=${memory}`, '--expose-gc', SMALL_HEAP, ...YOUNG, ...ONE_PROCESSOR],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  }).on('error', () => {})

/** The limit that is running out: of the document as a whole, and of the step that it is in. */
function clocks(limits: Limits, late: (message: string) => void) {
  const start = (what: string, ms: number) => setTimeout(() => late(tooLate(what, ms)), ms)
  const whole = start(WHOLE, limits.timeout)
  let step: NodeJS.Timeout | undefined
  const begin = (what: string, ms: number): void => {
    clearTimeout(step)
    step = start(what, ms)
  }
  return {
    /** So many pages of so many are read; what follows the last one has the time of a page for each hundred. */
    page: (done: number, total: number): void =>
      done < total
        ? begin(`page ${done + 1}`, limits.pageTimeout)
        : begin('tables, checks and files', limits.pageTimeout * Math.ceil(Math.max(1, total) / PAGES_A_LIMIT)),
    end: (): void => {
      clearTimeout(whole)
      clearTimeout(step)
    },
  }
}

/** Look at the memory of a process from outside while it works; tells when it holds more than it may. */
function memoryWatch({ pid }: ChildProcess, most: number, tooMuch: () => void) {
  let peak: number | null = null
  const look = setInterval(() => {
    const held = pid === undefined ? null : memoryOf(pid)
    peak = Math.max(peak ?? 0, held ?? 0) || null
    if (held !== null && held > most) tooMuch()
  }, LOOK_EVERY)
  return { peak: () => peak, end: () => clearInterval(look) }
}

/** What a process says on stderr while it works, as much as is kept of it. */
function lastWords({ stderr }: ChildProcess) {
  let said = ''
  const listen = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-LAST_WORDS)
  }
  stderr?.on('data', listen)
  return { said: () => said, end: () => void stderr?.off('data', listen).resume() }
}

/** How a document went by a message of its worker, null while it goes on; the clocks and whoever waits are told of each page. */
function doneBy(message: Message, time: ReturnType<typeof clocks>, onPage: OnPage | undefined): Done | null {
  if (message.kind === 'result') return { result: message.result, peakMemory: message.peakMemory, alive: message.clean }
  if (message.kind === 'broken') return { ...nothing('failed', message.message), alive: true, broken: message.message }
  const { done, total } = message.kind === 'page' ? message : { done: 0, total: 1 }
  time.page(done, total)
  if (message.kind === 'page') onPage?.(done, total)
  return null
}

/** Do one document in a worker process. Always resolves: a crash or a hang of the process is a result too. */
export function doOne(
  child: ChildProcess,
  job: Job,
  limits: Limits,
  { signal, onPage }: { readonly signal: AbortSignal; readonly onPage?: OnPage | undefined },
): Promise<Done> {
  const words = lastWords(child)
  return new Promise(resolve => {
    let verdict: (Pick<Outcome, 'status' | 'message'> & { readonly full?: true }) | null = null
    const kill = (reason: NonNullable<typeof verdict> | null): void => {
      verdict ??= reason
      child.kill('SIGKILL')
    }
    const time = clocks(limits, message => kill({ status: 'timeout', message }))
    const outOfMemory = { status: 'failed', message: tooLarge(limits.memory), full: true } as const
    const memory = memoryWatch(child, limits.memory, () => kill(outOfMemory))
    const abort = (): void => kill({ status: 'failed', message: INTERRUPTED })
    const end = (done: Done): void => {
      time.end()
      memory.end()
      signal.removeEventListener('abort', abort)
      child.off('message', onMessage).off('error', onError).off('close', onClose)
      words.end()
      resolve(done)
    }
    const onMessage = (message: Message): void => {
      const done = doneBy(message, time, onPage)
      if (done !== null) end(done)
    }
    const onError = (error: Error): void => kill({ status: 'failed', message: `cannot start a worker: ${error.message}` })
    const onClose = (code: number | null, killed: NodeJS.Signals | null): void => {
      const { status, message, full = false } = verdict ?? crash(code, killed, words.said(), outOfMemory)
      end({ ...nothing(status, message), peakMemory: memory.peak(), alive: false, died: verdict === null && !full, full })
    }
    child.on('message', onMessage).on('error', onError).on('close', onClose)
    if (signal.aborted) abort()
    else child.send(job, error => error && kill(null))
  })
}

/** Message of a document that was stopped by the user; it has no outcome. */
export const INTERRUPTED = 'interrupted'

const nothing = (status: Outcome['status'], message: string): { readonly result: Result; readonly peakMemory: null } => ({
  result: nothingOf({ status, message }),
  peakMemory: null,
})

/** Why a process ended that nobody ended, as far as its last words tell. */
function crash<T>(code: number | null, killed: NodeJS.Signals | null, said: string, outOfMemory: T) {
  if (/heap out of memory|heap limit/i.test(said)) return outOfMemory
  const last =
    said
      .trim()
      .split('\n')
      .findLast(line => /error/i.test(line)) ?? ''
  const message = `the worker ended early (${killed ?? `exit code ${code}`}) ${last}`.trim()
  return { status: 'failed', message, full: false } as const
}
