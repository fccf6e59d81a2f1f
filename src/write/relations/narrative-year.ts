import { isBase, isOfLastYear } from '../../budget/prose/prose.ts'
import type { NarrativeJson } from '../document/meaning-schema.ts'
import type { Account } from './fact-dimensions.ts'

/** A year in the words before a figure: 2026年, 去年, 本年. */
const YEAR = /(20\d\d)年|(上年|去年|上一年)|本年|当年|今年/g
/** What a figure of the year before is called; 上年结转 is money of this year. */
const isSaidOfLastYear = (label: string): boolean => isOfLastYear(label) || /^(?:上年|去年|上一年)度?(?:支出|收入)/.test(label)
/** Words before a year that is not the document's own, or signs right before or behind any, that make it a part of what the money is for or where it comes from: 结转2025年下达的资金, 2014—2017年的管理费. */
const BEFORE_PURPOSE = /(?:用于|结转|解决|下达|如|纳入)[^,;]*$/
const BEFORE_OF_SEVERAL = /[-—至和、]$/
const BEHIND_PURPOSE = /^度?(?:结转|结余|下达|提前|[-—至和、])/

/** A heading that tells what of a year stands below it: 二、2020年转移支付情况. */
const OF_HEADING = /(20\d\d)年度?(?!结转|结余)[^\d]*(?:预算|决算|执行|收入|支出|收支|三公|债|情况)[^\d]*$/

/** The label of an amount from which another is reached, where it tells no time; what is adjusted to another amount was of the same year. */
const FROM_NO_TIME = /^[由从](?:原来?)?的?$/
const ADJUSTED = /调整|核定|变更/

/** Behind a year that is not the document's own: 2025年决算数 is of that year, 2025年度设备资助款 may be paid in this one. */
const OF_ACCOUNTS = /预算|决算|执行|收入|支出|三公|限额|余额|债|[合总共]计|总额|^度?为?$/

/** The year that the words before a figure name for it; null where they name one for something else, undefined where they name none. */
function ownYear(label: string, fiscalYear: number | null): number | null | undefined {
  const base = isBase(label)
  const named = [...label.matchAll(YEAR)].filter(({ 2: last, index }) => !last || base || isSaidOfLastYear(label.slice(index)))
  const sure = named.filter(({ 1: digits, 2: last }) => digits ?? last)
  // 2022年当年预算: the year is the one in digits.
  const found = (sure.length > 0 ? sure : named).at(base ? 0 : -1)
  if (found === undefined) return FROM_NO_TIME.test(label) ? null : undefined
  const [word, digits, last] = found
  const behind = label.slice(found.index + word.length)
  if (digits === undefined) return fiscalYear === null || last === undefined ? fiscalYear : fiscalYear - 1
  if (!base && Number(digits) !== fiscalYear && !OF_ACCOUNTS.test(behind)) return null
  const before = label.slice(0, found.index)
  const isPurpose = BEFORE_OF_SEVERAL.test(before) || (Number(digits) !== fiscalYear && BEFORE_PURPOSE.test(before))
  return BEHIND_PURPOSE.test(behind) || (!base && isPurpose) ? null : Number(digits)
}

/** The year that a change is compared with, which is none that it is of, … */
const COMPARED = /[比较与同和](20\d\d)年/
/** … and the one that it names for itself: 2022年度预算较2021年度增加. */
const CHANGED_IN =
  /^[^比较与由从]*?(20\d\d)年度?(?!结转|结余)[^比较与由从]*(?:预算|决算|执行|收入|支出|三公|费)[^比较与由从]*[比较与]/

/** A time within a year: 1-9月, 上半年, 前三季度. */
const WITHIN_YEAR = '(?:(?:\\d{1,2}[-—~至])?\\d{1,2}月份?|上半年|下半年|[前第]?[一二三四]个?季度)(?:末|底)?'
/** A year that a sentence opens with, behind its number, is that of what it tells. */
const OPENING = new RegExp(`^[^,;:。\\d]{0,8}(20\\d\\d)年(?:度|初|末|底)?(?:${WITHIN_YEAR})?,`)

/** A year that a sentence names at the head of a clause, whosever it is behind it: 2026年项目支出均实行了…, 经市财政局汇总,2018年全市…, 今年1-9月,…. */
const OF_A_YEAR = /(?:^|[,;:。])[^,;:。\d]{0,12}(?:(20\d\d)年|今年|本年|当年)/g
/** Money of more years than one. */
const OF_ALL_YEARS = /投资|累计|概算|总规模/

/** A year, in words or digits, that nothing is compared with; 上年结转 is money of this year. */
const OTHER_YEAR = /(?<![比较与同和由从])(?:(20\d\d)年|(?:上年|去年|上一年)(?!度?(?:结转|结余)))/g
const namesOther = (text: string, fiscalYear: number | null): boolean =>
  [...text.matchAll(OTHER_YEAR)].some(([, year]) => year !== `${fiscalYear}`)

/** The year of an amount below some headings, by the innermost that names one; null where it or the sentence names another. */
function headed({ section = '', before }: NarrativeJson): number | null {
  const named = section.split(' > ').findLast(heading => /20\d\d年/.test(heading)) ?? ''
  const [, digits = ''] = OF_HEADING.exec(named) ?? []
  const year = Number.parseInt(digits, 10)
  return digits === '' || namesOther(named, year) || namesOther(before, year) ? null : year
}

