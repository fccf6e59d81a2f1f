import type { DocumentJson, TableJson } from './document.ts'

/** The pages of a table, for people. */
export const pagesText = ({ regions }: Pick<TableJson, 'regions'>): string =>
  [...new Set(regions.map(({ page }) => page))].join('、')

/** What stands above a table for people: its number and title, else the heading it stands under, then its unit and its pages. */
export function headingOf(table: TableJson): { readonly name: string; readonly about: string[] } {
  const { number, title, heading, unit } = table
  return {
    name: [number, title].filter(part => part !== null).join(' ') || `（${heading ?? '无表名'}）`,
    about: [unit === null ? null : `单位：${unit}`, `第 ${pagesText(table)} 页`].filter(part => part !== null),
  }
}

const ACCOUNTS = {
  zh: { budget: '预算', 'final-accounts': '决算', other: '其他' },
  en: { budget: 'budget', 'final-accounts': 'final accounts', other: 'other' },
} as const
/** Whose money an account counts: a department's budget is not that of its office alone. */
const SCOPES: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = {
  zh: { department: '部门', unit: '单位', government: '政府' },
  en: { department: 'department ', unit: 'unit ', government: 'government ' },
}

/** Whose document it is, of which year and what it is, for people: 某局 2026年 单位预算; as much as is known. */
export function subjectText({ document }: Pick<DocumentJson, 'document'>, language: 'zh' | 'en'): string {
  const { department, fiscalYear, kind, scope } = document
  const whose = kind === 'other' || scope === null ? '' : (SCOPES[language][scope] ?? '')
  const year = fiscalYear === null ? null : `${fiscalYear}${language === 'zh' ? '年' : ''}`
  return [department, year, kind === null ? null : `${whose}${ACCOUNTS[language][kind]}`]
    .filter(part => part !== null)
    .join(' ')
}

/** What stands over all tables of a document: whose it is, else its file. */
export const titleText = (of: Pick<DocumentJson, 'document'>, file: string): string =>
  of.document.department === null && of.document.fiscalYear === null ? file : subjectText(of, 'zh')
