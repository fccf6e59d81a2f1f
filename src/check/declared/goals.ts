import { current, EXPENSE, FISCAL, grand, TOTAL, total } from './choices.ts'
import { byDefinition, type Identity, identity, type LabelSum } from './identity.ts'

/** What all funds of a form are called. */
const TOTAL_FUNDS = /^(?:实施期|年度|本年|项目)?(?:预算)?资金(?:申请)?总额$|^(?:实施期|年度)金额$/

/**
 * Sums that forms of performance goals promise by their labels: a whole and its parts, which stand below it in its column,
 * beside it in its row, or anywhere in the form when their label is there only once.
 */
const FUNDS: readonly LabelSum[] = [
  {
    whole: TOTAL_FUNDS,
    parts: [/^(?:当年|本年度?|年度)?财政(?:拨款|资金)$/, /^上年结转(?:资金)?$/, /^(?:其他|单位|自有)资金$/],
    rest: /^(?:其他|单位|自有)资金$/,
  },
  {
    whole: TOTAL_FUNDS,
    parts: [
      ...['中央', '省级', '市级', '县级'].map(level => new RegExp(`^${level}(?:财政)?(?:补助|资金|拨款|配套)+$`)),
      /^地方(?:财政)?(?:资金|配套)+$/,
      /^(?:其他|单位|自有)资金$/,
    ],
    rest: /^(?:其他|单位|自有)资金$/,
  },
  { whole: TOTAL_FUNDS, parts: [/^基本支出$/, /^项目支出$/], needsAll: true },
  { whole: /^当年预算$/, parts: [/^市级支出$/, /^补助区县$/] },
  {
    whole: /^财政拨款$/,
    parts: ['一般公共', '政府性基金', '国有资本经营'].map(fund => new RegExp(`^${fund}预算(?:资金|拨款)?$`)),
    rest: /^国有资本经营预算(?:资金|拨款)?$/,
  },
]

const formSum = (id: string, words: string, isComplete: boolean): Identity =>
  identity('form-sum', id, words, { sums: FUNDS, isComplete })

/** How tasks of a department print their money. */
const TASKS = {
  whole: /^(?:总额|金额|[合小]计)$/,
  parts: [/^财政(?:拨款|资金)$/, /^(?:其他|单位|自有)资金$/],
  total: /^(?:金额)?[合总]计$/,
} as const

/** All that the office spends, and all of it that is 财政拨款. */
const ALL = [total(EXPENSE), grand(TOTAL, 'expense'), current(FISCAL, 'expense'), grand(FISCAL, 'expense')]
/** What the office runs on, which some plan as a project. */
const PUBLIC = [...['public', 'basic.public'].map(key => total(['bud.gpb'], key)), total(['bud.gpb_basic'], 'public')]
/** Projects in tables of less than all money. */
const FISCAL_PROJECTS = ['bud.fiscal_expense', 'bud.gpb'].map(kind => total([kind], 'project'))

/** Money that the narrative tells to be under performance goals. */
const SAID_GOALS: readonly Identity[] = [
  identity(
    'said-goals',
    'X17',
    '说明中纳入绩效管理的项目资金＝各项目资金之和 | money told of projects under goals = that of all projects',
    {
      told: /(?:所有|全部)项目|项目(?:支出)?(?:预算)?(?:均|全部|全面)/,
      ofAll: /项目/,
      isOfProjects: true,
      places: [total(['bud.project']), total(['bud.expense'], 'project')],
      narrower: FISCAL_PROJECTS,
      all: ALL,
      also: PUBLIC,
      part: { label: /财政拨款$/, places: [total(['bud.project'], 'fiscal'), ...FISCAL_PROJECTS] },
    },
  ),
  identity(
    'said-goals',
    'X17w',
    '说明中纳入绩效管理的整体支出＝支出总计 | money told of the office under goals = its expenditure',
    {
      told: /整体支出/,
      places: [total(['bud.expense'])],
      narrower: ALL,
      all: [],
      also: [],
    },
  ),
]

/** Identities of the performance goals, in grids and in forms. */
export const GOALS: readonly Identity[] = [
  identity('goal-weights', 'B6a', '项目绩效权重之和＝90 或 100 | weights of a project add up to 90 or 100', {
    // 90 where the other 10 are for 预算执行率, which is not printed.
    points: [90n, 100n],
  }),
  identity('goal-cost', 'B6b', '成本指标＝项目预算数 | the cost goal = the project’s budget', {
    level1: /成本/,
    level3: /预算(?:控制数|范围内)?$/,
  }),
  identity('goal-cost', 'B6c', '项目总成本指标＝项目本年资金 | the limit of all that a project costs = its funds of the year', {
    level1: /成本/,
    level3: /总成本(?:控制)?(?:范围|情况|数)?$|^项目(?:年度|当年|支出)*成本(?:控制)?$|^(?:项目)?(?:年度)?支出总额(?:情况)?$/,
    ofWhole: true,
  }),
  ...byDefinition([formSum('B7c', '资金总额＝财政拨款＋其他资金 | funds = fiscal + other, both named', true)]),
  formSum('B7a', '资金总额＝财政拨款＋其他资金 | funds = fiscal + other', false),
  ...byDefinition([identity('form-task', 'B7d', '任务总额＝财政拨款＋其他资金 | the money of a task = fiscal + other', TASKS)]),
  identity('form-tasks', 'B7e', '各项任务之和＝金额合计 | the tasks add up to their total', TASKS),
  identity('form-rate', 'B7r', '执行率＝执行数÷预算数 | rate of spending = spent ÷ budget', {
    rate: /^(?:预算)?执行率/,
    part: ['executed', 'final'],
    wholes: ['adjusted', 'budget'],
  }),
  ...SAID_GOALS,
  identity('form-total', 'X13', '整体绩效资金总额＝支出总计 | funds of the department = grand expenditure', {
    right: grand(['bud.total'], 'expense'),
  }),
  identity('form-list', 'B7b', '年度总体目标所列金额之和＝资金总额 | amounts in the overall goal add up to the funds'),
  identity('goal-project', 'X12', '绩效目标表的项目与项目支出表相同 | projects of the goals are those of their table'),
  identity('goal-limit', 'X13c', '整体绩效成本指标＝各项目预算数 | cost goals = budgets of the projects', {
    level3: /^(.+?)预算控制数$/,
  }),
  identity(
    'goal-sum',
    'X14',
    '整体绩效数量指标＝项目绩效指标之和 | goals of the department = sum of the goals of its projects',
    { level2: /数量/ },
  ),
  ...byDefinition([identity('goal-share', 'X14s', '整体满意度＝项目满意度 | satisfaction goals agree', { level3: /满意度/ })]),
]
