import { PANEL, panelRows } from './panel.ts'
import { RECORDS } from './records.ts'
import type { Relation, Row } from './relation.ts'
import { type ArchiveDocument, CELLS, cellRows, DOCUMENTS, documentRow, TABLES, tableRows } from './relations.ts'

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
