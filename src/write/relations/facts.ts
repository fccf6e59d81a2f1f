import { yearOfTitle } from '../../budget/document/title-words.ts'
import { COUNTED_IN, GOAL_WORDS } from '../../budget/goals/indicator-words.ts'
import { plain } from '../../budget/label.ts'
import { decimalOf, printedAmount } from '../../budget/money/amount.ts'
import { placeKey } from '../../finding.ts'
import type { CellJson, DocumentJson, TableJson } from '../document/document.ts'
import { isDoubtful } from '../document/doubtful.ts'
import { besideOf } from './beside.ts'
import { column, DOCUMENT, PLACE, placeRow, SUBJECT, subjectRow } from './columns.ts'
import { type Account, dimensions, measureOfRow, sideOf, type Told } from './fact-dimensions.ts'
import { yearOfHeads, yearOfRow } from './fact-year.ts'
import { unitsOf } from './line-units.ts'
import { lineOfMerged, namesIn } from './merged-line.ts'
import type { NamedDocument, Relation, Row } from './relation.ts'
import { yearsOfRows } from './year-rows.ts'

/** The lists of subjects that a row may bear codes of, several at a time. */
const LISTS = [
  { kind: 'function', zh: '功能分类', en: '功能分类, the list by function' },
  { kind: 'economic', zh: '部门经济分类', en: '部门预算支出经济分类, the economic list of departments' },
  { kind: 'government-economic', zh: '政府经济分类', en: '政府预算支出经济分类, the economic list of governments' },
] as const

/** The words that the columns of a list of subjects begin with. */
const codeName = (kind: string): string => kind.replaceAll('-', '_')

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
    column('code_source', 'text', '编码来源', 'printed, or inferred from the name and the rows around it'),
    column('name', 'text', '科目名称', 'name of the subject', 'functional-classification:generic:label'),
    column(
      'beside',
      'text',
      '同行其他名称',
      'what else names the row, in other columns in front of its figures: head：text；head：text; of a form of one project the project',
    ),
    ...LISTS.flatMap(({ kind, zh, en }) => [
      column(
        `${codeName(kind)}_code`,
        'text',
        `${zh}编码`,
        `code in ${en}, where the row has one: its own or one printed beside it`,
      ),
      column(`${codeName(kind)}_name`, 'text', `${zh}名称`, `name of that subject as printed`),
    ]),
    column('unit_code', 'text', '单位代码', 'code of the unit'),
    column(
      'unit_name',
      'text',
      '单位名称',
      'unit that the row is of, in a table that lists several, or that its table is of, in a book of several offices',
    ),
    column(
      'column_key',
      'text',
      '列名（标准）',
      'name of the column in the catalogue; in a form, what label and head say of the money',
    ),
    column('header', 'text', '列名（原文）', 'header path as printed'),
    column('fund', 'text', '预算类型', 'gpb 一般公共预算, fund 政府性基金, soe 国有资本经营预算'),
    column('source', 'text', '收入来源', 'where the money comes from: fiscal, business, superior, …'),
    column('expense_type', 'text', '支出类型', 'basic, project, personnel, public, …', 'economic-classification:generic:code'),
    column(
      'period',
      'text',
      '年度性质',
      'current 当年, carry 上年结转, advance 提前通知, previous 上年 or before, next a later year',
    ),
    column(
      'year',
      'integer',
      '数字年度',
      'year that the figure is of: the one that its head, its row or the title of its table names, else that of the document',
    ),
    column(
      'measure',
      'text',
      '预算数、执行数或决算数',
      'budget, adjusted (全年预算数, 调整预算数), final, or executed (执行数); change for the difference of two years, and for what an adjustment (调整数) adds',
    ),
    column('state', 'text', '状态', 'value, zero (printed 0), nil (dash), na (not applicable)'),
    column('text', 'text', '原文', 'as printed'),
    column('value', 'text', '数值', 'decimal number as printed, ungrouped'),
    column('unit', 'text', '单位', 'unit of the value; of what is counted, the one that its row or its head names (辆)'),
    column('yuan', 'yuan', '金额（元）', 'amount in 元, empty for what is no money', 'value'),
    ...PLACE,
    column('method', 'text', '来源', 'pdf, ocr or reviewed'),
    column('confidence', 'number', '可信度', 'confidence, 0 to 1'),
    column('vouched_by', 'integer', '佐证', 'how many relations that hold to the last digit vouch for the figure'),
    column('findings', 'text', '发现', 'codes of the findings that touch the cell'),
  ],
}

