/** How a sentence tells what changed, and what is a part of what: the words between its figures, as data. */

/** What money is compared with. */
export const COMPARED_WITH = /同比|[比较与同和]?(?:20\d\d年度?|上一?年度?|去年)(?:同期|同月|同季度?)?#?|相比|对比|[比较与]/g
/** Which way it went, and how the figure behind is told. */
export const DIRECTION =
  /(?:各|均|分别|共|约|总体)?(?:增加|增长|增收|增支|上升|提高|减少|减收|减支|下降|降低|压减|负增长|增|减|降|升)(?:了|额|幅度?|数)?(?:约|为|共)?/g
/** How money is counted. */
export const COUNTED =
  /部门|单位|本年度?|当年|年度|年初|全年|调整|预算|决算|执行|累计|总计|合计|总额|总数|小计|金额|安排|情况|支出|收入|其中|完成|首次|人民币|下同|[总数额计各均的为共占#]/g
/** What stands around the name of a change: before it, and behind it which way it went. */
export const AROUND_CHANGE: readonly RegExp[] = [
  /^(?:其中:?|[也亦]?即)/,
  /["'“”‘’]/g,
  /^(?:比|较|与)?(?:上年|年初|20\d\d年度?)?(?:相比)?/,
  /(?:比|较|与)(?:上年|年初|20\d\d年度?)/,
  /(?:各|均|分别)?(?:增[加长收支]|减[少收支]|下降|上升)(?:了|额)?(?:约|为|共)?$/,
]
/** Words that do not say which money a figure is: none, or no more than its side. */
export const NAMELESS = /^[^\p{Script=Han}]*(?:收入|支出)?[为共是]?$/u
/** The year with which a change is compared. */
export const COMPARED_YEAR = /(?:上年|去年|上一年|20\d\d年)/
/** What a share is of. */
export const OF_WHOLE = /占(?:到|比)?(.*?)(?:的)?(?:比重|比例)?(?:为|达|约)?$/
/** What stands beside the direction between a change and its per cent. */
export const PACE = /同比|[达为约]/g
/** Which budget of a year it is. */
export const STAGE = /年初|调整|全年/
/** What an amount says that it is a part of: 市本级收入中税收. */
export const PART_OF = /^(?:其中:?)?(.{2,}?)(?:当|之)?中(?![央心小型])/
/** A clause that tells a change in money, and one that tells a share. */
export const CHANGED = /(?:增[加长收支]?|减[少收支]?|上升|提高|下降|降低|压减)(?:了|额)?(?:约|为|共)?#$/
export const SHARED = /占.*%$/
/** What a change is compared with where it is not the year before. */
export const OTHER_BASE = /预算|计划|20\d\d|序时|均衡/
