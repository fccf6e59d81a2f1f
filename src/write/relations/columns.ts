import type { Box } from '../../geometry.ts'
import type { DocumentJson } from '../document/document.ts'
import type { Column, ColumnType, Row } from './relation.ts'

/** A column from its parts, in one line. */
// biome-ignore lint/complexity/useMaxParams: a relation is a list of columns, and reads as one where each is a line of words
export const column = (name: string, type: ColumnType, zh: string, en: string, fiscal?: string): Column => ({
  name,
  type,
  zh,
  en,
  ...(fiscal !== undefined && { fiscal }),
})

/** The key of a document in every relation. */
export const DOCUMENT: Column = column('document', 'text', '文件名称', 'name of the document', 'activity:generic:id')

/** Whose document a row is from, of which year and kind. */
export const SUBJECT: readonly Column[] = [
  column('region', 'text', '地区', 'region', 'geo:source:target:label'),
  column('department', 'text', '部门', 'department', 'administrative-classification:generic:level1:label'),
  column('fiscal_year', 'integer', '年度', 'fiscal year', 'date:fiscal-year'),
  column('kind', 'text', '预算或决算', 'budget or final-accounts', 'phase:id'),
]

/** Whose money a document counts: the department's with all its units, one unit's, or a whole government's. */
export const SCOPE: Column = column('scope', 'text', '部门、单位或政府', 'department, unit or government')

/** Where on the page something is printed. */
export const PLACE: readonly Column[] = [
  column('page', 'integer', '页', 'page'),
  column('x0', 'number', '左', 'left, in points'),
  column('top', 'number', '上', 'top, in points'),
  column('x1', 'number', '右', 'right, in points'),
  column('bottom', 'number', '下', 'bottom, in points'),
]

/** The values of `DOCUMENT`, `SUBJECT` and `SCOPE`; a relation without one of the columns leaves it out. */
export const subjectRow = (name: string, { document: { region, department, fiscalYear, kind, scope } }: DocumentJson): Row => ({
  document: name,
  region,
  department,
  fiscal_year: fiscalYear,
  kind,
  scope,
})

/** The column of the page on which the figure of another column stands. */
export const pageColumn = (name: string, zh: string, en = name): Column =>
  column(`${name}_page`, 'integer', `${zh}页`, `page of ${en}`)

/** The values of `PLACE`. */
export const placeRow = ({ page, box: [x0, top, x1, bottom] }: { readonly page: number; readonly box: Box }): Row => ({
  page,
  x0,
  top,
  x1,
  bottom,
})
