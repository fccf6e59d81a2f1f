import { ROWS_A_PIECE } from '../formats/csv.ts'
import { CHECKS, checkRows } from './checks.ts'
import { FACTS, factRows } from './facts.ts'
import { INDICATORS, indicatorRows } from './indicators.ts'
import { NARRATIVE, narrativeRows } from './narrative.ts'
import { PANEL, panelRows } from './panel/panel.ts'
import { type ArchiveDocument, csvHead, csvRows, type NamedDocument, type Relation, type Row } from './relation.ts'
import { CELLS, cellRows, DOCUMENTS, documentRow, TABLES, tableRows } from './relations.ts'
import { SANGONG, sangongRows } from './sangong.ts'

/** A relation with how its rows come out of a document. */
export interface RecordPart {
  readonly relation: Relation
  readonly rowsOf: (document: NamedDocument) => Iterable<Row>
}

/** What the meaning of a document comes to as rows: amounts, goals, 三公, figures of the running text, checks. */
export const RECORDS: readonly RecordPart[] = [
  { relation: FACTS, rowsOf: factRows },
  { relation: INDICATORS, rowsOf: indicatorRows },
  { relation: SANGONG, rowsOf: sangongRows },
  { relation: NARRATIVE, rowsOf: narrativeRows },
  { relation: CHECKS, rowsOf: checkRows },
]

/** The rows of a relation of one document as the text of its CSV, in pieces that follow each other; none where there are no rows. */
export function* recordPieces({ relation, rowsOf }: RecordPart, document: NamedDocument): Generator<string> {
  let head = csvHead(relation)
  let rows: Row[] = []
  for (const row of rowsOf(document)) {
    if (rows.push(row) < ROWS_A_PIECE) continue
    yield head + csvRows(relation, rows)
    head = ''
    rows = []
  }
  if (rows.length > 0) yield head + csvRows(relation, rows)
}

/** A relation of the dataset with how its rows come out of a document. */
export interface DatasetPart {
  readonly relation: Relation
  readonly rowsOf: (document: ArchiveDocument) => readonly Row[]
}

/** The whole dataset, relation by relation, in the order in which a reader meets them. */
export const DATASET: readonly DatasetPart[] = [
  { relation: DOCUMENTS, rowsOf: document => [documentRow(document)] },
  { relation: TABLES, rowsOf: tableRows },
  { relation: CELLS, rowsOf: cellRows },
  ...RECORDS.map(({ relation, rowsOf }) => ({ relation, rowsOf: (document: ArchiveDocument) => [...rowsOf(document)] })),
  { relation: PANEL, rowsOf: panelRows },
]

/** Relations that a workbook shows on sheets of their own, beside the tables as drawn. */
export const SHEETS: readonly { readonly sheet: string; readonly relation: string }[] = [
  { sheet: '勾稽', relation: 'checks' },
  { sheet: '三公', relation: 'sangong' },
  { sheet: '数据', relation: 'facts' },
  { sheet: '绩效指标', relation: 'indicators' },
  { sheet: '文字数据', relation: 'narrative' },
]
