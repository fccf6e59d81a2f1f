const IDLE = '(?:绩效|指标|名称|内容|类型|[()])*'
/** A head that says a level, whatever stands around it: 绩效一级指标, 二级绩效指标名称, 指标类型（二级）. */
const level = (words: string): RegExp => new RegExp(`^${IDLE}(?:${words})${IDLE}$`)

/** Header words of the columns of performance goals and of what they came to; 实际完成指标值 is asked for before 指标值. */
export const GOAL_WORDS = {
  project:
    /^(?:绩效)?(?:单位名称[、/])?(?:项目|专项(?:资金)?|转移支付|政策)(?:\((?:项目|专项|政策|资金)\))?名称$|^(?:单位\(项目\)|项目\(单位\))名称$/,
  level1: level('一级'),
  level2: level('二级'),
  level3: /^(?:绩效)?(?:三级(?:绩效)?指标(?:名称|内容)?|(?:具体|明细|绩效)?指标(?:名称|内容|名称及内容)|具体指标|考核指标)$/,
  actual:
    /^(?:自评|年度|全年|本年|年末|绩效|指标|目标|任务)*(?:实际)?(?:完成|达成|实现)(?:的?(?:指标)?值|情况|结果)$|^(?:自评|年度|全年|本年|绩效|指标|目标)*实际(?:(?:完成|达成|实现|执行)?(?:指标|目标)?(?:数值|值|结果)|(?:完成|达成|执行)(?:情况)?)$/,
  score: /^(?:自评|实际|指标|绩效|评价|单位|部门|项目|单项|最终|自评价)*(?:得分|评分|自评分|打分)(?:\(.*\))?$/,
  reason: /^(?:备注\()?(?:偏差|(?:未|没有)(?:完成|达成|达标|达到)|扣分|原因).*(?:原因|分析|措施|说明)/,
  operator: /^(?:绩效|指标)*(?:值类型|性质|(?:运算|计算|比较|关系)?符号?)$/,
  value:
    /^(?:(?!.*(?:单位|类型|依据|来源)$).*指标值.*|(?:20\d\d年|年度|年初|全年|本年|预期|绩效|计划|设定|指标)*目标值|(?:计划|预期|标准|考核)值|(?:指标|目标)?数值)$/,
  unit: /^(?:绩效|指标值?)*(?:度量|计量)?单位$/,
  weight: /^(?:绩效|指标)*(?:权重|分值).*$/,
  direction: /^(?:绩效)?(?:指标)?方向性?$/,
} as const

/** What stands for a name or a value where there is none. */
export const NO_GOAL = /^(?:无|[/-]+)$/

/** The head of names of goals in a row with that of their values; alone it is the label of all goals. */
export const PLAIN_NAME = /^(?:绩效)?指标$/

/** Heads of a table that tells the goal of each project in one text: whose goal it is, and the goal. */
export const WHOSE_GOAL = /^(?:[一二]级)?项目名称$/
export const WHOLE_GOAL = /^(?:年度|总体|预期|项目)*(?:绩效)?目标(?:内容|描述|简述)?$/

/** Operators by the one spelling they get; the first pattern that fits the beginning of a value, or the whole of a cell, wins. */
export const OPERATORS: readonly (readonly [operator: string, words: string])[] = [
  ['≥', '≥|>=|≧|⩾|=>|大于(?:或)?等于|不低于|不少于|不小于|至少'],
  ['≤', '≤|<=|≦|⩽|=<|小于(?:或)?等于|不高于|不超过|不多于|不大于|至多'],
  ['=', '=|等于'],
  ['>', '>|大于|高于|超过|多于'],
  ['<', '<|小于|低于|少于'],
]

/** Bounds behind a figure, which lies within them itself: `12公里以上`, `30日以内`. */
export const BOUNDS: readonly (readonly [operator: string, behind: RegExp])[] = [
  ['≥', /[及或]?以上$/],
  ['≤', /(?:[及或]?以下|[之以]内)$/],
]

/** What follows the number of a date or of a term, and is no unit; the 2 of m² is part of one: `2026年12月31日`, `12月底前`. */
export const TIME = /(?<!m)\d|[底前]|^月$|^日$/

/** What says which time goals are for, and that it is the year of the budget. */
export const TERM = /年度|中期|长期|实施期/
export const YEAR = /年度/

const LEVEL_NAME =
  '(?:产出|效益|效果|成本|数量|质量|时效|(?:经济|社会|生态)(?:效益|成本)?|(?:可?持续|长期)?影响|.{0,6}?满意度)指标'
/** Names of levels that nearly all goals stand under … */
export const LEVEL_NAMES = new RegExp(`^${LEVEL_NAME}$`)
/** … with the points that all goals below them make, in a row of their own: 产出指标（53分） … */
export const LEVEL_BANNER = new RegExp(`^${LEVEL_NAME}(?:\\([^()]*分\\))?$`)
/** … and two of them in front of the name of a goal, in one cell: `产出指标数量指标床位数`. */
export const LEVELS_IN_NAME = new RegExp(`^(${LEVEL_NAME})[-—/·]?(${LEVEL_NAME})[-—/·:：]?(.+)$`)

const COUNTER =
  '[人个项次份户家件台套批辆篇期场处座所天年月名种类本条只头株棵册部间栋幢支组例起宗位岗班元米亩吨度分张村校店课题轮趟周笔例单票首集印袋瓶桶双副艘架面块片根盏列匹箱盒页秒日时]|个?工作日|千字|社区|街道|乡镇|人次|批次|台套|台次|车次|件次|户次|场次|班次|人天|小时|分钟|公里|千米|平方米|立方米|平方公里|公顷|公斤|千克|千瓦时|学时|课时'
/** A unit in brackets at the end of a name: `培训人数（人）`, `补贴标准（元/人·月）`, `评审（件/每人每日）`, `覆盖率（%）`. */
export const COUNTED_IN = new RegExp(`\\(((?:[千万亿]?(?:${COUNTER})(?:(?:[/·.]每?|每)(?:${COUNTER}))*)|[%‰]|m[23]|km2?)\\)$`)

/** Names of goals that are numbers of things or lengths of time, whatever stands in brackets behind them … */
export const COUNTED_GOAL = /(?:[条次人户件个份台篇辆场期批套处]数|人次|批次|场次|数量|时长|天数|工时)(?:\([^()]*\))?$/
/** … but where they are compared with others or with a plan, which may be told in per cent: 新增就业人数增长, 任务完成数量 … */
export const COMPARED_GOAL = /[增减降升超占比率]|提高|完成|达到?标|覆盖|执行/
/** … and units that count neither. */
export const PER_CENT = /^(?:[%％‰]|百分比|百分之)$/
