import type { DocumentJson, TableJson } from '../../src/write/document/document.ts'
import type { ContentCell } from './content.ts'
import type { Layout, TrueTable } from './layout.ts'

/** What came out otherwise than it was printed. */
export interface Fault {
  readonly what: 'table missing' | 'table too many' | 'cells' | 'header rows' | 'number' | 'title' | 'unit' | 'department'
  readonly detail: string
}

/** Everything in which a document as it was read differs from what was printed; empty when it came out whole. */
export function faultsOf({ truth }: Pick<Layout, 'truth'>, document: DocumentJson): Fault[] {
  const pairs = pairsOf(truth.tables, document.tables)
  const missing = truth.tables.filter(table => !pairs.has(table))
  const extra = document.tables.filter(table => ![...pairs.values()].includes(table))
  return [
    ...missing.map((table): Fault => ({ what: 'table missing', detail: table.title })),
    ...extra.map((table): Fault => ({ what: 'table too many', detail: `${table.id} ${table.title}` })),
    ...[...pairs].flatMap(([printed, read]) => tableFaults(printed, read)),
  ]
}

/** Each printed table with the table read that has most of its cells, best pairs first. */
function pairsOf(printed: readonly TrueTable[], read: readonly TableJson[]): Map<TrueTable, TableJson> {
  const options = printed.flatMap(truth =>
    read.map(table => ({ truth, table, alike: common(truth.cells.map(textKey), table.cells.map(textKey)) })),
  )
  const pairs = new Map<TrueTable, TableJson>()
  for (const { truth, table, alike } of options.sort((a, b) => b.alike - a.alike))
    if (alike > 0 && !pairs.has(truth) && ![...pairs.values()].includes(table)) pairs.set(truth, table)
  return pairs
}

const textKey = ({ text }: { readonly text: string }): string => squash(text)

function common(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const text of a) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  return b.reduce((sum, text) => {
    const left = counts.get(text) ?? 0
    counts.set(text, left - 1)
    return sum + (left > 0 ? 1 : 0)
  }, 0)
}

function tableFaults(printed: TrueTable, read: TableJson): Fault[] {
  const faults: Fault[] = []
  const expect = (what: Fault['what'], wanted: unknown, got: unknown): void => {
    if (wanted !== got) faults.push({ what, detail: `${got} for ${wanted}` })
  }
  expect('header rows', printed.headerRows, read.headerRows)
  expect('number', bare(printed.number), bare(read.number))
  expect('title', squash(printed.title), squash(read.title ?? ''))
  expect('unit', printed.unit, read.unit)
  expect('department', printed.department, read.department)
  const [wanted, got] = [new Set(printed.cells.map(cellKey)), new Set(read.cells.map(cellKey))]
  const lost = [...wanted].filter(key => !got.has(key))
  const gained = [...got].filter(key => !wanted.has(key))
  if (lost.length + gained.length > 0)
    faults.push({
      what: 'cells',
      detail: `lost ${lost.length} of ${wanted.size} (${lost.slice(0, 3).join('; ')}), gained ${gained.length} (${gained.slice(0, 3).join('; ')})`,
    })
  return faults
}

/** Characters as a reader compares them: full and half width alike, without blanks. */
const squash = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')

/** A number of a table without the word 表 around it. */
const bare = (number: string | null): string | null => number && squash(number).replace(/^附?表|表$/g, '')

const cellKey = ({ row, column, rowSpan, columnSpan, text }: Omit<ContentCell, 'align'>): string =>
  `${row},${column} ${rowSpan}×${columnSpan} ${squash(text)}`
