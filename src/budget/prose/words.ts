import { CAR } from '../columns/money-words.ts'
import { DRAFTED, UNIT_TWICE } from '../words.ts'
import {
  ANOTHER_BASIS,
  DRAFT,
  NIL_OPERATIONS,
  NIL_PROCUREMENT,
  NIL_PURCHASE,
  NIL_STATED,
  NIL_VEHICLES,
  OPEN_LIST,
  OWN_NAME,
  TWICE,
  UNITLESS,
  WITHHELD,
} from './prose.ts'

/** An amount told roughly, 591亿多元 and 2064.90多亿元: no figure, but what follows speaks of it. */
export const ROUGH = /\d[亿万千]*[多余][亿万千]*元/

/** Words before an amount, or behind it, that make it a bound or a round number: 突破500亿元, 近8亿元, 5000万元以上, or a rate: 0.02万元/人; the 限额 of a debt is a figure of its own. */
export const BOUND = /(?:突破|超过?|[高低大小多少]于|不足|不到|接近|将近|近|逾|(?<!债务)限额为?|上限为?)$/
export const BOUND_BEHIND = /^(?:\(含[^()]*\)|〔含〕)?及?(?:以上|以下|以内|左右|上下)|^\//

/** A comparison behind what an amount is for is of the amount, and no part of the purpose: 主要用于购置车辆,比上年增加…. */
export const BEHIND_PURPOSE = /^(?!.*(?:原因|由于|主要[是系])).*用于.*,(?:比|较|与|同比)[^,]*$/

/** What a count of people is of; 接待人次960人 are those who came. */
export const STAFF = /编制|定编|核编|在职|在编|在岗|实有|离休|退休|聘用|遗属|职工|干部|人员|人次|人数/

/** Words before the number of what is counted that say whose it is, or what becomes of it. */
export const COUNTED_OF = /(?:所属|下属|下设|内设|直属|派出|下辖|(?:增加|减少|新增|购置|购买|更新|报废|处置)的?)$/

/** What is counted, told behind the figure: 设置24个内设机构, 2辆机要通信用车, 3次会议. In 4个,分别是… it stands before. */
export const COUNTED =
  /^[个辆次件]((?![为是在已将由被和与及的以通])\p{Script=Han}{0,8}?(?:机构|单位|部门|处室|科室|[处科](?!级)(?:\([^()]*\)室)?|委员会|项目(?:绩效目标)?|团组|分局|[大支]队|会议|培训班?|活动|案件|车(?:辆|(?![位间站次型]))))/u

/** People told right behind how many times they came, or went: 8批次,92人; 团组2个,共6人. */
export const OF_BATCH = /^[,、(]?[共约计累合]*$/
/** What batches and those who travel with them are counted for, told behind both: 3批共3人出国(境)考察. */
export const TRAVEL =
  /^(?:批次?|人次?|名)(?:[,、]?[共约计累合]*\d[\d,]*(?:人次?|名))?((?:因公|临时)*出(?:国|境|访)(?:〔境〕)?(?:考察|学习|访问|培训|交流)?)/

/** Words behind the percentage of a budget that say whether more or less was spent, before any other figure. */
export const OVER_BUDGET = /^[^\d]{0,12}(?:决算|支出)数?(?:(大于|高于|超过|多于)|(小于|低于|少于))(?:年初|全年|调整)?预算/

/** Words after which figures only explain what was said before; 用于社会福利的彩票公益金支出(项) is the name of a 科目. */
export const ASIDE = /原因|由于|主要用于|主要是|主要系|用于(?![^,;:。]*〔[类款项]〕)/

/** Those of them that give a reason. */
export const REASON = /原因|由于|主要[是系]/

/** That money went up or down, and that what follows is the cause: 公务接待费预算数比2025年减少的主要原因. */
export const CAUSE = /([^,;:。]*?(?:增加|增长|上升|提高|减少|下降|降低|压减))的?(?:主要)?原因/

/** Words after which figures are parts of the figure before; 在500亿元采购规模中,货物…. */
export const PARTS = /其中|^[^,;:。\d]{0,8}[中里],|包括|包含|具体[为是]|分项情况|(?:以下|如下)(?:几个)?方面/

/** The number of the first part of a figure, in its own sentence and behind no reason: 安排520万元:一、因公出国(境)费…,二、…. */
export const FIRST_NUMBER = /^(?!.*(?:原因|由于|用于|主要[是系])).*:\(?(?:[一1][)、]|1\.(?!\d))/

/** How a sentence begins that tells the parts of a figure before it, and nothing else. */
export const PARTS_AT_ONCE = /^(?:其中|[^\d]*(?:收入|支出)(?:主要)?(?:包括|包含))/

/** How a sentence ends whose amount the next sentences tell in parts. */
export const PARTS_FOLLOW = new RegExp(`(?:${PARTS.source}|(?:构成|内容)(?:为|如下)?):?$`)

/** Comparison with a year: 比2022年, 较2022年, 与2022年相比; 经比较2022年… tells what the comparison gave. */
export const COMPARED = /(?:比|(?<!比)较|与)(20\d\d)年/g

/** Words for none, with what is not done with money. */
const NONE = '(?:没有|并?无|均无|[并均]?未|不)(?:使用|安排|发生|涉及|产生|列支|开支|编列|编制|存在|申请|有)*'
/** Whose money it would be: 三公 is paid of 财政拨款; what says another fund says nothing of the whole. */
const PAID_OF = '(?:一般公共预算|财政|当年|预算|拨款|资金|安排|任何|的)*'
const SANGONG = '[“"‘]?三公[”"’]?经费'
/** How what there is none of ends: whatever else follows, 超预算 or 会议费, it says something else. */
const NIL_END = '(?:财政拨款|支出|预算|决算|安排|开支|费用|经费|情况|总额|合计|事项|数)*(?=[,;。)]|$)'

/** Sentences of any of some forms that say there is none, and no condition: 此表如无数字则表示无该项支出. What stands before is looked at where a form fits, and not from every place. */
const nilIn = (forms: readonly string[]): RegExp => {
  const form = `(?:${forms.join('|')})`
  return new RegExp(`(?=${form})(?<!(?:如(?!下)|若)[^,。]*(?:,[^,。]*)?)${form}`)
}

/** The forms in which money of a name is said to be none: 没有“三公”经费支出, “三公”经费预算为零. */
const nilOf = (name: string, paidOf: string): readonly string[] => [
  `${NONE}${paidOf}${name}${NIL_END}`,
  `${paidOf}${name}(?:支出|预算|决算|费用|总额|合计|数)*(?:[均都皆]?为?(?:零|0(?:元|万元)?)|:?${NONE})${NIL_END}`,
]

/** That there is no 三公, and, under its heading, 无此项支出. */
const NIL = nilIn([...nilOf(SANGONG, PAID_OF), `${NONE}(?:此项|该项|相关|上述)(?:支出|预算|费用|经费|业务)${NIL_END}`])

/** That the office has no running costs of its own, and that it buys nothing: whatever pays for it. */
const NO_OPERATIONS = nilIn(nilOf('机关运行(?:经费|费)', PAID_OF))
const NO_PROCUREMENT = nilIn(nilOf('政府采购(?:项目|计划|业务|活动)*', '(?:任何|预算|安排|的)*'))

/** Sentences that say that no vehicle is held: none is bought ends otherwise. */
const NO_VEHICLES = /(?:没有|并?无)(?:保有|占用|使用|配备)?(?:公务用车|公务车辆?|车辆|公车)(?=[,;。)]|$)/

