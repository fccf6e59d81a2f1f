import { DOUBTFUL } from '../evidence.ts'
import type { Finding } from '../finding.ts'
import { itemAt } from '../geometry.ts'
import { columnCount, type Grid } from '../grid/grid.ts'
import type { Page } from '../page/page.ts'
import type { Caption } from './captions/caption.ts'
import { missingTables } from './captions/contents.ts'
import { unitInBrackets } from './captions/labels.ts'
import { lostCaptionFindings } from './captions/lost-captions.ts'
import { textAround } from './captions/page-text.ts'
import { surroundingsOf } from './captions/surroundings.ts'
import { titleOverParts } from './captions/title-over-parts.ts'
import { beyondFindings } from './doubts/beyond.ts'
import { withClippedDoubt, withPaperEdgeDoubt } from './doubts/clipped.ts'
import { doubted, doubtsOf, hiddenFindings } from './doubts/doubted.ts'
import { hardlyReadFindings } from './doubts/hardly-read.ts'
import { lostDigitFindings } from './doubts/lost-digits.ts'
import { lostPageFindings } from './doubts/lost-pages.ts'
import { orphanFindings } from './doubts/orphans.ts'
import { outsideFindings } from './doubts/outside.ts'
import { withoutRepeats } from './doubts/printed-twice.ts'
import { withStackedDoubt } from './doubts/stacked.ts'
import {
  carryFindings,
  conservationFindings,
  cutRowFindings,
  doubtfulFindings,
  misfitFindings,
  withTableBefore,
} from './doubts/structure-findings.ts'
import { formOf } from './form.ts'
import { unreadLineFindings, withHeaderDoubt } from './headers/header-doubt.ts'
import { cutAtHeads } from './headers/second-heads.ts'
import { arrange } from './joins/arrange.ts'
import { join, type Whole } from './joins/join.ts'
import { piecesOf } from './joins/pieces.ts'
import { type Sheet, wholeTexts, wholeTitles } from './joins/sheet.ts'
import { type PageText, type Table, titlesMissing, type UnitPlace } from './table.ts'
import { isAmount, squash } from './words.ts'

/** The tables of pages with their grids, what is doubtful about them, and the text around them; of a page that is there twice nothing the second time. */
export function tablesOf(pages: readonly Page[], grids: readonly Grid[]): Tables & { readonly text: readonly PageText[] } {
  const byPage = Map.groupBy(grids, ({ page }) => page)
  const all = textAround(pages, grids).map(text => ({ text, grids: byPage.get(text.page) ?? [] }))
  const { parts, findings: repeats } = withoutRepeats(all)
  const text = parts.map(part => part.text)
  const { tables, findings } = tablesAmong(
    text,
    parts.flatMap(part => part.grids),
  )
  return { tables, findings: [...repeats, ...findings], text }
}

/** The tables of a document, and what is doubtful about their structure. */
interface Tables {
  readonly tables: Table[]
  readonly findings: Finding[]
}

/**
 * The tables of a document as a reader counts them, from the grids of all its pages and the text around them: named from
 * what is printed there, joined over pages downwards and sideways.
 */
export function tablesAmong(text: readonly PageText[], all: readonly Grid[]): Tables {
  const grids = cutAtHeads(all)
  const surroundings = surroundingsOf(text, grids)
  const sheets = arrange(piecesOf(text, grids, surroundings)).filter(hasText)
  const whole = { texts: wholeTexts(sheets), titles: wholeTitles(sheets) }
  const widths = new Map(text.map(({ page, width }) => [page, width]))
  const ids = new Set<string>()
  const isBelow = standBelow(sheets)
  const read = sheets.map(sheet => {
    const labels = labelsOf(sheet, isBelow)
    const id = idOf(sheet, labels.number, ids)
    ids.add(id)
    const { table, findings } = tableOf(sheet, { id, ...labels }, whole)
    const atEdge = withPaperEdgeDoubt(table, widths)
    return { table: atEdge.table, findings: [...findings, ...atEdge.findings] }
  })
  const tables = read.map(({ table }) => table)
  const missing = missingTables(surroundings, grids, tables)
  return {
    tables,
    findings: [
      ...missing,
      ...lostCaptionFindings(surroundings, grids, { tables, known: titlesMissing(missing) }),
      ...read.flatMap(({ findings, table }, index) => withTableBefore(findings, table, tables[index - 1])),
      ...orphanFindings(tables),
      ...outsideFindings(surroundings, tables),
      ...beyondFindings(surroundings, grids, tables),
      ...lostPageFindings(surroundings, tables),
      ...lostDigitFindings(text, tables),
      ...hardlyReadFindings(text, tables),
    ],
  }
}

