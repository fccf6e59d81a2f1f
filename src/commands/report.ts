import { resolve } from 'node:path'
import { writeWhole } from '../batch/files.ts'
import { BudgetError } from '../errors.ts'
import { originalsOf } from '../review/originals.ts'
import { picturesOf } from '../review/pictures.ts'
import { reportHtml } from '../review/report.ts'
import type { Reported } from '../review/report-claim.ts'
import { type Arguments, type Command, EXIT, type Surroundings, TEXT_LANGUAGE, textLanguage } from './command.ts'
import { extractedDocuments, type Lost } from './documents.ts'
import { saidIn } from './said.ts'

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { positionals, values } = args
  const { cwd, print, say, language } = surroundings
  const [output, ...more] = positionals
  if (output === undefined || more.length > 0)
    throw new BudgetError('usage', 'one folder of results, or of a document, is wanted')
  const out = resolve(cwd, output)
  const pdfs = values.get('pdfs')
  const original = originalsOf({ cwd, out, pdfs: pdfs === undefined ? null : resolve(cwd, pdfs) })
  const found = new Map<string, Uint8Array | null>()
  const pictures = picturesOf(key => found.get(key) ?? null, values.get('password'))
  const lost: Lost[] = []
  async function* documents(): AsyncGenerator<Reported> {
    for await (const { name, folder, document } of extractedDocuments(args, surroundings, { current: true, lost })) {
      found.clear()
      found.set(folder, original(document.source))
      if (!found.get(folder)) say(`${saidIn(language).noPictures(document.source.file)}\n`)
      yield { name, key: folder, document }
    }
  }
  const parts: string[] = []
  const target = values.get('out')
  try {
    for await (const part of reportHtml(documents(), pictures, textLanguage(args))) {
      if (target === undefined) print(part)
      else parts.push(part)
    }
  } finally {
    pictures.close()
  }
  if (target !== undefined) writeWhole(resolve(cwd, target), parts.join(''))
  return lost.length > 0 ? EXIT.someFailed : EXIT.done
}

/** What does not add up, with the pieces of the pages that show it, as one file to send to somebody. */
export const command: Command = {
  usage: '<output or document> [--out FILE] [--pdfs DIR] [--language zh|en]',
  options: {
    out: { type: 'string', short: 'o', value: 'FILE', help: 'file to write (stdout)' },
    pdfs: { type: 'string', value: 'DIR', help: 'folder with the PDFs, where they are not where they were read from' },
    ...TEXT_LANGUAGE,
    password: { type: 'string', value: 'TEXT', help: 'password of encrypted PDFs' },
  },
  run,
}