/** The rows of the amounts of a document, blank cells left out; one after the other, since a row of so many columns is large. */
export function* factRows({ name, document }: NamedDocument): Generator<Row> {
  const codes = codesOf(document.findings)
  const subject = subjectRow(name, document)
  const isOfSeveral = document.findings.some(({ code }) => code === 'several-offices')
  const projects = Map.groupBy(document.indicators, ({ table }) => table)
  for (const table of document.tables) {
    const office = isOfSeveral ? table.department : null
    const own = { ...subject, table: table.id, table_kind: table.kind, title: table.title }
    for (const { cell, meaning } of table.lines.length === 0
      ? formFacts(table, document.document, projectOf(table, projects.get(table.id)))
      : lineFacts(table, document.document))
      yield {
        ...own,
        ...meaning,
        unit_name: meaning['unit_name'] ?? office,
        ...printedRow(cell, meaning),
        findings: [...codes(table.id, cell)].join(' '),
      }
  }
}

type LineJson = TableJson['lines'][number]

interface Fact {
  readonly cell: CellJson
  readonly meaning: Row
}

/** The unit in brackets behind what a count is of, in its label or its head: `公务用车保有量（辆）`. */
function unitOfCount({ label, header }: Row): string | null {
  const heads = typeof header === 'string' ? header.split('/') : []
  const names = [...heads, ...(typeof label === 'string' ? [label] : [])]
  return names.reduceRight<string | null>((unit, name) => unit ?? COUNTED_IN.exec(plain(name))?.[1] ?? null, null)
}

function printedRow(cell: CellJson, meaning: Row): Row {
  const { row, column: at, text, amount, source, confidence, vouchedBy = 0 } = cell
  const count = amount === null ? decimalOf(text) : null
  return {
    row,
    column: at,
    state: printedAmount(text)?.state ?? null,
    text,
    value: amount?.value ?? count,
    unit: amount?.unit ?? (count === null ? null : unitOfCount(meaning)),
    yuan: amount && BigInt(amount.fen),
    ...placeRow(cell),
    method: source,
    confidence,
    vouched_by: vouchedBy,
  }
}

/** The one project that a form names and its goals are of, in the words of the form: 项目名称：水库移民后期扶持. */
function projectOf({ cells }: TableJson, goals: DocumentJson['indicators'] = []): string | null {
  const [project = null, ...others] = new Set(goals.map(goal => goal.project))
  const isAlone = cells.filter(({ text }) => GOAL_WORDS.project.test(plain(text))).length === 1
  return project === null || others.length > 0 || !isAlone ? null : `项目名称：${project}`
}

/** Amounts of forms, which have labels, and heads where several figures stand in a row. */
function formFacts(table: TableJson, account: Account, beside: string | null): Fact[] {
  const ofTable = yearOfTitle(table.title) ?? account.fiscalYear
  const named = new Map((table.formAmounts ?? []).map(amount => [placeKey(amount), amount]))
  return table.cells
    .filter(({ amount }) => amount !== null)
    .map(cell => {
      const { label = null, head = null, key = null } = named.get(placeKey(cell)) ?? {}
      const path = [head ?? label ?? '']
      const year = yearOfHeads(path, ofTable) ?? ofTable
      const said = dimensions(table, { key, path }, { lineKey: null, year }, account)
      return { cell, meaning: { label, beside, header: head, column_key: key, ...said } }
    })
}

