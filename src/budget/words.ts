import { plain } from './label.ts'

/** A word of headers and row labels, with the key it gives; the first pattern that fits the whole label wins. */
export type Word = readonly [key: string, pattern: RegExp]

/**
 * Heads that are understood as a whole: what names rows, and figures that are no part of what money is made up of. Words with
 * the key `''` only say what the whole table is about and add nothing.
 */
export const WHOLE_HEADS: readonly Word[] = [
  ['class', /^类$/],
  ['section', /^款$/],
  ['item', /^项$/],
  ['unit-code', /^(?:预算|主管)?(?:单位|部门|部门\(单位\)|单位\(部门\))(?:代码|编码)$/],
  ['code', /^(?:[类款项]|.*(?:科目|功能|经济|项目|(?<!资产|采购)分类))?(?:代码|编码|编号)$/],
  ['sequence', /^(?:序号|行次|栏次)$/],
  ['name', /^(?:单位名称|部门名称).*科目.*$/],
  ['name', /^.*(?:科目|分类|单位|部门)(?:\(?(?:单位|项目|科目)\)?)?名称(?:\(.*\))?$/],
  ['name', /^(?:预算|项目|实施|用款)?单位(?:名称)?$/],
  [
    'name',
    /^(?:项目|科目|支出项目(?:类别)?|收入项目|项目\(按[^()]*\)|支出功能分类|功能分类(?:科目)?|经济分类(?:科目)?|部门经济分类|收入|支出|功能科目|经济科目)$/,
  ],
  ['name', /^(?:[一二三]级|预算)?项目名称$|^[一二三]级项目$|^项目内容$|^预算科目$|^(?:部门|政府)预算(?:支出)?经济分类$/],
  ['name', /^.*(?:功能|经济)(?:分类?)?科目(?:名称)?(?:\(.*\))?$/],
  ['name', /^(?:支出|收入)?按.{2,6}(?:分类?|性质|类别|用途|科目)(?:\(.*\))?$/],
  ['', /^(?:资金来源|资金性质|收入来源|支出来源)$/],
  ['operations', /^.*机关运行(?:经费|费).*$/],
  ['meeting', /^会议费.*$/],
  ['training', /^培训费.*$/],
  ['sangong', /^(?:财政拨款|一般公共预算)*三公经费(?:财政拨款|[预决]算数?|支出)*(?:合计|小计|总计|总额)$/],
  ['sangong', /^.*安排的三公经费(?:预算|支出)?$/],
  ['', /^(?:财政拨款|一般公共预算|政府性基金预算)*三公经费(?:预算数|决算数|支出|预算|决算|预\(决\)算数?)*(?:\(财政拨款\))?$/],
  ['net', /^扣除.+后(?:的?(?:预算数?|决算数?|金额|数))?$/],
  ['price', /^.{0,4}单价$|^.*\([千万]?元[/每].*\)$/],
  ['average', /^(?:人|生|户|亩|车|床)均[^合总]{0,8}$/],
  ['earmarked', /^专项资金列入部门预算的?项目$/],
  ['procurement', /^政府采购(?:项目)?$/],
  ['reservedSmall', /^.*预留给(?:小型、?微型|小微)企业.*$/],
  ['reserved', /^.*预留给中小企业.*$/],
  ['cash', /^上年实户资金余额$/],
  ['refund', /^上年应返还额度结转$/],
  ['change', /^(?:.{0,8}[比较].{1,10}|同比)?(?:增、?减|变动|调整)(?:变[化动])?(?:情况|额|数|金额|变化)?$/],
  ['change', /^(?:支出|收入|预算|决算)?(?:增加|减少)(?:情况|额|数|金额)$|^调[增减](?:情况|额|数|金额)?$/],
  ['carryOut', /^结转$/],
  ['income', /^本年收入$/],
  ['expense', /^本年支出$/],
  [
    'total',
    /^(?:合计|总计|小计|总计\(.*\)|本年(?:收入|支出)合计|(?:收入|支出)(?:合计|总计)|(?:项目|年度)?金额(?:合计)?|(?:采购|项目)?预算金额|预算总计|预算合计|总金额|(?:年度|项目|预算支出|预算|资金)*总额|预算数合计|(?:年度)?预算资金)$/,
  ],
]

