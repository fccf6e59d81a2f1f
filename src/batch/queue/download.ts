import { createHash } from 'node:crypto'
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { BudgetError } from '../../errors.ts'
import { type Fetched, isUrl } from '../sources.ts'

/** What a download may do. */
export interface DownloadLimits {
  /** Hosts that may be asked, `*.gov.cn` for all below one; nothing else is. */
  readonly hosts: readonly string[]
  readonly bytes: number
  /** Milliseconds for all of it. */
  readonly timeout: number
}

/** Addresses that one document may lead through. */
const REDIRECTS = 5

/** Whether a host is one of the allowed ones. */
export const isAllowed = (host: string, allowed: readonly string[]): boolean =>
  allowed.some(pattern => {
    const [name, plain] = [host.toLowerCase(), pattern.toLowerCase()]
    return plain.startsWith('*.') ? name.endsWith(plain.slice(1)) : name === plain
  })

/** The answer of an allowed host, each redirect checked like the first address. */
async function answerOf(url: string, { hosts }: DownloadLimits, signal: AbortSignal): Promise<Response> {
  let address = new URL(url)
  for (let step = 0; step <= REDIRECTS; step++) {
    if (!isUrl(address.href) || !isAllowed(address.hostname, hosts))
      throw new BudgetError('not-allowed', `${address.hostname} is no host that may be asked (--hosts)`)
    const answer = await fetch(address, { redirect: 'manual', signal })
    const next = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || next === null) return answer
    await answer.body?.cancel()
    address = new URL(next, address)
  }
  throw new BudgetError('unreadable', `more than ${REDIRECTS} redirects`)
}

/** Have a document of the web in a file of `folder`; throws a BudgetError when it cannot be had within the limits. */
export async function downloaded(url: string, folder: string, limits: DownloadLimits): Promise<Fetched> {
  const hash = createHash('sha256')
  const path = join(folder, `.incoming-${hash.copy().update(url).digest('hex').slice(0, 16)}.${process.pid}.tmp`)
  const release = (): void => rmSync(path, { force: true })
  const signal = AbortSignal.timeout(limits.timeout)
  let bytes = 0
  const measure = new Transform({
    transform: (chunk: Buffer, _, next) => {
      bytes += chunk.length
      hash.update(chunk)
      next(
        bytes > limits.bytes ? new BudgetError('unreadable', `larger than ${Math.round(limits.bytes / 2 ** 20)} MB`) : null,
        chunk,
      )
    },
  })
  try {
    const answer = await answerOf(url, limits, signal)
    if (!answer.ok || answer.body === null) throw new BudgetError('unreadable', `the server answers ${answer.status}`)
    await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), measure, createWriteStream(path), { signal })
    const modified = Date.parse(answer.headers.get('last-modified') ?? '')
    return {
      path,
      sha256: hash.digest('hex'),
      modified: Number.isNaN(modified) ? null : new Date(modified).toISOString(),
      release,
    }
  } catch (error) {
    release()
    if (error instanceof BudgetError) throw error
    const why = signal.aborted
      ? `not there after ${limits.timeout / 1000} s`
      : error instanceof Error
        ? String(error.cause ?? error.message)
        : error
    throw new BudgetError('unreadable', `cannot be fetched (${why})`, { cause: error })
  }
}
