import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReview, type Review } from '../../src/review/server.ts'
import type { DocumentJson } from '../../src/write/document.ts'
import { generatedBudget } from '../make/archive.ts'
import { openBrowser } from './browser.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const base = mkdtempSync(join(tmpdir(), 'yusuan-review-'))
const out = join(base, 'results')

/** 0.10 万元 printed too much, and names that would be run where text is taken for HTML. */
const SLIPPED = generatedBudget(3, { slip: 10 })
/** One department in two years. */
const YEARS = [generatedBudget(5), generatedBudget(165)] as const
const HOSTILE = generatedBudget(4, {
  names: ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))'],
})

const extract = (...more: string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, [cli, 'extract', 'pdfs', '--out', out, '--jobs', '1', ...more], {
    cwd: base,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
}
const nameOf = (file: string): string => file.replace('.pdf', '')
const documentOf = (file: string): DocumentJson => JSON.parse(readFileSync(join(out, nameOf(file), 'document.json'), 'utf8'))

/** The cell that was printed wrong: 基本支出 of the first subject. */
function slippedCell(document: DocumentJson) {
  const table = document.tables.find(({ id }) => id === '1-2')
  const cell = table?.cells.find(({ row, column }) => row === 2 && column === 3)
  if (table === undefined || cell === undefined) throw new Error('the generated budget has changed')
  return { table, cell }
}

const controller = new AbortController()
let review: Review
let browser: Browser

beforeAll(async () => {
  mkdirSync(join(base, 'pdfs'))
  for (const { name, bytes } of [SLIPPED, HOSTILE, ...YEARS]) writeFileSync(join(base, 'pdfs', name), bytes)
  extract()
  const options = { out, cwd: base, pdfs: null, port: 0, say: () => {}, signal: controller.signal }
  ;[review, browser] = await Promise.all([openReview(options), openBrowser()])
})
afterAll(async () => {
  controller.abort()
  await browser?.close()
  await review?.close()
})

/** A window on the review; `alerts` are scripts of a document that ran, and they never should. */
async function opened(hash = ''): Promise<{ readonly page: Page; readonly alerts: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const alerts: string[] = []
  page.on('dialog', dialog => {
    alerts.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', error => alerts.push(error.message))
  await page.goto(review.link)
  if (hash !== '') await page.goto(new URL(hash, review.link).href)
  return { page, alerts }
}

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>(
    'axe.run(document, { resultTypes: ["violations"] })',
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const pictureIsThere = async (page: Page): Promise<void> => {
  await expect
    .poll(() => page.evaluate('document.querySelector(".sheet img")?.naturalWidth > 0'), { timeout: 20_000 })
    .toBe(true)
}

test('search, a claim, the figure on the page, a correction by keyboard, and it stands after a new extraction', async () => {
  const { page, alerts } = await opened()
  await page.getByRole('searchbox').fill(SLIPPED.department)
  await page.locator('.rows .line').first().waitFor()
  expect(await page.locator('.rows .line').count()).toBe(1)

  await page.getByRole('link', { name: '疑点' }).click()
  const verdict: string = documentOf(SLIPPED.name).checks.find(({ outcome }) => outcome === 'broken')?.verdict ?? 'none'
  const tabs: Readonly<Record<string, string>> = { 'published-inconsistency': '文件自身不一致', unexplained: '未能归因' }
  const tab = tabs[verdict] ?? '读取存疑'
  await page.getByRole('button', { name: tab }).click()
  await page.getByRole('link', { name: '看原文' }).first().click()
  await pictureIsThere(page)
  await page.locator('.sheet .term.broken').first().waitFor()

  const before = documentOf(SLIPPED.name)
  const { table, cell } = slippedCell(before)
  await page.goto(
    new URL(`#figure=${[nameOf(SLIPPED.name), table.id, cell.row, cell.column].map(encodeURIComponent).join('/')}`, review.link)
      .href,
  )
  await page.locator('.sheet .cell.now').waitFor()
  expect(await page.locator('table.joined .now').textContent()).toBe(cell.text)
  expect(await page.locator('.checks .broken').count()).toBeGreaterThan(0)

  const right = (Number(cell.text) - 0.1).toFixed(2)
  await page.keyboard.press('e')
  await page.locator('textarea.value:focus').waitFor()
  await page.keyboard.type(right)
  await page.keyboard.press('Enter')
  await page.locator('table.joined .now.reviewed').waitFor()
  expect(await page.locator('table.joined .now').textContent()).toBe(right)
  expect(await page.locator('.checks .broken').count()).toBe(0)
  expect(await page.locator('.checks .holds').count()).toBeGreaterThan(0)

  await page.reload()
  await page.locator('table.joined .now.reviewed').waitFor()
  extract('--force')
  const after = slippedCell(documentOf(SLIPPED.name)).cell
  expect(after).toMatchObject({ text: right, source: 'reviewed', firstReading: cell.text })
  expect(documentOf(SLIPPED.name).checks.filter(({ outcome }) => outcome === 'broken')).toEqual([])
  expect(alerts).toEqual([])
  await page.close()
})

test('the second of two windows is told that the first has changed the document', async () => {
  const { cell, table } = slippedCell(documentOf(HOSTILE.name))
  const hash = `#figure=${[nameOf(HOSTILE.name), table.id, cell.row, cell.column].map(encodeURIComponent).join('/')}`
  const [first, second] = [await opened(hash), await opened(hash)]
  for (const { page } of [first, second]) await page.locator('table.joined .now').waitFor()
  await first.page.keyboard.press('Enter')
  await first.page.locator('table.joined .now.reviewed').waitFor()
  await second.page.keyboard.press('x')
  await second.page.getByText('另一个窗口或命令刚刚改动了这份文件').waitFor()
  await first.page.keyboard.press('u')
  await first.page.locator('table.joined .now:not(.reviewed)').waitFor()
  for (const { page } of [first, second]) await page.close()
})

test('三公 over the years as lines, and its page on one click', async () => {
  const { page, alerts } = await opened('#sangong')
  await page.locator('.lines polyline').waitFor()
  expect(await page.locator('.lines svg').getAttribute('aria-label')).toContain(YEARS[0].department)
  const name = nameOf(YEARS[1].name)
  const printed = documentOf(YEARS[1].name).sangong.find(({ fund }) => fund === 'general')?.total?.page
  await page.locator(`tr:has(a[href="#document=${encodeURIComponent(name)}"]) a`, { hasText: 'p.' }).click()
  await pictureIsThere(page)
  expect(await page.getByLabel('转到页').inputValue()).toBe(`${printed}`)
  const link = await page.getByRole('link', { name: 'PDF 原页' }).getAttribute('href')
  expect(link).toBe(`/api/file?${new URLSearchParams({ name })}#page=${printed}`)
  const file = await page.evaluate(
    `fetch(${JSON.stringify(link)}).then(async r => [r.headers.get('content-type'), (await r.text()).slice(0, 5)])`,
  )
  expect(file).toEqual(['application/pdf', '%PDF-'])
  expect(alerts).toEqual([])
  await page.close()
})

test('the doubtful cells of a page are accepted by one stroke, and taken back by one', async () => {
  const file = YEARS[0].name
  const path = join(out, nameOf(file), 'document.json')
  const { page } = await opened()
  const first = documentOf(file)
  const table = first.tables.find(({ id }) => id === '1-2')
  const region = table?.regions[0]
  if (!table || !region) throw new Error('the generated budget has changed')
  const doubted = table.cells.filter(({ amount }) => amount !== null).slice(0, 5)
  // What a scan would say of five figures; the reading that corrections are replayed on is the first.
  for (const cell of doubted) Object.assign(cell, { confidence: 0.5 })
  writeFileSync(path, JSON.stringify(first))
  await page.goto(new URL(`#document=${encodeURIComponent(nameOf(file))}`, review.link).href)
  await page.getByText('剩余存疑格 5').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+Enter')
  await page.getByText('没有存疑格').waitFor()
  expect(
    documentOf(file)
      .tables.flatMap(({ cells }) => cells)
      .filter(({ source }) => source === 'reviewed').length,
  ).toBe(5)
  await page.keyboard.press('u')
  await page.getByText('剩余存疑格 5').waitFor()
  await page.close()
})

test('a reader says which standard table a table is', async () => {
  const file = YEARS[1].name
  const { page } = await opened(`#document=${encodeURIComponent(nameOf(file))}`)
  await page.getByLabel('表', { exact: true }).selectOption('1-2')
  const kind = page.getByLabel('表种')
  const own = await kind.inputValue()
  await kind.selectOption('')
  await expect.poll(() => documentOf(file).tables.find(({ id }) => id === '1-2')?.kind).toBe(null)
  await page.getByRole('tab', { name: '更正记录' }).click()
  await page.locator('.corrections', { hasText: `改表种 ${own}` }).waitFor()
  await page.keyboard.press('u')
  await expect.poll(() => documentOf(file).tables.find(({ id }) => id === '1-2')?.kind).toBe(own)
  await page.close()
})

test('two cells are merged, parted again, and all of it is taken back', async () => {
  const file = HOSTILE.name
  const spansOf = (): readonly (readonly [text: string, span: number])[] =>
    (documentOf(file).tables.find(({ id }) => id === '1-2')?.cells ?? [])
      .filter(({ row, column }) => row === 2 && column < 2)
      .map(({ text, columnSpan }) => [text, columnSpan] as const)
  const printed = spansOf()
  const { page, alerts } = await opened(`#figure=${[nameOf(file), '1-2', '2', '0'].map(encodeURIComponent).join('/')}`)
  await page.locator('table.joined .now').waitFor()
  const [merge, split] = ['与右格合并', '拆分单元格'].map(name => page.getByRole('button', { name }))
  await merge?.click()
  await split?.waitFor()
  const merged = [[printed.map(([text]) => text).join(''), 2]]
  expect(spansOf()).toEqual(merged)
  await split?.click()
  await merge?.waitFor()
  expect(spansOf().map(([, span]) => span)).toEqual([1, 1])
  await page.keyboard.press('u')
  await split?.waitFor()
  expect(spansOf()).toEqual(merged)
  await page.keyboard.press('u')
  await merge?.waitFor()
  expect(spansOf()).toEqual(printed)
  expect(alerts).toEqual([])
  await page.close()
})

test('a column border is moved by the keyboard, kept, and taken back', async () => {
  const file = HOSTILE.name
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

test('what a PDF says stays text, on every page', async () => {
  const { page, alerts } = await opened(`#document=${encodeURIComponent(nameOf(HOSTILE.name))}`)
  await page.getByLabel('表', { exact: true }).selectOption('1-2')
  for (const text of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))'])
    await page.locator('table.joined td', { hasText: text }).waitFor()
  for (const hash of ['#claims', '#coverage', '#sangong', '#archive']) await page.goto(new URL(hash, review.link).href)
  expect(alerts).toEqual([])
  const sheet = readFileSync(join(out, nameOf(HOSTILE.name), 'reconciliation.md'), 'utf8')
  expect(sheet).not.toMatch(/<script|<img|\]\(javascript/)
  await page.close()
})

test('no serious barrier on any view', async () => {
  const { page } = await opened()
  for (const hash of [
    '#archive',
    '#coverage',
    '#claims',
    '#sangong',
    `#document=${encodeURIComponent(nameOf(SLIPPED.name))}`,
  ]) {
    await page.goto(new URL(hash, review.link).href)
    await page.locator('.rows, .sangong, .sheet').first().waitFor()
    expect([hash, await serious(page)]).toEqual([hash, []])
  }
  await page.close()
})

/** Status of a request as a program sends it. */
function status(path: string, headers: Record<string, string> = {}, body?: string): Promise<number> {
  const { hostname, port } = new URL(review.link)
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, response => {
      resolve(response.statusCode ?? 0)
      sent.destroy()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

test('only this machine, only by the link, only what is in the results', async () => {
  const { port, host, origin, searchParams } = new URL(review.link)
  const cookie = `yusuan-${port}=${searchParams.get('token')}`
  expect(await status('/', { cookie })).toBe(200)
  expect(await status('/')).toBe(403)
  expect(await status('/?token=guess')).toBe(403)
  expect(await status('/api/archive', { cookie: `yusuan-${port}=guess` })).toBe(403)
  expect(await status('/api/archive', { cookie, host: 'evil.example' })).toBe(403)
  expect(await status('/api/archive', { cookie, origin: 'http://evil.example' })).toBe(403)
  expect(await status('/api/archive', { cookie, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await status('/api/corrections', { cookie, host }, '{}')).toBe(403)
  expect(await status('/api/corrections', { cookie, host, origin }, '{}')).toBe(400)
  expect(await status('/api/corrections', { cookie, host, origin, 'content-length': '3000000' }, '{}')).toBe(413)
  for (const path of [
    '/api/document?name=..%2F..',
    '/api/page?name=..%2F..&page=1',
    '/..%2f..%2fpackage.json',
    '/manifest.jsonl',
  ])
    expect([path, await status(path, { cookie })]).toEqual([path, 404])
})
