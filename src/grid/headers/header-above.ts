import { endsOf, itemAt, median } from '../../geometry.ts'
import { isUnitLabel } from '../../unit-label.ts'
import { clustersOf, extentOf, isRow } from '../open/areas.ts'
import { oneColumnEach } from '../open/one-column.ts'
import { isRunning } from '../open/prose.ts'
import { bordersOf, columnsOf, meets, type TextColumn, touched } from '../texts/columns.ts'
import { gapsOf } from '../texts/rows.ts'
import { countsColumns, hasFigure, isWord, type Phrase, type TextLine } from '../texts/words.ts'
import type { Placed } from './group-names.ts'
import { groupRange } from './group-names.ts'
import { withWideWords } from './header-names.ts'
import { LEADING } from './header-texts.ts'

/** A header line stands within this distance (in sizes) of the line below … */
const NEXT_HEADER = 2.4
/** … or, where rows stand wide, within this many times the distance between them. */
const REACH = 1.5
/** Header texts stand over at least this share of the columns. */
const NAMED = 0.5
/** A text this many times as large as the names below it is a title over them: a point more among those of 9 points is more. */
export const LARGER = 1.1
/** Between the heading of a further table and its first figures stand no more lines: the unit and three levels of names. */
const DEEPEST_HEADING = 5
/** So many names over figures are a header; label and remark of a row without figures are two. */
export const LEAST_NAMES = 3
/** A text that says its value behind a colon labels the table: 单位：万元 at the right, over the name of the last column. */
const LABEL_AND_VALUE = /.[:：]./
/** So many lines above the first row are searched for its header. */
const HEADER_SEARCH = 14
/** So many rows of figures tell the columns that names above enclosed rows are held against. */
const LEAST_ROWS = 3

/** What is known of a table while its header is read upwards. */
interface Known {
  readonly columns: readonly TextColumn[]
  readonly borders: readonly number[]
  /** Columns over which a header text of their own was found. */
  readonly named: Set<number>
  /** Columns each header text found so far stands over. */
  readonly spans: Placed[]
}

/** How many of the lines above rows that lines or colours enclose are the names of their columns; 0 where those have names of their own: more than the first lines of one wrapped text. */
export function namesOver(above: readonly TextLine[], rows: readonly TextLine[]): number {
  const first = rows.findIndex(hasFigure)
  const begun = clustersOf(rows.slice(0, Math.max(0, first)))
  const isBody = first >= 0 && begun.every(cluster => cluster.flatMap(({ phrases }) => phrases).length === 1)
  const count = isBody && rows.filter(hasFigure).length >= LEAST_ROWS ? headerAbove(above, rows) : 0
  return above.slice(above.length - count).some(hasFigure) ? 0 : count
}

/** How many of the lines above a run label its columns. */
export function headerAbove(above: readonly TextLine[], run: readonly TextLine[]): number {
  const body = run.filter(line => line.phrases.length > 1)
  const columns = oneColumnEach(columnsOf(body), body, above.slice(-1))
  if (columns.length === 0) return 0
  const { left, right } = extentOf(run)
  const known: Known = { columns, borders: bordersOf(columns, left, right), named: new Set(), spans: [] }
  const clusters = clustersOf(above.slice(-HEADER_SEARCH)).map(cluster => cluster.map(line => withWideWords(line, columns)))
  const reach = REACH * pitchOf(run)
  let taken = 0
  let waiting = 0
  let below: readonly TextLine[] = run.slice(0, 1)
  for (const cluster of clusters.reverse()) {
    const bottom = cluster.at(-1)
    if (bottom === undefined) break
    if (itemAt(below, 0).baseline - bottom.baseline > Math.max(NEXT_HEADER * bottom.size, reach)) break
    if (cluster.some(line => line.phrases.length < 3 && isRunning(line, left, right))) break
    if (taken === 0 && cluster.every(countsColumns)) {
      waiting += cluster.length
      below = cluster
      continue
    }
    const phrases = cluster.flatMap(line => line.phrases)
    if (phrases.some(phrase => touched(phrase, columns).length === columns.length)) break
    const hasNames = taken > 0
    if (
      hasNames &&
      !cluster.every(line => line.phrases.every(phrase => isName(phrase, { below, isAlone: phrases.length === 1 }, known)))
    )
      break
    waiting += cluster.length
    for (const span of phrases.map(phrase => spanOver(phrase, columns))) {
      known.spans.push(span)
      if (span.first === span.last) known.named.add(span.first)
    }
    if (hasNames || (known.named.size > 1 && known.named.size >= NAMED * columns.length)) taken = waiting
    below = cluster
  }
  return taken
}

/** Whether a text above names belongs to the header: a group's name, the begin of a wrapped name, or the name of another column. */
function isName(
  phrase: Phrase,
  { below, isAlone }: { readonly below: readonly TextLine[]; readonly isAlone: boolean },
  { columns, borders, named, spans }: Known,
): boolean {
  if (isUnitLabel(phrase.text) || phrase.size > LARGER * Math.max(...below.map(line => line.size))) return false
  if (groupRange(phrase, { placed: spans, columns, borders }, isAlone) !== null) return true
  if (isAlone && LABEL_AND_VALUE.test(phrase.text)) return false
  const hits = touched(phrase, columns)
  if (hits.length === 1 && !hits.some(column => named.has(column))) return true
  return below.some(next =>
    next.phrases.some(text => text.baseline - phrase.baseline <= LEADING * phrase.size && meets(text, phrase)),
  )
}

/** Usual distance between rows of figures. */
function pitchOf(run: readonly TextLine[]): number {
  return median(gapsOf(run.filter(isRow)), 0)
}

function spanOver(phrase: Phrase, columns: readonly TextColumn[]): Placed {
  const [first, last] = endsOf(touched(phrase, columns))
  return { first, last, height: phrase.baseline, phrases: [phrase] }
}

/** Whether texts side by side, no figure and no dash among them, are as many as name columns. */
export const isNames = ({ phrases }: TextLine): boolean => phrases.length >= LEAST_NAMES && phrases.every(isWord)

/** Over how many columns names stand below a line and above the first row of figures there, the last in each being counted: not the lines of one text, nor a list; none where a figure or a dash is among them. Names set at heights of their own are side by side. */
export function namesBelow(lines: readonly TextLine[], at: number): number {
  const below = clustersOf(lines.slice(at + 1))
    .slice(0, DEEPEST_HEADING)
    .flat()
  const names = below.slice(0, Math.max(0, below.findIndex(isRow))).flatMap(({ phrases }) => phrases)
  const isLast = (name: Phrase): boolean => !names.some(other => other.baseline > name.baseline && meets(other, name))
  return names.every(isWord) ? names.filter(isLast).length : 0
}
