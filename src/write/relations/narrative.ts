import { isElided } from '../../budget/columns/money-words.ts'
import { isBase, measureSaid } from '../../budget/prose/prose.ts'
import type { NarrativeJson } from '../document/meaning-schema.ts'
import { column, DOCUMENT, PLACE, placeRow, SCOPE, SUBJECT, subjectRow } from './columns.ts'
import { yearsTold } from './narrative-year.ts'
import type { NamedDocument, Relation, Row } from './relation.ts'

/** One row a figure of the running text. */
export const NARRATIVE: Relation = {
  name: 'narrative',
  zh: '文字数据',
  en: 'one row a figure of the running text: what it is said to be, its sentence and place',
  key: ['document', 'number'],
  columns: [
    DOCUMENT,
    ...SUBJECT,
    SCOPE,
    column('number', 'integer', '序号', 'number of the figure in the document'),
    column('figure', 'text', '性质', 'amount, change, share, growth, completion, count, year or statement'),
    column(
      'name',
      'text',
      '名称',
      'what the figure is called, without year and department; of a change or a percentage, the amount it is of',
    ),
    column('code', 'text', '科目编码', 'code of the subject it is said for', 'functional-classification:generic:code'),
    column('subject', 'text', '科目名称', '类, 款 and 项 it is said for', 'functional-classification:generic:label'),
    column(
      'measure',
      'text',
      '预算数或决算数',
      'budget, adjusted (全年预算数) or final (决算数) where the words of an amount, or of the one it is a part of, say so',
    ),
    column('year', 'integer', '年度', 'year that the figure is of, where its sentence tells it'),
    column('direction', 'text', '增减', 'more, less or same'),
    column('aside', 'boolean', '附带', 'it only explains another figure, or is a bound: 100万元以上'),
    column('text', 'text', '原文', 'as printed'),
    column('value', 'text', '数值', 'decimal number as printed, ungrouped'),
    column('unit', 'text', '单位', 'unit of the value'),
    column('yuan', 'yuan', '金额（元）', 'amount in 元, where it is money', 'value'),
    column('sentence', 'text', '句子', 'the sentence up to the figure and with it'),
    column('section', 'text', '章节', 'headings above it'),
    ...PLACE,
    column('method', 'text', '来源', 'pdf or ocr'),
  ],
}

/** What a figure is said for: the subject it names, else that of the amount it is a change or a percentage of. */
const subjectOf = ({ item }: NarrativeJson, of: NarrativeJson | undefined): string | null => {
  const names = item ?? of?.item ?? null
  return names === null ? null : Object.values(names.names).filter(Boolean).join('/')
}

/** The name of a subject before its code, 行政运行(2010801)2,342.00万元, 资本性支出(基本建设)(309)710.00万元, 政府办公厅(室)及相关机构事务(20103)…. */
const CODED = /([^,;:。.()\d](?:[^,;:。()\d]|\([^()\d]+\)){1,30})\(\d{3,7}\)[^,;:。()]*$/

/** What an amount is called; where its own words leave no name, what stands before its code, or the lowest subject that its item names. */
const called = ({ subject, before, item }: NarrativeJson): string =>
  subject || CODED.exec(before)?.[1] || Object.values(item?.names ?? {}).findLast(Boolean) || ''

/** What may stand behind the department before the name of its money, and before a name that explains. */
const BEHIND_OFFICE = /^(?:\((?:本级|机关)\)|本级)?/
const EXPLAINING = /^(?:主要)?原因(?:是|为|系)?|^主要(?:是|为|系|由于)/
/** The code of a subject in front of its name: 2080501-行政单位离退休. */
const CODE_IN_FRONT = /^\d{3,7}[-—]+/
/** What stands behind the department before another office in one name with it. */
const AND_OTHERS = /^[、和与及]/

/** A name without what explains, the code of its subject and the document's own department in front. */
function withoutOffice(name: string, department: string | null): string {
  const own = name.replace(EXPLAINING, '').replace(CODE_IN_FRONT, '')
  if (department === null || !own.startsWith(department)) return own
  const behind = own.slice(department.length)
  return AND_OTHERS.test(behind) ? own : behind.replace(BEHIND_OFFICE, '') || own
}

/** The name of a figure: of a percentage that of its amount and its own, 公务接待费占三公经费的; of a change without one that of its amount. */
function nameOf(fact: NarrativeJson, of: NarrativeJson | undefined): string {
  const amount = of === undefined ? '' : called(of)
  return fact.kind === 'share' || fact.kind === 'completion'
    ? `${amount}${fact.subject}`
    : fact.subject || amount || called(fact)
}

/** Whether an amount is named only by what it is: the one that the amount before it is compared with, 机关运行经费612.80万元,比上年640.00万元减少…. */
const isBaseOnly = ({ kind, label, subject }: NarrativeJson): boolean => kind === 'amount' && isBase(label) && isElided(subject)

/** The amount that one without a name is compared with, in its sentence; the figure itself where it has one, or where none stands before it. */
function namedBy(narrative: readonly NarrativeJson[], at: number): NarrativeJson {
  const fact = narrative[at] as NarrativeJson
  if (!isBaseOnly(fact)) return fact
  const isNamed = (other: NarrativeJson): boolean =>
    other.sentence === fact.sentence && other.kind === 'amount' && !other.aside && !isBaseOnly(other)
  return narrative.slice(0, at).findLast(isNamed) ?? fact
}

/** Whether an amount is planned or spent by its own words, else by those of the amount it is a part of. */
function measureOf(narrative: readonly NarrativeJson[], { kind, label, whole }: NarrativeJson): string | null {
  if (kind !== 'amount') return null
  const outer = whole === null ? undefined : narrative[whole]
  return measureSaid(label) ?? (outer ? measureOf(narrative, outer) : null)
}

/** The rows of the figures of the running text of a document. */
export const narrativeRows = ({ name, document }: NamedDocument): Row[] => {
  const ofs = document.narrative.map(({ of }) => (of === null ? undefined : document.narrative[of]))
  const years = yearsTold(document.narrative, document.document)
  return document.narrative.map((fact, number) => ({
    ...subjectRow(name, document),
    number,
    figure: fact.kind,
    name: withoutOffice(nameOf(namedBy(document.narrative, number), ofs[number]), document.document.department),
    code: fact.code ?? ofs[number]?.code ?? null,
    subject: subjectOf(fact, ofs[number]),
    measure: measureOf(document.narrative, fact),
    year: years[number] ?? null,
    direction: fact.direction,
    aside: fact.aside,
    text: fact.text,
    value: fact.value,
    unit: fact.unit,
    yuan: fact.fen === null ? null : BigInt(fact.fen),
    // A statement and a year are told with their whole sentence.
    sentence: fact.kind === 'statement' || fact.kind === 'year' ? fact.before : fact.before + fact.text,
    section: fact.section,
    ...placeRow(fact),
    method: fact.source,
  }))
}
