import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractDocument } from '../../../../src/pipeline.ts'
import { panelRow, panelRows } from '../../../../src/write/relations/panel/panel.ts'

const bytes = readFileSync(new URL('../../../../samples/dachuan-2023-calc.pdf', import.meta.url))
const document = await extractDocument(bytes, { file: 'a.pdf' })
const rowOf = (of: typeof document) => panelRow({ name: 'dachuan', current: true, document: of })

/** The expenditure table as a publisher prints it that has no 合计: its first line is the department, and the others are its units. */
const withRoots = (roots: number): typeof document => ({
  ...document,
  tables: document.tables.map(table =>
    table.kind !== 'bud.expense'
      ? table
      : {
          ...table,
          lines: table.lines.map((line, at) => ({ ...line, role: 'unit', key: null, depth: at < roots ? 0 : 1 })),
        },
  ),
})

test('the panel has the figures that people compare, each with its page and the money it counts', () => {
  expect(rowOf(document)).toMatchObject({
    department: '达州市达川区人民政府办公室',
    fiscal_year: 2023,
    scope: 'department',
    ...{ income: 1215750000n, income_page: 15, income_basis: 'all' },
    ...{ expenditure: 1215750000n, expenditure_basis: 'all' },
    ...{ basic: 864950000n, project: 350800000n },
    // personnel and public are printed for 一般公共预算 alone
    ...{ personnel: 694690000n, personnel_basis: 'general', public: 170260000n, public_basis: 'general' },
    ...{ sangong: 29500000n, abroad: null, purchase: 18000000n },
    ...{ vehicles: 1, vehicles_page: 10 },
  })
})

const counted = (label: string, value: string, section = '四、人员情况'): (typeof document.narrative)[number] => {
  const [vehicles] = document.narrative.filter(({ unit }) => unit === '辆')
  if (!vehicles) throw new Error('the sample has changed')
  return { ...vehicles, subject: label, label, before: label, section, value, unit: '人', page: 3 }
}

test('posts and people in service are those of the office: no kind of post, no people of others', () => {
  const narrative = [
    counted('人员编制', '145'),
    counted('行政编制', '59'),
    counted('实有人员', '131'),
    counted('在职人员', '1376', '二、帮扶困难企业'),
  ]
  expect(rowOf({ ...document, narrative })).toMatchObject({ posts: 145, posts_page: 3, staff: 131, staff_page: 3 })
  expect(rowOf({ ...document, narrative: [...narrative, counted('实有人员', '130')] })).toMatchObject({ staff: null })
  const changed = { ...counted('实有人员', '2'), direction: 'more' as const }
  expect(rowOf({ ...document, narrative: [...narrative, changed] })).toMatchObject({ staff: 131 })
})

test('without a line 合计 the one unit that all others are part of is the total', () => {
  const { basic, basic_page } = rowOf(document)
  expect(rowOf(withRoots(1))).toMatchObject({ basic, basic_page, basic_basis: 'all' })
})

test('of several units side by side none is the total', () => {
  expect(rowOf(withRoots(2))['basic_basis']).not.toBe('all')
})

/** The document without the tables that part basic expenditure, and with two sentences that do. */
const inSentences = (personnel: string, own: string): typeof document => {
  const [amount] = document.narrative.filter(({ kind, unit }) => kind === 'amount' && unit === '万元')
  if (!amount) throw new Error('the sample has changed')
  const say = (subject: string, value: string) => ({ ...amount, subject, value, fen: `${value.replace('.', '')}0000`, page: 7 })
  const parted = new Set(['personnel', 'public', 'basic.personnel', 'basic.public'])
  return {
    ...document,
    narrative: [say('人员经费', personnel), say('公用经费', own), say('在职人员经费', '1.00')],
    tables: document.tables.map(table => ({
      ...table,
      columns: table.columns.map(one => (parted.has(one.key ?? '') ? { ...one, key: null } : one)),
    })),
  }
}

