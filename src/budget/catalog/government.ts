import type { Words } from '../../finding.ts'
import { type CatalogEntry, entriesOf } from './entry.ts'

/** What tables of a government's whole budget are of; those of its final accounts are of the same. */
interface Subject extends Words {
  readonly id: string
  readonly aliases?: readonly string[]
  readonly government?: CatalogEntry['government']
  readonly form?: CatalogEntry['form']
}

/** The tables that 财预〔2016〕143号 asks of a government, in its order: 一般公共预算, 政府性基金, 国有资本经营, 社会保险基金; and 财预〔2018〕209号 of its debt. */
const SUBJECTS: readonly Subject[] = [
  { id: 'gpb_income', zh: '一般公共预算收入表', en: 'General public budget of the government: income' },
  {
    id: 'gpb_expense',
    zh: '一般公共预算支出表',
    en: 'General public budget of the government: expenditure',
    aliases: ['一般公共预算支出表(功能分类)'],
    government: 'whole',
    form: 'tree',
  },
  {
    id: 'gpb_local',
    zh: '本级一般公共预算支出表',
    en: 'General public budget of the government: its own expenditure',
    aliases: ['本级一般公共预算支出表(功能分类)'],
    government: 'own',
    form: 'tree',
  },
  {
    id: 'gpb_basic',
    zh: '本级一般公共预算基本支出表',
    en: 'General public budget of the government: basic expenditure',
    aliases: ['本级一般公共预算基本支出表(经济分类)'],
    form: 'tree',
  },
  {
    id: 'gpb_total',
    zh: '一般公共预算收支平衡表',
    en: 'General public budget of the government: income and expenditure',
    aliases: ['一般公共预算收支总表'],
  },
  {
    id: 'transfer',
    zh: '一般公共预算税收返还和转移支付表',
    en: 'General public budget of the government: tax refunds and transfers',
    aliases: ['税收返还和转移支付表', '专项转移支付表'],
  },
  {
    id: 'transfer_received',
    zh: '上级税收返还和转移支付表',
    en: 'General public budget of the government: tax refunds and transfers from above',
  },
  { id: 'gpb_debt', zh: '政府一般债务限额和余额情况表', en: 'General debt of the government: limits and balances' },
  { id: 'fund_income', zh: '政府性基金预算收入表', en: 'Government funds of the government: income' },
  { id: 'fund_expense', zh: '政府性基金预算支出表', en: 'Government funds of the government: expenditure', form: 'tree' },
  {
    id: 'fund_total',
    zh: '政府性基金预算收支表',
    en: 'Government funds of the government: income and expenditure',
    aliases: ['政府性基金预算收支平衡表'],
  },
  { id: 'fund_transfer', zh: '政府性基金转移支付表', en: 'Government funds of the government: transfers' },
  { id: 'fund_debt', zh: '政府专项债务限额和余额情况表', en: 'Special debt of the government: limits and balances' },
  { id: 'soe_income', zh: '国有资本经营预算收入表', en: 'State capital operation of the government: income' },
  {
    id: 'soe_expense',
    zh: '国有资本经营预算支出表',
    en: 'State capital operation of the government: expenditure',
    form: 'tree',
  },
  {
    id: 'soe_total',
    zh: '国有资本经营预算收支表',
    en: 'State capital operation of the government: income and expenditure',
    aliases: ['国有资本经营预算收支平衡表'],
  },
  { id: 'soe_transfer', zh: '国有资本经营预算转移支付表', en: 'State capital operation of the government: transfers' },
  { id: 'insurance_income', zh: '社会保险基金预算收入表', en: 'Social insurance funds: income' },
  { id: 'insurance_expense', zh: '社会保险基金预算支出表', en: 'Social insurance funds: expenditure' },
  {
    id: 'insurance_total',
    zh: '社会保险基金预算收支表',
    en: 'Social insurance funds: income and expenditure',
    aliases: ['社会保险基金预算收支平衡表', '社会保险基金预算收支结余表'],
  },
  { id: 'insurance_balance', zh: '社会保险基金预算结余表', en: 'Social insurance funds: what is left' },
  {
    id: 'insurance_fund',
    zh: '基本养老保险基金收支预算表',
    en: 'One social insurance fund',
    aliases: ['基本养老保险基金收入预算表', '基本养老保险基金支出预算表', '基本养老保险基金预算表'],
  },
  { id: 'investment', zh: '政府投资计划表', en: 'Investment of the government: its plan' },
  {
    id: 'debt',
    zh: '政府债务限额及余额情况表',
    en: 'Debt of the government: limits and balances',
    aliases: ['政府一般债务和专项债务限额和余额情况表'],
  },
  { id: 'debt_service', zh: '地方政府债券发行及还本付息情况表', en: 'Bonds of the government: issued, repaid, interest' },
  { id: 'debt_advance', zh: '地方政府债务限额提前下达情况表', en: 'Debt of the government: limits told in advance' },
  {
    id: 'debt_use',
    zh: '新增地方政府债券资金安排表',
    en: 'New bonds of the government: what they are for',
    aliases: ['地方政府债券使用情况表', '新增政府债券项目实施情况表'],
  },
]

/** Tables of debt and plans are called the same in every account. */
const isOfAll = ({ zh }: Words): boolean => /债[务券]|计划/.test(zh)

/** An account of a government: what its tables are called there, 一般公共预算收支平衡表 -> 一般公共预算收支决算平衡表, in ids and in English. */
interface GovernmentAccount extends Words {
  readonly account: CatalogEntry['account']
  readonly prefix: string
  readonly subjects: readonly Subject[]
  /** Whether all its tables are of the year before. */
  readonly isOfYearBefore?: boolean
}

const entriesFor = ({ account, prefix, subjects, isOfYearBefore, ...words }: GovernmentAccount): CatalogEntry[] => {
  const entries = subjects.map(({ id, zh, en, aliases = [], government = 'any', form = 'list' }) => ({
    ...{ aliases, government, form },
    id: `gov.${prefix}${id}`,
    title: { zh: isOfAll({ zh, en }) ? zh : zh.replace(/(?:平衡)?表$/, `${words.zh}$&`), en: words.en + en },
    ...((isOfYearBefore || /限额|余额|还本付息/.test(zh)) && { isOfYearBefore: true as const }),
  }))
  return entriesOf(account, entries)
}

/** Tables of government-wide budgets (政府预算), among them those of how the budget of the year before was carried out (执行情况), and of final accounts (财政总决算). */
export const GOVERNMENT_TABLES: readonly CatalogEntry[] = [
  ...entriesFor({ account: 'budget', prefix: '', zh: '', en: '', subjects: SUBJECTS }),
  ...entriesFor({
    account: 'budget',
    prefix: 'exec_',
    zh: '执行情况',
    en: 'Carried out: ',
    isOfYearBefore: true,
    subjects: SUBJECTS.filter(subject => !isOfAll(subject)).map(({ aliases: _, ...subject }) => subject),
  }),
  ...entriesFor({ account: 'final-accounts', prefix: 'fin_', zh: '决算', en: 'Final accounts: ', subjects: SUBJECTS }),
]
