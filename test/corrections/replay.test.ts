import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { borderText, newBorderText } from '../../src/corrections/border.ts'
import { correctDocument } from '../../src/corrections/correct.ts'
import type { Correction } from '../../src/corrections/correction.ts'
import { parseCorrections, patchHead, patchLines } from '../../src/corrections/patch-file.ts'
import { readPages } from '../../src/page/document.ts'
import { extractDocument, recheckDocument } from '../../src/pipeline.ts'

const bytes = readFileSync(new URL('../../samples/archives-2025-chromium.pdf', import.meta.url))
const first = await extractDocument(bytes, { file: 'archives.pdf' })
const table = first.tables.find(({ id }) => id === '二')
const cell = table?.cells.find(({ amount }) => amount?.value === '3486215.40')
if (table === undefined || cell === undefined) throw new Error('the sample has changed')

let count = 0
const correction = (more: Partial<Correction>): Correction => ({
  id: `c${++count}`,
  when: '2026-11-25T12:00:00.000Z',
  who: '李雷',
  file: 'archives.pdf',
  sha256: first.source.sha256,
  action: 'text',
  table: table.id,
  page: cell.page,
  box: [...cell.box],
  old: cell.text,
  new: '3,486,215.50',
  why: '与原文核对',
  ...more,
})
const broken = ({ checks }: typeof first): number => checks.filter(({ outcome }) => outcome === 'broken').length
const corrected = (document: typeof first) =>
  document.tables.find(({ id }) => id === table.id)?.cells.find(({ row, column }) => row === cell.row && column === cell.column)

test('a corrected cell is reviewed, keeps its first reading, and is checked at once', () => {
  const { document, replayed } = correctDocument(first, [correction({})])
  expect(replayed.map(({ state }) => state)).toEqual(['applied'])
  expect(corrected(document)).toMatchObject({
    text: '3,486,215.50',
    source: 'reviewed',
    confidence: 1,
    firstReading: cell.text,
  })
  expect(corrected(document)?.amount?.fen).toBe('348621550')
  expect([broken(first), broken(document) > 0]).toEqual([0, true])
})

test('what held before a figure was typed over puts the typing in doubt, not the document', () => {
  const { document } = correctDocument(first, [correction({ new: '9.99' })])
  const verdicts = document.checks.filter(({ outcome }) => outcome === 'broken').map(({ verdict }) => verdict)
  expect(verdicts.length).toBeGreaterThan(1)
  expect([...new Set(verdicts)]).toEqual(['extraction-suspect'])
  const [told] = document.findings.filter(({ code }) => code === 'identity-broken')
  expect(told?.message.zh).toContain('更正')
})

test('undo gives the first reading back', () => {
  const wrong = correction({})
  const { document, replayed } = correctDocument(first, [wrong, correction({ action: 'undo', old: wrong.id })])
  expect(replayed.map(({ state }) => state)).toEqual(['undone'])
  expect(document).toEqual(first)
})

test('a place found again after the rulings moved by two points', () => {
  const [x0, top, x1, bottom] = cell.box
  const { replayed } = correctDocument(first, [correction({ box: [x0 + 2, top + 2, x1 + 2, bottom + 2] })])
  expect(replayed.map(({ state }) => state)).toEqual(['applied'])
})

test.each([
  ['another text stands there now', { old: '77.00' }, `it is read as “${cell.text}” now`],
  ['no cell stands there', { page: 99 }, 'no cell stands there'],
  ['no such table', { action: 'join', new: 'none' } as const, 'no table stands there'],
])('a correction that does not fit is told and kept: %s', (_, more, because) => {
  const { document, replayed } = correctDocument(first, [correction(more)])
  expect(replayed[0]).toMatchObject({ state: 'misfit', because: { en: because } })
  expect(document.findings.filter(({ code }) => code === 'correction-misfit')).toHaveLength(1)
  expect(document.tables).toEqual(first.tables)
})

test('accept, uncertain and “the document is wrong” leave the text and say who looked', () => {
  const after = (action: Correction['action']) => correctDocument(first, [correction({ action, new: '' })]).document
  expect(corrected(after('accept'))).toMatchObject({ text: cell.text, source: 'reviewed', confidence: 1 })
  expect(corrected(after('uncertain'))).toMatchObject({ text: cell.text, confidence: 0 })
  const wrong = after('published').findings.find(({ code }) => code === 'reviewed-published')
  expect(wrong?.message.zh).toContain('李雷 2026-11-25: 与原文核对')
})

