import { BETWEEN_TITLES, titlesMissing } from '../../table/table.ts'
import type { DocumentJson } from '../document/document.ts'
import { column, DOCUMENT, SCOPE, SUBJECT, subjectRow } from './columns.ts'
import type { ArchiveDocument, Relation, Row } from './relation.ts'

/** One row a document: whose, of which year, and what of it is missing, empty or scanned. */
export const COVERAGE: Relation = {
  name: 'coverage',
  zh: '覆盖情况',
  en: 'which departments and years there are, and what of them is missing, empty or scanned',
  key: ['document'],
  columns: [
    ...SUBJECT,
    SCOPE,
    DOCUMENT,
    column('status', 'text', '结果', 'outcome'),
    column('current', 'boolean', '是否最新', 'whether no later publication replaces it'),
    column('part_of', 'text', '所属公开文件', 'the document that leads the publication of which this is a part'),
    column('pages', 'integer', '页数', 'pages'),
    column('scanned_pages', 'text', '扫描页', 'pages that are pictures'),
    column('tables', 'integer', '表数', 'tables'),
    column('standard_tables', 'integer', '标准表数', 'tables of a known kind'),
    column('missing_tables', 'text', '缺少的表', 'tables that the document lists and that were not found'),
    column('empty_tables', 'text', '空表', 'standard tables without a figure'),
    column('guarded', 'text', '勾稽覆盖率', 'share of the figures that an identity guards'),
    column('broken', 'integer', '不成立的勾稽', 'identities that are broken'),
  ],
}

const emptyOf = ({ tables }: DocumentJson): string =>
  tables
    .filter(
      ({ kind, cells, columns }) =>
        kind !== null && columns.some(({ role }) => role === 'amount') && cells.every(({ amount }) => amount === null),
    )
    .map(({ title, id }) => title ?? id)
    .join('；')

/** A document that gave data; the parts of its publication where they are known. */
type Covered = Omit<ArchiveDocument, 'partOf' | 'parts'> & Partial<Pick<ArchiveDocument, 'partOf' | 'parts'>>

/** The tables that a document lists and that no part of its publication has; what a part lacks, the one that leads it tells. */
function missingOf({ document, partOf = null, parts = [] }: Covered): string[] {
  const elsewhere = new Set(parts.flatMap(part => part.document.tables.map(({ title }) => title)))
  return partOf === null ? titlesMissing(document.findings).filter(title => !elsewhere.has(title)) : []
}

/** The row of a document that gave data. */
export function coverageRow(covered: Covered): Row {
  const { name, status, current, document, partOf = null } = covered
  const { figures, guarded } = document.coverage
  return {
    ...subjectRow(name, document),
    status,
    current,
    part_of: partOf,
    pages: document.source.pages,
    scanned_pages: document.pages
      .filter(({ content }) => content === 'scan')
      .map(({ page }) => page)
      .join(' '),
    tables: document.tables.length,
    standard_tables: document.tables.filter(table => table.kind !== null).length,
    missing_tables: missingOf(covered).join(BETWEEN_TITLES),
    empty_tables: emptyOf(document),
    guarded: figures === 0 ? null : (guarded / figures).toFixed(3),
    broken: document.checks.filter(({ outcome }) => outcome === 'broken').length,
  }
}
