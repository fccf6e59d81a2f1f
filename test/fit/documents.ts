import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gridsOf } from '../../src/grid/grids.ts'
import type { Page } from '../../src/page/page.ts'
import { pagesOf } from '../../src/reading.ts'
import { textAround } from '../../src/table/captions/page-text.ts'
import { surroundingsOf } from '../../src/table/captions/surroundings.ts'
import type { Piece } from '../../src/table/joins/piece.ts'
import { piecesOf } from '../../src/table/joins/pieces.ts'
import split from '../corpus-split.json' with { type: 'json' }
import { type Layout, layoutOf, type Truth } from '../fuzz/layout.ts'
import { cardsOf } from './cards.ts'
import { rareLayoutOf } from './rare.ts'
import { recordsOf } from './records.ts'
import type { KnownTable } from './seams.ts'

/** A document whose tables are known, read as far as its pieces. */
export interface KnownDocument {
  readonly name: string
  /** Whether it is only counted, never learned from. */
  readonly isCounted: boolean
  readonly pieces: readonly Piece[]
  readonly tables: readonly KnownTable[]
}

/** Layouts of the fuzzer to learn from, and others to be counted, with how many of what is rare (small tables of one kind are, among published ones: few of them teach); the tests print other seeds. */
const LAYOUTS = {
  look: { from: 10_001, count: 400, rare: 220, records: 80, cards: 8 },
  count: { from: 20_001, count: 200, rare: 110, records: 40, cards: 60 },
} as const

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))

const piecesIn = async (pdf: Uint8Array): Promise<Piece[]> => {
  const { pages } = await pagesOf(pdf, { ocr: 'off' })
  const grids = pages.flatMap(page => gridsOf(page))
  const text = textAround(pages, grids)
  return piecesOf(text, grids, surroundingsOf(text, grids))
}

/** A page with the texts of its tables' cells; a published page of which nothing is known counts as text outside its grids. */
export interface KnownPage {
  readonly name: string
  readonly isCounted: boolean
  readonly page: Page
  readonly known: readonly string[]
}

/** Benchmarks of which one is learned from and the other counted. */
const BENCHES = { 'bench/icdar2013-eu': false, 'bench/icdar2013-us-half': true } as const

/** Pages of the corpora, of benchmarks, of published documents and of layouts of the fuzzer, one after the other. */
export async function* knownPages(): AsyncGenerator<KnownPage> {
  const pagesIn = async (pdf: Uint8Array): Promise<readonly Page[]> => (await pagesOf(pdf, { ocr: 'off' })).pages
  for (const folder of ['corpus/press', 'corpus/dev', 'model', ...Object.keys(BENCHES), 'corpus/wild'])
    for (const file of readdirSync(join(shared, folder)).filter(name => name.endsWith('.pdf') && !name.includes('scan'))) {
      const name = file.slice(0, -'.pdf'.length)
      const truth = join(shared, folder, `${name}.truth.json`)
      const { logical, tables } = existsSync(truth) ? JSON.parse(readFileSync(truth, 'utf8')) : { tables: [] }
      const isCounted = BENCHES[folder as keyof typeof BENCHES] ?? split.count.some(pattern => new RegExp(pattern).test(name))
      for (const page of await pagesIn(readFileSync(join(shared, folder, file)))) {
        const own = ((logical ?? tables) as PageTable[]).filter(table => (table.pages ?? [table.page]).includes(page.page))
        yield { name, isCounted, page, known: own.flatMap(({ cells }) => cells.map(({ text }) => text)) }
      }
    }
  for (const [half, { from, count }] of Object.entries(LAYOUTS))
    for (let seed = from; seed < from + count; seed++) {
      const { pdf, truth } = layoutOf(seed)
      for (const page of await pagesIn(pdf)) {
        const own = truth.pieces.filter(piece => piece.page === page.page).map(({ table }) => truth.tables[table])
        const known = own.flatMap(table => table?.cells.map(({ text }) => text) ?? [])
        yield { name: `layout ${seed}`, isCounted: half === 'count', page, known }
      }
    }
}

/** A known table, on one page or several. */
interface PageTable {
  readonly page?: number
  readonly pages?: readonly number[]
  readonly cells: readonly { readonly text: string }[]
}

/** Documents of the corpora with known tables, one after the other. */
export async function* corpusDocuments(): AsyncGenerator<KnownDocument> {
  for (const folder of ['corpus/press', 'corpus/dev', 'model']) {
    const directory = join(shared, folder)
    if (!existsSync(directory)) throw new Error(`no ${directory}: the documents with known tables are needed`)
    for (const file of readdirSync(directory).filter(name => name.endsWith('.truth.json') && !name.includes('scan'))) {
      const name = file.slice(0, -'.truth.json'.length)
      const { logical } = JSON.parse(readFileSync(join(directory, file), 'utf8')) as { logical: KnownTable[] }
      const isCounted = split.count.some(pattern => new RegExp(pattern).test(name))
      yield { name, isCounted, pieces: await piecesIn(readFileSync(join(directory, `${name}.pdf`))), tables: logical }
    }
  }
}

/** Layouts of the fuzzer with their tables, one after the other. */
export async function* printedDocuments(): AsyncGenerator<KnownDocument> {
  for (const [half, { from, count }] of Object.entries(LAYOUTS))
    for (let seed = from; seed < from + count; seed++) yield documentOf(seed, half === 'count', layoutOf(seed))
}

/** Layouts made to show what is rare, and forms and records over pages, one after the other. */
export async function* rareDocuments(): AsyncGenerator<KnownDocument> {
  for (const [half, { from, count, rare, records }] of Object.entries(LAYOUTS)) {
    const isCounted = half === 'count'
    for (let seed = from + count; seed < from + count + rare; seed++) yield documentOf(seed, isCounted, rareLayoutOf(seed))
    for (let seed = from; seed < from + records; seed++) {
      const { pdf, tables } = recordsOf(seed)
      yield { name: `records ${seed}`, isCounted, pieces: await piecesIn(pdf), tables }
    }
  }
}

/** Several small tables of one shape on a page, one after the other. */
export async function* cardDocuments(): AsyncGenerator<KnownDocument> {
  for (const [half, { from, cards }] of Object.entries(LAYOUTS))
    for (let seed = from; seed < from + cards; seed++) {
      const { pdf, tables } = cardsOf(seed)
      yield { name: `cards ${seed}`, isCounted: half === 'count', pieces: await piecesIn(pdf), tables }
    }
}

const documentOf = async (seed: number, isCounted: boolean, { pdf, truth }: Layout): Promise<KnownDocument> => ({
  name: `layout ${seed}`,
  isCounted,
  pieces: await piecesIn(pdf),
  tables: tablesIn(truth),
})

const tablesIn = ({ tables, pieces }: Truth): KnownTable[] =>
  tables.map(({ cells, headerRows }, index) => ({
    headerRows,
    pages: pieces.filter(({ table }) => table === index).map(({ page }) => page),
    cells: cells.map(({ row, column, rowSpan, columnSpan, text }) => ({
      r: row,
      c: column,
      rs: rowSpan,
      cs: columnSpan,
      text,
    })),
  }))
