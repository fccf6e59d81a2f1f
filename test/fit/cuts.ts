import { candidates, cellEvidence } from '../../src/table/cut-cells.ts'
import { rowEvidence } from '../../src/table/cut-rows.ts'
import { pagesOfStrip } from '../../src/table/join.ts'
import { type Break, breakOf } from '../../src/table/page-break.ts'
import { isRowWhole, mergeSeam } from '../../src/table/seams.ts'
import type { Strip } from '../../src/table/sheet.ts'
import { squash } from '../../src/table/words.ts'
import type { Example } from './logit.ts'
import type { KnownCell, KnownTable } from './seams.ts'

/** The decisions that the page breaks of a table ask for, with the answers of the known table; breaks that cannot be found in it are left out. */
export function cutExamples(name: string, strip: Strip, table: KnownTable, known: ReadonlySet<string>): Example[] {
  const [first, ...rest] = pagesOfStrip(strip)
  if (first === undefined) return []
  const examples: Example[] = []
  let { cells } = first
  let rows = first.rowCount
  for (const page of rest) {
    const below = page.cells.map(cell => ({ ...cell, row: cell.row + rows }))
    const seam = { row: rows, headerRows: strip.headerRows, known }
    const between = breakOf(cells, below, seam)
    examples.push(...answeredBy(table, between).map(example => ({ ...example, place: `${name} p${below[0]?.page}` })))
    const merged = mergeSeam(cells, below, seam)
    cells = merged.cells
    rows += page.rowCount + merged.rows
  }
  return examples
}

type Answered = Omit<Example, 'place'>

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
  const cells = candidates(between).flatMap(pair => {
    const [a, b] = [at(before + 1, pair[0].column), at(before + 2, pair[0].column)]
    return a === undefined || b === undefined ? [] : [answer('cell', cellEvidence(between, pair), a === b)]
  })
  return [...row, ...cells]
}

const answer = (kind: 'row' | 'cell', observations: Example['moves'][number]['observations'], isCut: boolean): Answered => ({
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
