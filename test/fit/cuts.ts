import { titleEvidence } from '../../src/table/captions/cut-title-evidence.ts'
import { halvesAt } from '../../src/table/captions/cut-titles.ts'
import { recordEvidence, recordsOf } from '../../src/table/joins/cut-cells.ts'
import { rowEvidence } from '../../src/table/joins/cut-rows.ts'
import { pagesOfStrip } from '../../src/table/joins/join-strip.ts'
import { type Break, breakOf } from '../../src/table/joins/page-break.ts'
import { labelledBy, repeatedLabels } from '../../src/table/joins/repeated-labels.ts'
import { isRowWhole, mergeSeam } from '../../src/table/joins/seams.ts'
import { type Sheet, type Strip, wholeTexts, wholeTitles } from '../../src/table/joins/sheet.ts'
import { squash } from '../../src/table/words.ts'
import type { KnownDocument } from './documents.ts'
import type { Example } from './logit.ts'
import { type KnownCell, type KnownTable, tableOf } from './seams.ts'

/** What the page breaks within the tables of a document ask, and the borders between the parts of wide ones. */
export function breakExamples({ name, tables }: Pick<KnownDocument, 'name' | 'tables'>, sheets: readonly Sheet[]): Example[] {
  const [known, titles] = [wholeTexts(sheets), wholeTitles(sheets)]
  return sheets.flatMap(sheet => {
    const [strip] = sheet.strips
    const table = strip && tableOf(strip.pieces, tables)
    if (strip === undefined || table === null || table === undefined) return []
    return [...cutExamples(name, strip, table, known), ...titleExamples(name, sheet, table, titles)]
  })
}

/** The decisions that the page breaks of a table ask for, with the answers of the known table; breaks that cannot be found in it are left out. */
function cutExamples(name: string, strip: Strip, table: KnownTable, known: ReadonlySet<string>): Example[] {
  const [first, ...rest] = pagesOfStrip(strip)
  if (first === undefined) return []
  const examples: Example[] = []
  let { cells } = first
  let rows = first.rowCount
  for (const page of rest) {
    const below = page.cells.map(cell => ({ ...cell, row: cell.row + rows }))
    const seam = { row: rows, headerRows: strip.headerRows, known, earlier: new Map() }
    const between = breakOf(cells, below, seam)
    examples.push(...answeredBy(table, between).map(example => ({ ...example, place: `${name} p${below[0]?.page}` })))
    const merged = mergeSeam(cells, below, seam)
    cells = merged.cells
    rows += page.rowCount + merged.rows
  }
  return examples
}

type Answered = Omit<Example, 'place'>

/** Whether two places lie in one cell; null where there is none. */
const isOne = (a: KnownCell | undefined, b: KnownCell | undefined): boolean | null =>
  a === undefined || b === undefined ? null : a === b

/** What the known table answers at a break: it is found there by the rows next to those at the break. */
function answeredBy(table: KnownTable, between: Break): Answered[] {
  const before = rowIn(table, between.above, between.row - 2)
  const after = between.below.some(({ row }) => row > between.row)
    ? rowIn(table, between.below, between.row + 1)
    : Math.max(...table.cells.map(({ r, rs }) => r + rs))
  if (before === null || after === null) return []
  const isCut = after - before === 2
  if (!isCut && after - before !== 3) return []
  const row = isRowWhole(between) ? [answer('row', rowEvidence(between), isCut)] : []
  if (isCut) return row
  const at = (r: number, c: number): KnownCell | undefined =>
    table.cells.find(cell => cell.r <= r && r < cell.r + cell.rs && cell.c <= c && c < cell.c + cell.cs)
  const cells = recordsOf(between).flatMap(record => {
    const answers = new Set(record.map(([{ column }]) => isOne(at(before + 1, column), at(before + 2, column))))
    const [isOneCell] = answers
    return answers.size > 1 || isOneCell == null ? [] : [answer('cell', recordEvidence(between, record), isOneCell)]
  })
  return [...row, ...cells]
}

/** What the borders between the parts of a table ask about its titles; parts that are not those of the known table are left out. */
function titleExamples(name: string, { strips, headerRows }: Sheet, table: KnownTable, titles: ReadonlySet<string>): Example[] {
  const [left] = strips
  const parts = strips.map(strip => pagesOfStrip(strip)[0]?.cells ?? [])
  const widths = parts.map(cells => Math.max(...cells.map(({ column, columnSpan }) => column + columnSpan)))
  const dropped = strips.map((strip, part) =>
    part === 0 || left === undefined ? 0 : repeatedLabels(labelledBy(left), labelledBy(strip)),
  )
  const starts = widths.map((_, part) => sumOf(widths.slice(0, part)) - sumOf(dropped.slice(0, part)))
  const width = Math.max(...table.cells.map(({ c, cs }) => c + cs))
  if (sumOf(widths) - sumOf(dropped) !== width || strips.some(strip => strip.headerRows !== headerRows)) return []
  const placed = parts.map((cells, part) =>
    cells
      .filter(({ column }) => column >= (dropped[part] ?? 0))
      .map(cell => ({ ...cell, column: cell.column - (dropped[part] ?? 0) + (starts[part] ?? 0) })),
  )
  return placed.slice(1).flatMap((right, part) => {
    const column = starts[part + 1] ?? 0
    return halvesAt(placed[part] ?? [], right, { column, headerRows }).flatMap(halves => {
      const known = table.cells.find(({ r, c, cs }) => r === halves.pair[0].row && c < column && column <= c + cs)
      if (known === undefined) return []
      const asked = answer('title', titleEvidence(halves, titles), known.c + known.cs > column)
      return [{ ...asked, place: `${name} p${halves.pair[1].page}` }]
    })
  })
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

const answer = (
  kind: 'row' | 'cell' | 'title',
  observations: Example['moves'][number]['observations'],
  isCut: boolean,
): Answered => ({
  moves: [
    { kind: 'apart', observations: [] },
    { kind, observations },
  ],
  right: Number(isCut),
})

/** The only row of the known table that says what this row says; null when none or several do. */
function rowIn({ cells }: KnownTable, own: Break['above'], row: number): number | null {
  const plain = (text: string): string => squash(text.normalize('NFKC'))
  const key = (texts: readonly string[]): string =>
    texts
      .map(plain)
      .filter(text => text !== '')
      .join('|')
  const wanted = key(own.filter(cell => cell.row === row && cell.rowSpan === 1).map(({ text }) => text))
  const rows = new Map<number, string[]>()
  for (const { r, rs, text } of cells) if (rs === 1) rows.set(r, [...(rows.get(r) ?? []), text])
  const found = [...rows].filter(([, texts]) => key(texts) === wanted)
  return wanted === '' || found.length !== 1 ? null : (found[0]?.[0] ?? null)
}
