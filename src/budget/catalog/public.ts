import { entriesOf, FUNDS, INCOME } from './entry.ts'

/** Tables of departmental budgets over 一般公共预算, its basic expenditure and its projects. */
export const PUBLIC_TABLES = entriesOf('budget', [
  {
    id: 'bud.gpb',
    title: { zh: '一般公共预算支出表', en: 'General public budget expenditure' },
    aliases: ['一般公共预算支出功能分类预算表'],
    numbers: ['3', '5', '五', '05', '公开05'],
    needs: ['total'],
    expects: ['basic', 'project', 'personnel', 'public', 'current', 'carry'],
  },
  {
    id: 'bud.gpb_basic',
    title: { zh: '一般公共预算基本支出表', en: 'General public budget: basic expenditure' },
    aliases: ['一般公共预算基本支出经济分类情况表'],
    numbers: ['3-1', '6', '六', '06', '公开06'],
    needs: ['total'],
    expects: ['personnel', 'public'],
  },
  {
    id: 'bud.gpb_econ',
    title: { zh: '一般公共预算支出经济分类表', en: 'General public budget by economic subject' },
    expects: ['total', 'personnel', 'public', 'project'],
  },
  {
    id: 'bud.gpb_basic_function',
    title: {
      zh: '一般公共预算基本支出明细表（按支出功能分类科目）',
      en: 'General public budget: basic expenditure by function',
    },
    needs: ['total'],
    expects: ['personnel', 'public'],
  },
  {
    id: 'bud.basic',
    title: { zh: '基本支出预算表', en: 'Basic expenditure of all money' },
    aliases: ['基本支出预算表(经济分类)', '基本支出预算表(人员类、运转类公用经费项目)'],
    needs: ['total'],
    expects: INCOME,
  },
  {
    id: 'bud.project',
    title: { zh: '项目支出预算表', en: 'Projects of all money' },
    needs: ['total'],
    expects: ['fiscal', 'gpb', 'fund', 'soe', 'own', 'special'],
    form: 'list',
  },
  {
    id: 'bud.gpb_project',
    title: { zh: '一般公共预算项目支出预算表', en: 'General public budget: projects' },
    numbers: ['3-2'],
    needs: ['total'],
    expects: ['name', 'code', ...FUNDS],
  },
])
