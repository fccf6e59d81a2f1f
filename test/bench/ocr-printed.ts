/**
 * Reads PDFs as if they were printed and scanned and writes what comes out, to be scored against the truth of the PDF:
 *
 *     node test/bench/ocr-printed.ts FOLDER FILE.pdf...
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readPrinted } from '../ocr/print-to-pictures.ts'

const [folder, ...files] = process.argv.slice(2)
if (folder === undefined || files.length === 0) throw new Error('usage: node test/bench/ocr-printed.ts FOLDER FILE.pdf...')
for (const file of files) {
  const start = performance.now()
  const document = await readPrinted(readFileSync(file), basename(file))
  const out = join(folder, basename(file, '.pdf'))
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'document.json'), JSON.stringify(document))
  const seconds = (performance.now() - start) / 1000
  console.log(`${basename(file)}: ${document.tables.length} tables, ${(seconds / document.pages.length).toFixed(1)} s a page`)
}
