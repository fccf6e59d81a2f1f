import { CAR, CAR_COSTS, RUNNING } from './money-words.ts'

/** What a word of money says: of which year, where from, of which fund, what for, and whether planned or spent. */
type Dimension = 'period' | 'source' | 'fund' | 'expense' | 'measure'

const LEFT = '(?:结转|结余)(?:[(及和与、/]*(?:结转|结余)\\)?)*'
const BEFORE = '上年|年初|以前年度|历年'

/**
 * The words that heads of money are made of, by what they say, in the order in which a key names them. What is left over makes
 * a head unknown: nobody knows what else it says.
 */
const PARTS: Readonly<Record<Dimension, Readonly<Record<string, string>>>> = {
  period: {
    advance: '[中央省市上级财政和、]*提前(?:通知|下达|告知)(?!.*债).*',
    carry: `(?:${BEFORE})(?=.*(?:结转|结余))`,
    carryOut: '年[末终](?=.*(?:结转|结余))|结转(?:到|至)?[下次]年',
    previous: '上年|去年',
    current: '本年度?|当年|编制(?=预算)',
  },
  source: {
    special:
      '(?:纳入)?(?:财政专户|专户(?=管理|核拨|资金|拨款|$))(?:管理)?的?(?:核拨)?的?(?:非税收入|行政事业性收费|收费|事业(?:收入)?)?',
    business: '事业(?:预算)?收入',
    operatingIncome: '(?:事业单位|事业|单位)?经营(?:服务|性|预算)?收入',
    superior: '上级(?:单位)?(?:补助|收入)',
    affiliated: '对?附属单位(?:上[缴交]款?|缴款)',
    otherLevels: '非[同本]级财政拨款',
    other: '其[他它](?:来源|各项|预算)?(?:收入|资金)',
    own: '单位(?:自[有筹])?资金|自[有筹]资金|单位自有收入',
    balance: '(?:使用|用)(?:事业基金弥补收支差额|非财政拨款结余(?:弥补收支差额|和专用结余|\\(.*\\)?)?)',
    fiscal: '(?:本级)?财政(?:拨款|补助|性?资金)',
  },
  fund: {
    gpb: '(?:一般)?公共(?:财政)?预算',
    fund: '政府性?基金(?:预算)?|基金预算',
    soe: '国有资本经营(?:预算)?',
    insurance: '社会保险基金(?:预算)?',
  },
  expense: {
    basic: '基本支出',
    project: '项目(?:支出|经费)|专项业务经费',
    personnel: '人员(?:经费|支出|类)',
    public: '(?:日常|正常)?公用(?:经费|支出)',
    reserve: '(?:单位)?(?:预留)?机动(?:经费|资金)|(?:单位)?预留(?:经费|资金)',
    upward: '上缴上级(?:单位)?',
    operating: '(?:事业单位|事业|单位)?经营(?:预算)?支出',
    subsidy: '对(?:附属|下级)单位的?补助',
    vehicles: `(?:${CAR})(?:${CAR_COSTS}|(?=费|经费))`,
    purchase: `(?:${CAR})?购置`,
    running: `(?:${CAR})?${RUNNING}`,
    abroad: '(?:因公)?(?:临时)?出国(?:\\(?境\\)?)?',
    reception: '公务接待',
  },
  measure: {
    budget: '(?:项目)?年初预算数?|(?:本年|当年|年度)?预算数|预算',
    adjusted: '(?:全年(?:\\(调整\\))?|调整后?)预算数?',
    change: '(?:预算)?调整数',
    executed: '(?:预计|预算|全年|实际)?(?:执行|完成|支出|快报)数|(?<=年度?)(?:预计|实际)?(?:执行|完成)',
    final: '(?:本年)?决算数?|统计数',
  },
}

/** What says how money is counted, and not what it is. */
const IDLE: readonly string[] = [
  '收入|支出|资金|拨款|补助|安排数?|收益|经费|费用?|金额|小计|合计|总计|总[数额]|的|纳入预算管理的|其中[:：]?|等|[()-]',
  // What is counted too: (含教育收费), (不包括国库集中支付额度结余).
  '\\((?:不?包?含|不?包括|非财政)[^()]*(?:\\([^()]*\\)[^()]*)*\\)',
  `(?<=(?:${BEFORE}|年[末终]).*)${LEFT}`,
  '教育收费(?=.*专户)|(?<=专户.*)教育收费',
  '(?:事业单位|单位|部门)(?=上年|年初)',
  '(?:省|市|区|县|州)本?级(?=当年|本年)',
  // What a later head reckons with: 执行率（B/A）.
  '\\([A-Z]\\)',
]

/** Words that say nothing beside others: 一般公共预算财政拨款 is 一般公共预算, 本年财政拨款 is the money of this year. */
const GIVES_WAY: Readonly<Record<string, (others: readonly string[]) => boolean>> = {
  budget: others => others.length > 0,
  executed: others => others.includes('previous'),
  fiscal: others => ['gpb', 'fund', 'soe', 'insurance', 'current', 'carry', 'carryOut'].some(word => others.includes(word)),
  current: others => others.some(word => !['budget', 'adjusted', 'executed', 'final', 'fiscal'].includes(word)),
}

interface Part {
  readonly key: string
  readonly dimension: Dimension | null
  readonly pattern: RegExp
}

const ALL: readonly Part[] = [
  ...Object.entries(PARTS).flatMap(([dimension, words]) =>
    Object.entries(words).map(([key, source]) => ({
      key,
      dimension: dimension as Dimension,
      pattern: new RegExp(source, 'y'),
    })),
  ),
  ...IDLE.map(source => ({ key: '', dimension: null, pattern: new RegExp(source, 'y') })),
]

/** The longest word that stands at a place of a label, and where it ends. */
function partAt(label: string, at: number): { readonly part: Part; readonly end: number } | null {
  let found: { readonly part: Part; readonly end: number } | null = null
  for (const part of ALL) {
    part.pattern.lastIndex = at
    if (part.pattern.test(label) && part.pattern.lastIndex > (found?.end ?? at)) found = { part, end: part.pattern.lastIndex }
  }
  return found
}

/** What a label says of money, word by word; null where a word is not known, none says what money it is, or two say different things. */
export function keyOfParts(label: string): string | null {
  const parts = new Set<Part>()
  for (let at = 0; at < label.length; ) {
    const next = partAt(label, at)
    if (next === null) return null
    parts.add(next.part)
    at = next.end
  }
  const said = ALL.filter(part => part.dimension !== null && parts.has(part))
  const kept = said.filter(({ key }) => !GIVES_WAY[key]?.(said.flatMap(other => (other.key === key ? [] : [other.key]))))
  const isClear = new Set(kept.map(({ dimension }) => dimension)).size === kept.length
  return kept.length > 0 && isClear ? kept.map(({ key }) => key).join('.') : null
}