/** Amounts of tables with columns. */
function* lineFacts(table: TableJson, account: Account): Generator<Fact> {
  const cells = new Map(table.cells.map(cell => [placeKey(cell), cell]))
  const ofTable = yearOfTitle(table.title) ?? account.fiscalYear
  const columns = table.columns
    .filter(({ role }) => role === 'amount')
    .map(other => ({ other, ofHeads: yearOfHeads(other.path, ofTable), rowOf: columnRows(table, other, account) }))
  const units = unitsOf(table)
  const years = yearsOfRows(table)
  const beside = besideOf(table)
  const names = namesIn(table)
  const words = table.columns.filter(({ role }) => role === 'text' || role === 'name')
  for (const [at, line] of table.lines.entries()) {
    const { of = at, year: ownYear } = years.get(at) ?? {}
    const unit = { unit_name: units[of] ?? null }
    const ofLabel = yearOfRow(line.label) ?? ofTable
    const named = table.lines[of] ?? line
    const ofLine = { ...lineRow(named), beside: beside(named) }
    const texts = words.flatMap(({ index }) => plain(cells.get(placeKey({ row: line.row, column: index }))?.text ?? ''))
    for (const { other, ofHeads, rowOf } of columns) {
      const cell = other.list === line.list ? cells.get(placeKey({ row: line.row, column: other.index })) : undefined
      const state = cell ? (printedAmount(cell.text)?.state ?? null) : null
      if (!cell || state === null || state === 'blank') continue
      const its = lineOfMerged(names, cell, line)
      const measure = ownYear === null ? 'change' : measureOfRow(texts, other)
      const told = { lineKey: its.key, year: ownYear ?? ofHeads ?? ofLabel }
      const ofRow = { ...rowOf(told), ...(measure && { measure }) }
      yield { cell, meaning: { ...(its === line ? ofLine : lineRow(its)), ...unit, ...ofRow } }
    }
  }
}

/** What a line says of all its amounts. */
function lineRow(line: LineJson): Row {
  const { role, depth, label, code, codeKind, codeInferred, name, unitCode } = line
  return {
    ...{ role, depth, label, code, code_kind: codeKind, name, unit_code: unitCode },
    code_source: code === null ? null : codeInferred ? 'inferred' : 'printed',
    ...Object.fromEntries(
      subjectsOf(line).flatMap(one => [
        [`${codeName(one.kind)}_code`, one.code],
        [`${codeName(one.kind)}_name`, one.name],
      ]),
    ),
  }
}

/** Roles of the rows that are called as their code is; a unit or a project has a name of its own. */
const SUBJECTS: ReadonlySet<string> = new Set(['class', 'section', 'item'])

type CodeBeside = NonNullable<LineJson['codesBeside']>[number]

/** The codes of a line, one a list of subjects, with their names. */
function subjectsOf({ role, code, codeKind, codeName, name, codesBeside = [] }: LineJson): readonly CodeBeside[] {
  if (code === null || codeKind === null || codeKind === 'unit') return codesBeside
  return [{ kind: codeKind, code, name: codeName ?? (SUBJECTS.has(role) ? name : null) }, ...codesBeside]
}

/** What a column says of its amounts, by the key and the year of the line; lines share few keys, most have none. */
function columnRows(table: TableJson, other: TableJson['columns'][number], account: Account): (told: Told) => Row {
  const { key, path, subject } = other
  const own = { side: sideOf(other, table.kind), column_key: key, header: path.join('/') }
  const economic = subject && { economic_code: subject.code, economic_name: subject.name }
  const known = new Map<string, Row>()
  return told => {
    const place = `${told.lineKey} ${told.year}`
    const row = known.get(place) ?? { ...own, ...economic, ...dimensions(table, other, told, account) }
    known.set(place, row)
    return row
  }
}

/** Codes of the findings that touch a cell, rounding left out; of those about a whole page, or a table on it, where the cell is in doubt. */
function codesOf(findings: DocumentJson['findings']): (table: string, cell: CellJson) => ReadonlySet<string> {
  const codes = new Map<string, Set<string>>()
  const add = (place: string, code: string): void => void codes.set(place, (codes.get(place) ?? new Set()).add(code))
  for (const { code, cells, table, page } of findings.filter(({ verdict }) => verdict !== 'rounding')) {
    for (const cell of cells) add(`${cell.table}\u0000${cell.row}\u0000${cell.column}`, code)
    if (cells.length === 0 && page !== null) add(`${table ?? ''}\u0000p.${page}`, code)
  }
  return (table, cell) => {
    const { row, column: at, page } = cell
    const doubts = isDoubtful(cell) ? [`${table}\u0000p.${page}`, `\u0000p.${page}`] : []
    return new Set([`${table}\u0000${row}\u0000${at}`, ...doubts].flatMap(place => [...(codes.get(place) ?? [])]))
  }
}
