import type { Finding } from '../finding.ts'
import type { Grid } from '../grid/grid.ts'
import type { Page } from '../page/page.ts'
import { type Caption, captionOf } from './caption.ts'
import { missingTables } from './contents.ts'
import { formOf } from './form.ts'
import { headerRowsOf, squash } from './header.ts'
import { join } from './join.ts'
import type { Piece } from './piece.ts'
import { runsOf } from './runs.ts'
import { type Sheet, sheetsOf } from './sideways.ts'
import { conservationFindings, cutRowFindings } from './structure-findings.ts'
import { type Segment, surroundingsOf } from './surroundings.ts'
import type { Table } from './table.ts'

/**
 * The tables of a document as a reader counts them, from the grids of all its pages: named from what is printed around
 * them, joined over pages downwards and sideways; and what is doubtful about their structure.
 */
export function tablesOf(
  pages: readonly Page[],
  grids: readonly Grid[],
): { readonly tables: Table[]; readonly findings: Finding[] } {
  const surroundings = surroundingsOf(pages, grids)
  const sheets = runsOf(piecesOf(grids, surroundings)).flatMap(sheetsOf).filter(hasText)
  const ids = new Set<string>()
  const tables: Table[] = []
  const findings: Finding[] = []
  for (const sheet of sheets) {
    const id = idOf(sheet, ids)
    ids.add(id)
    const { cutRows, expectedRows, ...joined } = join(sheet)
    const form = joined.headerRows === 0 ? formOf(joined.cells, joined.rowCount) : null
    const table = { id, ...labelsOf(sheet), ...joined, form, decisions: [] }
    tables.push(table)
    findings.push(...cutRowFindings(id, cutRows), ...conservationFindings(table, expectedRows))
  }
  return { tables, findings: [...missingTables(pages, grids, tables), ...findings] }
}

/** Empty rows that go on with no table are no table. */
const hasText = ({ strips }: Sheet): boolean =>
  strips.some(strip => strip.pieces.some(({ grid }) => grid.cells.some(cell => cell.text !== '')))

/** Each grid with its caption and header, in reading order. */
function piecesOf(grids: readonly Grid[], surroundings: ReadonlyMap<number, readonly Segment[]>): Piece[] {
  return grids.map((grid, index) => {
    const segments = surroundings.get(grid.page) ?? []
    const before = grids[index - 1]?.page === grid.page ? grids[index - 1] : undefined
    const after = grids[index + 1]?.page === grid.page ? grids[index + 1] : undefined
    const own = captionOf(grid, segments, before?.box[3] ?? 0)
    const caption =
      before === undefined && own.title === null && own.number === null
        ? captionBefore(grid, grids[index - 1], surroundings, own)
        : own
    return {
      grid,
      caption,
      headerRows: headerRowsOf(grid),
      opensPage: before === undefined,
      closesPage: after === undefined,
      linesBefore: caption.otherLines,
      linesAfter: segments.filter(segment => segment.baseline > grid.box[3]).length,
    }
  })
}

/** The caption at the foot of the page before, when the page break fell between it and its grid; else `own`. */
function captionBefore(
  grid: Grid,
  previous: Grid | undefined,
  surroundings: ReadonlyMap<number, readonly Segment[]>,
  own: Caption,
): Caption {
  const foot = (surroundings.get(grid.page - 1) ?? []).filter(
    segment => previous?.page !== grid.page - 1 || segment.baseline > previous.box[3],
  )
  const last = foot.at(-1)
  if (last === undefined || own.otherLines > 0) return own
  const shift = grid.box[1] - last.baseline - last.size
  const moved = foot.map(segment => ({ ...segment, baseline: segment.baseline + shift }))
  const caption = captionOf(grid, moved, Number.NEGATIVE_INFINITY)
  return caption.title?.endsWith('表') ? { ...caption, unit: own.unit ?? caption.unit, otherLines: own.otherLines } : own
}

/** Number, title, department and unit: the first of its pages that prints each. */
function labelsOf({ strips }: Sheet): Pick<Table, 'number' | 'title' | 'department' | 'unit'> {
  const captions = strips.flatMap(strip => strip.pieces.map(piece => piece.caption))
  const first = (field: 'number' | 'title' | 'department' | 'unit'): string | null => {
    const value = captions.find(caption => caption[field] !== null)?.[field]
    return value === undefined || value === null ? null : squash(value)
  }
  return { number: first('number'), title: first('title'), department: first('department'), unit: first('unit') }
}

/** The number of a table, else its page and place on it; made unique by the page, then by counting. */
function idOf(sheet: Sheet, taken: ReadonlySet<string>): string {
  const page = sheet.strips[0]?.pieces[0]?.grid.page ?? 0
  const { number } = labelsOf(sheet)
  const wanted = number === null ? [] : [number, `${number}-p${page}`]
  for (const id of wanted) if (!taken.has(id)) return id
  let count = 1
  while (taken.has(`p${page}-${count}`)) count++
  return `p${page}-${count}`
}
