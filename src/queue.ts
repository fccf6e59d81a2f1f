// The queue in PostgreSQL, for many machines; apart from index.ts, since its types are those of pg and pg-boss, which few programs need.

export { type OpenQueue, type QueueOptions, withQueue } from './batch/queue/boss.ts'
export { type Enqueued, enqueue, redrive } from './batch/queue/enqueue.ts'
export { type QueueStatus, queueOutcomes, queueStatus } from './batch/queue/status.ts'
export { type WorkOptions, workQueue } from './batch/queue/work.ts'
