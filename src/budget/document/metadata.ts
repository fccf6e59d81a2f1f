import type { Finding } from '../../finding.ts'
import { entryOf } from '../catalog/catalog.ts'
import type { BudgetTable, Metadata } from '../dataset.ts'
import { plain } from '../label.ts'
import type { Paragraph } from '../prose/lines.ts'
import type { ProseFact } from '../prose/prose.ts'
import { kindOf, most } from './account.ts'
import { departmentOf } from './department.ts'
import { fiscalYearOf } from './fiscal-year.ts'
import { HEADING, isOfGovernment, openingOf } from './own-title.ts'
import { regionOf } from './region.ts'
import { governmentIn } from './title.ts'
import { yearDoubts } from './year-doubt.ts'

/** What stands before a place in a heading: 关于, the year. */
const BEFORE_PLACE = /^(?:关于|20\d\d年度?)+/

/** Headings about a budget, from the name they begin with: 某县2023年财政预算执行情况…的报告. */
const headingsOf = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.flatMap(({ text }) =>
    text.length < HEADING && /预算|决算|财政|三公/.test(text) ? [plain(text).replace(BEFORE_PLACE, '')] : [],
  )

/** The code that most rows of units print, else most rows; of a department the one that this begins with, where it is printed too (114 of 114001). */
function departmentCodeOf(tables: readonly BudgetTable[], scope: Metadata['scope']): string | null {
  const printed = tables.flatMap(({ lines }) => lines.filter(({ unitCode }) => unitCode !== null))
  const units = printed.filter(({ role }) => role === 'unit')
  const codes = (units.length > 0 ? units : printed).flatMap(({ unitCode }) => unitCode ?? [])
  const usual = most(codes.map(code => [code, 1]))
  const above = codes.filter(code => usual?.startsWith(code)).sort((a, b) => a.length - b.length)
  return scope === 'unit' ? usual : (above[0] ?? null)
}

/** A cover that names an office alone, without those below it; 市本级 is the money of a whole city. */
const OFFICE_ALONE = /(?:\((?:本级|机关)\)|[局厅委办院会室部]本级)(?:20\d\d年度?)?(?:部门|单位)(?:预算|决算)/

/** A government's where most of its standard tables are, or the title says so; 单位 when the cover, or the title, says 本级, or it or most titles of tables 单位预算, 部门 when they say 部门预算. */
function scopeOf(tables: readonly BudgetTable[], paragraphs: readonly Paragraph[]): Metadata['scope'] {
  const entries = tables.flatMap(({ kind }) => entryOf(kind) ?? [])
  if (2 * entries.filter(({ government }) => government !== undefined).length > entries.length) return 'government'
  const opening = openingOf(paragraphs)
  if (opening.some(isOfGovernment)) return 'government'
  const cover = opening.join('')
  if (OFFICE_ALONE.test(cover)) return 'unit'
  const [whole, one] = [/部门(?:综合)?(?:预算|决算)/.test(cover), /单位(?:预算|决算)/.test(cover)]
  if (whole !== one) return whole ? 'department' : 'unit'
  const words = [
    ...paragraphs.filter(({ text }) => text.length < 40).map(({ text }) => text),
    ...tables.map(({ table }) => table.title ?? ''),
  ]
  const count = (pattern: RegExp): number => words.filter(text => pattern.test(text)).length
  const [department, unit] = [
    count(/部门(?:综合)?(?:预算|决算)|部门(?:财务)?(?:收支|收入|支出)/),
    count(/单位(?:预算|决算)|预算单位|单位(?:财务)?(?:收支|收入|支出)/),
  ]
  return department === 0 && unit === 0 ? null : department >= unit ? 'department' : 'unit'
}

/** What else may say something of a document: its file name, which weighs least, and the figures of its sentences. */
interface Beside {
  readonly file?: string
  readonly prose?: readonly ProseFact[]
}

/** What a document says about itself, and where that is in doubt. */
export function metadataOf(
  tables: readonly BudgetTable[],
  paragraphs: readonly Paragraph[],
  { file = '', prose = [] }: Beside = {},
): { readonly metadata: Metadata; readonly doubts: readonly Finding[] } {
  const name = departmentOf(tables, paragraphs, file)
  const titled = tables.flatMap(({ table }) => governmentIn(table.title ?? '').place ?? [])
  const regions = (name === null ? [...titled, ...headingsOf(paragraphs)] : [name]).flatMap(place => regionOf(place) ?? [])
  const regionCode = most(regions.map(({ code }) => [code, 1]))
  const scope = scopeOf(tables, paragraphs)
  const dated = fiscalYearOf(tables, paragraphs, file)
  const metadata = {
    department: name,
    departmentCode: departmentCodeOf(tables, scope),
    region: regions.find(({ code }) => code === regionCode)?.name ?? null,
    regionCode,
    fiscalYear: dated.year,
    kind: kindOf(tables, paragraphs, prose),
    scope,
  }
  return { metadata, doubts: yearDoubts(dated) }
}
