import { withQueue } from '../batch/queue/boss.ts'
import { enqueue, redrive } from '../batch/queue/enqueue.ts'
import { sourcesOf } from '../batch/sources.ts'
import { BudgetError } from '../errors.ts'
import { DOCUMENT_OPTIONS, documentOptions } from './batch-options.ts'
import { type Arguments, type Command, EXIT, positive, type Surroundings } from './command.ts'
import { saidIn } from './said.ts'

/** Where the queue is, for every command that uses one. */
export const QUEUE_OPTION = {
  type: 'string',
  value: 'URL',
  help: 'the PostgreSQL of the queue: postgres://user:password@host/database',
} as const

/** The URL of the queue; an option, so that it is never guessed, or the environment, so that a password need not stand in a list of processes. */
export function queueUrl({ values }: Pick<Arguments, 'values'>): string {
  const url = values.get('queue') ?? process.env['YUSUAN_QUEUE']
  if (url === undefined) throw new BudgetError('usage', '--queue postgres://… is missing (or YUSUAN_QUEUE in the environment)')
  return url
}

async function run(args: Arguments, { cwd, print, say, stdin, language }: Surroundings): Promise<number> {
  const said = saidIn(language)
  const url = queueUrl(args)
  const again = args.flags.has('retry-dead')
  if (args.positionals.length === 0 && !again) throw new BudgetError('usage', 'no file, folder, glob or URL given')
  const options = documentOptions(args)
  const heartbeat = args.values.get('heartbeat')
  const rules = heartbeat === undefined ? {} : { heartbeat: positive('heartbeat', heartbeat) }
  return await withQueue(url, rules, async queue => {
    if (again) print(`${said.requeued(await redrive(queue))}\n`)
    if (args.positionals.length === 0) return EXIT.done
    const { documents, added, problems } = await enqueue(queue, sourcesOf(args.positionals, cwd, stdin), options)
    for (const { file, problem } of problems) say(`yusuan enqueue: ${file}: ${problem}\n`)
    print(`${said.queued(added, documents)}\n`)
    return problems.length > 0 ? EXIT.someFailed : EXIT.done
  })
}

export const command: Command = {
  usage: '<file, folder, glob, URL or ->... --queue postgres://…',
  options: {
    queue: QUEUE_OPTION,
    ...DOCUMENT_OPTIONS,
    heartbeat: {
      type: 'string',
      value: 'SECONDS',
      help: 'silence after which the document of a dead worker is taken over (60, at least 10)',
    },
    'retry-dead': { type: 'boolean', help: 'put the documents of the dead letter queue back too' },
  },
  run,
}
