import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entryOf } from '../../src/budget/catalog/catalog.ts'
import { readBudget } from '../../src/budget/read-budget.ts'
import type { CodeKind } from '../../src/budget/subjects/code.ts'
import { gridsOf } from '../../src/grid/grids.ts'
import { readPages } from '../../src/page/document.ts'
import { tablesOf } from '../../src/table/tables.ts'

// Learns the names of 科目编码 from published documents, by majority of documents a year, and writes src/budget/code-names.json.
//   node test/report/learn-codes.ts [folder of PDFs…]

/** A name is taken when this share of the documents of a year that print the code print it so. */
const MOST = 0.6

type Votes = Map<string, Map<number, Map<string, Set<string>>>>

const root = fileURLToPath(new URL('../../', import.meta.url))
const folders =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ['samples', '../shared/corpus/dev', '../shared/corpus/wild'].map(folder => join(root, folder))
const votes: Record<Exclude<CodeKind, 'unit'>, Votes> = {
  function: new Map(),
  economic: new Map(),
  'government-economic': new Map(),
}

function vote(kind: Exclude<CodeKind, 'unit'>, code: string, year: number, name: string, document: string): void {
  const years = votes[kind].get(code) ?? new Map<number, Map<string, Set<string>>>()
  const names = years.get(year) ?? new Map<string, Set<string>>()
  votes[kind].set(code, years.set(year, names.set(name, (names.get(name) ?? new Set()).add(document))))
}

for (const folder of folders.filter(path => existsSync(path)))
  for (const file of readdirSync(folder).filter(name => name.endsWith('.pdf'))) {
    const { pages } = await readPages(new Uint8Array(readFileSync(join(folder, file))), {})
    const { tables, text } = tablesOf(
      pages,
      pages.flatMap(page => gridsOf(page)),
    )
    const { metadata, tables: read } = readBudget(tables, text)
    const year = metadata.fiscalYear
    if (year === null) continue
    for (const { lines } of read.filter(({ kind }) => entryOf(kind)?.form === 'tree'))
      for (const { code, codeKind, codeInferred, role, name } of lines)
        if (
          code !== null &&
          codeKind !== null &&
          codeKind !== 'unit' &&
          !codeInferred &&
          role !== 'project' &&
          /^[\p{Script=Han}、()“”/]{2,}$/u.test(name)
        )
          vote(codeKind, code, year, name, file)
  }

/** Names of a code by the first and last year they were seen in, most frequent name of each year. */
function spans(
  years: ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<string>>>,
): [name: string, from: number, to: number, documents: number][] {
  const found: [string, number, number, number][] = []
  for (const [year, names] of [...years].sort(([a], [b]) => a - b)) {
    const all = new Set([...names.values()].flatMap(documents => [...documents])).size
    const [best] = [...names].sort((a, b) => b[1].size - a[1].size)
    if (!best || best[1].size < MOST * all) continue
    const last = found.at(-1)
    if (last?.[0] === best[0]) {
      last[2] = year
      last[3] += best[1].size
    } else found.push([best[0], year, year, best[1].size])
  }
  return found
}

const lists = Object.fromEntries(
  Object.entries(votes).map(([kind, list]) => [
    kind,
    Object.fromEntries(
      [...list]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([code, years]) => (spans(years).length === 0 ? [] : [[code, spans(years)]])),
    ),
  ]),
)
const lines = Object.entries(lists).map(
  ([kind, codes]) =>
    ` ${JSON.stringify(kind)}: {\n${Object.entries(codes)
      .map(([code, names]) => `  ${JSON.stringify(code)}: ${JSON.stringify(names)}`)
      .join(',\n')}\n }`,
)
writeFileSync(join(root, 'src/budget/code-names.json'), `{\n${lines.join(',\n')}\n}\n`)
const count = Object.entries(lists).map(([kind, codes]) => `${kind} ${Object.keys(codes).length}`)
const functions = new Map(Object.entries(lists)).get('function') ?? {}
const orphans = Object.keys(functions).filter(code => code.length > 3 && functions[code.slice(0, -2)] === undefined)
console.log(`${count.join(', ')} codes; ${orphans.length} without a parent in the list`)
