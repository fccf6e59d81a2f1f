import type { Finding } from '../../finding.ts'
import type { Grid } from '../../grid/grid.ts'
import { emsOf, emsWanted } from '../../join-lines.ts'
import { isLabel, isNote } from '../captions/labels.ts'
import type { Segment, Surroundings } from '../captions/surroundings.ts'
import type { Cell, Table } from '../table.ts'
import { isWords, squash } from '../words.ts'
import { cellsFinding } from './structure-findings.ts'

/** The next line of a text stands so far below the box of a table that no rulings enclose, or above it, in sizes: lines are printed up to 1.8 sizes apart, and a box reaches from a size over its first baseline to just below its last. */
const BELOW = 1.6
const ABOVE = 1
/** A text may jut out of its column so far, or down into the box that it stands over, in sizes. */
const JUTS_OUT = 0.5

/** A finding for each line just beyond a table that no rulings enclose, in one of its columns, where the line above it is full: it may be the rest of a text in the last row, or the beginning of one in the first. */
export function beyondFindings(surroundings: Surroundings, grids: readonly Grid[], tables: readonly Table[]): Finding[] {
  const open = Map.groupBy(
    grids.filter(({ kind }) => kind === 'borderless'),
    ({ page }) => page,
  )
  const near = [...open].flatMap(([page, own]) =>
    own.flatMap(grid =>
      (surroundings.get(page) ?? []).filter(segment => isBeyond(segment, grid)).map(segment => ({ segment, grid })),
    ),
  )
  if (near.length === 0) return []
  const byPage = tables.map(table => ({ table, pages: Map.groupBy(table.cells, ({ page }) => page) }))
  return near.flatMap(({ segment, grid }) =>
    byPage.flatMap(({ table, pages }) => {
      const cell = cellBeside(segment, grid, pages.get(grid.page) ?? [])
      return cell === undefined || cell.row < table.headerRows ? [] : [beyond(table, cell, segment)]
    }),
  )
}

/** Whether words stand as near to the box of a grid as the next line of a text: no note, and no label of what follows. */
function isBeyond({ baseline, size, text }: Segment, { box }: Grid): boolean {
  const [above, below] = [box[1] - baseline, baseline - box[3]]
  const isNear = (above > -JUTS_OUT * size && above < ABOVE * size) || (below > 0 && below < BELOW * size)
  return isNear && isWords(text) && !isNote(text) && !isLabel(squash(text))
}

/** The cell at the edge of a grid whose text goes on in a segment beside it: the upper of the two lines leaves no room for the lower. */
function cellBeside(segment: Segment, { box }: Grid, onPage: readonly Cell[]): Cell | undefined {
  const isBelow = segment.baseline > box[3]
  const slack = JUTS_OUT * segment.size
  const column = onPage.filter(
    ({ columnSpan, box: [left, top, right, bottom] }) =>
      columnSpan === 1 && segment.box[0] >= left - slack && segment.box[2] <= right + slack && top < box[3] && bottom > box[1],
  )
  const edge = column.find(cell => (isBelow ? box[3] - cell.box[3] : cell.box[1] - box[1]) < slack)
  if (edge === undefined || !isWords(edge.text)) return undefined
  const [upper = '', lower = ''] = isBelow ? [edge.lines.at(-1), segment.text] : [segment.text, edge.lines[0]]
  const widest = Math.max(...column.flatMap(({ lines }) => lines.map(emsOf)))
  return emsOf(upper) + emsWanted(lower) > widest ? edge : undefined
}

const beyond = ({ id }: Table, cell: Cell, { page, text, baseline }: Segment): Finding =>
  cellsFinding(id, [cell], {
    code: 'grid-doubtful',
    actual: text,
    zh: `第${page}页紧靠表格${baseline > cell.box[1] ? '末行下方' : '首行上方'}的“${text}”不在任何单元格内，可能是“${cell.text}”的一部分`,
    en: `“${text}” right ${baseline > cell.box[1] ? 'below the last' : 'above the first'} row of the table on page ${page} stands in no cell; it may be part of “${cell.text}”`,
  })
