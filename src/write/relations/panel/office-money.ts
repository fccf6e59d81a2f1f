import { isElided } from '../../../budget/columns/money-words.ts'
import { fenOf, magnitude } from '../../../budget/money/amount.ts'
import {
  isNow,
  LAST_YEAR,
  measureSaid,
  NIL_OPERATIONS,
  NIL_PROCUREMENT,
  NIL_STATED,
  yearSaid,
} from '../../../budget/prose/prose.ts'
import { behindNumber } from '../../../heading-number.ts'
import type { DocumentJson } from '../../document/document.ts'
import type { NarrativeJson } from '../../document/meaning-schema.ts'
import { yearsTold } from '../narrative-year.ts'
import { readerOf } from './clause-reader.ts'
import { type Office, type Owner, officeOf, ownerOf, spokenOf } from './owners.ts'
import type { Figure } from './sentences.ts'

/** The words in which sentences name what an office runs on and what it buys, by what they do there, as data: a letter a class. */
const MONEY_WORDS = {
  /** Running costs of the office, and what they are called where their heading says of what. */
  O: '机关运行经费 机关运行费',
  R: '运行经费',
  /** What is bought by the rules of the government. */
  P: '政府采购',
  /** The money it is paid of: 机关运行经费 are of no other, and of procurement it is a part. */
  F: '一般公共预算 一般公共预算拨款 一般公共预算财政拨款 一般公共拨款 财政拨款 拨款',
  /** How it is counted, and what only joins. */
  I: '预算 预算数 决算 决算数 支出 支出数 年初 全年 本年 本年度 当年 当年度 年度 预算内 纳入部门预算 列入部门预算 安排 计划 编制 编列 列支 发生 实际 项目 资金 金额 总金额 总额 总计 合计 总数 总量 总规模 规模 共 共计 共有 总 数 额 的 为 是 约 达 计 有',
} as const

/** What the letters of a name are; 政府采购货物预算 and what another fund pays are of none. */
const MONEY = {
  operations: /^[FI]*O[FI]*$/,
  running: /^I*F[FI]*R[FI]*$/,
  procurement: /^I*PI*$/,
} as const

const readName = readerOf(MONEY_WORDS, MONEY)

/** How headings call it, the statement that there is none, and the money that it counts. */
const CALLED = {
  operations: { heading: /机关运行/, nil: NIL_OPERATIONS, basis: 'general' },
  procurement: { heading: /政府采购/, nil: NIL_PROCUREMENT, basis: 'all' },
} as const
type OfficeMoney = keyof typeof CALLED

