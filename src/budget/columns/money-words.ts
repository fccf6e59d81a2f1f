import { onceText } from '../../once.ts'
import { BRACKETED } from '../prose/prose.ts'

/**
 * Words of money that tables and narrative share, as data: what a label is about, by the first pattern that fits it from its
 * beginning. White space, quotes and numbering are taken off before.
 */
export type MoneyWord<Key extends string> = readonly [key: Key, pattern: RegExp]

/** What is called 公务用车, what it costs to run, and both costs together, in either order. */
export const CAR = '公务用?车辆?|公车'
export const RUNNING = '(?:(?:日常)?运[行转](?:[及和与、]?维护)?|运维)'
export const CAR_COSTS = `购置[及和与、]${RUNNING}|${RUNNING}[及和与、]购置`
/** In its own tables, where nothing else is meant, it is called by less. */
const ANY_CAR = `(?:${CAR}|用车|车辆)`

/** Parts of 三公 and what stands beside them in its tables; vehicles in all before what they are made of. */
export const SANGONG_WORDS: readonly MoneyWord<
  'vehicles' | 'abroad' | 'reception' | 'purchase' | 'running' | 'meeting' | 'training' | 'operations'
>[] = [
  ['vehicles', new RegExp(`^${ANY_CAR}(?:(?:${CAR_COSTS}|购置费用?[及和与、]${RUNNING})|(?:费用?|经费)(?:小计|合计)?$)`)],
  ['abroad', /^(?:因公)?(?:临时)?出国(?!.*团组)|^因公出境/],
  ['reception', /^公务[接招]待|^接待费/],
  ['purchase', new RegExp(`^${ANY_CAR}?购置`)],
  ['running', new RegExp(`^${ANY_CAR}?${RUNNING}`)],
  ['meeting', /^会议/],
  ['training', /^培训/],
  ['operations', /^(?:机关运行|行政)经费/],
]

/** How the 三公 as a whole is called, and what only says that it is a sum. */
export const SANGONG_TOTAL = /三公/
export const SUM_WORD = /^(?:支出)?(?:合计|总计|小计|总额|预算总额)/
/** What a sentence calls its total, with whatever office or fund it is said to be of; not what only contains it or is left without it. */
export const SANGONG_SAID =
  /^(?!.*(?:政府性基金|国有资本|除|不含|下属|所属))(?:.*[^和及与])?三公经费(?:财政拨款|支出|实际|全年|年初|预算|决算|总额|总数|总计|合计|汇总|拨入|安排|的|部门(?=[预决]算)|总|数)*$/

/** Whose money it is: of a fund, of some fund, or of none. */
export const FUND_WORDS: readonly MoneyWord<'general' | 'government-fund' | 'state-capital' | 'fiscal' | 'other'>[] = [
  ['government-fund', /^政府性基金/],
  ['state-capital', /^国有资本/],
  ['general', /^一般公共预算/],
  ['fiscal', /^财政拨款/],
  ['other', /^(?:其他|单位|自有|非财政)(?:拨款)?资金|^财政专户|^事业收入/],
]

/** Money that is left from earlier years, and not what those years spent; the other part is what this year adds. */
export const CARRIED_WORD = /结转|结余/
export const NEW_WORD = /^(?:当年|本年)/
/** A figure of the year before, what changed since, and by how many per cent. */
export const PREVIOUS_WORD = /^(?:上年|去年|上一年)/
export const CHANGE_WORD = /增、?减|增长|变化|变动|同比|比上年|较上年/
export const GROWTH_NAME = /(?:增长|增、?减|变动|变化|同比)(?:率|幅度|比例|[%％])|增幅/
export const GROWTH_WORD = new RegExp(`[%％]|${GROWTH_NAME.source}`)
/** How much less it is, without the sign that says so. */
export const LESS_WORD = /(?:减少|下降|降低|压减)(?:额|数|金额|情况|率|幅度|比例)|降幅/

/** Words that say how, and not what, money is counted. */
const HOW_COUNTED =
  /部门|单位|本年度?|当年|同期|年度|年初|全年|累计|完成|实现|实际|预算|决算|总计|合计|总额|总数|总量|小计|金额|安排|情况|[总数额计各均]/g
/** Names of funds that contain such a word. */
const SHORT_FUNDS: readonly (readonly [RegExp, string])[] = [
  [/一般公共预算/g, '一般公共'],
  [/政府性基金预算/g, '政府性基金'],
  [/国有资本经营预算/g, '国有资本经营'],
]

/** Brackets that some write and others leave out: 因公出国(境)费, 卫生健康支出(类). */
const IDLE_BRACKETS = new RegExp(`[(〔](${BRACKETED})[)〕]`, 'g')

/** What money is called, whatever it is counted as: 部门预算总收入 and 收入预算合计 are 收入. */
export const coreOf = onceText(subject =>
  SHORT_FUNDS.reduce((text, [fund, short]) => text.replaceAll(fund, short), subject.replaceAll(IDLE_BRACKETS, '$1')).replaceAll(
    HOW_COUNTED,
    '',
  ),
)

/** Income and expenditure together: 收支, 收入支出, 收、支 and 收入、支出. */
export const BOTH_SIDES = /收(?:入)?、?支(?:出)?$/

/** Whether a name says only how money is counted: the money is that named before it. */
export const isElided = (subject: string): boolean => /^(?:支出)?$/.test(coreOf(subject))
