/** What a figure of the prose is a figure of: the table, line and column to compare it with. */
export interface Link {
  /** Identity it belongs to. */
  readonly id: string
  /** Fits the whole subject (see subjectOf). */
  readonly subject: RegExp
  /** Must fit the headings above. */
  readonly section?: RegExp
  /** Places to compare with: the first that is there counts. */
  readonly places: readonly {
    readonly kinds: readonly string[]
    readonly line: string
    readonly side?: 'income' | 'expense'
    readonly column: string
  }[]
  /** Only a match proves something: figures of this name may mean other money. */
  readonly loose?: boolean
}

const grand = (kinds: readonly string[], side: 'income' | 'expense') => ({ kinds, line: 'grand', side, column: 'main' })
const current = (kinds: readonly string[], side: 'income' | 'expense') => ({ kinds, line: 'current', side, column: 'main' })
const total = (kinds: readonly string[], column = 'total') => ({ kinds, line: 'total', column })

/** Figures of the prose that repeat a total of a table. */
export const LINKS: readonly Link[] = [
  { id: 'N1', subject: /^(?:部门|单位)?收支(?:预算)?总(?:数|计|额|预算)$/, places: [grand(['bud.total'], 'income')] },
  { id: 'N1', subject: /^(?:收入支出(?:决算)?总计|支总计均?)$/, places: [grand(['fin.01'], 'income')] },
  { id: 'N1', subject: /^收入、?支出预算总计$/, places: [grand(['bud.total'], 'income')] },
  {
    id: 'N2',
    subject: /^(?:部门|单位)?(?:收入预算|收入总预算|收入预算总计|收入预算合计|收入预算总额|收入总计)$/,
    places: [grand(['bud.total'], 'income'), total(['bud.income'])],
  },
  {
    id: 'N2',
    subject: /^(?:部门|单位)?(?:支出预算|支出总预算|支出预算总计|支出预算合计|支出预算总额|支出总计)$/,
    places: [grand(['bud.total'], 'expense'), total(['bud.expense'])],
  },
  { id: 'N2', subject: /^本年收入合计$/, places: [current(['fin.01', 'bud.total'], 'income'), total(['fin.02'])] },
  { id: 'N2', subject: /^本年支出合计$/, places: [current(['fin.01', 'bud.total'], 'expense'), total(['fin.03'])] },
  {
    id: 'N2f',
    subject: /^财政拨款(?:收支|收入支出|收、支)(?:预算|决算)?总(?:数|计|预算|额)$/,
    places: [grand(['bud.fiscal_total', 'fin.04'], 'income'), current(['bud.fiscal_total'], 'expense')],
  },
  { id: 'N2g', subject: /^一般公共预算当年拨款$/, places: [total(['bud.gpb'], 'current'), total(['bud.gpb'])] },
  { id: 'N2g', subject: /^一般公共预算(?:财政)?(?:拨款)?支出(?:预算)?$/, places: [total(['bud.gpb', 'fin.05'])] },
  {
    id: 'N2b',
    subject: /^一般公共预算(?:财政)?(?:拨款)?基本支出$/,
    places: [total(['bud.gpb_basic']), total(['fin.05'], 'basic'), total(['bud.gpb'], 'basic')],
  },
  {
    id: 'N8p',
    subject: /^人员经费$/,
    section: /一般公共预算.*基本支出/,
    places: [total(['bud.gpb_basic'], 'personnel'), { kinds: ['fin.06'], line: 'personnel', column: 'main' }],
  },
  {
    id: 'N8q',
    subject: /^(?:日常)?公用经费$/,
    section: /一般公共预算.*基本支出/,
    places: [total(['bud.gpb_basic'], 'public'), { kinds: ['fin.06'], line: 'public', column: 'main' }],
  },
  { id: 'N10t', subject: /^政府性基金预算(?:财政)?(?:拨款)?支出$/, places: [total(['bud.fund'])] },
  {
    id: 'X15',
    subject: /机关运行经费(?:财政拨款)?(?:的?预算|支出)?$/,
    places: [total(['bud.sangong'], 'operations'), total(['bud.operations'], 'main')],
  },
  {
    id: 'X15',
    subject: /机关运行经费(?:财政拨款)?(?:的?预算|支出)?$/,
    places: [total(['bud.gpb_basic'], 'public'), { kinds: ['fin.06'], line: 'public', column: 'main' }],
    loose: true,
  },
  {
    id: 'X16',
    subject: /^(?:.*安排)?政府采购(?:预算|支出)(?:总额|总计)?$/,
    places: [total(['bud.procurement']), { kinds: ['bud.fiscal_econ'], line: '310', column: 'total' }],
    loose: true,
  },
]

/** Parts after 其中 and the column or line of the same table they repeat. */
export const PART_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^基本支出(?:预算)?$/, 'basic'],
  [/^项目支出(?:预算)?$/, 'project'],
  [/^上年(?:结转|结余).*$/, 'carry'],
  [/^(?:本年)?一般公共预算(?:财政)?(?:拨款)?(?:收入|资金)?$/, 'gpb'],
  [/^(?:本年)?政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/, 'fund'],
  [/^(?:本年)?国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入|资金)?$/, 'soe'],
  [/^财政拨款收入$/, 'fiscal'],
  [/^(?:本年)?事业收入(?:资金)?$/, 'business'],
  [/^(?:本年)?事业单位经营收入(?:资金)?$/, 'operatingIncome'],
  [/^(?:本年)?其他收入(?:资金)?$/, 'other'],
  [/^因公出国\(?境?\)?(?:费|费用|经费)?$/, 'abroad'],
  [/^公务接待(?:费|费用|经费)$/, 'reception'],
  [/^公务用车购置(?:及|和)运行(?:维护)?(?:费|费用|经费)$/, 'vehicles'],
  [/^公务用车购置(?:费|费用|经费)$/, 'purchase'],
  [/^公务用车运行(?:维护)?(?:费|费用|经费)$/, 'running'],
]

/** Names of the prose that stand for several 款. */
export const NAME_GROUPS: Readonly<Record<string, readonly string[]>> = {
  社会保险缴费: ['30108', '30109', '30110', '30111', '30112'],
  社会保障缴费: ['30108', '30109', '30110', '30111', '30112'],
}
