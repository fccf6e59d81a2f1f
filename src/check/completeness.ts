import { entryOf } from '../budget/catalog/catalog.ts'
import type { BudgetTable, Dataset } from '../budget/dataset.ts'
import { yearOfTitle } from '../budget/document/title-words.ts'
import { plain } from '../budget/label.ts'
import { type Finding, findingFrom } from '../finding.ts'
import { CODES } from './finding-codes.ts'

const TITLES = {
  'table-twice': { zh: '同类表格出现两次', en: 'a standard table appears twice' },
  'column-unknown': { zh: '未识别的金额列', en: 'amount columns whose header is not known' },
  'title-of-other-year': {
    zh: '表题年度不是文件年度，本表的数按表题年度给出',
    en: 'the title of a table names another year than that of the document, and its figures are given as of that year',
  },
} as const

const about = (code: keyof typeof TITLES, { table }: BudgetTable, actual: string, expected: string | null = null): Finding =>
  findingFrom({
    ...{ code, severity: CODES[code], verdict: 'structure', table: table.id, expected, actual },
    ...{ page: table.regions[0]?.page ?? null, box: table.regions[0]?.box ?? null },
    zh: `${TITLES[code].zh}：${table.title ?? table.id}（${actual}）`,
    en: `${TITLES[code].en}: ${table.title ?? table.id} (${actual})`,
  })

/** Whether two tables are one standard table under one title: some kinds stand for two tables of a set, as that of all money and that of the general budget. */
const isSame = (a: BudgetTable, b: BudgetTable): boolean => a.kind === b.kind && titleOf(a) === titleOf(b)

const titleOf = ({ table }: BudgetTable): string => plain(table.title ?? '').replaceAll(/\(?20\d\d年?度?\)?/g, '')

/** The office that a table says it is of, in the form names are compared in. */
const officeOf = ({ table }: BudgetTable): string | null => table.department && plain(table.department)

/** Whether two tables are the same standard table of two offices. */
const isOfAnother = (a: BudgetTable, b: BudgetTable): boolean => {
  const [one, other] = [officeOf(a), officeOf(b)]
  return isSame(a, b) && one !== null && other !== null && one !== other
}

/** One finding for the tables of a book of several offices, each with its own set. */
function severalOffices(standard: readonly BudgetTable[]): Finding[] {
  const sets = standard.filter(table => standard.some(other => isOfAnother(other, table)))
  const offices = [...new Set(sets.flatMap(table => officeOf(table) ?? []))]
  const [first] = sets
  if (first === undefined) return []
  return [
    findingFrom({
      ...{ code: 'several-offices', severity: CODES['several-offices'], verdict: 'structure', actual: `${offices.length}` },
      ...{ page: first.table.regions[0]?.page ?? null, tables: sets.map(({ table }) => table.id) },
      zh: `文件中${offices.length}个单位各有一套表：${some(offices)}；文件的部门和三公经费只是其中一个单位的，说明中的数未按单位区分`,
      en: `the document holds a set of tables for each of ${offices.length} offices: ${some(offices)}; its department and 三公 are those of one, and figures of the text are not told apart by office`,
    }),
  ]
}

/** Whether the year of a title is usual in a document of a year: debt at its beginning, and what was carried out, are of the year before. */
const isYearOf = ({ kind, table }: BudgetTable, year: number, fiscalYear: number): boolean =>
  year === fiscalYear ||
  (year === fiscalYear - 1 && (entryOf(kind)?.isOfYearBefore === true || /执行|完成/.test(table.title ?? '')))

/** So many names say which columns are meant. */
const NAMES = 3
const some = (names: readonly string[]): string =>
  names.length <= NAMES ? names.join('、') : `${names.slice(0, NAMES).join('、')} … (${names.length})`

/** Standard tables printed twice or for several offices, columns whose header is not known, titles of another year than the document. */
export function completenessFindings({ tables, metadata }: Dataset): Finding[] {
  const standard = tables.filter(table => table.kind !== null && !table.kind.includes('perf'))
  const isAgain = (table: BudgetTable, at: number): boolean =>
    standard.some((other, before) => before < at && isSame(other, table) && !isOfAnother(other, table))
  const twice = standard.filter(isAgain)
  const keyed = standard.filter(({ kind }) => entryOf(kind)?.columns !== 'subjects')
  const unknown = keyed.flatMap(table => {
    const columns = table.columns.filter(({ role, key, subject }) => role === 'amount' && key === null && subject === null)
    return columns.length === 0 ? [] : [about('column-unknown', table, some(columns.map(({ path }) => path.join('>'))))]
  })
  const years = standard.flatMap(table => {
    const year = yearOfTitle(table.table.title)
    return year !== null && metadata.fiscalYear !== null && !isYearOf(table, year, metadata.fiscalYear)
      ? [about('title-of-other-year', table, `${year}`, `${metadata.fiscalYear}`)]
      : []
  })
  return [
    ...severalOffices(standard),
    ...twice.map(table => about('table-twice', table, table.kind ?? '')),
    ...unknown,
    ...years,
  ]
}