test('what is said of a cell later stands for what was said of it before, until it is undone', () => {
  const before = ['published', 'uncertain'] as const
  for (const action of before) {
    const said = correction({ action, new: '' })
    const later = correction({ action: 'accept', new: '' })
    const states = (more: readonly Correction[]) => correctDocument(first, [said, later, ...more])
    const { document, replayed } = states([])
    expect(replayed.map(({ state }) => state)).toEqual(['superseded', 'applied'])
    expect(document.findings.filter(({ code }) => code.startsWith('reviewed-'))).toEqual([])
    const undone = states([correction({ action: 'undo', old: later.id })])
    expect(undone.replayed.map(({ state }) => state)).toEqual(['applied', 'undone'])
    expect(undone.document.findings.map(({ code }) => code)).toContain(`reviewed-${action}`)
  }
  const doubt = [correction({ action: 'accept', new: '' }), correction({ action: 'uncertain', new: '' })]
  expect(corrected(correctDocument(first, doubt).document)).toMatchObject({ source: 'pdf', confidence: 0 })
  const text = [correction({}), correction({ action: 'published', old: '3,486,215.50', new: '' })]
  expect(correctDocument(first, text).replayed.map(({ state }) => state)).toEqual(['applied', 'applied'])
})

test('a column border that is moved takes the words it crosses along, and gives them back', async () => {
  const { pages } = await readPages(bytes, { pages: [cell.page] })
  const [page] = pages
  const label = table.cells.find(({ row, column }) => row === cell.row && column === cell.column - 1)
  if (!page || !label) throw new Error('the sample has changed')
  const over = borderText({ table, cell: label }, cell.box[2] - 4, page)
  expect(over.split('\n')).toContain(`${label.text} ${cell.text}\t`)
  const move = correction({ action: 'border', box: [...label.box], old: label.text, new: over })
  const three = correction({ ...move, id: 'three', new: over.replace('小计基本支出\t', '小计\t基本\t支出') })
  expect(correctDocument(first, [three]).replayed.map(({ state }) => state)).toEqual(['misfit'])
  const { document, replayed } = correctDocument(first, [move])
  expect(replayed.map(({ state }) => state)).toEqual(['applied'])
  expect(corrected(document)).toMatchObject({ text: '', source: 'reviewed', firstReading: cell.text })
  const now = document.tables.find(({ id }) => id === table.id)
  const wide = now?.cells.find(({ row, column }) => row === label.row && column === label.column)
  if (!now || !wide) throw new Error('the table is gone')
  const back = borderText({ table: now, cell: wide }, label.box[2], page)
  const again = correction({ action: 'border', box: [...wide.box], old: wide.text, new: back })
  expect(corrected(correctDocument(first, [move, again]).document)).toMatchObject({ text: cell.text, box: cell.box })
})

test('a border said without texts moves the cells only; one that leaves a column no room, or words that are not there, is refused', () => {
  const move = (text: string) => correctDocument(first, [correction({ action: 'border', new: text })])
  const before = cell.box[2]
  expect(corrected(move(`${before - 3}`).document)).toMatchObject({
    text: cell.text,
    box: [...cell.box.slice(0, 2), before - 3, cell.box[3]],
  })
  for (const text of [`${cell.box[0]}`, '', `${before}\n别的\t文字`])
    expect(move(text).replayed[0]).toMatchObject({
      state: 'misfit',
      because: { en: 'the rows and columns there do not allow it' },
    })
})

/** Rows of the table as a reader sees them, a merged cell once. */
const rowsOf = ({ tables }: typeof first, id: string): string[] => {
  const own = tables.find(one => one.id === id)
  return (own?.rows ?? []).map(({ index }) =>
    (own?.cells ?? [])
      .filter(({ row }) => row === index)
      .sort((a, b) => a.column - b.column)
      .map(({ text, column, columnSpan }) => `${column}${columnSpan > 1 ? `+${columnSpan - 1}` : ''} ${text}`)
      .join(' | '),
  )
}

