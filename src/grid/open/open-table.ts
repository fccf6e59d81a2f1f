import { repeatsOf } from '../borders/printed-again.ts'
import type { Draft } from '../cells/cells.ts'
import { blocksOf } from '../headers/header.ts'
import { headWords, namedColumns, withWideWordsOfBody } from '../headers/header-names.ts'
import { columnsBetween, columnsOf, cutAtColumns, meets, type TextColumn } from '../texts/columns.ts'
import { amountColumns } from '../texts/rows.ts'
import { phrasesOf, type TextLine } from '../texts/words.ts'
import { type Area, byReach } from './areas.ts'
import { centredBorders } from './centred.ts'
import { draftOf, type Part } from './draft.ts'
import { oneColumnEach } from './one-column.ts'
import { JUTS } from './prose.ts'
import { partedAt } from './rule-joints.ts'
import { ruledRows } from './ruled-rows.ts'

/** So many lines of a single text under a name are the wrapped texts of a column. */
const LEAST_ALONE = 2

/** Lines of a header and of the rows below it: one section, or one for each time that the header is printed. */
interface Section {
  readonly header: readonly TextLine[]
  readonly body: readonly TextLine[]
}

/** An area read as a table, whether it is one or not. */
export interface OpenTable {
  readonly area: Area
  readonly sections: readonly Section[]
  readonly columns: readonly TextColumn[]
  /** Columns that the body alone tells, before the names over them were looked at. */
  readonly ofBody: readonly TextColumn[]
  /** The lines of the body, cut where columns part. */
  readonly lines: readonly TextLine[]
  /** Which columns hold amounts. */
  readonly amounts: readonly boolean[]
}

/** An area without a drawn lattice → its columns and rows as far as its text tells them; names in the middle of their columns tell those too that nothing is printed in. */
export function readArea(found: Area): OpenTable {
  const sections = sectionsOf(found)
  const header = (sections[0]?.header ?? []).map(line => phrasesOf(line))
  const rows = sections.flatMap(section => section.body)
  const free = rows.map(line => phrasesOf(line))
  const told = oneColumnEach(bodyColumns(free, header), free, header)
  const area = withEnoughBorders(found, told.length)
  const lines = { sections, header, rows, free, told }
  const read = columnsRead(area, lines)
  const named = area.borders === undefined ? centredBorders(area, told) : null
  if (named === null || named.length - 1 <= read.columns.length) return read
  return columnsRead({ ...area, told: named }, lines)
}

/** The lines of an area, those of its body also with their texts joined, and the columns that its body tells. */
interface Told extends Pick<OpenTable, 'sections'> {
  readonly header: readonly TextLine[]
  readonly rows: readonly TextLine[]
  readonly free: readonly TextLine[]
  readonly told: readonly TextColumn[]
}

/** An area read with its columns between borders, where it has any, or else where its texts tell them. */
function columnsRead(area: Area, { sections, header, rows, free, told }: Told): OpenTable {
  const drawn = drawnColumns(area)
  const { kind, borders = area.told } = area
  const cut =
    borders && (kind === 'ruled' ? free.map(line => partedAt(line, borders)) : rows.map(line => phrasesOf(line, borders)))
  const body = cut ?? free
  const ofBody = drawn ?? told
  const heads = headWords(
    header.map(line => cutAtColumns(line, ofBody)),
    ofBody,
  )
  const columns = drawn ?? namedColumns(heads, ofBody)
  const lines = body.map(line => withWideWordsOfBody(cutAtColumns(line, columns), columns))
  return { area, sections, columns, ofBody, lines, amounts: amountColumns(lines, columns) }
}

/** The cells of an area that is a table; null where it has no column, or a single row between rules: the text alone tells one only where it may be the rest of a table. */
export function cellsOf({ area, sections, columns, ofBody, lines, amounts }: OpenTable): Draft | null {
  if (columns.length === 0) return null
  const { left, right, rules } = area
  const [head] = sections
  const over = rules.filter(rule => rule.at < (head?.body[0]?.baseline ?? Number.NEGATIVE_INFINITY))
  const parts = sections.map((section, index): Part => {
    const end = sections[index + 1]?.header[0]?.baseline ?? Number.POSITIVE_INFINITY
    const drawnHere = rules.filter(rule => rule.at < end)
    // A header that is printed again is laid out as it was before: a stripe that begins in it is no rule of it.
    const [name, firstName] = [section.header[0], head?.header[0]]
    const by = name && firstName ? name.baseline - firstName.baseline : 0
    const drawnOver = over.map(rule => ({ ...rule, at: rule.at + by }))
    const names = headWords(
      section.header.map(line => cutAtColumns(phrasesOf(line), columns)),
      ofBody,
    )
    const [from, to] = [section.body[0], section.body.at(-1)]
    const own = from && to ? lines.filter(({ baseline }) => baseline >= from.baseline && baseline <= to.baseline) : []
    return {
      blocks: blocksOf(names, columns, { ...byReach(drawnOver, area), left, right }),
      rows: ruledRows(own, byReach(drawnHere, area), columns, amounts),
    }
  })
  const count = parts.reduce((sum, { rows }) => sum + rows.rows.length, (sections[0]?.header.length ?? 0) > 0 ? 1 : 0)
  return count < (area.kind === 'plain' ? 1 : 2) ? null : draftOf(area, columns, parts)
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

/** An area without the borders at which its rules are joined where its text has more columns: then they are those of something else. */
function withEnoughBorders({ borders, ...area }: Area, told: number): Area {
  return borders === undefined || (area.kind === 'ruled' && borders.length - 1 < told) ? area : { ...area, borders }
}

/** The columns between borders, without the margin into which texts may jut; undefined where none is ruled or told by names. */
const drawnColumns = ({ told, borders = told, lines: [first] }: Area): TextColumn[] | undefined =>
  borders && columnsBetween(borders, first === undefined ? 0 : JUTS * first.size)

/**
 * Columns of the body; cutting the phrases that hold several columns' texts shows the columns more clearly. Lines of a
 * single text tell a column where a name of the header stands over them and no other column is: wrapped remarks whose
 * lines all stand between the baselines of the figures.
 */
function bodyColumns(lines: readonly TextLine[], header: readonly TextLine[]): TextColumn[] {
  const telling = lines.filter(line => line.phrases.length > 1)
  const rough = columnsOf(telling.length > 0 ? telling : lines)
  const columns = columnsOf(telling.map(line => cutAtColumns(line, rough)))
  const alone = lines.filter(
    line => line.phrases.length === 1 && !columns.some(column => line.phrases.some(phrase => meets(phrase, column))),
  )
  const names = header.flatMap(line => line.phrases)
  const more = columnsOf(alone).filter(
    column =>
      alone.filter(line => line.phrases.some(phrase => meets(phrase, column))).length >= LEAST_ALONE &&
      names.some(name => meets(name, column) && !columns.some(other => meets(name, other))),
  )
  return [...columns, ...more].sort((a, b) => a.left - b.left)
}