/** Words of column headers that tables of governments print and no others: transfers by place, debt, and the funds of social insurance. */
export const GOVERNMENT_COLUMN_WORDS: readonly Word[] = [
  ['name', /^(?:地区|区域|市县|区县|县区|县\(市、?区\)|乡镇|乡镇\(街道\))(?:名称)?$|^行政区划(?:名称)?$/],
  ['taxRefund', /^税收返还(?:收入|支出|性?收支)?(?:小计|合计)?$/],
  ['generalTransfer', /^一般性转移支付(?:收入|支出)?(?:小计|合计)?$/],
  ['specialTransfer', /^专项转移支付(?:收入|支出)?(?:小计|合计)?$/],
  ['limit', /^(?:(?:地方)?(?:政府)?债务)?限额(?:数)?$/],
  ['outstanding', /^(?:年末)?(?:(?:地方)?(?:政府)?债务)?余额(?:预计)?(?:执行|决算)?数?$/],
  ['generalDebt', /^(?:地方)?(?:政府)?一般债[务券]$/],
  ['specialDebt', /^(?:地方)?(?:政府)?专项债[务券]$/],
  ['limit.generalDebt', /^(?:地方)?(?:政府)?一般债务限额$/],
  ['limit.specialDebt', /^(?:地方)?(?:政府)?专项债务限额$/],
  ['outstanding.generalDebt', /^(?:地方)?(?:政府)?一般债务余额$/],
  ['outstanding.specialDebt', /^(?:地方)?(?:政府)?专项债务余额$/],
  ['wholeArea', /^(?:本地区|全[省市县区])$/],
  ['ownLevel', /^(?:[省市县区]|自治[区州])?本级$/],
  ['employeePension', /^(?:企业|城镇)职工基本养老保险(?:基金)?$/],
  ['residentPension', /^城乡居民(?:社会|基本)养老保险(?:基金)?$/],
  ['officePension', /^机关事业单位基本养老保险(?:基金)?$/],
  ['employeeMedical', /^(?:城镇)?职工基本医疗保险(?:\(?含生育保险\)?)?(?:基金)?$/],
  ['residentMedical', /^城乡居民基本医疗保险(?:基金)?$/],
  ['injury', /^工伤保险(?:基金)?$/],
  ['unemployment', /^失业保险(?:基金)?$/],
  ['maternity', /^生育保险(?:基金)?$/],
]

/** Words of row labels of the ledgers (收支总表) and totals, numbering taken off. */
export const LINE_WORDS: readonly Word[] = [
  ['current', /^(?:当年|本年|本年度)(?:财政拨款)?(?:收入|支出)(?:预算)?(?:合计|小计|总计)?$/],
  ['grand', /^(?:(?:收入|支出|收支)(?:总计|合计|预算总计|总额)|(?:收入|支出)总计|总计)$/],
  ['total', /^(?:合计|总计|小计|总合计|本年支出合计|本年收入合计)$/],
  ['balance', /^(?:用|使用)?(?:事业基金弥补收支差额|非财政拨款结余(?:弥补收支差额)?|非财政拨款结余\(含专用结余\))$/],
  ['allocation', /^(?:事业单位)?结余分配$/],
  ['carryOut', /^(?:年末|年终)?(?:财政拨款)?(?:结转下年|结转下年支出|结转和结余|结转结余|年末结转(?:和)?结余|年终结转结余)$/],
]

/** What things and people are counted in. */
const COUNTED_IN =
  '(?:[万千]?(?:人|人次|个|辆|台|套|批|批次|次|家|户|平方米|亩|公顷|平方公里|立方米|米|公里|吨|公斤|床|张|座|株|头|盏|件|份|笔)|年|月|天|小时|[%％‰])'
/** Words in brackets at the end of a head or a label that say so: 公务用车保有量（辆）, 设备（台、套）, 参保人数（万人）. */
const COUNTED = `[(（]${COUNTED_IN}(?:[、/,]${COUNTED_IN})*[)）]$`
export const COUNTED_IN_BRACKETS = new RegExp(COUNTED)

