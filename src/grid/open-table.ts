import { type Area, byReach } from './areas.ts'
import type { Draft } from './cells.ts'
import { type Column, columnsBetween, columnsOf, cutAtColumns, meets } from './columns.ts'
import { draftOf } from './draft.ts'
import { blocksOf } from './header.ts'
import { namedColumns, withNamesEach, withWideWords } from './names.ts'
import { oneColumnEach } from './one-column.ts'
import { JUTS } from './prose.ts'
import { amountColumns } from './rows.ts'
import { ruledRows } from './ruled-rows.ts'
import { type Line, piecesOf } from './words.ts'

/** So many lines of a single text under a name are the wrapped texts of a column. */
const LEAST_ALONE = 2

/** An area read as a table, whether it is one or not. */
export interface OpenTable {
  readonly area: Area
  readonly columns: readonly Column[]
  /** Columns that the body alone tells, before the names over them were looked at. */
  readonly ofBody: readonly Column[]
  /** The lines of the body, cut where columns part. */
  readonly lines: readonly Line[]
  /** Which columns hold amounts. */
  readonly amounts: readonly boolean[]
}

/** An area without a drawn lattice → its columns and rows as far as its text tells them. */
export function readArea(area: Area): OpenTable {
  const header = headerOf(area).map(line => piecesOf(line))
  const body = area.lines.slice(area.body).map(line => piecesOf(line, area.borders))
  const drawn = drawnColumns(area)
  const ofBody = drawn ?? oneColumnEach(bodyColumns(body, header), body, header)
  const heads = header.map(line => withWideWords(cutAtColumns(withNamesEach(line, ofBody), ofBody), ofBody))
  const columns = drawn ?? namedColumns(heads, ofBody)
  const lines = body.map(line => withWideWords(cutAtColumns(line, columns), columns))
  return { area, columns, ofBody, lines, amounts: amountColumns(lines, columns) }
}

/** The cells of an area that is a table; null where it has a single row between rules: the text alone tells one only where it may be the rest of a table. */
export function cellsOf({ area, columns, ofBody, lines, amounts }: OpenTable): Draft | null {
  const { left, right, rules, body } = area
  const over = rules.filter(rule => rule.at < (area.lines[body]?.baseline ?? Number.NEGATIVE_INFINITY))
  const names = headerOf(area).map(line => withWideWords(cutAtColumns(piecesOf(line), columns), ofBody))
  const blocks = blocksOf(names, columns, { ...byReach(over, area), left, right })
  const rows = ruledRows(lines, { ...byReach(rules, area), partial: [] }, columns, amounts)
  const count = rows.rows.length + Math.min(names.length, 1)
  return count < (area.kind === 'plain' ? 1 : 2) ? null : draftOf(area, columns, { blocks, rows })
}

/** The lines of an area above its rows. */
export const headerOf = ({ lines, body }: Area): readonly Line[] => lines.slice(0, body)

/** The columns between ruled borders, without the margin into which texts may jut; undefined where none is ruled. */
const drawnColumns = ({ borders, lines: [first] }: Area): Column[] | undefined =>
  borders && columnsBetween(borders, first === undefined ? 0 : JUTS * first.size)

/**
 * Columns of the body; cutting the pieces that hold several columns' texts shows the columns more clearly. Lines of a
 * single text tell a column where a name of the header stands over them and no other column is: wrapped remarks whose
 * lines all stand between the baselines of the figures.
 */
function bodyColumns(lines: readonly Line[], header: readonly Line[]): Column[] {
  const telling = lines.filter(line => line.pieces.length > 1)
  const rough = columnsOf(telling.length > 0 ? telling : lines)
  const columns = columnsOf(telling.map(line => cutAtColumns(line, rough)))
  const alone = lines.filter(
    line => line.pieces.length === 1 && !columns.some(column => line.pieces.some(piece => meets(piece, column))),
  )
  const names = header.flatMap(line => line.pieces)
  const more = columnsOf(alone).filter(
    column =>
      alone.filter(line => line.pieces.some(piece => meets(piece, column))).length >= LEAST_ALONE &&
      names.some(name => meets(name, column) && !columns.some(other => meets(name, other))),
  )
  return [...columns, ...more].sort((a, b) => a.left - b.left)
}
