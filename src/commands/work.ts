import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { succeeded } from '../batch/outcome.ts'
import { withQueue } from '../batch/queue/boss.ts'
import { workQueue } from '../batch/queue/work.ts'
import { BATCH_OPTIONS, batchOptions, DOCUMENT_OPTIONS } from './batch-options.ts'
import { type Arguments, type Command, EXIT, positive, type Surroundings } from './command.ts'
import { QUEUE_OPTION, queueUrl } from './enqueue.ts'
import { saidIn } from './said.ts'

/** Megabytes and seconds of one download: the largest published documents are 300 MB, the slowest servers send 1 MB/s. */
const DOWNLOAD_MB = 300
const DOWNLOAD_SECONDS = 300

async function run(args: Arguments, { cwd, print, say, signal, stop, language }: Surroundings): Promise<number> {
  const url = queueUrl(args)
  const { values, flags } = args
  const batch = batchOptions(args)
  const jobs = batch.jobs ?? availableParallelism()
  const hosts =
    values
      .get('hosts')
      ?.split(',')
      .map(host => host.trim()) ?? []
  const bytes = positive('download-limit', values.get('download-limit') ?? String(DOWNLOAD_MB)) * 2 ** 20
  const timeout = positive('download-timeout', values.get('download-timeout') ?? String(DOWNLOAD_SECONDS)) * 1000
  const password = values.get('password')
  let done = 0
  signal.addEventListener('abort', () => say(`${saidIn(language).working}\n`))
  await withQueue(url, { connections: jobs + 2 }, queue =>
    workQueue(queue, {
      ...batch,
      jobs,
      out: resolve(cwd, values.get('out') ?? 'output'),
      download: { hosts, bytes, timeout },
      ...(password !== undefined && { password }),
      untilEmpty: flags.has('until-empty'),
      signal,
      stop,
      onOutcome: outcome => {
        if (flags.has('json')) print(`${JSON.stringify(outcome)}\n`)
        if (succeeded(outcome)) done += 1
      },
      onFailure: (file, message) => say(`yusuan work: ${file}: ${message}\n`),
    }),
  )
  if (!flags.has('json')) print(`${saidIn(language).worked(done)}\n`)
  return EXIT.done
}

export const command: Command = {
  usage: '--queue postgres://… [--out output]',
  options: {
    queue: QUEUE_OPTION,
    out: { type: 'string', short: 'o', value: 'DIR', help: 'folder of the results, the same on every machine (output)' },
    password: DOCUMENT_OPTIONS.password,
    timeout: BATCH_OPTIONS.timeout,
    'page-timeout': BATCH_OPTIONS['page-timeout'],
    memory: BATCH_OPTIONS.memory,
    jobs: BATCH_OPTIONS.jobs,
    hosts: {
      type: 'string',
      value: 'LIST',
      help: 'hosts that documents may be fetched from, such as www.cd.gov.cn,*.sc.gov.cn (none)',
    },
    'download-limit': { type: 'string', value: 'MB', help: `largest document to fetch (${DOWNLOAD_MB})` },
    'download-timeout': { type: 'string', value: 'SECONDS', help: `longest time for fetching one (${DOWNLOAD_SECONDS})` },
    'until-empty': { type: 'boolean', help: 'end when nothing is left, instead of waiting for more' },
    json: { type: 'boolean', help: 'print one outcome a line as JSON' },
  },
  run,
}
