import { entriesOf, FUNDS, INCOME } from './entry.ts'

/** Other tables of departmental budgets: 三公, 政府性基金, 国有资本经营, 政府采购, 绩效目标. */
export const OTHER_TABLES = entriesOf('budget', [
  {
    id: 'bud.sangong',
    title: { zh: '一般公共预算“三公”经费支出表', en: 'Official travel, vehicles and hospitality' },
    numbers: ['3-3', '7', '8', '9', '七', '八', '九', '07'],
    needs: ['reception'],
    expects: ['total', 'abroad', 'vehicles', 'purchase', 'running', 'operations', 'meeting', 'training'],
    form: 'row',
  },
  {
    id: 'bud.fund',
    title: { zh: '政府性基金预算支出表', en: 'Government funds expenditure' },
    aliases: ['政府性基金预算支出功能分类预算表'],
    numbers: ['4', '8', '七', '八', '07', '08'],
    expects: ['total', 'basic', 'project'],
  },
  {
    id: 'bud.fund_total',
    title: { zh: '政府性基金收支表', en: 'Government funds: income and expenditure' },
    numbers: ['9'],
    expects: ['budget'],
    form: 'ledger',
  },
  {
    id: 'bud.carry',
    title: { zh: '财政拨款结转资金支出表', en: 'Fiscal appropriation carried over, by project' },
    numbers: ['11'],
    needs: ['total'],
    expects: ['name', 'code'],
    form: 'list',
  },
  {
    id: 'bud.fund_sangong',
    title: { zh: '政府性基金预算“三公”经费支出预算表', en: 'Official travel, vehicles and hospitality from government funds' },
    numbers: ['4-1'],
    needs: ['reception'],
    expects: ['total', 'abroad', 'vehicles', 'purchase', 'running'],
    form: 'row',
  },
  {
    id: 'bud.soe',
    title: { zh: '国有资本经营预算支出表', en: 'State capital operation expenditure' },
    aliases: ['国有资本经营预算支出功能分类预算表'],
    numbers: ['5', '9', '08', '09'],
    expects: ['total', 'basic', 'project'],
  },
  {
    id: 'bud.procurement',
    title: { zh: '政府采购预算表', en: 'Government procurement' },
    numbers: ['九', '13'],
    expects: ['total', ...INCOME],
    form: 'list',
  },
  {
    id: 'bud.services',
    title: { zh: '政府购买服务预算表', en: 'Services bought by the government' },
    expects: ['total', ...FUNDS],
    form: 'list',
  },
  {
    id: 'bud.operations',
    title: { zh: '机关运行经费支出预算表', en: 'Running costs of the office' },
    numbers: ['11'],
    needs: ['total'],
    expects: ['name', 'code'],
  },
  {
    id: 'bud.special_account',
    title: { zh: '财政专户管理资金支出表', en: 'Expenditure from special fiscal accounts' },
    expects: ['total', 'basic', 'project', 'personnel', 'public'],
  },
  {
    id: 'bud.assets',
    title: { zh: '国有资产占用情况表', en: 'State assets held and used' },
    form: 'list',
  },
  {
    id: 'bud.non_tax',
    title: { zh: '非税收入征收计划表', en: 'Non-tax income to be collected' },
    form: 'list',
  },
  {
    id: 'bud.perf',
    title: { zh: '预算绩效目标表', en: 'Performance goals' },
    form: 'performance',
  },
  {
    id: 'bud.perf_project',
    title: { zh: '部门预算项目支出绩效目标表', en: 'Performance goals of projects' },
    endings: ['项目绩效目标表', '项目支出绩效目标表', '项目支出绩效表', '项目预算绩效目标表', '专项资金总体支出绩效目标表'],
    numbers: ['6'],
    form: 'performance',
  },
  {
    id: 'bud.perf_dept',
    title: { zh: '部门整体支出绩效目标表', en: 'Performance goals of the department' },
    numbers: ['7', '十'],
    form: 'form',
  },
  {
    id: 'bud.perf_transfer',
    title: { zh: '转移支付区域绩效目标表', en: 'Performance goals of a transfer payment' },
    endings: ['转移支付绩效目标表', '转移支付区域绩效目标表', '转移支付整体绩效目标表'],
    form: 'performance',
  },
])