/** The year that a sentence opens with; where more words stand behind it that of the document alone, and where no other is named. */
function opened({ before, label }: NarrativeJson, fiscalYear: number | null): number | null {
  const [, year] = OPENING.exec(before) ?? []
  if (year !== undefined) return Number.parseInt(year, 10)
  const isOwn =
    [...before.matchAll(OF_A_YEAR)].some(([, named]) => named === undefined || named === `${fiscalYear}`) &&
    !namesOther(before, fiscalYear)
  return isOwn && !OF_ALL_YEARS.test(label) ? fiscalYear : null
}

/** The amounts that are said to have changed since the year before the document's, under headings that name no other year, and what is so said of money whose amount is not told: they are of its year. */
function comparedIn(narrative: readonly NarrativeJson[], fiscalYear: number | null): ReadonlySet<number> {
  if (fiscalYear === null) return new Set()
  const since = new RegExp(`同比|[比较与同和](?:上年|去年|上一年|${fiscalYear - 1}年)`)
  const isUnder = (section = ''): boolean =>
    [...section.matchAll(/(20\d\d)年/g)].every(([, named]) => named === `${fiscalYear}`)
  return new Set(
    narrative.flatMap(({ kind, label, of, section }, at) =>
      kind === 'change' && since.test(label) && isUnder(of === null ? section : narrative[of]?.section) ? [of ?? at] : [],
    ),
  )
}

/** What a heading or the words of a figure tell money of that is planned, and of that is not: what was done with it, and how well. */
const PLANNED = /预算/
const DONE = /决算|执行|绩效|评价|完成|回顾|总结/
/** What a final account tells of: money that came or went. */
const SPENT = /收入|支出|费|决算/
/**
 * Whether an amount is one of the plan for a year, by its headings or its own words, or one of a final account, and neither they nor its sentence name
 * another year. Of 1,100 such amounts of published budgets whose own words tell no year, each of 60 looked at is one of the year of its document.
 */
function isOfDocument({ section = '', label, before }: NarrativeJson, { fiscalYear, kind }: Account): boolean {
  const said = `${section} ${label}`
  const isPlanned = PLANNED.test(said) && !DONE.test(said)
  const isSpent = kind === 'final-accounts' && SPENT.test(label) && !OF_ALL_YEARS.test(label)
  return (isPlanned || isSpent) && !namesOther(section, fiscalYear) && !namesOther(before, fiscalYear)
}

/** The amount told last, with its year. */
type Told = Pick<NarrativeJson, 'sentence' | 'section'> & { readonly year: number | null }

/** Whether the amount before is of no year that its sentence tells, or of another one under the same heading: what follows may be, too. */
const isBesideOther = ({ sentence, section }: NarrativeJson, told: Told | null, fiscalYear: number | null): boolean =>
  told !== null && (told.year === null ? told.sentence === sentence : told.section === section && told.year !== fiscalYear)

/** Figures that speak of an amount and are of its year, as is what a number became more or less by. */
const OF_AMOUNT: ReadonlySet<NarrativeJson['kind']> = new Set(['change', 'growth', 'share', 'completion'])

/**
 * The year that each figure of the running text is of, null where its words do not tell: the one named before it, else that of the amount
 * it is a part or a percentage of, of the amount told before it in its sentence, the one its sentence opens with, or, of an amount that is
 * compared with the year before, stands under headings of the budget or in a final account, that of the document; of a change whose amount is not told that of the change before it, which it may be a reason of. A year that is compared with is that of its own figure alone.
 */
export function yearsTold(narrative: readonly NarrativeJson[], account: Account): (number | null)[] {
  const { fiscalYear } = account
  const years: (number | null)[] = []
  const of = (at: number | null): number | null => (at === null ? null : (years[at] ?? null))
  const compared = comparedIn(narrative, fiscalYear)
  let told: Told | null = null
  let changed = null as Pick<Told, 'sentence' | 'year'> | null
  for (const [at, fact] of narrative.entries()) {
    const { kind, value, label, direction, aside, sentence, of: amount, whole } = fact
    const isOf = OF_AMOUNT.has(kind) || (kind === 'count' && direction !== null)
    const isAdjusted = FROM_NO_TIME.test(label) && ADJUSTED.test(narrative[at + 1]?.label ?? '')
    const own = (kind === 'amount' || kind === 'count') && !isAdjusted ? ownYear(label, fiscalYear) : undefined
    const before = kind === 'amount' ? ((told?.sentence === sentence ? told.year : null) ?? opened(fact, fiscalYear)) : null
    if (kind === 'year') years.push(Number(value))
    else if (isOf) {
      const isBeside = changed?.sentence === sentence && !(aside && namesOther(label, fiscalYear))
      const beside: number | null = isBeside ? (changed?.year ?? null) : null
      const named = CHANGED_IN.exec(label)?.[1]
      const other: number | null = named !== undefined ? Number.parseInt(named, 10) : compared.has(at) ? fiscalYear : beside
      const year: number | null = amount !== null ? of(amount) : other
      const base = COMPARED.exec(label)?.[1]
      years.push(base !== undefined && year !== null && Number.parseInt(base, 10) >= year ? null : year)
      if (!aside && kind === 'change') changed = { sentence, year }
    } else if (aside) years.push(null)
    else if (own !== undefined) years.push(own)
    else if (whole !== null) years.push(of(whole) ?? (compared.has(at) ? fiscalYear : null))
    else {
      const isOwn =
        compared.has(at) || (kind === 'amount' && !isBesideOther(fact, told, fiscalYear) && isOfDocument(fact, account))
      const above = kind === 'amount' ? headed(fact) : null
      years.push(before ?? (isOwn ? fiscalYear : isBesideOther(fact, told, above) ? null : above))
    }
    if (kind === 'amount' && !aside && !isBase(label) && !isSaidOfLastYear(label))
      told = { sentence, section: fact.section, year: years.at(-1) ?? null }
  }
  return years
}