/** Headings below which an amount is that of a project, or a goal. */
const OF_PROJECTS = /项目支出|绩效|评价/
/** A bracket that leaves some of it out, (不含下属单位), and any other, which only says more of a name: (以合同签订为准). */
const LEFT_OUT = /[(〔](?:不含|不包括|不包含|除|扣除)/
const BRACKET = /[(〔]([^()〔〕]*)[)〕]/g
const HEADQUARTERS = /^(?:本级|机关)$/

/** The last clause of some words without years and brackets. */
const clauseOf = (words: string): string =>
  words
    .replaceAll(BRACKET, (_, inside: string) => (HEADQUARTERS.test(inside) ? inside : ''))
    .replaceAll(/20\d\d年度?/g, '')
    .replace(/^.*[,;:。]/s, '')

/** Whether one of the headings over a figure names another office: what is told as 本单位 is its own. */
function isUnderOther({ section }: NarrativeJson, office: Office): boolean {
  return section.split(' > ').some(heading => {
    const name = (behindNumber(heading) ?? heading).replace(/20\d\d年.*$/s, '')
    const { owner, isNamed } = ownerOf(clauseOf(name), office)
    return owner === 'other' && isNamed
  })
}

const lastHeading = ({ section }: NarrativeJson): string => section.split(' > ').at(-1) ?? ''

/** What is told of the office as a whole: how exactly, in 分 of its last printed place. */
interface Told extends Figure {
  readonly fen: bigint
  readonly step: bigint
}
type ToldMoney = Told & { readonly money: OfficeMoney }

/** 分 of the last place that an amount is printed to. */
const stepOf = ({ value, unit }: NarrativeJson): bigint =>
  (fenOf(unit) ?? 1n) / 10n ** BigInt(/\.(\d+)$/.exec(value)?.[1]?.length ?? 0)

/** Whether an amount is another one that is told, but for the places that are rounded or left out. */
export function isSameAmount(fen: bigint, told: Pick<Told, 'fen' | 'step'>): boolean {
  return fen === told.fen || magnitude(fen - told.fen) < told.step
}

/** Whether words tell another measure than that of the document: of final accounts a budget, of a budget what was spent. */
function isOfOtherMeasure(words: string, { document: { kind } }: DocumentJson): boolean {
  const measure = measureSaid(words)
  return measure !== null && measure !== (kind === 'final-accounts' ? 'final' : 'budget')
}

/** What an amount is told as, and whose it is by its words, else by what its sentence says before. */
interface Called {
  readonly money: OfficeMoney
  readonly owner: Owner
}

/** What the words before an amount name as a whole; where they say only how it is counted, 支出决算, what the amount before it in its sentence is, or what its heading names. */
function calledAt(narrative: readonly NarrativeJson[], at: number, office: Office): Called | null {
  const fact = narrative[at] as NarrativeJson
  const { before, label, subject, sentence } = fact
  const clause = clauseOf(label)
  const last = narrative.slice(0, at).findLastIndex(one => one.kind === 'amount' && !one.aside)
  if (isElided(clause) && narrative[last]?.sentence === sentence) return calledAt(narrative, last, office)
  const read = LEFT_OUT.test(label) ? null : readName(isElided(clause) ? subject : clause)
  if (read === null || (read.name === 'running' && !CALLED.operations.heading.test(lastHeading(fact)))) return null
  const passed = before.endsWith(label) ? before.slice(0, before.length - label.length) : before
  const owner = ownerOf(read.before, office).owner ?? spokenOf(passed, office)
  return { money: read.name === 'running' ? 'operations' : read.name, owner }
}

/** The amounts that are told of the document's office, year and measure, and no part of others. */
function amountsTold(document: DocumentJson, office: Office): ToldMoney[] {
  const { narrative } = document
  const years = yearsTold(narrative, document.document)
  return narrative.flatMap((fact, at) => {
    const { fen, page, label, whole } = fact
    if (!isNow(fact) || fen === null || whole !== null || years[at] !== document.document.fiscalYear) return []
    if (isOfOtherMeasure(label, document) || OF_PROJECTS.test(lastHeading(fact))) return []
    const called = calledAt(narrative, at, office)
    if (called === null || called.owner === 'other' || isUnderOther(fact, office)) return []
    const { money } = called
    return [{ money, fen: BigInt(fen), page, step: stepOf(fact), basis: CALLED[money].basis }]
  })
}

/** What a statement says there is none of: by its own words, or 无此项支出 by its heading. */
function noneOf(fact: NarrativeJson): OfficeMoney | null {
  const { kind, label, text } = fact
  const isOf = (money: OfficeMoney): boolean =>
    label === CALLED[money].nil ||
    (label === NIL_STATED && !text.includes('三公') && CALLED[money].heading.test(lastHeading(fact)))
  return kind !== 'statement' ? null : isOf('operations') ? 'operations' : isOf('procurement') ? 'procurement' : null
}

/** The statements that there is none, of the office and the year of the document. */
function noneTold(document: DocumentJson, office: Office): ToldMoney[] {
  const { fiscalYear } = document.document
  return document.narrative.flatMap(fact => {
    const money = noneOf(fact)
    const before = fact.before.slice(0, fact.before.indexOf(fact.text))
    if (money === null || isOfOtherMeasure(fact.text, document) || isUnderOther(fact, office)) return []
    if (LAST_YEAR.test(before) || (yearSaid({ before }) ?? `${fiscalYear}`) !== `${fiscalYear}`) return []
    const clause = clauseOf(before)
    const named = ownerOf(clause, office)
    const owner = spokenOf(clause, office) ?? (named.isNamed ? named.owner : spokenOf(before, office))
    const isOwn = owner === 'own' || (owner === null && CALLED[money].heading.test(lastHeading(fact)))
    return isOwn ? [{ money, fen: 0n, page: fact.page, step: 0n, basis: CALLED[money].basis }] : []
  })
}

/** What sentences tell of the office as a whole, by what it is, most exactly: where they tell several amounts none is chosen. */
export function officeMoney(document: DocumentJson): Readonly<Record<string, Told>> {
  const office = officeOf(document)
  const told = Map.groupBy([...amountsTold(document, office), ...noneTold(document, office)], ({ money }) => money)
  return Object.fromEntries(
    [...told].flatMap(([money, all]) => {
      const [finest] = all.toSorted((a, b) => (a.step < b.step ? -1 : 1))
      return finest !== undefined && all.every(one => isSameAmount(finest.fen, one)) ? [[money, finest]] : []
    }),
  )
}
