// All that the commands can, a file a line: one document stage by stage (`pagesOf`, `gridsOf`, `tablesOf`, `extractDocument`), the relations that
// answer questions (`checkRows`, `sangongRows`, `panelRow` …), an archive (`runBatch`, `archiveDocuments`, `exportArchive`).
// The queue is in queue.ts: its types want those of pg.

export { archiveDocuments, documentFolders, documentOf, readArchive, readDocumentFile } from './batch/archive.ts'
export { type CorrectedOutcome, correctArchive } from './batch/correct.ts'
export { type Exported, type ExportOptions, exportArchive, FORMATS, type Format, parseFormats } from './batch/export/export.ts'
export { queryArchive } from './batch/export/query.ts'
export { prepareFolder, readBytes, refuseAbsent, writeWhole } from './batch/files.ts'
export { type Answer, type FilterOptions, filterDocuments } from './batch/filter.ts'
export { type Input, inputsOf, type Source } from './batch/inputs.ts'
export { DEFAULT_MEMORY, DEFAULT_PAGE_TIMEOUT, DEFAULT_TIMEOUT, type WorkerOptions } from './batch/limits.ts'
export { OCR_CACHE, readManifest } from './batch/manifest.ts'
export { DATASET_FOLDER } from './batch/names.ts'
export { type DocumentOptions, hasFailed, isRead, type Outcome, outcomeSchema, succeeded } from './batch/outcome.ts'
export { PATCH, readCorrections } from './batch/patch.ts'
export { isCurrent, isOfAnyPlace, linkedPublications, partsOfPublications } from './batch/publications.ts'
export { type How, type RunOptions, runBatch, type Totals } from './batch/run.ts'
export { sourcesOf } from './batch/sources.ts'
export { type BudgetTable, decisionsOf, MEANING_DECISIONS, type UnitNamed } from './budget/dataset.ts'
export { readBudget } from './budget/read-budget.ts'
export { becomes } from './corrections/becomes.ts'
export type { Correction, Replayed } from './corrections/correction.ts'
export { parseCorrections } from './corrections/patch-file.ts'
export { evidenceOverlay, gridOverlay, pageOverlay, tableOverlay } from './debug/overlay.ts'
export { BudgetError, type ErrorCode } from './errors.ts'
export type { Finding } from './finding.ts'
export { type Box, runs } from './geometry.ts'
export { columnCount, type Grid, type GridCell, type GridEvidence, rowCount } from './grid/grid.ts'
export { gridEvidenceOf, gridsOf } from './grid/grids.ts'
export { type ExtractOptions, extractOptionsSchema, parseEngine, parseOcr, parsePages } from './options.ts'
export type { Glyph, Page, Picture, Ruling } from './page/page.ts'
export { contentOf, type PageContent } from './page-content.ts'
export { extractDocument, recheckDocument } from './pipeline.ts'
export { atPrintedPlaces, turnedPages } from './printed-places.ts'
export { type OnPage, pagesOf } from './reading.ts'
export type { Cell, Column, Table } from './table/table.ts'
export { tablesOf } from './table/tables.ts'
export { version } from './version.ts'
export { type CellJson, type DocumentJson, documentSchema, type TableJson } from './write/document/document.ts'
export { type GridsJson, gridsJson, gridsSchema } from './write/document/grids.ts'
export { documentText, jsonText } from './write/document/json.ts'
export { claimsOf, claimsText, countsOf, type Language, reconciliation, WORDS } from './write/document/reconciliation.ts'
export {
  claimLines,
  reconciliationHtml,
  reconciliationLines,
  reconciliationMarkdown,
} from './write/document/reconciliation-text.ts'
export { type CsvFile, csvFiles, csvOf } from './write/formats/csv.ts'
export { CHECKS, checkRows } from './write/relations/checks.ts'
export { COMPARISON, comparisonRows } from './write/relations/comparison.ts'
export { COVERAGE, coverageRow } from './write/relations/coverage.ts'
export { FACTS, factRows } from './write/relations/facts.ts'
export { INDICATORS, indicatorRows } from './write/relations/indicators.ts'
export { NARRATIVE, narrativeRows } from './write/relations/narrative.ts'
export { isNoBudget, PANEL, panelRow, panelRows } from './write/relations/panel/panel.ts'
export type { ArchiveDocument, NamedDocument, Relation, Row, RowForm } from './write/relations/relation.ts'
export { csvHead, csvRows, jsonlRows, percentOf, ROW_FORMS, yuanText } from './write/relations/relation.ts'
export { SANGONG, sangongRows } from './write/relations/sangong.ts'
export {
  type SangongGrowth,
  sangongSubject,
  totalOfYear,
  withoutRepeats,
  withSangongGrowth,
} from './write/relations/sangong-growth.ts'
