import { byDefinition, type Identity } from './identity.ts'

const prose = (id: string, zh: string, en: string): Identity => ({
  id,
  form: 'prose',
  name: { zh, en },
  explanation: { zh, en },
})
const defined = (id: string, zh: string, en: string): Identity => byDefinition(prose(id, zh, en))
const performance = (id: string, zh: string, en: string): Identity => ({
  id,
  form: 'performance',
  name: { zh, en },
  explanation: { zh, en },
})

/** Identities of the narrative with the tables and in itself, and of the performance goals; each is worked out by a rule of its own. */
export const PROSE: readonly Identity[] = [
  defined('N1', '说明中的收支预算总数＝收支总表总计', 'the narrative total = the ledger total'),
  prose('N2', '说明中的收入、支出及其中数＝收入总表、支出总表', 'income, expenditure and their parts = the tables'),
  prose('N2f', '说明中的财政拨款收支总数＝财政拨款收支总表', 'fiscal total = the fiscal table'),
  prose('N2g', '说明中的一般公共预算拨款＝一般公共预算支出表', 'general public budget = its table'),
  prose('N2b', '说明中的基本支出＝基本支出表', 'basic expenditure = its table'),
  prose('N2c', '说明中各类支出＝收支总表对应行', 'classes named in the narrative = the ledger'),
  defined('N3', '占比＝部分÷合计（四舍五入）', 'a share is the part by the whole, rounded'),
  defined('N4', '增长率＝增加额÷上年数', 'growth is the increase by last year’s figure'),
  prose('N5', '各句推出的上年总数相同', 'sentences imply the same figure of last year'),
  { ...defined('N6', '比较的年度是上一年', 'the year compared with is the last one'), code: 'year-wrong' },
  prose('N7', '说明中各项支出＝一般公共预算支出表', 'items of the narrative = the table'),
  prose(
    'N8',
    '人员、公用经费明细之和＝合计，且与基本支出表相同',
    'parts of personnel and public expenditure add up and repeat the table',
  ),
  prose('N8p', '说明中的人员经费＝基本支出表', 'personnel = the table'),
  prose('N8q', '说明中的公用经费＝基本支出表', 'public = the table'),
  prose(
    'N9',
    '说明中的三公经费＝三公经费表（含政府性基金）',
    'official travel, vehicles and hospitality = the tables of all funds',
  ),
  prose('N9n', '说明中的三公经费＝一般公共预算三公经费表', 'the same against the general public budget table alone'),
  defined('N9s', '说明中的三公经费＝出国＋用车＋接待', '三公 of the narrative = travel + vehicles + hospitality as stated'),
  defined('N10', '说明中的合计＝基本支出＋项目支出', 'a total of the narrative = basic + project as stated'),
  defined('N10b', '说明中的基本支出＝人员经费＋公用经费', 'basic expenditure of the narrative = personnel + public as stated'),
  prose('N10t', '说明中的政府性基金支出＝政府性基金支出表', 'government funds = the table'),
  defined('N11', '政府采购＝货物＋工程＋服务', 'procurement = goods + works + services'),
  prose('N12', '绩效项目数与金额等于各类之和', 'projects by kind add up, in number and amount'),
  defined('N13', '括号内所列各项之和＝共计', 'what is listed in brackets adds up to the sum said'),
  prose('N14', '单位数＝各类单位之和', 'units by kind add up'),
  defined('N15', '称没有支出的表确为空表', 'what is said to be empty is empty'),
  { ...defined('N16', '科目名称为当年现行名称', 'names of subjects are those of the year'), code: 'name-obsolete' },
  defined('N17', '增减方向与数字一致', 'the direction said agrees with the figures'),
  prose('X15', '机关运行经费＝公用经费', 'running costs = public expenditure (administrative units)'),
  prose('X16', '政府采购预算＝资本性支出', 'procurement = capital expenditure'),
  performance('B6a', '项目绩效权重之和＝90 或 100', 'weights of a project add up to 90 or 100'),
  performance('B6b', '成本指标＝项目预算数', 'the cost goal = the project’s budget'),
  byDefinition(performance('B7c', '资金总额＝财政拨款＋其他资金', 'funds = fiscal + other, both named')),
  performance('B7a', '资金总额＝财政拨款＋其他资金', 'funds = fiscal + other'),
  performance('B7b', '年度总体目标所列金额之和＝资金总额', 'amounts in the overall goal add up to the funds'),
  performance('X12', '绩效目标表的项目与项目支出表相同', 'projects of both tables are the same, in the same order'),
  performance('X13', '整体绩效资金总额＝支出总计', 'funds of the department = grand expenditure'),
  performance('X13c', '整体绩效成本指标＝各项目预算数', 'cost goals = budgets of the projects'),
  performance('X14', '整体绩效数量指标＝项目绩效指标之和', 'goals of the department = sum of the goals of its projects'),
  byDefinition(performance('X14s', '整体满意度＝项目满意度', 'satisfaction goals agree')),
]
