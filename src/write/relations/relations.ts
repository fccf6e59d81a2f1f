import { column, DOCUMENT, PLACE, placeRow, SCOPE, SUBJECT, subjectRow } from './columns.ts'
import type { ArchiveDocument, Relation, Row } from './relation.ts'

/** One row a document. */
export const DOCUMENTS: Relation = {
  name: 'documents',
  zh: '文件',
  en: 'one row a document',
  key: ['document'],
  columns: [
    DOCUMENT,
    column('file', 'text', '原文件', 'the PDF as given'),
    column('sha256', 'text', '哈希', 'sha256 of the PDF'),
    column('status', 'text', '结果', 'outcome'),
    column('current', 'boolean', '是否最新', 'whether no later publication replaces it'),
    column('replaced_by', 'text', '被替代为', 'the later publication'),
    column(
      'part_of',
      'text',
      '所属公开文件',
      'the document that leads the publication of which this is a part: text and tables apart',
    ),
    column('modified', 'text', '修改时间', 'when the PDF was last changed'),
    ...SUBJECT,
    SCOPE,
    column('pages', 'integer', '页数', 'pages'),
    column('tables', 'integer', '表数', 'tables'),
    column('errors', 'integer', '错误数', 'findings of severity error'),
    column('warnings', 'integer', '警告数', 'findings of severity warning'),
    column('version', 'text', '程序版本', 'version of the program'),
  ],
}

/** One row a table. */
export const TABLES: Relation = {
  name: 'tables',
  zh: '表',
  en: 'one row a table of a document',
  key: ['document', 'table'],
  columns: [
    DOCUMENT,
    column('table', 'text', '表', 'id of the table'),
    column('number', 'text', '表号', 'number as printed'),
    column('title', 'text', '表名', 'title'),
    column('kind', 'text', '标准表', 'kind in the catalogue of standard tables'),
    column('unit', 'text', '单位', 'unit as printed'),
    column('first_page', 'integer', '起始页', 'first page'),
    column('last_page', 'integer', '结束页', 'last page'),
    column('rows', 'integer', '行数', 'rows, header included'),
    column('columns', 'integer', '列数', 'columns'),
    column('header_rows', 'integer', '表头行数', 'header rows'),
  ],
}

/** One row a cell. */
export const CELLS: Relation = {
  name: 'cells',
  zh: '单元格',
  en: 'one row a cell as drawn',
  key: ['document', 'table', 'row', 'column'],
  columns: [
    DOCUMENT,
    column('table', 'text', '表', 'id of the table'),
    column('row', 'integer', '行', 'row, from 0, header included'),
    column('column', 'integer', '列', 'column, from 0'),
    column('row_span', 'integer', '跨行', 'rows that it covers'),
    column('column_span', 'integer', '跨列', 'columns that it covers'),
    column('header', 'boolean', '是否表头', 'whether it is part of the header'),
    column('text', 'text', '文本', 'text'),
    column('yuan', 'yuan', '金额（元）', 'amount in 元', 'value'),
    ...PLACE,
    column('source', 'text', '来源', 'pdf, ocr or reviewed'),
    column('confidence', 'number', '可信度', 'confidence, 0 to 1'),
  ],
}

/** The row of a document. */
export function documentRow({ name, document, replacedBy, partOf, parts: _, ...known }: ArchiveDocument): Row {
  const { source, tables, findings } = document
  const count = (severity: string): number => findings.filter(finding => finding.severity === severity).length
  return {
    ...known,
    ...subjectRow(name, document),
    sha256: source.sha256,
    replaced_by: replacedBy,
    part_of: partOf,
    pages: source.pages,
    tables: tables.length,
    errors: count('error'),
    warnings: count('warning'),
  }
}

/** The rows of the tables of a document. */
export const tableRows = ({ name, document }: ArchiveDocument): Row[] =>
  document.tables.map(({ id, number, title, kind, unit, regions, rows, columns, headerRows }) => ({
    document: name,
    table: id,
    number,
    title,
    kind,
    unit,
    first_page: Math.min(...regions.map(({ page }) => page)),
    last_page: Math.max(...regions.map(({ page }) => page)),
    rows: rows.length,
    columns: columns.length,
    header_rows: headerRows,
  }))

/** The rows of the cells of a document. */
export const cellRows = ({ name, document }: ArchiveDocument): Row[] =>
  document.tables.flatMap(({ id, headerRows, cells }) =>
    cells.map(({ row, column: at, rowSpan, columnSpan, text, amount, source, confidence, ...place }) => ({
      document: name,
      table: id,
      row,
      column: at,
      row_span: rowSpan,
      column_span: columnSpan,
      header: row < headerRows,
      text,
      yuan: amount && BigInt(amount.fen),
      ...placeRow(place),
      source,
      confidence,
    })),
  )
