// What is printed to label a table, read from text without white space.

import { simplified } from '../../traditional.ts'
import { COLON, UNIT_LABEL } from '../../unit-label.ts'
import { endsInTable, squash } from '../words.ts'

/** Arabic numbers with parts, or Chinese ones, which end before 一般 (表五 一般公共预算 …) and are not part of it (表一般 …). */
const HAN = '一二三四五六七八九十百'
/** A digit in either width: ２０２６年 is printed as often as it is typed in Chinese. */
const D = '[0-9０-９]'
/** A year, or years, that begin a title end the number before it, without a space between them: 附表1 2026年…, 表2 2024—2026年…. */
const YEAR = `(?:20|２０)${D}{2}(?:[-－—–~～至](?:20|２０)?${D}{2})?年`
const ENDS = `(?=${YEAR}|(?!${D}|[-－—–.．]${D}))`
const HAN_ORDINAL = `(?!一般)[${HAN}]+?(?=一般|$|[^${HAN}])`
/** Parts of a table with a Chinese number are counted in either: 表三-1, 表三之一. */
const PART = `[-－—–](?!${YEAR})${D}+?${ENDS}|[-－—–之]${HAN_ORDINAL}`
const ORDINAL = `${HAN_ORDINAL}(?:${PART})?|(?!${YEAR})${D}+?(?:[-－—–.．]${D}+?)*${ENDS}`
const SERIES = '公开|预算公开|决算公开|部门公开|预算|决算|财决附|财决|批复|预|决'
/** The year of the series before it: 2023年预算公开表2 2023年…. */
const YEAR_OF_SERIES = `(?:${YEAR}度?(?=(?:预算|决算|部门)*公开表${D}))?`
/** 表1-2, 附表3, 表十二, 公开表5, 预算公开表2 … The series stays part of the number: as printed but for 表. */
const NUMBER_AFTER = new RegExp(`^${YEAR_OF_SERIES}附?((?:${SERIES})*)表(${ORDINAL})`)
/** 公开01表, 财决批复08表 …, alone, before a colon, or with its series also before the title: 预算01表收支总表. */
const NUMBER_BEFORE = new RegExp(
  `^附?((?:${SERIES})*)(${D}{1,2}(?:[-－—–]${D}+)*)表(?:格)?(?:$|(?=[:：]))|^附?((?:${SERIES})+)(${D}{1,2}(?:[-－—–]${D}+)*)表(?=.)`,
)
/** 附件1-2, alone or before the title: a document is one annex, 附件1, its tables are parts of it. */
const NUMBER_OF_ANNEX = new RegExp(`^(附件${D}+[-－—–]${D}+?)${ENDS}`)
/** A title that counts in a list: 一、2017年度部门收支总表. */
const NUMBER_IN_LIST = new RegExp(`^([${HAN}]{1,3})[、.．](?=.*表(?:[(（][^()（）]*[)）])*$)`)
/** What marks a caption of a following page: （续）, 续表2-1, （续上表）, 接上页. */
const CONTINUED = new RegExp(
  `[(（][续接][^()（）]{0,8}[)）]|^(?:续表|接上[页表])[${HAN}0-9０-９]*(?:[-－—–]${D}+)?[:：]?|续表?[${HAN}0-9０-９]*(?:[-－—–]${D}+)?$`,
)
const NUMBER_IN_BRACKETS = new RegExp(`[(（]附?((?:${SERIES})*)表(${ORDINAL})[)）]`)
const UNIT = new RegExp(
  `(?:(?:金额|货币|计量|计价)?单位(?:${COLON}|为)?|(?<![^(（])(?:金额|人民币)${COLON})(?:人民币)?([百千万亿]*元)`,
)
const UNIT_IN_BRACKETS = new RegExp(`[(（](?:(?:金额|货币|计量|计价)?单位${COLON})?(?:人民币)?([百千万亿]*元)[)）]$`)
/** What an office does that a label of it names: 编制单位, 填报单位. */
const WHO_TELLS = '编制|填报|填表|公开|申报|报送'
const DEPARTMENT = new RegExp(
  `^(?:${WHO_TELLS}|预算|主管|资金主管)?(?:部门|单位)(?:名称)?(?:[(（](?:单位|部门|公章|盖章)[)）])?[:：](.*)$`,
)
const PERIOD = /^[(（]?[\d０-９]{4}年?度?[)）]?$/
/** The unit behind a title on its line, 部门支出总表 单位：万元; what 本表, 下表 … say is a note. */
const UNIT_BEHIND = new RegExp(`(?<=[^本上下此该各附续]表(?:[(（][^()（）]*[)）])*)${UNIT_LABEL}$`)

