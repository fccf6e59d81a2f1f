import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { OnPage } from '../reading.ts'
import { type Done, doOne, startWorker, WORKER } from './child.ts'
import { limitsOf, NEVER, type WorkerOptions } from './limits.ts'
import { memoryOf } from './memory.ts'
import type { Job } from './outcome.ts'

/** A fresh process after so many documents: whatever leaks ends with it, and its start is a hundredth of their time. */
const DOCUMENTS_A_WORKER = 100

/**
 * A worker that still holds more than this between two documents (MB) is replaced: what a scan has needed, the system does not get back while the
 * process lives, and 20 text documents after one scan of two pages peaked at 395 to 433 MB, at 210 to 381 before it. A start takes 1.1 s of processor, a scan at least seven.
 */
const TIRED = 320

/** Workers that documents can be handed to. */
export interface Pool {
  /** Do one document; at most as many at once as the caller starts. */
  readonly run: (job: Omit<Job, 'threads'>, onPage?: OnPage) => Promise<Done>
}

interface Worker {
  readonly child: ChildProcess
  readonly documents: number
}

/** Keep worker processes while `work` is under way: started when needed, used again, replaced when old, fat, unclean or dead. */
export async function withPool<T>(options: WorkerOptions, work: (pool: Pool) => Promise<T>): Promise<T> {
  const { stop: signal = NEVER, worker = WORKER } = options
  const limits = limitsOf(options)
  const idle: Worker[] = []
  const fresh = (): Worker => ({ child: startWorker(worker, limits.memory), documents: 0 })
  const take = (): Worker => {
    for (let found = idle.pop(); found; found = idle.pop()) if (isUsable(found.child)) return found
    return fresh()
  }
  const attempt = async ({ child, documents }: Worker, job: Job, onPage?: OnPage): Promise<Done> => {
    const done = await doOne(child, job, limits, { signal, onPage })
    if (done.alive && documents + 1 < DOCUMENTS_A_WORKER && !isTired(child)) idle.push({ child, documents: documents + 1 })
    else retire(child)
    return done
  }
  // One more chance in a process of its own: it may have been killed by somebody, or have paid for the document before.
  const tried = async (job: Job, onPage?: OnPage): Promise<Done> => {
    const first = take()
    const done = await attempt(first, job, onPage)
    const mayBeInnocent = done.died === true || (done.full === true && first.documents > 0)
    return mayBeInnocent && !signal.aborted ? await attempt(fresh(), job, onPage) : done
  }
  let underWay = 0
  const run: Pool['run'] = async (job, onPage) => {
    underWay += 1
    const threads = Math.max(1, Math.floor(availableParallelism() / underWay))
    return tried({ ...job, threads }, onPage).finally(() => (underWay -= 1))
  }
  try {
    return await work({ run })
  } finally {
    for (const { child } of idle) retire(child)
  }
}

const isUsable = ({ connected, exitCode, signalCode }: ChildProcess): boolean =>
  connected && exitCode === null && signalCode === null

const isTired = ({ pid }: ChildProcess): boolean => pid !== undefined && (memoryOf(pid) ?? 0) > TIRED

/** Let a worker go; one that does not go is made to. */
function retire(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return
  const timer = setTimeout(() => child.kill('SIGKILL'), 2000)
  child.once('exit', () => clearTimeout(timer))
  if (child.connected) child.disconnect()
}
