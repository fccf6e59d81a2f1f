import { join, resolve } from 'node:path'
import { exportArchive, FORMATS, parseFormats } from '../batch/export/export.ts'
import { DATASET_FOLDER } from '../batch/names.ts'
import { type Arguments, type Command, EXIT, resultsFolder, type Surroundings } from './command.ts'
import { shownPath } from './paths.ts'

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { values } = args
  const { cwd, print, say, signal, terminal } = surroundings
  const out = resultsFolder(args, surroundings)
  const target = resolve(cwd, values.get('to') ?? join(out, DATASET_FOLDER))
  const formats = parseFormats(values.get('format') ?? 'csv')
  let done = 0
  const onDocument = (name: string): void => {
    done += 1
    if (terminal) say(`\r\u001b[K${done} ${name}`)
  }
  const { documents, files, bytes } = await exportArchive(out, target, { formats, cwd, signal, onDocument })
  if (terminal) say('\r\u001b[K')
  print(
    `${documents} documents in ${files} files, ${(bytes / 2 ** 20).toFixed(1)} MB: ${join(shownPath(cwd, target), 'datapackage.json')}\n`,
  )
  return EXIT.done
}

/** The archive as one dataset. */
export const exportCommand: Command = {
  usage: '<output> [--format csv,parquet] [--to DIR]',
  options: {
    format: { type: 'string', short: 'f', value: 'LIST', help: `formats to write: ${FORMATS.join(',')} (csv)` },
    to: { type: 'string', value: 'DIR', help: 'folder of the dataset (<output>/dataset); an old dataset there is replaced' },
  },
  run,
}