test('a column border that is taken away makes two columns one, and one that is added parts them as they were', async () => {
  const { pages } = await readPages(bytes, { pages: table.regions.map(({ page }) => page) })
  const left = table.cells.find(({ row, column }) => row === cell.row && column === cell.column - 1)
  if (!left) throw new Error('the sample has changed')
  const drop = correction({ action: 'drop-border', box: [...left.box], old: left.text, new: '' })
  const one = correctDocument(first, [drop])
  expect(one.replayed.map(({ state }) => state)).toEqual(['applied'])
  const now = one.document.tables.find(({ id }) => id === table.id)
  const wide = now?.cells.find(({ row, column }) => row === left.row && column === left.column)
  if (!now || !wide) throw new Error('the table is gone')
  expect(wide).toMatchObject({
    text: left.text + cell.text,
    columnSpan: 1,
    source: 'reviewed',
    box: [...left.box.slice(0, 2), ...cell.box.slice(2)],
  })
  expect(now.columns.map(({ index }) => index)).toEqual(table.columns.slice(1).map(({ index }) => index - 1))
  const said = newBorderText({ table: now, cell: wide }, left.box[2], pages)
  const add = correction({ action: 'add-border', box: [...wide.box], old: wide.text, new: said })
  const both = correctDocument(first, [drop, add])
  expect(both.replayed.map(({ state }) => state)).toEqual(['applied', 'applied'])
  expect(rowsOf(both.document, table.id)).toEqual(rowsOf(first, table.id))
  expect(both.document.tables.find(({ id }) => id === table.id)?.columns).toEqual(table.columns)
  expect(corrected(both.document)).toMatchObject({ text: cell.text, amount: cell.amount })
  expect(
    correctDocument(first, [
      drop,
      add,
      correction({ action: 'undo', old: add.id }),
      correction({ action: 'undo', old: drop.id }),
    ]).document,
  ).toEqual(first)
})

test('a new border without texts leaves them on the left and in doubt; outside its column, or with words that are not there, it is refused', () => {
  const middle = Math.round((cell.box[0] + cell.box[2]) / 2)
  const add = (text: string) => correctDocument(first, [correction({ action: 'add-border', new: text })])
  expect(corrected(add(`${middle}`).document)).toMatchObject({
    text: cell.text,
    confidence: 0,
    box: [cell.box[0], cell.box[1], middle, cell.box[3]],
  })
  for (const text of [`${cell.box[2] + 9}`, '', `${middle}\n别的\t文字`])
    expect(add(text).replayed[0]).toMatchObject({ state: 'misfit' })
})

test('there is no border to take away at the right edge of a table', () => {
  const last = table.cells.find(
    ({ row, column, columnSpan }) => row === cell.row && column + columnSpan === table.columns.length,
  )
  if (!last) throw new Error('the sample has changed')
  const { replayed } = correctDocument(first, [
    correction({ action: 'drop-border', box: [...last.box], old: last.text, new: '' }),
  ])
  expect(replayed[0]?.state).toBe('misfit')
})

test('the unit of a table changes every amount in it', () => {
  const [region] = table.regions
  if (region === undefined) throw new Error('no region')
  const { document } = correctDocument(first, [
    correction({ action: 'unit', page: region.page, box: [...region.box], old: '元', new: '万元' }),
  ])
  expect(corrected(document)?.amount).toMatchObject({ unit: '万元', fen: '3486215400000' })
})

