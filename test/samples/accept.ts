// Accepts what comes out now as what is expected: npm run accept [-- NAME...]. Look at the difference before committing it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { extractDocument } from '../../src/index.ts'
import { PICTURES, pictureFile, pictureOf } from '../debug/pictures.ts'
import { corpusScores, STATUS_FILE } from './corpus.ts'
import { expectationOf } from './expectation.ts'

const wanted = process.argv.slice(2)
const samples = new URL('../../samples/', import.meta.url)
const names = readdirSync(samples).filter(
  file => file.endsWith('.pdf') && (wanted.length === 0 || wanted.includes(basename(file, '.pdf'))),
)

for (const file of names) {
  const folder = new URL(`../expected/${basename(file, '.pdf')}/`, import.meta.url)
  mkdirSync(folder, { recursive: true })
  const document = await extractDocument(readFileSync(new URL(file, samples)), { file })
  for (const [name, text] of Object.entries(expectationOf(document))) writeFileSync(new URL(name, folder), text)
  console.log(`accepted ${file}: ${document.tables.length} tables, ${document.findings.length} findings`)
}

if (wanted.length === 0 || wanted.includes('pictures')) {
  for (const name of PICTURES) writeFileSync(pictureFile(name), await pictureOf(name))
  console.log(`accepted ${PICTURES.length} pictures`)
}

if (wanted.length === 0 || wanted.includes('corpus')) {
  const scores = await corpusScores()
  if (scores) writeFileSync(STATUS_FILE, `${JSON.stringify(scores, null, 2)}\n`)
  console.log(
    scores
      ? `accepted the scores of ${Object.keys(scores).length} documents`
      : 'no corpus beside this checkout: its scores are left as they are',
  )
}
