import { onceText } from '../../once.ts'
import { isElided, SANGONG_WORDS } from '../columns/money-words.ts'
import { isUnder } from '../subjects/code.ts'
import { classCode, codesNamed } from '../subjects/subjects.ts'
import { isPhrase, nameIn } from './phrase.ts'
import { type Subject, unmarked } from './prose.ts'
import { ASIDE, PARTS } from './words.ts'

/** The number of an item of a list before its name. */
const NUMBERED = /^[●○◆◇■□▪•►▶➢➤★☆※]?(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)](?!\d)|[①-⑳]|[一二三四五六七八九]是)?/

/** A bracket right before a figure belongs to the name before it, 污水处理服务费(政府性基金)52,765.99万元; one with a code is that of its 科目. */
const BRACKET = /\([^()]*[^()\d][^()]*\)$/

/** The words before a figure without such a bracket at their end. */
export const withoutBracket = (words: string): string => words.replace(BRACKET, '')

/** How a name of money ends. */
const OF_MONEY = /(?:费用?|款|(?:收入|支出)(?:预算|决算)?|资金|购置)$/

const OF_SUM = /(?:[合总小共]计|总额|总数)$/

/** Whether some words name money: by how they end, 三公经费合计 as 三公经费, or as a part of 三公, 公务车辆运行. */
const isOfMoney = (words: string): boolean =>
  OF_MONEY.test(words.replace(OF_SUM, '')) || SANGONG_WORDS.some(([, pattern]) => pattern.test(words.replace(NUMBERED, '')))

/**
 * What an amount of the prose is called: subject and year in front and 预算数为 behind taken off, without quotes. Where no name is
 * left it may stand before the year: 公务用车运行维护费2026年预算数. A bracket at the end says more of a name, and nothing without one.
 */
export const subjectOf: (label: string) => string = onceText(label => {
  const [bracket = ''] = BRACKET.exec(label) ?? []
  if (bracket !== '') {
    const name = subjectOf(withoutBracket(label))
    return isElided(name) ? name : `${name}${bracket}`
  }
  const words = label.replaceAll(/["'“”‘’]/g, '')
  const [, before = '', behind = words] = /^(.*)20\d\d(?:年度?(?![初末底])|(?=年[初末底]))(.*)$/.exec(words) ?? []
  const name = unmarked(nameIn(behind.replace(NUMBERED, '')))
  return isElided(name) && isOfMoney(before) ? subjectOf(before) : name
})

/** What money a heading names; '' where it names none. */
export const titleOf = (heading: string): string => (OF_MONEY.test(heading) ? subjectOf(heading) : '')

/** What stands before a name and is no part of it: the bracket of its number, and words that join it to another name. */
const BEFORE_NAME = /^[-—]?(?:\([一二三四五六七八九十]{1,3})?\)?(?:和|及)?/

/** A name of a level; one behind that of the level above may have a 、 in it: 环境保护管理事务(款)环境保护法规、规划及标准(项). */
const NAMED = /((?<=〔[类款]〕)[^〔〕,;:、。.\d][^〔〕,;:。.\d]{1,39}|[^〔〕,;:、。.\d]{2,40})〔(类|款|项)〕/g

/** The 科目 a figure is said for: `2080501-行政单位离退休`, `行政运行（2010801）`, or `…（类）…（款）…（项）`; null when none is named. */
export function itemOf(before: string): Subject | null {
  const clause = before.slice(before.lastIndexOf('。') + 1)
  const named =
    /(?<![\d.,])(\d{3}|\d{5}|\d{7})(?![亿万千]?元)[-—]?[^\d,;:。]{2,30}$/.exec(clause)?.[1] ??
    /\((\d{3}|\d{5}|\d{7})\)(?:支出|预算数|预算|[:：])*(?:20\d\d年)?[^\d,;。]{0,6}$/.exec(clause)?.[1]
  if (named !== undefined && /^[23]/.test(named)) return { code: named, names: {}, classCode: named.slice(0, 3) }
  const names: Partial<Record<'类' | '款' | '项', string>> = {}
  for (const match of clause.matchAll(NAMED)) {
    const level = match[2]
    if ((level === '类' || level === '款' || level === '项') && match[1] !== undefined)
      names[level] = match[1].replaceAll(/["“”]/g, '').replace(BEFORE_NAME, '')
  }
  return Object.keys(names).length === 0
    ? null
    : { code: null, names, classCode: names.类 === undefined ? null : classOfName(asClass(names.类)) }
}

/** A 科目 that is named without its 类, with the one that the innermost heading above it names, if any does: (一)卫生健康支出(类), 1.行政事业单位医疗(款)…. */
export function underHeading(item: Subject, section: string): Subject {
  if (item.code !== null || item.names.类 !== undefined) return item
  const above = itemOf(section.split(' > ').findLast(heading => heading.includes('〔类〕')) ?? '')
  return above?.names.类 === undefined
    ? item
    : { ...item, names: { ...above.names, ...item.names }, classCode: above.classCode }
}

/** The name of a 类 in full: prose leaves its 支出 out, and 卫生健康 alone is a 款 of 援助其他地区支出. */
const asClass = (name: string): string => (name.endsWith('支出') ? name : `${name}支出`)

/** The class a bare name stands for: 社会保障和就业 → 208; null when it is no class. */
export const classOfName = (name: string): string | null => classCode(name, '2')

/** The code of a 科目 that the prose names: as printed, else the one code that its names have below each other; null when one of them is unknown or has several. */
export function codeOf({ code, names, classCode }: Subject): string | null {
  if (code !== null || classCode === null) return code
  let found = classCode
  for (const [name, length] of [[names.款, 5] as const, [names.项, 7] as const]) {
    if (name === undefined) continue
    const below = codesNamed(name, '2').filter(one => one.length === length && isUnder(one, found))
    if (below.length !== 1) return null
    found = below[0] as string
  }
  return found
}

/** What money a clause without a figure leads to that the next one tells: 公务接待方面,全年支出; '' where it speaks of more. */
export function topicOf(clause: string): string {
  const name = isPhrase(clause, 'topic') && !ASIDE.test(clause) && !PARTS.test(clause) ? subjectOf(clause) : ''
  return OF_MONEY.test(name) || clause.endsWith('方面') ? name : ''
}

/** What stands behind an amount that is told for it: 5万元用于会议, 其余3万元为培训费. */
const BEHIND = /^(?:用于|为|是|系|投向)([^,;:。、()\d]{2,16})(?=[,;。、]|$)/

/** What an amount is told to be for behind it; '' where it is not. */
export const namedBehind = (behind: string): string => nameIn(BEHIND.exec(behind)?.[1] ?? '')