test('a unit that a person says stands against all that is printed and that figures elsewhere speak for', async () => {
  const calc = readFileSync(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
  const read = await extractDocument(calc, { file: 'calc.pdf' })
  const own = read.tables.find(({ kind }) => kind === 'bud.total')
  const [region] = own?.regions ?? []
  if (!own || !region) throw new Error('the sample has changed')
  const { sha256 } = read.source
  const place = { sha256, table: own.id, page: region.page }
  const said = correction({ ...place, box: [...region.box], action: 'unit', old: '万元', new: '元' })
  const { document } = correctDocument(read, [said])
  const unitsOf = (one: typeof read): unknown => {
    const found = one.tables.find(({ id }) => id === own.id)
    const units = new Set(found?.cells.flatMap(({ amount }) => amount?.unit ?? []))
    return [found?.unit, found?.unitOfMoney?.where, [...units]]
  }
  expect(unitsOf(read)).toEqual(['万元', 'caption', ['万元']])
  expect(unitsOf(document)).toEqual(['元', 'told', ['元']])
  expect(unitsOf(recheckDocument(document))).toEqual(['元', 'told', ['元']])
  expect(broken(document)).toBeGreaterThan(broken(read))
  expect(unitsOf(correctDocument(read, [said, correction({ sha256, action: 'undo', old: said.id })]).document)).toEqual(
    unitsOf(read),
  )
})

test('a table is the standard table that a person says, or none, and its own again after an undo', () => {
  const [region] = table.regions
  if (region === undefined) throw new Error('a table without a region')
  const kindOf = (...corrections: Correction[]): [string | null | undefined, string[]] => {
    const { document, replayed } = correctDocument(first, corrections)
    return [document.tables.find(({ id }) => id === table.id)?.kind, replayed.map(({ state }) => state)]
  }
  const said = (old: string, kind: string): Correction =>
    correction({ action: 'kind', page: region.page, box: [...region.box], old, new: kind })
  const own = table.kind ?? ''
  const none = said(own, '')
  expect(own).not.toBe('')
  expect(kindOf(none)).toEqual([null, ['applied']])
  expect(kindOf(said(own, 'bud.income'))).toEqual(['bud.income', ['applied']])
  const { document } = correctDocument(first, [none])
  expect(recheckDocument(document).tables.find(({ id }) => id === table.id)?.kind).toBe(null)
  expect(kindOf(none, said('', own))).toEqual([own, ['applied', 'applied']])
  expect(kindOf(none, correction({ action: 'undo', old: none.id }))).toEqual([own, ['undone']])
  expect(kindOf(said('bud.income', 'bud.expense'))).toEqual([own, ['misfit']])
  expect(kindOf(said(own, 'no.such'))).toEqual([own, ['misfit']])
})

test('a table parted and joined again has its rows and figures back', () => {
  const start = table.cells.find(({ column, row, page }) => column === 0 && row > 5 && page === cell.page)
  const [region] = table.regions
  if (start === undefined || region === undefined) throw new Error('the sample has changed')
  const part = correction({ action: 'part', box: [...start.box], page: start.page, old: start.text, new: '' })
  const parted = correctDocument(first, [part]).document
  const [upper, lower] = parted.tables.filter(({ id }) => id.startsWith(table.id))
  expect(lower?.columns).toEqual(upper?.columns)
  const again = upper?.regions[0]
  if (again === undefined || lower === undefined) throw new Error('not parted')
  const join = correction({ action: 'join', page: again.page, box: [...again.box], old: '', new: lower.id })
  const { document, replayed } = correctDocument(first, [part, join])
  expect(replayed.map(({ state }) => state)).toEqual(['applied', 'applied'])
  const places = ({ cells }: typeof table) => cells.map(({ row, column, text, amount }) => [row, column, text, amount?.fen])
  const whole = document.tables.find(({ id }) => id === table.id)
  expect(whole && places(whole).sort()).toEqual(places(table).sort())
})

test('cells become one and one becomes many', () => {
  const row = table.cells.filter(own => own.row === cell.row && own.column < 2)
  const [a, b] = row
  if (a === undefined || b === undefined) throw new Error('the sample has changed')
  const box = [a.box[0], a.box[1], b.box[2], b.box[3]] as const
  const merge = correction({ action: 'merge', page: a.page, box, old: '', new: a.text + b.text })
  const merged = correctDocument(first, [merge]).document
  const one = merged.tables.find(({ id }) => id === table.id)?.cells.find(own => own.row === a.row && own.column === 0)
  expect(one).toMatchObject({ columnSpan: 2, text: a.text + b.text, firstReading: `${a.text}\n${b.text}` })
  const split = correction({ action: 'split', page: a.page, box, old: a.text + b.text, new: `${a.text}\n${b.text}` })
  const { document, replayed } = correctDocument(first, [merge, split])
  expect(replayed.map(({ state }) => state)).toEqual(['applied', 'applied'])
  const texts = document.tables.find(({ id }) => id === table.id)?.cells.filter(own => own.row === a.row && own.column < 2)
  expect(texts?.map(({ text }) => text).sort()).toEqual([a.text, b.text].sort())
  expect(texts?.map(({ firstReading }) => firstReading)).toEqual([`${a.text}\n${b.text}`, `${a.text}\n${b.text}`])
})

test('a patch file comes back as it went, formulas and lines included', () => {
  const all = [correction({ old: '=47人', new: '第一行\n“二”,三' }), correction({ action: 'accept' })]
  expect(parseCorrections(patchHead() + patchLines(all))).toEqual(all)
  expect(patchLines(all)).toContain("'=47人")
})

test.each([
  ['garbage', 'this is no file of corrections: its first line names no id'],
  ['id,action\nx,text', 'its first line names no sha256'],
  ['id,action,sha256\nx,fly,abc', 'line 2 of the corrections: no action fly'],
  ['id,action,sha256\nx,text,abc', 'sha256 is none'],
  ['"', 'the corrections are no CSV'],
])('what is no patch file is told: %j', (text, message) => {
  expect(() => parseCorrections(text)).toThrow(message)
})
