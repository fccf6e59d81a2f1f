import { stateOf } from '../budget/amount.ts'
import { DOCUMENT, PLACE, placeRow, SUBJECT, subjectRow } from './columns.ts'
import type { DocumentJson, TableJson } from './document.ts'
import { column, type Relation, type Row } from './relation.ts'
import type { ArchiveDocument } from './relations.ts'

/** One row an amount. */
export const FACTS: Relation = {
  name: 'facts',
  zh: '数据',
  en: 'one row an amount of a table',
  key: ['document', 'table', 'row', 'column'],
  columns: [
    DOCUMENT,
    ...SUBJECT,
    column('table', 'text', '表', 'id of the table'),
    column('table_kind', 'text', '标准表', 'kind in the catalogue of standard tables'),
    column('title', 'text', '表名', 'title of the table'),
    column('row', 'integer', '行', 'row, from 0, header included'),
    column('column', 'integer', '列', 'column, from 0'),
    column('role', 'text', '行性质', 'total, blank-total, unit, class, section, item, project, …; sum only one of them'),
    column('depth', 'integer', '层级', 'depth in the tree of subjects'),
    column('side', 'text', '收支', 'income or expense'),
    column('label', 'text', '项目', 'label of the row'),
    column('code', 'text', '科目编码', 'code of the subject', 'functional-classification:generic:code'),
    column('code_kind', 'text', '分类', 'function, economic or government-economic'),
    column('name', 'text', '科目名称', 'name of the subject', 'functional-classification:generic:label'),
    column('unit_code', 'text', '单位代码', 'code of the unit'),
    column('column_key', 'text', '列名（标准）', 'name of the column in the catalogue'),
    column('header', 'text', '列名（原文）', 'header path as printed'),
    column('fund', 'text', '预算类型', 'gpb 一般公共预算, fund 政府性基金, soe 国有资本经营预算'),
    column('source', 'text', '收入来源', 'where the money comes from: fiscal, business, superior, …'),
    column('expense_type', 'text', '支出类型', 'basic, project, personnel, public, …', 'economic-classification:generic:code'),
    column('period', 'text', '年度性质', 'current 当年, carry 上年结转, advance 提前通知, previous 上年'),
    column('measure', 'text', '预算数或决算数', 'budget or final'),
    column('state', 'text', '状态', 'value, zero (printed 0), nil (dash), na (not applicable)'),
    column('text', 'text', '原文', 'as printed'),
    column('value', 'text', '数值', 'decimal number as printed, ungrouped'),
    column('unit', 'text', '单位', 'unit of the value'),
    column('yuan', 'yuan', '金额（元）', 'amount in 元', 'value'),
    ...PLACE,
    column('method', 'text', '来源', 'pdf, ocr or reviewed'),
    column('confidence', 'number', '可信度', 'confidence, 0 to 1'),
    column('findings', 'text', '发现', 'codes of the findings that touch the cell'),
  ],
}

const FUNDS = new Set(['gpb', 'fund', 'soe', 'insurance'])
const SOURCES = new Set([
  'fiscal',
  'special',
  'own',
  'business',
  'operatingIncome',
  'superior',
  'affiliated',
  'other',
  'balance',
])
const EXPENSES = [
  'personnel',
  'public',
  'basic',
  'project',
  'upward',
  'operating',
  'subsidy',
  'abroad',
  'purchase',
  'running',
  'vehicles',
  'reception',
  'operations',
  'meeting',
  'training',
]
const PERIODS = new Set(['current', 'carry', 'advance', 'previous', 'carryOut'])

/** The fund a whole table is about, by the words of its kind. */
const TABLE_FUND: readonly (readonly [RegExp, string])[] = [
  [/^bud\.gpb|^bud\.sangong|^fin\.0[567]|^fin\.gpb/, 'gpb'],
  [/^bud\.fund|^fin\.08/, 'fund'],
  [/^bud\.soe|^fin\.09/, 'soe'],
]

const wordsOf = (key: string | null): readonly string[] => key?.split('.') ?? []
const first = (words: readonly string[], known: ReadonlySet<string>): string | null =>
  words.find(word => known.has(word)) ?? null