/** The number of a table without the word 表, dashes as hyphens and digits of ordinary width: "1-2", "公开01", "一"; null when the text names none. */
export function numberOf(text: string): string | null {
  const match =
    NUMBER_AFTER.exec(text) ??
    NUMBER_BEFORE.exec(text) ??
    NUMBER_OF_ANNEX.exec(text) ??
    NUMBER_IN_BRACKETS.exec(text) ??
    NUMBER_IN_LIST.exec(text)
  return match === null ? null : match.slice(1).join('').normalize('NFKC').replace(/[—–]/g, '-')
}

/** A line of nothing but the unit: `万元`. */
const UNIT_ALONE = /^([百千万亿]*元)$/
/** The unit of money that the text names, 元 to 亿元. */
export function unitOf(printed: string): string | null {
  const text = simplified(printed)
  return (UNIT.exec(text) ?? UNIT_IN_BRACKETS.exec(text) ?? UNIT_ALONE.exec(text.trim()))?.[1] ?? null
}

/** The unit of money in brackets at the end of a text: 合计（万元）. */
export const unitInBrackets = (text: string): string | null => UNIT_IN_BRACKETS.exec(simplified(text))?.[1] ?? null

/** What things are counted in: 单位：亩、户. */
const OF_COUNTS = /^(?:万?(?:[亩户人个台套辆件次家吨头只株]|人次|批次|公里|公顷|平方米)|[%％‰])(?:[、，,/和].*)?$/
/** The department that a label names, '' after an empty label; `单位：万元`, `单位：人民币万元` and `单位：亩、户` are no departments. */
export function departmentOf(text: string): string | null {
  const label = DEPARTMENT.exec(simplified(text))?.[1]
  if (label === undefined) return null
  // As it is printed: both have as many characters.
  const name = text.slice(text.length - label.length)
  const bare = name.replace(new RegExp(`${UNIT.source}.*$`), '')
  return /^(?:人民币)?[百千万亿]*元/.test(bare) || OF_COUNTS.test(bare) ? null : bare
}

/** The text of a caption without the mark of a continued table; the same text where it has none. */
export const withoutContinuation = (text: string): string => text.replace(CONTINUED, '')

/** Where a label of the unit or of the department begins in a line. */
const LABELS = new RegExp(`(?<!金额|货币|计量|计价)(?=${UNIT_LABEL})|(?=(?:${WHO_TELLS})(?:部门|单位))`)

/** What lines of a caption in one cell say: the title, and each label of the lines below it; the whole as one text where they are no such thing. */
export function captionTexts(lines: readonly string[]): readonly string[] {
  const texts = lines.map(squash)
  const title = texts.findIndex((_, at) => at < texts.length - 1 && endsLikeTitle(texts.slice(0, at + 1).join('')))
  const labels = texts.slice(title + 1).flatMap(text => text.split(LABELS))
  const areLabels = labels.every(text => isLabel(text) || isPeriod(text) || isNumberAlone(text))
  return title < 0 || !areLabels ? [texts.join('')] : [texts.slice(0, title + 1).join(''), ...labels]
}

/** Whether a text is the number of a table and nothing else. */
export const isNumberAlone = (text: string): boolean => numberOf(text) !== null && withoutLabels(text) === ''

/** Whether the text only says for which year, as （2023年度） under a title. */
export const isPeriod = (text: string): boolean => PERIOD.test(text)

/** Whether the text says no more than the unit, or for which year and in which unit: 单位：万元, 2023年（单位：万元）. */
export function isUnitOrPeriod(text: string): boolean {
  const bare = text.replace(UNIT, '').replace(/[(（][)）]/, '')
  return bare === '' || isPeriod(bare)
}

/** Whether the text ends as titles of tables do: with 表, perhaps a bracket or the unit behind it. */
export const endsLikeTitle = (text: string): boolean => endsInTable(text.replace(UNIT_BEHIND, ''))

/** What a note to a table begins with. */
const NOTE = /^[(（]?(?:注|备注|说明|附注)[:：\d０-９]/

/** Whether the text is a note to a table: 注：本表反映… */
export const isNote = (text: string): boolean => NOTE.test(text)

/** Whether the text labels a department or a unit. */
export const isLabel = (text: string): boolean => departmentOf(text) !== null || unitOf(text) !== null

/** A title without the number and the unit that are printed beside it. */
export function withoutLabels(text: string): string {
  const bare = text.replace(NUMBER_IN_BRACKETS, '').replace(UNIT_IN_BRACKETS, '').replace(UNIT_BEHIND, '')
  const match = NUMBER_AFTER.exec(bare) ?? NUMBER_BEFORE.exec(bare) ?? NUMBER_OF_ANNEX.exec(bare) ?? NUMBER_IN_LIST.exec(bare)
  if (match === null) return bare
  return bare.slice(match[0].length).replace(/^[:：、.．]/, '')
}
