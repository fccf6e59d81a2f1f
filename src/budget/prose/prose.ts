import type { Box } from '../../geometry.ts'
import type { Source } from '../../page/page.ts'
import { isPhrase } from './phrase.ts'

/** What stands in brackets that are a part of a name. */
export const BRACKETED = '类|款|项|境|含'
const BRACKETS = new RegExp(`\\((${BRACKETED})\\)`, 'g')
const MARKED = new RegExp(`〔(${BRACKETED})〕`, 'g')

/** Brackets around 类, 款 and 项, around the 境 of 因公出国(境) and the 含 of 100万元(含)以上, do not end a label: they are read as brackets of their own … */
export const marked = (text: string): string => text.replaceAll(BRACKETS, '〔$1〕')
/** … and written as they are printed. */
export const unmarked = (text: string): string => text.replaceAll(MARKED, '($1)')

/** A figure with its unit; of two that share one, 4125.49,4143.91万元, none is read as the end of the other, nor are the digits behind the star of a seal, 50★70.59万元, or behind a point or a separator that is another sign, 35·20万元 and 1'204.50万元, or behind what nobody can read; 2倍多 is no figure, 5个工作日 and 3个月 count nothing, 一批 is of people where these are counted behind: 9批、52人次. */
export const FIGURE =
  /(?<![第\d.\p{Co}\p{Cn}\uFFFD]|\d,|\d[\p{So}·・٫٬'’‚])(\d[\d,]*(?:\.\d+)?)(?:个(?=批次))?(亿元|万元|千元|元|%|个百分点|倍(?![多余])|个(?!工作日|月|小时)|辆|台|批次|批(?=[,、(]?[共约计累合]*\d[\d,]*[人名])|万?人次|万?平方米|公里|万?亩|万?吨|次|件|名|人(?!次))/gu

/** What a figure in the prose is. */
export type ProseKind = 'amount' | 'change' | 'share' | 'growth' | 'completion' | 'year' | 'count' | 'statement'

/** What a statement is called that says that percentages are worked out in a way of their own. */
export const ANOTHER_BASIS = 'basis'

/** … and one that a list goes on with what has no figure: 项目支出15.23万元,其余为上缴上级支出. */
export const OPEN_LIST = 'open'

/** … and one that secrets are left out of what is published: 部分涉密事项在预算公开时予以剔除. */
export const WITHHELD = 'withheld'

/** … and one that nothing is spent on 三公, 本部门无“三公”经费支出, or on what its heading names, 无此项支出. */
export const NIL_STATED = 'nil'

/** … and one that there are no vehicles: 本部门无公务用车. */
export const NIL_VEHICLES = 'no-vehicles'

/** … and one that prints an amount and no unit behind it: 支出决算为4.19。 */
export const UNITLESS = 'unitless'
/** … that money changed, and what the cause is, without a figure: 公务接待费比上年减少的主要原因是…; it has a direction. */
export const CAUSE_TOLD = 'cause'

/** … that no vehicle is to be bought: 本年度未安排公务用车购置预算. */
export const NIL_PURCHASE = 'no-purchase'

/** … that calls the document by its kind, and may be by its year: 2026年部门预算编制范围. */
export const OWN_NAME = 'own-name'

/** … and one that was left for whoever writes the document, or stands for what is to be filled in: 公开时请删除注释, XX万元. */
export const DRAFT = 'draft'

/** … or with a unit that is printed twice: 234万万元. */
export const TWICE = 'twice'

/** … that it has no running costs, 本单位无机关运行经费, and that it buys nothing: 未安排政府采购预算. */
export const NIL_OPERATIONS = 'no-operations'
export const NIL_PROCUREMENT = 'no-procurement'

/** A subject of the functional classification named in front of a figure: its code, or its names by level. */
export interface Subject {
  readonly code: string | null
  readonly names: Readonly<Partial<Record<'类' | '款' | '项', string>>>
  /** Code of the 类 that is named, as far as its name is known. */
  readonly classCode: string | null
}

/** A figure in the prose, with the words around it; `of` and `part` point into the list of facts. */
export interface ProseFact {
  readonly kind: ProseKind
  /** Words right before the figure, without white space. */
  readonly label: string
  /** What the figure is called: the label without year, department and 预算数为. */
  readonly subject: string
  /** The 科目 it is said for, by its own words or, where they say only how it is counted, by its item; null when none is named. */
  readonly item: Subject | null
  /** The code of that 科目, or of the one that its own name is; null when it is not known for sure. */
  readonly code: string | null
  /** Code of the 类 whose name the subject is, or null. */
  readonly classCode: string | null
  /** The sentence up to the figure. */
  readonly before: string
  /** Headings above, joined by ` > `. */
  readonly section: string
  /** As printed, with its unit. */
  readonly text: string
  /** Decimal number; for a year the year; for a statement of emptiness `''`. */
  readonly value: string
  readonly unit: string
  /** 分, for an amount of money. */
  readonly fen: bigint | null
  readonly step: bigint
  /** 分 of the last place that its sentence tells amounts of its unit to: 35万元 beside 2.28万元 is 35.00万元. */
  readonly told: bigint
  readonly direction: 'more' | 'less' | 'same' | null
  readonly page: number
  readonly box: Box
  readonly source: Source
  /** Set where it may be another figure: the page cuts it, a picture covers it, or it was not read surely. */
  readonly doubtful?: true
  readonly sentence: number
  /** Said only to explain another figure (主要原因是…), a bound that one passes (突破500亿元), or how far one is from a target (距年度计划还差80万元). */
  readonly aside: boolean
  /** The amount that a share, growth, change or completion speaks of. */
  readonly of: number | null
  /** The whole that an amount after 其中 is a part of, and that a share names with its amount. */
  readonly whole: number | null
}

/** Facts, each with the finest step of the figures of its sentence that are in its unit. */
export function toldFinest(facts: readonly ProseFact[]): ProseFact[] {
  const finest = new Map<string, bigint>()
  const keyOf = ({ sentence, unit }: ProseFact): string => `${sentence} ${unit}`
  for (const fact of facts) {
    const least = finest.get(keyOf(fact))
    if (fact.fen !== null && (least === undefined || fact.step < least)) finest.set(keyOf(fact), fact.step)
  }
  return facts.map(fact => ({ ...fact, told: finest.get(keyOf(fact)) ?? fact.step }))
}

/** Whether the words of an amount tell it as one that another is compared with, or told without: 比上年预算数5.40万元减少…. */
export const isBase = (label: string): boolean => isPhrase(label, 'base') || COMPARED_AT_END.test(label)
/** The same behind the name of what is compared: 本年支出比上年支出610.03万元增加…. */
const COMPARED_AT_END = /.[比较](?:上一?年度?|去年|20\d\d年度?)的?(?:支出|收入|预算|决算)*数?$/
/** Whether the words of a change say that it is told by a measure of its own: 按自然口径计算下降…, 扣除留抵退税因素后增长…. */
export const isMeasured = (label: string): boolean => isPhrase(label, 'measured')
/** Whether they say themselves since when: 比去年下降, 同比减少. */
export const isSince = (label: string): boolean => isPhrase(label, 'compared')
/** Whether they tell it as one from which another is reached: 由2024年的…增加到2025年的…. */
export const isMovedFrom = (label: string): boolean => isPhrase(label, 'from')
/** Whether they call it that of the year before, which is no part of this year's: (去年预算数为0万元,无法计算增减比率); ,上年为…. */
export const isOfLastYear = (label: string): boolean => isPhrase(label, 'last')
/** Whether an amount is one that another is compared with, and not one that is left out of the comparison. */
export const isCompared = ({ kind, label }: ProseFact): boolean =>
  kind === 'amount' && isBase(label) && !isPhrase(label, 'without')
/** Whether an amount is one of the budget beside one that was spent; 一般公共预算 and the like are names of funds. */
export const isOfBudget = (label: string): boolean => isPhrase(label, 'budget')
/** Whether an amount is planned, planned anew in the year or spent, by its own words; null where they do not say. */
export function measureSaid(label: string): 'budget' | 'adjusted' | 'final' | null {
  if (isOfBudget(label)) return /全年预算|调整/.test(label) ? 'adjusted' : 'budget'
  return isPhrase(label, 'account') ? 'final' : null
}
/** A figure with the words right before it. */
type Worded = Pick<ProseFact, 'kind' | 'label'>

/** Whether it is one of a budget of which what was spent is told in per cent: 完成年初预算20.00万元的93.00%. */
export const isCompleted = ({ kind, label }: Worded): boolean => kind === 'amount' && isPhrase(label, 'completed')
/** Whether it is the whole of which a share is told: 委托业务费5万元,占项目支出20万元的25%. */
export const isWholeOfShare = ({ kind, label }: Worded): boolean => kind === 'amount' && isPhrase(label, 'wholeOfShare')

/** Whether the words of an amount tell which way it went to become it: 公务接待费减少为0.40万元, 降至3万元. */
export const isReached = (label: string): boolean => isPhrase(label, 'reached')

/** Whether a fact is an amount that is said for itself, and not the one that another is compared with. */
export const isNow = (fact: Worded & Pick<ProseFact, 'aside'>): boolean =>
  fact.kind === 'amount' && !fact.aside && !isBase(fact.label) && !isCompleted(fact) && !isWholeOfShare(fact)

/** Whether a name is one of income, or of expenditure; null where it says both or neither. */
const isIncome = (name: string): boolean | null => (/收/.test(name) === /支/.test(name) ? null : /收/.test(name))

/** Whether what is called so could be a part of an amount: what is spent is none of what came in. */
export const isOfSide = (name: string, whole: ProseFact | undefined): boolean =>
  new Set([isIncome(name), isIncome(whole?.subject ?? ''), null]).size < 3

/** The year before, in words. */
export const LAST_YEAR = /上年|去年|[上前]一年/

/** Whether a per cent says how much of a budget an amount is that was spent of it; 预算38万元,为上年预算的95% tells a budget. */
export const isShareSpent = ({ kind, label }: ProseFact, amount: ProseFact | undefined): boolean =>
  kind === 'completion' && !LAST_YEAR.test(label) && amount !== undefined && !isOfBudget(amount.label)

/** Whether an amount is what was spent, by its own words. */
const isOfAccount = (label: string): boolean => isPhrase(label, 'account') || (label.includes('支出') && !isOfBudget(label))

/** The year that a sentence names last before a figure, and compares nothing with. */
export const yearSaid = ({ before }: Pick<ProseFact, 'before'>): string | undefined =>
  /^.*(?<![比较与同和由从])(20\d\d)年/.exec(before)?.[1]

/** The year that the words of a figure name; undefined where they name none. */
export const yearIn = ({ label }: Pick<ProseFact, 'label'>): string | undefined => /(20\d\d)年/.exec(label)?.[1]

/** Whether two amounts are each told of a year of its own. */
export function areOfTwoYears(one: ProseFact, other: ProseFact): boolean {
  const years = [one, other].map(yearIn)
  return !years.includes(undefined) && years[0] !== years[1]
}

/** Whether two amounts are told under one name, or the second has only words that tell another time. */
const isSameMoney = (fact: ProseFact, last: ProseFact): boolean =>
  isPhrase(fact.label, 'otherTime') || (fact.subject !== '' && fact.subject === last.subject)

/** Whether an amount is that of an earlier year beside the one before it, of which what changed is told, 2026年预算数7.61万元,2025年预算数为9.23万元,减少…, or the budget beside what was spent of it: 支出决算为5万元,预算为8万元,…其中. */
function isBeside(fact: ProseFact, last: ProseFact | undefined): boolean {
  if (last?.kind !== 'amount' || last.sentence !== fact.sentence || !isSameMoney(fact, last)) return false
  if (areOfTwoYears(fact, last)) return `${yearIn(fact)}` < `${yearIn(last)}`
  const isBudget = isOfBudget(fact.label) && isOfAccount(last.label)
  return isOfLastYear(fact.label) || (isPhrase(fact.label, 'otherTime') && isBudget)
}

/** What several years come to, or one of them on average, 五年累计, 年均: what changed behind is one of the years. */
const OF_YEARS = /(?:[两二三四五六七八九十\d]年(?:间|来)?(?:累计|合计|总计|共计?)|年均)(?:为|达到?)?$/

/** An amount of the year before, beside which that of the year is told; what was carried over from it is money of the year. */
const OF_LAST_YEAR = /^(?:上一?年度?|去年|前一年)(?![^,;:。]{0,8}(?:结转|结余))/

/** Whether an amount is said for itself behind the figure before it: what is said next may be of it, and is not of the year before. */
export const isTold = (fact: ProseFact, last: ProseFact | undefined): boolean =>
  isNow(fact) && !OF_YEARS.test(fact.label) && !OF_LAST_YEAR.test(fact.label) && !isBeside(fact, last)

/** Whether an amount is one of several that are told together and shares its name with them: what is said behind may be of any. */
export const isOneOfSeveral = ({ kind, label, before }: ProseFact): boolean =>
  kind === 'amount' ? /^[和与及]?$/.test(label) && /元[和与及、,]$/.test(before) : kind === 'growth' && /分别/.test(label)