/** Heads of columns that tell how many there are of something, whose unit the label of a row may say. */
export const COUNT_COLUMN = /数量|面积|[人户个次辆台套]数|人次|批次|编制数|(?<!存)量$|[学科究中宿招]生$/
/** The same, and heads that name the unit that things are counted in. */
export const COUNTS = new RegExp(`${COUNT_COLUMN.source}|${COUNTED}`)
/** Heads of columns with figures that are no money: head-counts, shares, points, ordinals, years; 决算为预算的 and 增减幅度 leave the % out. */
export const NO_MONEY_COLUMN = new RegExp(
  `${COUNT_COLUMN.source}|[%％‰]|^占|占.*比|比例|比重|(?<!效)率$|进度$|幅度$|增[幅速]$|期限|(?:指标|目标|完成|考核|标准)值|为(?:年初|全年|调整|上年)*(?:预算|决算|执行)数?的?$|权重|分值|得分|^(?:所属|项目)?(?:年份|年度)$|${COUNTED}`,
)

/** Heads of columns that say something in words, whatever figures stand below. */
export const TEXT_COLUMN = /(?:性质|类别|方式|说明|备注|依据|时间)$/

/** Heads that speak of money though their words are not known. */
export const SPEAKS_OF_MONEY =
  /金额|预算|决算|资金|收入|支出|经费|执行(?!率)|完成数|快报数|转移支付|限额|余额|结[余转]|价值|[原净现]值|(?:投资|补[贴助]|工资|利润)(?:总?额)?$|元(?:\/[^()（）]+)?[)）]/

/** Labels of rows with such figures. */
export const NO_MONEY_ROW = new RegExp(
  `${COUNTED}|(?:[人户个次月天]数|人次|批次|编制数|保有量|团组数|车辆数|面积|增[长速]|占比|比例|(?<!效)率|进度|幅度|增幅|期限)$`,
)
/** Ends of labels that are people or things as well as what is spent on them. */
export const THING_ROW = /(?:人员|职工|教师|学生|党员|干部|就业|车辆|用车|设备|床位|机构|学校|班级|企业|[农住贫]户)$/
/** What a label of money is called, whatever it stands below. */
export const MONEY_ROW = /费|支出|收入|金额|资金|款|元[)）]$/

/** Labels of rows that say the figures of the row above for a year, or what changed: `2026年`, `2025年预算数`, `增减变化金额`, `增减率（%）`. */
export const ROW_OF_A_YEAR =
  /^(?:20\d\d年度?(?:年初)?(?:预算|决算|执行|完成)?数?|(?:比上年)?(?:增、?减|增长|变动|变化)+(?:金额|额|数|率|情况|幅度)?(?:\(.*\))?)$/

/** A sum that says of nothing what it is one of. */
export const BARE_SUM = /^(?:合计|总计|小计)$/

/** Names of rows that are sums of whatever the words before say: 全县合计, 机关小计, 地方级收入合计. */
const SUM_NAME = /.(?:合计|总计|小计|汇总)$/

/** Whether a row without code is called a sum. */
export const isSum = ({ code, name }: { readonly code: string | null; readonly name: string }): boolean =>
  code === null && SUM_NAME.test(name)

/** What 政府采购 buys, by the three classes of its catalogue: in its tables units stand below them. */
export const GOODS = /^(?:货物|工程|服务)类?$/

/** A head that only numbers its column: `3`, `6=7+8`, `5=4/3×100%`, `A`, `C=D+E`, 甲, 栏次. */
export const NUMBERING = /^(?:[\d=+()%/×÷*.-]*|[A-Z](?:=[A-Z\d=+()%/×÷*.-]+)?|[甲乙丙丁]|栏次|[*＊]+)$/

/** Heads of a column without the numbers below them; where there is nothing else, all of them. */
function unnumbered(path: readonly string[]): readonly string[] {
  const last = path.findLastIndex(head => !NUMBERING.test(plain(head)))
  return last < 0 ? path : path.slice(0, last + 1)
}

/** What a column is called: its lowest head, but for its number. */
export const headOf = ({ path }: { readonly path: readonly string[] }): string => plain(unnumbered(path).at(-1) ?? '')

