/** Words by which the narrative and the forms call their figures; knowledge, no rules. */

import { CAR, CAR_COSTS, RUNNING } from '../../budget/columns/money-words.ts'

/** How what was spent or planned ends. */
const SPENT = '(?:支出|预算|决算)*'
const named = (name: string): RegExp => new RegExp(`^${name}(?:费|费用|经费)?${SPENT}$`)

/** Parts after 其中, by what they are called however they are counted, and the column or line of the same table they repeat. */
export const PART_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^基本支出$/, 'basic'],
  [/^项目支出$/, 'project'],
  [/^人员(?:经费|支出)$/, 'personnel'],
  [/^(?:日常)?公用(?:经费|支出)$/, 'public'],
  [/^上年(?:结转|结余).*$/, 'carry'],
  [/^一般公共(?:财政)?(?:拨款)?(?:收入|资金)?$/, 'gpb'],
  [/^政府性基金(?:财政)?(?:拨款)?(?:收入|资金)?$/, 'fund'],
  [/^国有资本经营(?:财政)?(?:拨款)?(?:收入|资金)?$/, 'soe'],
  [/^财政拨款收入$/, 'fiscal'],
  [/^事业收入(?:资金)?$/, 'business'],
  [/^事业经营收入(?:资金)?$/, 'operatingIncome'],
  [/^其他收入(?:资金)?$/, 'other'],
  [named('(?:因公)?(?:临时)?出国\\(?境?\\)?'), 'abroad'],
  [named('(?:公务)?接待'), 'reception'],
  [named(`(?:${CAR})(?:${CAR_COSTS})`), 'vehicles'],
  [named(`(?:${CAR})购置`), 'purchase'],
  [named(`(?:${CAR})${RUNNING}`), 'running'],
]

/** How sentences call the 三公 as a whole and its items; keys as in its table. */
export const SAID_SANGONG: readonly (readonly [RegExp, string])[] = PART_WORDS.filter(([, key]) =>
  ['abroad', 'reception', 'vehicles', 'purchase', 'running'].includes(key),
)

/** What vehicles cost, by the end of what it is called. */
export const VEHICLES: readonly RegExp[] = ['购置', RUNNING].map(
  word => new RegExp(`(?:${CAR}|车辆)${word}(?:费|费用|经费)?${SPENT}$`),
)

const ABROAD = new RegExp(`因公出国[(〔]?境?[)〕]?(?:费|费用|经费)?${SPENT}$`)
const RECEPTION = new RegExp(`公务接待(?:费|费用|经费)?${SPENT}$`)

/** 三公 where what vehicles cost is told in two, and where nothing is said of a purchase. */
export const SANGONG_BY_VEHICLES: readonly RegExp[] = [ABROAD, RECEPTION, ...VEHICLES]
export const SANGONG_WITHOUT_PURCHASE: readonly RegExp[] = [RECEPTION, ...VEHICLES.slice(1), ABROAD]

/** The three of 三公 by the end of what they are called. */
export const SANGONG_ITEMS: readonly RegExp[] = [
  ABROAD,
  RECEPTION,
  new RegExp(`(?:(?:${CAR})(?:${CAR_COSTS})?|${CAR_COSTS})(?:费|费用|经费)${SPENT}$`),
]

const INSURANCE = ['30108', '30109', '30110', '30111', '30112']

/** Names of the narrative that stand for several 款. */
export const NAME_GROUPS: Readonly<Record<string, readonly string[]>> = { 社会保险缴费: INSURANCE, 社会保障缴费: INSURANCE }

/** Names of subjects that were replaced: the old name, the year from which the new one holds, and the new one. */
export const REPLACED_NAMES: readonly (readonly [old: string, since: number, now: string])[] = [
  ['行政事业单位离退休', 2020, '行政事业单位养老支出'],
  ['医疗卫生与计划生育支出', 2019, '卫生健康支出'],
  ['国土海洋气象等支出', 2019, '自然资源海洋气象等支出'],
  ['文化体育与传媒支出', 2019, '文化旅游体育与传媒支出'],
]

/** Figures of a final account that are not the account but its budget. */
export const OF_THE_BUDGET = /全年预算|年初预算|调整预算/

/** All that is spent of 财政拨款 or of one of its funds, and all that is spent, of the fund that may be all of it too. */
export const ALL_OF_FUND = /^(?:财政拨款|(?:一般公共|政府性基金|国有资本经营)(?:财政)?(?:拨款)?)支出$/
export const ALL_SPENT = /^(?:财政拨款|一般公共(?:财政)?(?:拨款)?)?支出$/

/** Words of goals that mean the same when goals of the department and of projects are compared. */
export const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/出差/g, '差旅'],
  [/人\/次/g, '人次'],
]

/** Words of goals that say nothing about what is counted. */
export const IDLE_WORDS = /全年|业务|工作|采购|数量|开展|的|份数|次数|单位/g

/** Words of a sentence that narrow what its figure is about, and what a table, line or column about no more than that is called. */
export const BASES: readonly (readonly [words: RegExp, limited: RegExp])[] = [
  [/一般公共预算|公共财政预算/, /gpb|sangong|operations|fin\.0[567]|econ/],
  [/政府性基金/, /fund|fin\.08/],
  [/国有资本经营/, /soe|fin\.09/],
  [/财政拨款/, /fiscal|gpb|fund|soe|sangong|operations|fin\.0[4-9]/],
]

/** Words that make a statement one about a part of the money: it does not say that the whole table is empty. */
export const PART_OF_MONEY = /三公|会议费|培训费|机关运行|项目支出|基本支出|绩效|采购/

/** Words of percentages that are worked out in a way of their own, 同口径增长. */
export const OTHER_BASIS = /口径|可比|剔除/

/** Words between a whole and its parts that leave the list open. */
export const MAIN_ONES = /主要/
/** What was spent, and a budget where it is not part of the name of a fund. */
export const CARRIED_OUT = /支出|决算|执行/
export const PLANNED = /(?<!公共|基金|经营|保险|财政)预算/

/** What all money of a project for the year is called in the form of its goals. */
export const FUNDS_OF_YEAR = /^(?:年度|本年|项目)?(?:预算)?资金(?:申请)?总额$|^年度金额$/
