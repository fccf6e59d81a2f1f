import { type Area, isFull } from './areas.ts'
import type { Draft } from './cells.ts'
import { type Column, columnsOf, cutAtColumns, meets, touched } from './columns.ts'
import { draftOf, type Part } from './draft.ts'
import { blocksOf } from './header.ts'
import { namedColumns, withWideWords } from './names.ts'
import { oneColumnEach } from './one-column.ts'
import { repeatsOf } from './printed-again.ts'
import { isContents, isFullOfTexts, isProseColumn, isScale, JUTS } from './prose.ts'
import { amountColumns } from './rows.ts'
import { ruledRows } from './ruled-rows.ts'
import { isFormatted, type Line, piecesOf } from './words.ts'

/** Rows without rules must be this many to be a table. */
const LEAST_ROWS = 3
/** Two columns of texts without any amount between rules are a table from so many rows on; fewer may be a legend. */
const LEAST_TEXT_ROWS = 4
/** At least this share of the lines of a table without rules has texts in several columns; the others continue wrapped cells. */
const LEAST_SHARE = 0.25

/** So many lines of a single text under a name are the wrapped texts of a column. */
const LEAST_ALONE = 2
/** Texts that run over several columns, as titles of sections do, are at most this share of the lines. */
const MOST_CROSSING = 0.2

/** Lines of a header and of the rows below it: one section, or one for each time that the header is printed. */
interface Section {
  readonly header: readonly Line[]
  readonly body: readonly Line[]
}

/** An area without a drawn lattice → its cells, or null when it is no table. */
export function openTable(area: Area): Draft | null {
  const { left, right, rules } = area
  const sections = sectionsOf(area)
  const header = (sections[0]?.header ?? []).map(line => piecesOf(line))
  const body = sections.flatMap(section => section.body).map(line => piecesOf(line, area.borders))
  const drawn = drawnColumns(area)
  const own = drawn ?? oneColumnEach(bodyColumns(body, header), body, header)
  const heads = header.map(line => withWideWords(cutAtColumns(line, own), own))
  const columns = drawn ?? namedColumns(heads, own)
  const cut = (line: Line): Line => withWideWords(cutAtColumns(piecesOf(line, area.borders), columns), columns)
  const lines = sections.flatMap(section => section.body).map(cut)
  const anchors = amountColumns(lines, columns)
  if (!isTable(area, lines, columns, anchors)) return null
  const parts = sections.map((section, index): Part => {
    const end = sections[index + 1]?.header[0]?.baseline ?? Number.POSITIVE_INFINITY
    const drawnHere = rules.filter(rule => rule.at < end)
    const full = drawnHere.filter(rule => isFull(rule, area))
    const partial = drawnHere.filter(rule => !isFull(rule, area))
    const names = section.header.map(line => withWideWords(cutAtColumns(piecesOf(line), columns), own))
    return {
      blocks: blocksOf(names, columns, { rules: partial, full, left, right }),
      rows: ruledRows(section.body.map(cut), { full, partial }, columns, anchors),
    }
  })
  const count = parts.reduce((sum, { rows }) => sum + rows.rows.length, header.length > 0 ? 1 : 0)
  return count < 2 ? null : draftOf(area, columns, parts)
}

/** The lines of an area, parted where its header is printed again. */
function sectionsOf({ lines, body }: Area): Section[] {
  const repeats = body === 0 ? null : repeatsOf(lines)
  const starts = repeats?.starts.filter(at => at > body) ?? []
  const sections = [0, ...starts].map((start, index) => {
    const first = start === 0 ? body : start + (repeats?.count ?? 0)
    return { header: lines.slice(start, first), body: lines.slice(first, starts[index] ?? lines.length) }
  })
  // the same line over and over is no header
  return sections.every(section => section.body.length > 0)
    ? sections
    : [{ header: lines.slice(0, body), body: lines.slice(body) }]
}

/** The columns between ruled borders, without the margin beside each border into which texts may jut; null where none is ruled. */
function drawnColumns({ borders, lines }: Area): Column[] | null {
  const margin = JUTS * (lines[0]?.size ?? 0)
  return (
    borders?.slice(1).map((border, index) => ({ left: (borders[index] ?? border) + margin, right: border - margin })) ?? null
  )
}

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

function isTable(area: Area, lines: readonly Line[], columns: readonly Column[], anchors: readonly boolean[]): boolean {
  const rows = lines.filter(line => line.pieces.length > 1)
  if (columns.length < 2 || rows.length === 0 || isContents(lines)) return false
  const prose = columns.filter((_, index) => isProseColumn(lines, columns, index)).length
  const numeric = anchors.filter(Boolean).length
  if (area.kind === 'ruled') {
    const told = rows.length + area.lines.slice(0, area.body).filter(line => piecesOf(line).pieces.length > 1).length
    return prose < 2 && told > 1 && (numeric > 0 || columns.length > 2 || rows.length >= LEAST_TEXT_ROWS)
  }
  if (area.kind === 'columns' && isFullOfTexts(area.lines, area.borders ?? [])) return prose === 0
  const scales = columns.filter((_, index) => anchors[index] === true && isScale(textsOf(lines, columns, index)))
  if (scales.length === numeric) return false
  if (area.kind === 'columns') return prose < 2
  const formatted = rows.filter(line => line.pieces.some(piece => isFormatted(piece.text))).length
  if (rows.length < LEAST_ROWS || rows.length < LEAST_SHARE * lines.length || prose > 0) return false
  const across = lines.flatMap(line => line.pieces).filter(piece => touched(piece, columns).length > 1)
  if (across.length > MOST_CROSSING * lines.length) return false
  return numeric >= 2
    ? numeric >= 3 || formatted > 0 || area.body > 0
    : numeric === 1 && (area.body > 0 || columns.length > 2) && formatted >= LEAST_ROWS
}

const textsOf = (lines: readonly Line[], columns: readonly Column[], index: number): string[] =>
  lines.flatMap(line => line.pieces.filter(piece => touched(piece, columns)[0] === index).map(piece => piece.text))