/** The heads of columns without their numbers, and without the lowest that all of them have in common, 决算数 below each of 基本支出 and 项目支出: those tell none from another. */
export function toldApart(columns: readonly { readonly path: readonly string[] }[]): (readonly string[])[] {
  const paths = columns.map(({ path }) => unnumbered(path))
  const most = Math.min(...paths.map(path => path.length)) - 1
  const isShared = (count: number): boolean => new Set(paths.map(path => path.at(-1 - count))).size === 1
  let shared = 0
  while (paths.length > 1 && shared < most && isShared(shared)) shared++
  return paths.map(path => path.slice(0, path.length - shared))
}

interface Headed {
  readonly index: number
  readonly list: number
  readonly role: string
  readonly path: readonly string[]
}

/** What a column of amounts is called among those of its list: its lowest head that they do not all have, and those above it as far as another column has the same. */
export function headAmong(columns: readonly Headed[], index: number): string {
  const own = columns.find(column => column.index === index)
  const beside = columns.filter(column => column === own || (column.role === 'amount' && column.list === own?.list))
  const paths = toldApart(beside)
  const at = beside.findIndex(column => column.index === index)
  const path = paths[at] ?? []
  const lowest = (heads: readonly string[], count: number): string => heads.slice(-count).join('·')
  const isShared = (count: number): boolean =>
    paths.some((other, place) => place !== at && lowest(other, count) === lowest(path, count))
  let count = 1
  while (count < path.length && isShared(count)) count++
  return lowest(path, isShared(count) ? 1 : count)
}

/** Heads of columns that say whose a row is. */
export const OF_UNITS = /^(?:[一二三]级|预算|主管|实施|所属|编制|基层|项目)*(?:单位|部门)(?:名称)?$/

/** Kinds of offices by which one calls itself: 本局, 我中心. */
export const SELF_KINDS = '中心|街道|[局委办厅院会部处站所校园馆队社镇乡]'
/** What an office calls itself: 本部门, 我局. */
export const SELF = `[本我](?:部门|单位|${SELF_KINDS})`

/** Names of offices that many places have alike: with the level of their place alone, 县财政局, or too short to tell one, 经开区. */
export const OF_ANY_PLACE = /^[市区县省][^场政域际]|^.{1,2}[^部署]$/

/** Figures that are still to be filled in, XX万元 and 20XX年, and what those who write a document are told. */
const PLACEHOLDER = '[XxＸ×]{2,}(?:[亿万千]?元|%|年度?|个百分点)'
const NOTES = [
  '(?:公开|公示|发布|定稿|印发|上报|打印|提交)[前时后]?,?(?:请|应|需|务必)(?:自行|及时|先)?删[除去掉]',
  '请(?:自行|及时|先)?删[除去掉]',
  '删[除去掉](?:本|此|该|以上|上述|括号内的?)(?:注释|批注|提示|说明|备注|文字|内容|段|行|句)',
  '(?:此处|这里|括号内|空格处|横线处)(?:请)?(?:填写|填入|填列|补充|插入|写明|注明)',
  '请(?:各?(?:部门|单位))?(?:根据|结合|按照?)(?:本?(?:部门|单位)|各自|自身)?实际(?:情况)?(?:自行)?(?:填写|填列|修改|选择|补充|编写|表述|删减|调整)',
]
export const DRAFTED = new RegExp(`${PLACEHOLDER}|${NOTES.join('|')}`)

/** A unit that is printed twice behind a figure: 234万万元. */
export const UNIT_TWICE = /(?<![\d.,])\d[\d,.]*(?:万万元|亿亿元|万元万?元|元元|%%)/

/** That something is still to be done in a year, 2025年,全市计划新筹集…, 2025年拟开展…; 2025年度计划 is a plan's name, and what was 拟定 is done. */
export const PLANNED_IN =
  /(?<!\d)(20\d\d)年度?,?[^,。;:\d]{0,8}?(?<![模虚])(?:拟(?![定订])|计划(?:新|投入|开展|组织|完成|实施|建设|安排|筹集|改造|举办|召开|购置|采购|培训|支持|发放|推进|启动))/
