import { join, resolve } from 'node:path'
import { exportArchive, FORMATS, parseFormats } from '../batch/export/export.ts'
import { queryArchive } from '../batch/export/query.ts'
import { DATASET_FOLDER } from '../batch/names.ts'
import { BudgetError } from '../errors.ts'
import { type Arguments, type Command, EXIT, resultsFolder, type Surroundings, shownPath, tellGone } from './command.ts'

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { values } = args
  const { cwd, print, say, signal, terminal } = surroundings
  const out = resultsFolder(args, cwd)
  let done = 0
  const onDocument = (name: string): void => {
    done += 1
    if (terminal) say(`\r\u001b[K${done} ${name}`)
  }
  const told = { cwd, signal, onDocument, onGone: tellGone(surroundings) }
  const sql = values.get('query')
  if (sql !== undefined) {
    if (values.has('to') || values.has('format')) throw new BudgetError('usage', '--query prints rows and writes no dataset')
    const rows = await queryArchive(out, sql, told)
    if (terminal) say('\r\u001b[K')
    print(rows)
    return EXIT.done
  }
  const target = resolve(cwd, values.get('to') ?? join(out, DATASET_FOLDER))
  const formats = parseFormats(values.get('format') ?? 'csv')
  const { documents, files, bytes } = await exportArchive(out, target, { formats, ...told })
  if (terminal) say('\r\u001b[K')
  print(
    `${documents} documents in ${files} files, ${(bytes / 2 ** 20).toFixed(1)} MB: ${join(shownPath(cwd, target), 'datapackage.json')}\n`,
  )
  return EXIT.done
}

/** The archive as one dataset. */
export const command: Command = {
  usage: '<output> [--format csv,parquet] [--to DIR] | --query SQL',
  options: {
    format: { type: 'string', short: 'f', value: 'LIST', help: `formats to write: ${FORMATS.join(',')} (csv)` },
    to: { type: 'string', value: 'DIR', help: 'folder of the dataset (<output>/dataset); an old dataset there is replaced' },
    query: {
      type: 'string',
      short: 'q',
      value: 'SQL',
      help: 'print what a query has over the dataset as CSV, and write nothing',
    },
  },
  run,
}
