import { availableParallelism } from 'node:os'

/** Half an hour: 400 scanned pages as Paddle reads them at the slowest. What hangs is found by the limit of a page. */
export const DEFAULT_TIMEOUT = 1_800_000

/**
 * Two minutes by the clock: the slowest page that Paddle was seen to read, a dense scan on a busy machine, takes fifteen seconds.
 * Tesseract takes a minute of processor for such a page, so that a machine with twice as much to do as it has processors needs a longer limit.
 */
export const DEFAULT_PAGE_TIMEOUT = 120_000

/** MB of one worker: the largest real documents stay under a quarter of it. */
export const DEFAULT_MEMORY = 4096

/** How the workers of this machine are used. */
export interface WorkerOptions {
  /** Wall-clock limit of one document in milliseconds. */
  readonly timeout?: number
  /** Wall-clock milliseconds without a page being finished. */
  readonly pageTimeout?: number
  /** Most memory of one worker in MB. */
  readonly memory?: number
  /** Documents at once; one a processor. */
  readonly jobs?: number
  /** Begin nothing more and finish what runs. */
  readonly signal?: AbortSignal
  /** Stop what runs. */
  readonly stop?: AbortSignal
  /** Module of the worker; another one only in tests. */
  readonly worker?: string
}

/** A signal that never comes. */
export const NEVER: AbortSignal = new AbortController().signal

/** Limits of one document. */
export type Limits = Required<Pick<WorkerOptions, 'timeout' | 'pageTimeout' | 'memory'>>

/** The limits of each document, those that are not chosen by default. */
export const limitsOf = ({
  timeout = DEFAULT_TIMEOUT,
  pageTimeout = DEFAULT_PAGE_TIMEOUT,
  memory = DEFAULT_MEMORY,
}: WorkerOptions): Limits => ({ timeout, pageTimeout, memory })

/** What the limit of a document as a whole is told as. */
export const WHOLE = 'document'

/** How it is told that a document ran into a limit. */
export const tooLate = (what: string, ms: number): string => `${what} not done after ${ms / 1000} s`
export const tooLarge = (mb: number): string => `out of memory (${mb} MB)`

/** Whether a document is said to have run into a limit, and these are larger. */
export function allowMore({ timeout, pageTimeout, memory }: Limits, message: string): boolean {
  const [, what, seconds] = /^(.*) not done after ([\d.]+) s$/.exec(message) ?? []
  const [, mb] = /^out of memory \((\d+) MB\)$/.exec(message) ?? []
  if (seconds !== undefined) return (what === WHOLE ? timeout : pageTimeout) > Number(seconds) * 1000
  return mb !== undefined && memory > Number(mb)
}

/** Documents at once, at least one. */
export const jobsOf = ({ jobs = availableParallelism() }: WorkerOptions): number => Math.max(1, jobs)
