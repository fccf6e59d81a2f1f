// What the claims that documents contradict themselves are worth: npm run report:verdicts [-- FOLDER OF RESULTS]
// Without a folder the documents of the register that are here are read now. Exit code 1 when a claim is false or was not looked at.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf, findingsIn, findingsOf } from '../verdicts/documents.ts'
import { type Claim, readRegister, verdictsOf } from '../verdicts/register.ts'

const register = readRegister()
const claims = new Map<string, readonly Claim[]>()
const folder = process.argv[2]
if (folder !== undefined) {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name, 'document.json')
    if (existsSync(file)) claims.set(name.replace(/\.pdf$/, ''), findingsIn(file))
  }
} else {
  for (const name of new Set(register.map(({ document }) => document))) {
    const file = fileOf(name)
    if (file !== null) claims.set(name, await findingsOf(file))
  }
}

const { genuine, wrong, unknown, missed, precision, recall } = verdictsOf(claims, register)
const list = (heading: string, texts: readonly string[]): void => {
  if (texts.length > 0) console.log(`\n${heading}\n${texts.map(text => `  ${text}`).join('\n')}`)
}
console.log(
  `${claims.size} documents, ${genuine + wrong.length + unknown.length} claims: ${genuine} genuine, ${wrong.length} false, ${unknown.length} not looked at`,
)
console.log(`precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`)
list('false', wrong)
list('not looked at', unknown)
list('genuine causes that no claim names', missed)
const count = (verdict: string): number => [...claims.values()].flat().filter(finding => finding.verdict === verdict).length
console.log(`\nsuspect ${count('extraction-suspect')}, unexplained ${count('unexplained')}, rounding ${count('rounding')}`)
process.exitCode = wrong.length + unknown.length > 0 ? 1 : 0
