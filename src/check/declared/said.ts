import { BOTH_SIDES } from '../../budget/columns/money-words.ts'
import { current, EXPENSE, FISCAL, grand, INCOME, TOTAL, total } from './choices.ts'
import { byDefinition, identity, type Said, type Saying } from './identity.ts'

const said = (id: string, words: string, ...sayings: readonly Saying[]): Said => identity('said', id, words, { sayings })

const OPERATIONS = /机关运行经费(?:财政拨款|一般公共拨款|拨款)?(?:支出)?$/
const UNDER_BASIC = /一般公共预算.*基本支出/
/** 类 of the economic classification in the table of basic expenditure. */
const basicClass = (code: string, optional = true) => ({ kinds: ['bud.gpb_basic'], line: code, column: 'main', optional })
const PERSONNEL = { kinds: ['fin.06'], line: 'personnel', column: 'main' }
const PUBLIC = { kinds: ['fin.06'], line: 'public', column: 'main' }
const GPB_TOTAL = [total(['bud.gpb'], 'current'), total(['bud.gpb', 'fin.05'])]

/** Economic classes of basic expenditure, as sentences call them. */
const CLASSES = [
  [/^工资福利支出$/, '301'],
  [/^商品和服务支出$/, '302'],
  [/^对个人和家庭的?补助(?:支出)?$/, '303'],
] as const

/** The sides of a ledger by what the narrative calls them, with the tables that say more of each. */
const SIDES = [
  [/^收入$/, 'income', INCOME],
  [/^支出$/, 'expense', EXPENSE],
] as const

/** Figures of the narrative that repeat figures of tables, by what their money is called however it is counted. */
export const SAID: readonly Said[] = [
  ...byDefinition([
    said('N1', '说明中的收支预算总数＝收支总表总计 | the narrative total = the ledger total', {
      subject: new RegExp(`^${BOTH_SIDES.source}`),
      places: [grand(TOTAL, 'income')],
      narrower: [grand(FISCAL, 'income')],
    }),
  ]),
  said(
    'N2',
    '说明中的收入、支出及其中数＝收入总表、支出总表 | income, expenditure and their parts = the tables',
    ...SIDES.map(
      ([subject, side, kinds]): Saying => ({
        subject,
        places: [grand(['bud.total'], side), current(['fin.01', 'bud.total'], side), grand(['fin.01'], side), total(kinds)],
        narrower: [grand(FISCAL, side)],
      }),
    ),
  ),
  said(
    'N2f',
    '说明中的财政拨款收支总数＝财政拨款收支总表 | fiscal total = the fiscal table',
    { subject: new RegExp(`^财政拨款${BOTH_SIDES.source}`), places: [grand(FISCAL, 'income'), current(FISCAL, 'expense')] },
    { subject: /^财政拨款收入$/, places: [current(FISCAL, 'income'), grand(FISCAL, 'income')] },
    { subject: /^财政拨款支出$/, places: [current(FISCAL, 'expense'), grand(FISCAL, 'expense')] },
  ),
  said(
    'N2g',
    '说明中的一般公共预算拨款＝一般公共预算支出表 | general public budget = its table',
    { subject: /^一般公共(?:财政)?(?:拨款)?支出$/, places: GPB_TOTAL },
    { subject: /^一般公共(?:财政)?拨款$/, section: /当年拨款/, places: GPB_TOTAL },
    { subject: /^一般公共(?:财政)?拨款$/, places: GPB_TOTAL, loose: true },
  ),
  said('N2b', '说明中的基本支出＝基本支出表 | basic expenditure = its table', {
    subject: /^(?:一般公共)?(?:财政)?(?:拨款)?(?<=.)基本支出$/,
    places: [total(['bud.gpb_basic']), total(['fin.05'], 'basic'), total(['bud.gpb'], 'basic')],
  }),
  said('N2p', '说明中的项目支出＝项目支出表 | projects of the narrative = their table', {
    subject: /^项目支出$/,
    places: [total(['bud.project', 'bud.gpb_project']), total(['bud.expense', 'fin.03', 'bud.gpb', 'fin.05'], 'project')],
    loose: true,
  }),
  said('N8p', '说明中的人员经费＝基本支出表 | personnel = the table', {
    subject: /^人员经费$/,
    section: UNDER_BASIC,
    places: [total(['bud.gpb_basic'], 'personnel'), PERSONNEL],
    added: [basicClass('301', false), basicClass('303')],
  }),
  said('N8q', '说明中的公用经费＝基本支出表 | public = the table', {
    subject: /^(?:日常)?公用经费$/,
    section: UNDER_BASIC,
    places: [total(['bud.gpb_basic'], 'public'), PUBLIC],
    added: [basicClass('302', false), ...['307', '309', '310', '311', '312', '313', '399'].map(code => basicClass(code))],
  }),
  said(
    'N8c',
    '说明中的工资福利、商品和服务、个人和家庭补助＝基本支出表 | wages, goods and services and aid told = their classes in the table of basic expenditure',
    ...CLASSES.map(
      ([subject, line]): Saying => ({
        subject,
        places: [
          ...[['bud.basic'], ['bud.gpb_basic'], ['fin.06']].map(kinds => ({ kinds, line, column: 'main' })),
          { kinds: ['bud.gpb_econ'], line, column: 'basic' },
        ],
        // 按经济用途分:工资福利支出… may be told of all that is spent, or of one fund.
        loose: true,
      }),
    ),
  ),
  said('N10t', '说明中的政府性基金支出＝政府性基金支出表 | government funds = the table', {
    subject: /^政府性基金(?:财政)?(?:拨款)?支出$/,
    places: [total(['bud.fund'])],
  }),
  said(
    'X15',
    '机关运行经费＝公用经费 | running costs = public expenditure (administrative units)',
    { subject: OPERATIONS, places: [total(['bud.sangong'], 'operations'), total(['bud.operations'], 'main')] },
    { subject: OPERATIONS, places: [total(['bud.gpb_basic'], 'public'), PUBLIC], loose: true },
  ),
  said('N11t', '说明中的政府采购＝支出表的政府采购列 | procurement of the narrative = its column in the table of expenditure', {
    subject: /政府采购(?:支出|项目)?$/,
    places: [total(['bud.expense'], 'procurement'), total(['bud.project'], 'procurement')],
  }),
  said('X16', '政府采购预算＝资本性支出 | procurement = capital expenditure', {
    subject: /政府采购(?:支出)?$/,
    places: [total(['bud.procurement']), { kinds: ['bud.fiscal_econ'], line: '310', column: 'total' }],
    loose: true,
  }),
]
