import { join, resolve } from 'node:path'
import { prepareFolder, readBytes, writeWhole } from '../batch/files.ts'
import { inputsOf } from '../batch/inputs.ts'
import { BudgetError } from '../errors.ts'
import { gridsOf } from '../grid/grids.ts'
import { atPrintedPlaces, turnedPages } from '../printed-places.ts'
import { pagesOf } from '../reading.ts'
import { gridsJson } from '../write/document/grids.ts'
import { jsonText } from '../write/document/json.ts'
import { DOCUMENT_OPTIONS, documentOptions } from './batch-options.ts'
import { type Arguments, type Command, EXIT, type Surroundings } from './command.ts'
import { errorIn, type Language } from './said.ts'

/** Grids of a PDF as the text of a JSON file, and what is to be said about pages that could not be read. */
async function gridsText(path: string, args: Arguments, language: Language) {
  const read = await pagesOf(readBytes(path), documentOptions(args))
  const grids = gridsJson(read.pages.flatMap(page => gridsOf(page)))
  const text = `${jsonText(atPrintedPlaces(grids, turnedPages(read.pages)))}\n`
  return { text, faults: read.faults.map(({ message }) => message[language]) }
}

async function run(args: Arguments, { cwd, print, say, signal, language }: Surroundings): Promise<number> {
  const inputs = inputsOf(args.positionals, cwd)
  const out = args.values.get('out')
  if (inputs.length === 0) throw new BudgetError('usage', 'no file given')
  if (inputs.length > 1 && out === undefined) throw new BudgetError('usage', 'several files need --out DIR')
  const folder = out === undefined ? null : resolve(cwd, out)
  if (folder !== null) prepareFolder(folder)
  let failed = false
  for (const { path, file, name, problem } of inputs) {
    if (signal.aborted) return EXIT.interrupted
    try {
      if (problem !== null) throw new BudgetError('no-such-file', problem)
      const { text, faults } = await gridsText(path, args, language)
      for (const fault of faults) say(`yusuan grids: ${file}: ${fault}\n`)
      if (folder === null) print(text)
      else writeWhole(join(folder, `${name}.json`), text)
    } catch (error) {
      if (!(error instanceof BudgetError) || error.code === 'usage') throw error
      say(`yusuan grids: ${file}: ${errorIn(language, error.message)}\n`)
      failed = true
    }
  }
  return failed ? EXIT.someFailed : EXIT.done
}

export const command: Command = {
  usage: '<file>... [options]',
  options: {
    pages: DOCUMENT_OPTIONS.pages,
    out: { type: 'string', value: 'DIR', help: 'write DIR/<name>.json instead of printing; needed for several files' },
    password: { type: 'string', value: 'TEXT', help: 'password of an encrypted PDF' },
    engine: DOCUMENT_OPTIONS.engine,
    json: { type: 'boolean', help: 'the output is JSON in any case' },
  },
  run,
}