/** A sheet as a table, and what is doubtful about its structure. */
function tableOf(sheet: Sheet, labels: Labels & Pick<Table, 'id'>, whole: Whole) {
  const { cutRows, expectedRows, carried, misfits, titleDecisions, partStarts, ...joined } = join(sheet, whole)
  const form = joined.headerRows === 0 ? formOf(joined.cells, joined.rowCount) : null
  // What is a form is told by its labels and values; that it might be a table with a header was right for none of those looked at.
  const headers = joined.headerRows > 0 ? sheet.strips.map(({ header }) => header.decision) : []
  const closeHeaders = isReadByHeader(joined) ? headers : []
  const read: Table = {
    ...labels,
    unit: labels.unit ?? unitOfColumns(joined.columns),
    ...joined,
    cells: doubted(joined.cells, doubtsOf(joined, sheet.decisions, closeHeaders)),
    form,
    decisions: [...sheet.decisions, ...joined.decisions, ...titleDecisions, ...headers],
  }
  const headed = withHeaderDoubt(read, partStarts)
  const stacked = withStackedDoubt(headed.table)
  const { table, findings: clipped } = withClippedDoubt(stacked.table)
  const { id } = labels
  return {
    table,
    findings: [
      ...cutRowFindings(table, surelyCut(cutRows, joined.decisions)),
      ...carryFindings(id, carried),
      ...misfitFindings(table, misfits),
      ...conservationFindings(table, expectedRows),
      ...doubtfulFindings('join-doubtful', table, sheet.decisions),
      ...doubtfulFindings('cut-doubtful', table, joined.decisions),
      ...doubtfulFindings('header-doubtful', table, [...titleDecisions, ...closeHeaders]),
      ...unreadLineFindings(id, sheet),
      ...headed.findings,
      ...stacked.findings,
      ...clipped,
      ...hiddenFindings(table),
    ],
  }
}

/** The rows put together over breaks that cut them for sure: a close decision is told with both its readings. */
const surelyCut = <Row extends { readonly page: number }>(rows: readonly Row[], decisions: Table['decisions']): Row[] =>
  rows.filter(row => !decisions.some(({ page, margin }) => page === row.page && margin < DOUBTFUL))

/** Whether a figure is read by the header of its table: an empty table is read alike with either. */
const isReadByHeader = ({ headerRows, cells }: Pick<Table, 'headerRows' | 'cells'>): boolean =>
  cells.some(({ row, text }) => row >= headerRows && isAmount(text))

/** Empty rows that go on with no table are no table, nor is a column of no figures that stands beside none. */
const hasText = ({ strips }: Sheet): boolean => {
  const grids = strips.flatMap(({ pieces }) => pieces.map(({ grid }) => grid))
  const isWide = grids.some(grid => columnCount(grid) > 1)
  return grids.some(({ cells }) => cells.some(({ text }) => (isWide ? text !== '' : isAmount(text))))
}

type Labels = Pick<Table, 'number' | 'title' | 'heading' | 'department' | 'unit' | 'unitPlaces'>

const captionsOf = ({ strips }: Sheet): Caption[] => strips.flatMap(({ pieces }) => pieces.map(({ caption }) => caption))

/** Whether a document prints its captions below its tables: more of those that nothing above names have one there than others have a number above. */
function standBelow(sheets: readonly Sheet[]): boolean {
  const captions = sheets.map(captionsOf)
  const isNamed = ({ number, title }: Caption): boolean => number !== null || title !== null
  const below = captions.filter(own => !own.some(isNamed) && own.some(caption => caption.below !== null)).length
  return below > captions.filter(own => own.some(({ number }) => number !== null)).length
}

/** Number, title, department and unit: the first of its pages that prints each, also below it where captions stand there; and where units are printed. */
function labelsOf(sheet: Sheet, isBelow: boolean): Labels {
  const above = captionsOf(sheet)
  const isNameless = above.every(({ number, title }) => number === null && title === null)
  const captions = above.map(caption => ({ ...caption, ...(isBelow && isNameless ? caption.below : null) }))
  const first = (field: 'number' | 'title' | 'department'): string | null => {
    const value = captions.find(caption => caption[field] !== null)?.[field]
    return value === undefined || value === null ? null : squash(value)
  }
  const [number, title] = [first('number'), titleOverParts(sheet) ?? first('title')]
  const heading = sheet.strips[0]?.pieces[0]?.heading
  const places = captions.flatMap(({ units }) => units)
  const isFirst = ({ where, unit }: UnitPlace, at: number): boolean =>
    places.findIndex(other => other.where === where && other.unit === unit) === at
  const unitPlaces = places.filter(isFirst)
  return {
    ...{ number, title, ...(title === null && number === null && heading && { heading }), department: first('department') },
    ...{ unit: unitPlaces[0]?.unit ?? null, unitPlaces },
  }
}

/** The unit that the column titles print in brackets, when they all print the same one: 合计（万元）. */
function unitOfColumns(columns: Table['columns']): string | null {
  const units = new Set(columns.flatMap(({ path }) => path.flatMap(text => unitInBrackets(text) ?? [])))
  const [unit] = units
  return units.size === 1 && unit !== undefined ? unit : null
}

/** The number of a table, else its page and place on it; made unique by the page, then by counting. */
function idOf(sheet: Sheet, number: string | null, taken: ReadonlySet<string>): string {
  const page = itemAt(itemAt(sheet.strips, 0).pieces, 0).grid.page
  const wanted = number === null ? [] : [number, `${number}-p${page}`]
  for (const id of wanted) if (!taken.has(id)) return id
  let count = 1
  while (taken.has(`p${page}-${count}`)) count++
  return `p${page}-${count}`
}