/** What the key of a column and the key of a line say about an amount. */
function dimensions(table: TableJson, columnKey: string | null, lineKey: string | null) {
  const words = [...wordsOf(columnKey), ...wordsOf(lineKey)]
  const fund = first(words, FUNDS) ?? TABLE_FUND.find(([pattern]) => pattern.test(table.kind ?? ''))?.[1] ?? null
  return {
    fund,
    source: first(words, SOURCES),
    expense_type: EXPENSES.find(word => words.includes(word)) ?? null,
    period: first(words, PERIODS),
    measure: words.includes('final') || (table.kind?.startsWith('fin.') && !words.includes('budget')) ? 'final' : 'budget',
  }
}

/** 收入 or 支出 by the header of the list a column belongs to. */
function sideOf(path: readonly string[], kind: string | null): string | null {
  const words = path.join('')
  if (/^(?:bud\.income|fin\.02)$/.test(kind ?? '')) return 'income'
  if (words.includes('收') !== words.includes('支')) return words.includes('收') ? 'income' : 'expense'
  return /^(?:bud|fin)\./.test(kind ?? '') && !/total|fin\.0[14]/.test(kind ?? '') ? 'expense' : null
}

/** The rows of the amounts of a document, blank cells left out. */
export const factRows = (document: Pick<ArchiveDocument, 'name' | 'document'>): Row[] => [
  ...lineFacts(document),
  ...formFacts(document),
]

/** Amounts of forms, which have labels and no columns. */
const formFacts = ({ name, document }: Pick<ArchiveDocument, 'name' | 'document'>): Row[] =>
  document.tables
    .filter(table => table.lines.length === 0)
    .flatMap(table =>
      table.cells.flatMap((cell): Row[] => {
        if (cell.amount === null) return []
        const label =
          table.form?.fields.find(field => field.row === cell.row && field.column === cell.column)?.path.join('/') ?? null
        return [
          {
            ...subjectRow(name, document),
            table: table.id,
            table_kind: table.kind,
            title: table.title,
            row: cell.row,
            column: cell.column,
            ...placeRow(cell),
            method: cell.source,
            confidence: cell.confidence,
            label,
            state: stateOf(cell.text),
            text: cell.text,
            value: cell.amount.value,
            unit: cell.amount.unit,
            yuan: BigInt(cell.amount.fen),
          },
        ]
      }),
    )

/** Amounts of tables with columns. */
function lineFacts({ name, document }: Pick<ArchiveDocument, 'name' | 'document'>): Row[] {
  const codes = codesByCell(document.findings)
  const subject = subjectRow(name, document)
  return document.tables.flatMap(table => {
    const cells = new Map(table.cells.map(cell => [`${cell.row},${cell.column}`, cell]))
    return table.lines.flatMap(line =>
      table.columns
        .filter(other => other.role === 'amount' && other.list === line.list)
        .flatMap((other): Row[] => {
          const cell = cells.get(`${line.row},${other.index}`)
          const state = cell ? stateOf(cell.text) : null
          if (!cell || state === null || state === 'blank') return []
          return [
            {
              ...subject,
              table: table.id,
              table_kind: table.kind,
              title: table.title,
              row: line.row,
              column: other.index,
              role: line.role,
              depth: line.depth,
              side: sideOf(other.path, table.kind),
              label: line.label,
              code: line.code,
              code_kind: line.codeKind,
              name: line.name,
              unit_code: line.unitCode,
              column_key: other.key,
              header: other.path.join('/'),
              ...dimensions(table, other.key, line.key),
              state,
              text: cell.text,
              value: cell.amount?.value ?? null,
              unit: cell.amount?.unit ?? null,
              yuan: cell.amount && BigInt(cell.amount.fen),
              ...placeRow(cell),
              method: cell.source,
              confidence: cell.confidence,
              findings: [...(codes.get(`${table.id}\u0000${line.row}\u0000${other.index}`) ?? [])].join(' '),
            },
          ]
        }),
    )
  })
}

/** Codes of the findings that touch each cell, rounding left out. */
function codesByCell(findings: DocumentJson['findings']): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>()
  for (const { code, cells } of findings.filter(finding => finding.verdict !== 'rounding'))
    for (const { table, row, column: at } of cells) {
      const place = `${table}\u0000${row}\u0000${at}`
      codes.set(place, (codes.get(place) ?? new Set()).add(code))
    }
  return codes
}
