import { hash } from 'node:crypto'
import { lookup } from 'node:dns'
import { rmSync } from 'node:fs'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { BlockList, type LookupFunction } from 'node:net'
import { join } from 'node:path'
import { BudgetError } from '../../errors.ts'
import { isoOf } from '../modified.ts'
import { copied, type Fetched, isUrl } from '../sources.ts'

/** What a download may do. */
export interface DownloadLimits {
  /** Hosts that may be asked, `*.gov.cn` for all below one, with a port where it is not the usual one; nothing else is. */
  readonly hosts: readonly string[]
  readonly bytes: number
  /** Milliseconds for all of it. */
  readonly timeout: number
}

const REDIRECTS = 5

/** Whether an address is on one of the allowed hosts: at the usual port, or at one that is allowed with its host (`files.example:8080`). */
const isAllowed = ({ host }: Pick<URL, 'host'>, allowed: readonly string[]): boolean =>
  allowed.some(pattern => {
    const [name, plain] = [host.toLowerCase(), pattern.toLowerCase()]
    return plain.startsWith('*.') ? name.endsWith(plain.slice(1)) : name === plain
  })

/** Networks that are nobody's on the web (RFC 6890): this machine, the house, links, and what is reserved. */
const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6')

/** Resolve a name for the connection that is made with it, so that it cannot mean another machine than was looked at. */
const publicLookup: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '')
    const isPrivate = found.some(({ address, family }) => PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4'))
    if (isPrivate) return done(new BudgetError('not-allowed', `${host} is at a private address`), '')
    if (options.all) done(null, found)
    else done(null, found[0]?.address ?? '', found[0]?.family)
  })

/** One question to one server. A user who allows a number, and no name, means it, whatever network it is in. */
const asked = (address: URL, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const get = address.protocol === 'https:' ? https.get : http.get
    get(address, { signal, lookup: publicLookup }, resolve).on('error', reject)
  })

/** The answer of an allowed host, each redirect checked like the first address. */
async function answerOf(url: string, { hosts }: DownloadLimits, signal: AbortSignal): Promise<IncomingMessage> {
  let address = new URL(url)
  for (let step = 0; step <= REDIRECTS; step++) {
    if (!isUrl(address.href) || !isAllowed(address, hosts))
      throw new BudgetError('not-allowed', `${address.host} is no host that may be asked (--hosts)`)
    const answer = await asked(address, signal)
    const { statusCode: status = 0, headers } = answer
    if (status < 300 || status >= 400 || headers.location === undefined) return answer
    answer.destroy()
    address = new URL(headers.location, address)
  }
  throw new BudgetError('unreadable', `more than ${REDIRECTS} redirects`)
}

/** Answers that another attempt may change: too slow, too early, too many. */
const PASSING = new Set([408, 425, 429])

/** What an answer says that is no document; a 4xx stays so, however often it is asked for. */
function refused(status: number): BudgetError {
  const stays = status >= 400 && status < 500 && !PASSING.has(status)
  return new BudgetError(stays ? 'no-such-file' : 'unreadable', `the server answers ${status}`)
}

/** Have a document of the web in a file of `folder`; throws a BudgetError when it cannot be had within the limits. */
export async function downloaded(url: string, folder: string, limits: DownloadLimits): Promise<Fetched> {
  const name = hash('sha256', url).slice(0, 16)
  const path = join(folder, `.incoming-${name}.${process.pid}.tmp`)
  const release = (): void => rmSync(path, { force: true })
  const signal = AbortSignal.timeout(limits.timeout)
  try {
    const answer = await answerOf(url, limits, signal)
    if (answer.statusCode !== 200) {
      answer.destroy()
      throw refused(answer.statusCode ?? 0)
    }
    const sha256 = await copied(answer, path, limits.bytes, signal)
    return { path, sha256, modified: isoOf(Date.parse(answer.headers['last-modified'] ?? '')), release }
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
