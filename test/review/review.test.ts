import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { DocumentJson } from '../../src/write/document/document.ts'
import { generatedBudget } from '../make/archive.ts'
import { serious } from './accessible.ts'
import { nameOf, openRoom } from './room.ts'

/** 0.10 万元 printed too much, and names that would be run where text is taken for HTML. */
const SLIPPED = generatedBudget(3, { slip: 10 })
/** One department in two years, the second with such a slip too. */
const YEARS = [generatedBudget(5), generatedBudget(165, { slip: 10 })] as const
const HOSTILE = generatedBudget(4, {
  names: ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))'],
})

const { out, review, extract, opened, documentOf } = await openRoom([SLIPPED, HOSTILE, ...YEARS])

/** The cell that was printed wrong: 基本支出 of the first subject. */
function slippedCell(document: DocumentJson) {
  const table = document.tables.find(({ id }) => id === '1-2')
  const cell = table?.cells.find(({ row, column }) => row === 2 && column === 3)
  if (table === undefined || cell === undefined) throw new Error('the generated budget has changed')
  return { table, cell }
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

  await page.getByRole('link', { name: '断言' }).click()
  const verdict: string = documentOf(SLIPPED.name).checks.find(({ outcome }) => outcome === 'broken')?.verdict ?? 'none'
  const tabs: Readonly<Record<string, string>> = { 'published-inconsistency': '文件自身不一致', unexplained: '原因不明' }
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
  await first.page.getByText('正在保存').waitFor({ state: 'hidden' })
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
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 CSV' }).click()])
  const csv = readFileSync(await file.path(), 'utf8')
  expect(csv.startsWith('\uFEFFdepartment,')).toBe(true)
  expect(csv.split('\r\n')).toContainEqual(expect.stringContaining(`${YEARS[1].department},`))
  const name = nameOf(YEARS[1].name)
  const printed = documentOf(YEARS[1].name).sangong.find(({ fund }) => fund === 'general')?.total?.page
  await page.locator(`tr:has(a[href="#document=${encodeURIComponent(name)}"]) a`, { hasText: 'p.' }).click()
  await pictureIsThere(page)
  expect(await page.getByLabel('转到页').inputValue()).toBe(`${printed}`)
  const link = await page.getByRole('link', { name: 'PDF 原页' }).getAttribute('href')
  expect(link).toBe(`/api/file?${new URLSearchParams({ name })}#page=${printed}`)
  const pdf = await page.evaluate(
    `fetch(${JSON.stringify(link)}).then(async r => [r.headers.get('content-type'), (await r.text()).slice(0, 5)])`,
  )
  expect(pdf).toEqual(['application/pdf', '%PDF-'])
  expect(alerts).toEqual([])
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

test('where somebody goes while the window opens is where it goes', async () => {
  const { page } = await opened()
  await page.addInitScript("addEventListener('DOMContentLoaded', () => { location.hash = '#coverage' })")
  await page.reload()
  await page.locator('nav a[href="#coverage"][aria-current=page]').waitFor({ timeout: 5000 })
  await page.close()
})

test('a finding names its page once', async () => {
  const { page } = await opened(`#document=${encodeURIComponent(nameOf(YEARS[1].name))}`)
  await page.getByRole('tab', { name: '发现' }).click()
  const told = await page.locator('.findings li').allTextContents()
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter(text => /第[\d、]+页.*\(p\.\d+\)/s.test(text))).toEqual([])
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

test('no request multiplies: its corrections are counted over all strokes, and those of whole columns are few', async () => {
  const { port, host, origin, searchParams } = new URL(review.link)
  const headers = { cookie: `yusuan-${port}=${searchParams.get('token')}`, host, origin, 'content-type': 'application/json' }
  const said = { table: '1-2', page: 99, box: [0, 0, 9, 9], old: '', new: '5', why: '' }
  const strokes = (action: string, count: number, each: number) => Array(count).fill(Array(each).fill({ ...said, action }))
  // A version of before: what has the right form goes no further.
  const ask = (all: unknown) =>
    status('/api/corrections', headers, JSON.stringify({ name: nameOf(SLIPPED.name), version: 'old', who: 'x', strokes: all }))
  expect(await ask(strokes('accept', 1, 500))).toBe(409)
  expect(await ask(strokes('accept', 2, 251))).toBe(400)
  expect(await ask(strokes('add-border', 10, 1))).toBe(409)
  expect(await ask(strokes('add-border', 11, 1))).toBe(400)
})