/** What vehicles are called where it is said that none is bought; 单位价值100万元以上的设备 are none. */
const ANY_CAR = `(?:${CAR}|车辆|用车|新车)`
/** Sentences that say that no vehicle is to be bought, in either order; 公务用车购置及运行费 is more than that. */
const NO_PURCHASE = new RegExp(
  `(?:[未没无](?!来)有?|不再?|尚未)(?:预计|计划|安排|报送|申报|填报?|编报|编制|编列|列支?|新增|涉及|发生)*(?:任何)?(?:经费|资金|预算)?(?:用?于)?(?:${ANY_CAR}的?(?:购置|更新)(?![及和与、设装])|(?:购置|购买|更新|新?购)(?:的)?${ANY_CAR}|新?购车(?![位间库]))`,
)

/** What a document calls itself, where it says which offices its figures are of, and as the heading of its narrative; 与2025年部门预算编制范围相比 names another. */
const OWN =
  /(?:(?<![比较与同和])20\d\d年度?|(?<!年|年度))(?:部门|单位)(?:汇总)?[预决]算(?:编制范围|编制的二级|单位构成)|20\d\d年度?(?:部门|单位)[预决]算(?:编制)?(?:情况)?说明$/

/** Sentences that say a table is empty, and the fund they speak of; those that name a basis of percentages, those whose list goes on with what has no figure, those by which money of secrets is not published, those that there is no 三公, no running cost, no procurement, no vehicle and none to be bought, those of an amount without its unit, or with 万 alone, those that name the document, and what was left for its writer. */
export const STATED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:没有|无|未)(?:使用|安排|发生|涉及)?[^,。;]{0,10}国有资本经营[^,。;]{0,12}(?:支出|拨款|安排)/, ['bud.soe', 'fin.09']],
  [/(?:没有|无|未)(?:使用|安排|发生|涉及)?[^,。;]{0,10}政府性基金[^,。;]{0,12}(?:支出|拨款|安排)/, ['bud.fund', 'fin.08']],
  [/(?:同|可比|自然)口径|可比价|剔除|按[^,。;\d]{1,12}(?:计算|口径)/, [ANOTHER_BASIS]],
  [/(?:其余|剩余|余下)(?!的)[^\d,;。]*(?:[,;。]|$)|元等(?:[,;。]|$)/, [OPEN_LIST]],
  [NIL, [NIL_STATED]],
  [NO_OPERATIONS, [NIL_OPERATIONS]],
  [NO_PROCUREMENT, [NIL_PROCUREMENT]],
  [NO_VEHICLES, [NIL_VEHICLES]],
  [NO_PURCHASE, [NIL_PURCHASE]],
  [OWN, [OWN_NAME]],
  [DRAFTED, [DRAFT]],
  [UNIT_TWICE, [TWICE]],
  [
    /[^,;:。\d]{0,16}(?:预算|决算|支出|收入)(?:数|总?额)?(?<!单位:.*)(?:为\d[\d,]*\.\d{1,2}|为?\d[\d,]*\.\d{1,2}万)(?=[,;]|$)/,
    [UNITLESS],
  ],
  [
    /^(?=.*(?:涉密|保密|国家秘密))(?=.*(?:项目|科目|支出|资金|预算(?!单位|编制))).*(?:剔除|不予[^,。;]{0,4}公开|不(?:作|做)?公开)/,
    [WITHHELD],
  ],
]
