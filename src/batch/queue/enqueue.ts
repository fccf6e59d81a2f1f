import { statSync } from 'node:fs'
import { BudgetError } from '../../errors.ts'
import { isZip, type Source } from '../inputs.ts'
import type { DocumentOptions } from '../outcome.ts'
import { isUrl } from '../sources.ts'
import { DEAD, jobId, type OpenQueue, QUEUE } from './boss.ts'

const BATCH = 1000

/** What came of putting documents into a queue. */
export interface Enqueued {
  readonly documents: number
  /** Of them new; the others are queued or done already. */
  readonly added: number
  readonly problems: readonly { readonly file: string; readonly problem: string }[]
}

/** Why a source cannot be queued, or null. */
function problemOf({ problem, open, path, file }: Source): string | null {
  if (problem !== null) return problem
  if (shownAddress(file) !== file) return 'an address with a password in it is not stored'
  return open !== undefined || isZip(path) ? 'what is in an archive, or has a name that is not UTF-8, is for extract' : null
}

/** An address as it may be shown and stored: without a user name or password. */
export function shownAddress(file: string): string {
  if (!isUrl(file) || !URL.canParse(file)) return file
  const { username, password } = new URL(file)
  return username === '' && password === '' ? file : file.replace(/\/\/[^/]*@/, '//')
}

/** What tells that a file changed, without reading it. */
function stateOf({ path, file }: Source): string {
  if (isUrl(file)) return ''
  const { size, mtimeMs } = statSync(path)
  return `${size} ${mtimeMs}`
}

/** Put sources into the queue, a thousand at a time; the same document twice is there once. */
export async function enqueue(
  { boss }: OpenQueue,
  sources: AsyncIterable<Source>,
  options: DocumentOptions,
): Promise<Enqueued> {
  if (options.password !== undefined)
    throw new BudgetError('usage', 'passwords are not stored in a queue; give them to yusuan work --password')
  const problems: { file: string; problem: string }[] = []
  const counts = { documents: 0, added: 0 }
  let jobs: { id: string; data: { file: string; options: DocumentOptions } }[] = []
  const send = async (): Promise<void> => {
    const ids = await boss.insert(QUEUE, jobs, { returnId: true })
    counts.documents += jobs.length
    counts.added += ids?.length ?? 0
    jobs = []
  }
  for await (const source of sources) {
    const problem = problemOf(source)
    if (problem !== null) {
      problems.push({ file: shownAddress(source.file), problem })
      continue
    }
    const data = { file: isUrl(source.file) ? source.file : source.path, options }
    jobs.push({ id: jobId(data, stateOf(source)), data })
    if (jobs.length === BATCH) await send()
  }
  if (jobs.length > 0) await send()
  return { ...counts, problems }
}

/** Put every document of the dead letter queue back; returns how many. */
export async function redrive({ boss }: OpenQueue): Promise<number> {
  let all = 0
  for (let moved = await boss.redrive(DEAD); moved > 0; moved = await boss.redrive(DEAD)) all += moved
  return all
}
