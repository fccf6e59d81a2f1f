import {
  type BudgetTable,
  type Dataset,
  decisionsOf,
  type FormAmount,
  type UnitNamed,
  type UnitReading,
} from '../../budget/dataset.ts'
import type { AmountCell } from '../../budget/money/amount.ts'
import { type Checked, cellName } from '../../check/check.ts'
import { CODES } from '../../check/finding-codes.ts'
import { type Finding, placeKey } from '../../finding.ts'
import { round, roundBox } from '../../geometry.ts'
import type { Page } from '../../page/page.ts'
import { contentOf } from '../../page-content.ts'
import type { Cell } from '../../table/table.ts'
import type { CellJson, DocumentJson, PageJson, TableJson } from './document.ts'
import { amountsByPlace, linesJson, meaningJson } from './to-meaning.ts'

/** What the stages found in one PDF. */
export interface Parts {
  readonly source: DocumentJson['source']
  readonly pages: readonly PageJson[]
  readonly dataset: Dataset
  readonly checked: Checked
  readonly findings: readonly Finding[]
}

/** What document.json says of a page as it was read. */
export const pageJson = (page: Page): PageJson => ({
  page: page.page,
  width: round(page.turned?.width ?? page.width),
  height: round(page.turned?.height ?? page.height),
  rotation: page.rotation,
  content: contentOf(page),
  glyphs: page.glyphs.filter(glyph => glyph.text !== ' ').length,
  pictures: page.pictures.length,
  garbled: page.garbled.map(({ font, share, glyphs }) => ({ font, share: round(share), glyphs })),
  ocr: page.ocr ?? null,
})

const amountJson = (amount: AmountCell | undefined): CellJson['amount'] =>
  amount?.money ? { value: amount.money.value, unit: amount.unit, fen: `${amount.money.fen}` } : null

const cellJson = (cell: Cell, amount: AmountCell | undefined, vouchedBy: number | undefined): CellJson => ({
  row: cell.row,
  column: cell.column,
  rowSpan: cell.rowSpan,
  columnSpan: cell.columnSpan,
  text: cell.text,
  lines: [...cell.lines],
  page: cell.page,
  box: roundBox(cell.box),
  textLeft: cell.textLeft === null ? null : round(cell.textLeft),
  source: cell.source,
  confidence: round(cell.confidence),
  amount: amountJson(amount),
  ...(vouchedBy !== undefined && { vouchedBy }),
})

/** Role and depth of a row: those of its first list that is not blank. */
function rowJson(index: number, own: BudgetTable['lines']): TableJson['rows'][number] {
  const line = own.find(({ role }) => role !== 'blank') ?? own[0]
  return { index, role: line?.role ?? null, depth: line?.depth ?? null }
}

const unitPlaceJson = ({ unit, where, text, page, box }: UnitNamed) => ({ unit, where, text, page, box: box && roundBox(box) })

const unitJson = ({ chosen, places, decision }: UnitReading) => ({
  ...unitPlaceJson(chosen),
  margin: round(decision.margin),
  places: places.map(unitPlaceJson),
})

const formAmountJson = ({ label, head, key, amount: { row, column } }: FormAmount) => ({ row, column, label, head, key })

function tableJson(budget: BudgetTable, vouched: Checked['vouched']): TableJson {
  const { table } = budget
  const amounts = amountsByPlace(budget)
  const lines = Map.groupBy(budget.lines, line => line.row)
  const lists = Map.groupBy(budget.columns, column => column.list)
  return {
    id: table.id,
    number: table.number,
    title: table.title,
    ...(table.heading !== undefined && { heading: table.heading }),
    department: table.department,
    unit: table.unit,
    ...(budget.unitReading && { unitOfMoney: unitJson(budget.unitReading) }),
    kind: budget.kind,
    kindEvidence: [...budget.kindEvidence],
    regions: table.regions.map(region => ({ page: region.page, box: roundBox(region.box) })),
    headerRows: table.headerRows,
    columns: budget.columns.map(({ index, path, role, key, subject, list, unit }) => ({
      ...{ index, path: [...path], role, key, list },
      ...(subject && { subject }),
      ...(unit && { unit: unitPlaceJson(unit) }),
    })),
    halves: lists.size > 1 ? [...lists.values()].map(columns => columns.map(({ index }) => index)) : null,
    rows: Array.from({ length: table.rowCount }, (_, index) => rowJson(index, lines.get(index) ?? [])),
    cells: table.cells.map(cell => {
      const { row, column } = cell
      return cellJson(cell, amounts.get(placeKey(cell)), vouched.get(cellName({ table: table.id, row, column })))
    }),
    lines: linesJson(budget),
    form: table.form,
    ...(budget.formAmounts.length > 0 && { formAmounts: budget.formAmounts.map(formAmountJson) }),
    decisions: decisionsOf(budget).map(({ evidence, margin, ...decision }) => ({
      ...decision,
      margin: round(margin),
      evidence: evidence.map(one => ({ ...one, weight: round(one.weight) })),
    })),
  }
}

const findingJson = (finding: Finding): DocumentJson['findings'][number] => ({
  ...finding,
  tables: [...finding.tables],
  cells: finding.cells.map(({ table, row, column }) => ({ table, row, column })),
  box: finding.box && roundBox(finding.box),
})

/** The part of document.json that comes of the meaning of the tables: it changes when a cell is corrected. */
const meaningOf = (dataset: Dataset, checked: Checked, findings: readonly DocumentJson['findings'][number][]) => ({
  document: dataset.metadata,
  tables: dataset.tables.map(table => tableJson(table, checked.vouched)),
  findings: [...findings, ...checked.findings.map(findingJson)],
  ...meaningJson(dataset, checked),
})

/** Everything found in a PDF in the shape of document.json, coordinates rounded to a hundredth of a point; its contract is not checked yet. */
export const toDocument = ({ source, pages, dataset, checked, findings }: Parts): DocumentJson => ({
  schemaVersion: '1.0',
  source,
  pages: [...pages],
  ...meaningOf(dataset, checked, findings.map(findingJson)),
})

/** A document whose cells were corrected, read and checked again; what earlier stages found and who read a cell stays; its contract is not checked yet. */
export function withMeaning(document: DocumentJson, dataset: Dataset, checked: Checked): DocumentJson {
  const again = new Set(checked.findings.map(finding => finding.message.en))
  const kept = document.findings.filter(finding => !(finding.code in CODES) && !again.has(finding.message.en))
  const { tables, ...meaning } = meaningOf(dataset, checked, kept)
  const readers = new Map(
    document.tables.flatMap(({ id, cells }) =>
      cells.map(({ row, column, source, firstReading }) => [
        `${id} ${row} ${column}`,
        { source, ...(firstReading !== undefined && { firstReading }) },
      ]),
    ),
  )
  const marked = tables.map(table => ({
    ...table,
    cells: table.cells.map(cell => ({ ...cell, ...readers.get(`${table.id} ${cell.row} ${cell.column}`) })),
  }))
  return { ...document, ...meaning, tables: marked }
}
