import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** The thread in JavaScript, so that nothing has to be loaded or compiled for it: every half second it looks who the parent is. */
const WATCH = `
  const { workerData } = require('node:worker_threads')
  setInterval(() => process.ppid === workerData || process.kill(process.pid, 'SIGKILL'), 500)`

/** End this process when its parent dies, also while it is within one long step and hears nothing; wait for it before the first one. */
export async function endWithParent(): Promise<void> {
  const thread = new Worker(WATCH, { eval: true, workerData: process.ppid })
  await once(thread, 'online')
  thread.unref()
}
