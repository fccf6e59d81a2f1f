import { entriesOf, FUNDS, INCOME } from './entry.ts'

/** Tables of departmental budgets (部门预算) over all money and over 财政拨款: the national minimum, 四川, 上海, 重庆 and their kin. */
export const OVERVIEW_TABLES = entriesOf('budget', [
  {
    id: 'bud.total',
    title: { zh: '部门收支总表', en: 'Income and expenditure' },
    numbers: ['1', '一', '01', '公开01'],
    expects: ['total', 'budget'],
    form: 'ledger',
  },
  {
    id: 'bud.income',
    title: { zh: '部门收入总表', en: 'Income' },
    numbers: ['1-1', '2', '二', '02', '公开02'],
    needs: ['total'],
    expects: INCOME,
  },
  {
    id: 'bud.expense',
    title: { zh: '部门支出总表', en: 'Expenditure' },
    aliases: ['支出预算总表(按功能科目)'],
    numbers: ['1-2', '3', '三', '03', '公开03'],
    needs: ['total'],
    expects: ['basic', 'project', 'upward', 'operating', 'subsidy', 'personnel', 'public'],
  },
  {
    id: 'bud.fiscal_total',
    title: { zh: '财政拨款收支总表', en: 'Fiscal appropriation: income and expenditure' },
    numbers: ['2', '4', '四', '04', '公开04'],
    expects: ['total', ...FUNDS],
    form: 'ledger',
  },
  {
    id: 'bud.fiscal_econ',
    title: { zh: '财政拨款支出预算表（部门经济分类科目）', en: 'Fiscal appropriation by economic subject' },
    aliases: ['预算支出经济分类预算表'],
    numbers: ['2-1'],
    needs: ['total'],
    expects: ['current.gpb.basic', 'current.gpb.project', 'current.fund', 'current.soe', 'carry', 'advance'],
  },
  {
    id: 'bud.fiscal_expense',
    title: { zh: '财政拨款支出表（功能科目）', en: 'Fiscal appropriation by function' },
    aliases: ['财政拨款支出表'],
    numbers: ['5'],
    needs: ['total'],
    expects: ['basic', 'project', 'personnel', 'public', ...FUNDS],
  },
  {
    id: 'bud.fiscal_basic',
    title: { zh: '财政拨款基本支出预算表', en: 'Fiscal appropriation: basic expenditure' },
    aliases: ['财政拨款基本支出预算表(经济科目)'],
    numbers: ['6'],
    needs: ['total'],
    expects: ['personnel', 'public'],
  },
])
