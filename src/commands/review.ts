import { once } from 'node:events'
import { resolve } from 'node:path'
import { BudgetError } from '../errors.ts'
import { openReview } from '../review/server.ts'
import { type Arguments, type Command, EXIT, resultsFolder, type Surroundings } from './command.ts'
import { saidIn } from './said.ts'

async function run(args: Arguments, { cwd, print, say, signal, language }: Surroundings): Promise<number> {
  const { values } = args
  const out = resultsFolder(args, cwd)
  const port = Number(values.get('port') ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new BudgetError('usage', `--port wants a number up to 65535, not ${values.get('port')}`)
  const pdfs = values.get('pdfs')
  const password = values.get('password')
  const { link, close } = await openReview({
    out,
    cwd,
    pdfs: pdfs === undefined ? null : resolve(cwd, pdfs),
    port,
    ...(password !== undefined && { password }),
    say,
    signal,
  })
  print(`${link}\n`)
  say(`${saidIn(language).openLink}\n`)
  if (!signal.aborted) await once(signal, 'abort')
  await close()
  return EXIT.done
}

/** The reading room: the results on a page of this machine, to look at and to correct. */
export const command: Command = {
  usage: '<output> [--pdfs DIR] [--port N]',
  options: {
    pdfs: { type: 'string', value: 'DIR', help: 'folder with the PDFs, where they are not where they were read from' },
    port: { type: 'string', value: 'N', help: 'port (any that is free)' },
    password: { type: 'string', value: 'TEXT', help: 'password of encrypted PDFs' },
  },
  run,
}
