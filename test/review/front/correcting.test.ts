import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatedBudget } from '../../make/archive.ts'
import { serious } from '../accessible.ts'
import { nameOf, openRoom } from '../room.ts'

const [FIGURES, CELLS] = [generatedBudget(5), generatedBudget(4)] as const
const { out, review, extract, opened, documentOf } = await openRoom([FIGURES, CELLS])

/** What a scan would say of five names in the table 1-2, which no relation vouches for; the reading that corrections are replayed on is the first. */
function doubted(file: string): readonly string[] {
  const first = documentOf(file)
  const table = first.tables.find(({ id }) => id === '1-2')
  const names = table?.cells.filter(({ row, text }) => row >= table.headerRows && /^\p{Script=Han}/u.test(text))
  const five = names?.slice(0, 5) ?? []
  for (const cell of five) Object.assign(cell, { confidence: 0.5 })
  writeFileSync(join(out, nameOf(file), 'document.json'), JSON.stringify(first))
  return five.map(({ text }) => text)
}

const reviewed = (file: string): string[] =>
  documentOf(file)
    .tables.flatMap(({ cells }) => cells)
    .flatMap(({ source, text }) => (source === 'reviewed' ? [text] : []))

test('the doubtful cells of a document are accepted in blocks, the odd one out typed anew, and a block is taken back by one stroke', async () => {
  const file = FIGURES.name
  const printed = doubted(file)
  const { page, alerts } = await opened(`#document=${encodeURIComponent(nameOf(file))}`)
  await page.getByText('剩余存疑格 5').waitFor()
  let requests = 0
  page.on('request', request => {
    if (request.method() === 'POST') requests += 1
  })
  await page.keyboard.press('s')
  await page.getByRole('button', { name: '5 格读得都对' }).waitFor()
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  for (const digit of '9.99') await page.keyboard.press(digit)
  await page.keyboard.press('Enter')
  await page.locator('.doubts ins', { hasText: '9.99' }).waitFor()
  await expect.poll(() => reviewed(file)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('没有存疑格').first().waitFor()
  const told = ['9.99', ...printed].toSorted()
  await expect.poll(() => reviewed(file).length).toBe(5)
  expect(reviewed(file).filter(text => !told.includes(text))).toEqual([])
  expect(reviewed(file)).toContain('9.99')
  expect(requests).toBe(1)
  await page.keyboard.press('u')
  await page.getByText('剩余存疑格 5').waitFor()
  expect(reviewed(file)).toEqual([])
  expect(alerts).toEqual([])
  await page.close()
})

test('no block of doubtful cells is accepted before it has been drawn', async () => {
  const file = FIGURES.name
  doubted(file)
  const { page } = await opened()
  let draw = (): void => {}
  const drawn = new Promise<void>(resolve => {
    draw = resolve
  })
  await page.route('**/api/page*', async route => {
    await drawn
    await route.continue()
  })
  await page.goto(new URL(`#doubts=${encodeURIComponent(nameOf(file))}`, review.link).href)
  await page.getByRole('button', { name: '正在绘制' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('剩余存疑格 5').waitFor()
  draw()
  await page.getByRole('button', { name: '5 格读得都对' }).waitFor()
  expect(reviewed(file)).toEqual([])
  await page.close()
})

test('cells that are accepted one after the other are one request, and the last stroke alone is taken back', async () => {
  const file = FIGURES.name
  doubted(file)
  const { page } = await opened(`#document=${encodeURIComponent(nameOf(file))}`)
  await page.getByText('剩余存疑格 5').waitFor()
  let requests = 0
  page.on('request', request => {
    if (request.method() === 'POST') requests += 1
  })
  await page.keyboard.press('j')
  for (let stroke = 0; stroke < 5; stroke++) await page.keyboard.press('Enter')
  await page.getByText('没有存疑格').waitFor()
  await expect.poll(() => reviewed(file).length).toBe(5)
  await expect.poll(() => requests).toBe(1)
  await page.keyboard.press('u')
  await page.getByText('剩余存疑格 1').waitFor()
  await expect.poll(() => reviewed(file).length).toBe(4)
  await page.close()
})

test('a reader says which standard table a table is', async () => {
  const file = FIGURES.name
  const { page } = await opened(`#document=${encodeURIComponent(nameOf(file))}`)
  await page.getByLabel('表', { exact: true }).selectOption('1-2')
  const kind = page.getByLabel('表种')
  const own = await kind.inputValue()
  const title = await kind.locator('option:checked').textContent()
  await kind.selectOption('')
  await expect.poll(() => documentOf(file).tables.find(({ id }) => id === '1-2')?.kind).toBe(null)
  await page.getByRole('tab', { name: '更正记录' }).click()
  await page.locator('.corrections', { hasText: `改表种 ${title} → 非标准表` }).waitFor()
  await page.keyboard.press('u')
  await expect.poll(() => documentOf(file).tables.find(({ id }) => id === '1-2')?.kind).toBe(own)
  await page.close()
})

test('two cells are merged, parted again, and all of it is taken back', async () => {
  const file = CELLS.name
  const spansOf = (): readonly (readonly [text: string, span: number])[] =>
    (documentOf(file).tables.find(({ id }) => id === '1-2')?.cells ?? [])
      .filter(({ row, column }) => row === 2 && column < 2)
      .map(({ text, columnSpan }) => [text, columnSpan] as const)
  const printed = spansOf()
  const { page, alerts } = await opened(`#figure=${[nameOf(file), '1-2', '2', '0'].map(encodeURIComponent).join('/')}`)
  await page.locator('table.joined .now').waitFor()
  const [merge, split] = ['与右格合并', '拆分单元格'].map(name => page.getByRole('button', { name }))
  // A merged cell may be merged further and keeps its button: the disk tells that a correction has come through.
  await merge?.click()
  const merged = [[printed.map(([text]) => text).join(''), 2]]
  await expect.poll(spansOf).toEqual(merged)
  await split?.click()
  await expect.poll(() => spansOf().map(([, span]) => span)).toEqual([1, 1])
  await split?.waitFor({ state: 'hidden' })
  await page.keyboard.press('u')
  await expect.poll(spansOf).toEqual(merged)
  await split?.waitFor()
  await page.keyboard.press('u')
  await expect.poll(spansOf).toEqual(printed)
  expect(alerts).toEqual([])
  await page.close()
})

test('a column border is taken away by a click and put in again by the keyboard and by the mouse', async () => {
  const file = CELLS.name
  const rowOf = (): string[] =>
    (documentOf(file).tables.find(({ id }) => id === '1-2')?.cells ?? [])
      .filter(({ row }) => row === 2)
      .sort((a, b) => a.column - b.column)
      .map(({ text }) => text)
  /** The row on the disk, then its first cell in the window: the next key is of what the window has. */
  const shows = async (texts: readonly string[]): Promise<void> => {
    await expect.poll(rowOf).toEqual(texts)
    await page
      .locator('table.joined .now')
      .getByText(texts[0] ?? '', { exact: true })
      .waitFor()
  }
  const printed = rowOf()
  const [code = '', name = '', ...rest] = printed
  const { page, alerts } = await opened(`#figure=${[nameOf(file), '1-2', '2', '0'].map(encodeURIComponent).join('/')}`)
  const edge = await page.getByRole('slider', { name: '右侧列边界' }).boundingBox()
  if (!edge) throw new Error('no border')
  const x = edge.x + edge.width / 2
  await page.getByRole('button', { name: '去掉右侧列边界' }).click()
  await shows([`${code}${name}`, ...rest])
  await page.keyboard.press('b')
  const border = page.getByRole('slider', { name: '新的列边界' })
  const now = await border.boundingBox()
  if (!now) throw new Error('no new border')
  // The middle of the two columns is right of where their border stood; a drag takes it there.
  await page.mouse.move(now.x + now.width / 2, now.y + now.height / 2)
  await page.mouse.down()
  await page.mouse.move(x, now.y + now.height / 2, { steps: 3 })
  await page.mouse.up()
  await shows(printed)
  await page.keyboard.press('u')
  await shows([`${code}${name}`, ...rest])
  await page.keyboard.press('u')
  await shows(printed)
  await page.getByRole('slider', { name: '右侧列边界' }).focus()
  await page.keyboard.press('Delete')
  await shows([`${code}${name}`, ...rest])
  await page.keyboard.press('b')
  await page.getByRole('slider', { name: '新的列边界' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('slider', { name: '新的列边界' }).waitFor({ state: 'hidden' })
  await page.keyboard.press('u')
  await shows(printed)
  expect(alerts).toEqual([])
  await page.close()
})

test('a column border is moved by the keyboard, kept, and taken back', async () => {
  const file = CELLS.name
  const rightOf = () =>
    documentOf(file)
      .tables.find(({ id }) => id === '1-2')
      ?.cells.find(({ row, column }) => row === 2 && column === 0)?.box[2] ?? 0
  const before = rightOf()
  const { page } = await opened(`#figure=${[nameOf(file), '1-2', '2', '0'].map(encodeURIComponent).join('/')}`)
  const handle = page.getByRole('slider', { name: '右侧列边界' })
  await handle.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  await expect.poll(rightOf).toBeCloseTo(before + 4, 1)
  await page.getByRole('tab', { name: '更正记录' }).click()
  await page.locator('.corrections', { hasText: '移动列边界' }).first().waitFor()
  await page.keyboard.press('u')
  await expect.poll(rightOf).toBeCloseTo(before, 1)
  await page.close()
})

test('cells merged and split, borders moved, dropped and put in, and the kind of a table stand after a new extraction', async () => {
  const file = CELLS.name
  const tablesOf = () =>
    documentOf(file).tables.map(({ id, kind, columns, cells }) => ({
      ...{ id, kind, columns: columns.map(({ path }) => path) },
      cells: cells.map(({ row, column, rowSpan, columnSpan, text, box }) => ({ row, column, rowSpan, columnSpan, text, box })),
    }))
  const { page, alerts } = await opened()
  /** Go to a cell, do something once the window stands there, and wait until the disk and then the window have it. */
  const at = async (place: readonly string[], act: () => Promise<void>): Promise<void> => {
    const before = JSON.stringify(tablesOf())
    const link = `#figure=${[nameOf(file), ...place].map(encodeURIComponent).join('/')}`
    await page.evaluate(`location.hash = '${link}'`)
    await page.locator(`.card-name a[href="${link}"]`).waitFor()
    const kept = page.waitForResponse(/api\/corrections/)
    await act()
    await kept
    await expect.poll(() => JSON.stringify(tablesOf()) !== before).toBe(true)
    await page.getByText('正在保存').waitFor({ state: 'hidden' })
  }
  const press = (name: string) => page.getByRole('button', { name }).click()
  const [first, second, third] = documentOf(file).tables.map(({ id }) => id)
  if (first === undefined || second === undefined || third === undefined) throw new Error('the generated budget has changed')
  await at([second, '2', '0'], () => press('与右格合并'))
  await at([second, '3', '0'], () => press('与右格合并'))
  await at([second, '3', '0'], () => press('拆分单元格'))
  await at([first, '2', '0'], async () => {
    await page.getByRole('slider', { name: '右侧列边界' }).focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  })
  await at([third, '2', '0'], () => press('去掉右侧列边界'))
  await at([third, '2', '0'], async () => {
    await page.keyboard.press('b')
    await page.getByRole('slider', { name: '新的列边界' }).waitFor()
    await page.keyboard.press('Enter')
  })
  await at([third, '2', '0'], async () => void (await page.getByLabel('表种').selectOption('')))
  const corrected = tablesOf()
  extract('--force')
  expect(tablesOf()).toEqual(corrected)
  expect(documentOf(file).findings.filter(({ code }) => code === 'correction-misfit')).toEqual([])
  expect(alerts).toEqual([])
  await page.close()
})