test('personnel and public are taken from sentences where both together are the basic expenditure of a table', () => {
  expect(rowOf(inSentences('694.69', '170.26'))).toMatchObject({
    ...{ personnel: 694690000n, personnel_page: 7, personnel_basis: 'all' },
    ...{ public: 170260000n, public_page: 7, public_basis: 'all' },
  })
  expect(rowOf(inSentences('694.69', '171.26'))).toMatchObject({ personnel: null, personnel_basis: 'missing', public: null })
})

test('what a publication prints in text and tables apart is one row, which names the part of each figure that it does not lead', () => {
  const text = { name: 'text', document: { ...document, tables: [], sangong: [] } }
  const tables = { name: 'tables', current: true, document: { ...document, narrative: [] } }
  expect(panelRows({ ...tables, parts: [text] })).toMatchObject([
    {
      document: 'tables',
      income: 1215750000n,
      sangong: 29500000n,
      vehicles: 1,
      vehicles_page: 10,
      elsewhere: 'operations: text; procurement: text; vehicles: text',
    },
  ])
  expect(panelRows({ ...tables, parts: [] })).toMatchObject([{ vehicles: null, elsewhere: null }])
  expect(panelRows({ ...text, current: true, partOf: 'tables' })).toEqual([])
})

test('a text that stands alone has a row where it gives a figure', () => {
  const text = { ...document, tables: [] }
  expect(panelRows({ name: 'text', current: true, document: text })).toMatchObject([
    { income: null, sangong: 29500000n, vehicles: 1 },
  ])
  expect(panelRows({ name: 'text', current: true, document: { ...text, sangong: [], narrative: [] } })).toEqual([])
})

test('income and expenditure count what was carried over, those of the year do not; of an account, not of the budget beside it', () => {
  const printed = (label: string, key: string, fen: string) => ({ label, key, fen })
  const sheet = [
    printed('本年收入合计', 'current', '90'),
    printed('收入总计', 'grand', '100'),
    printed('本年支出合计', 'current', '95'),
    printed('支出总计', 'grand', '100'),
  ]
  const of = (kind: string): typeof document => {
    const [table] = document.tables.filter(one => one.kind === 'bud.total')
    const [line, cell, column] = [table?.lines[0], table?.cells.find(({ amount }) => amount !== null), table?.columns[1]]
    if (!table || !line || !cell || !column) throw new Error('the sample has changed')
    const one = {
      ...table,
      kind,
      columns: ['budget', 'final'].map((key, at) => ({ ...column, index: at + 1, list: 0, path: [key], role: 'amount', key })),
      lines: sheet.map(({ label, key }, row) => ({
        ...line,
        row,
        label,
        key,
        list: 0,
        role: key === 'grand' ? 'total' : 'subtotal',
      })),
      cells: sheet.flatMap(({ fen }, row) =>
        [`${Number(fen) + 7}`, fen].map((value, at) => ({
          ...cell,
          row,
          column: at + 1,
          amount: { value, unit: '元', fen: value },
        })),
      ),
    }
    return { ...document, tables: [one], narrative: [], sangong: [] }
  }
  expect(rowOf(of('fin.01'))).toMatchObject({
    ...{ income: 100n, income_of_year: 90n, expenditure: 100n, expenditure_of_year: 95n, expenditure_basis: 'all' },
  })
})

test('a report that is no budget has no row, a budget without standard tables has one that says what is missing', () => {
  const tables = document.tables.map(table => ({ ...table, kind: null }))
  const rows = (kind: typeof document.document.kind) =>
    panelRows({ name: 'a', current: true, document: { ...document, tables, document: { ...document.document, kind } } })
  expect(rows('other')).toEqual([])
  expect(rows('budget')).toMatchObject([{ income: null, income_basis: 'missing' }])
})

test('personnel and public of final accounts stand in the columns of their expenditure', () => {
  const tables = document.tables.map(table =>
    table.kind !== 'bud.gpb_basic'
      ? table
      : {
          ...table,
          kind: 'fin.05',
          columns: table.columns.map(one => ({ ...one, key: one.key === 'personnel' ? 'basic.personnel' : one.key })),
        },
  )
  expect(rowOf({ ...document, tables, narrative: [] })).toMatchObject({ personnel: 694690000n, personnel_basis: 'general' })
})
