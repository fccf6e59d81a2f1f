import { expect, test } from 'vitest'
import { EXIT } from '../../src/commands/command.ts'
import { sentencesPdf } from '../make/archive.ts'
import { nameOf, openRoom } from './room.ts'

const NARRATIVE = {
  name: 'narrative.pdf',
  bytes: sentencesPdf([
    '青溪县教育局2025年部门预算',
    '二、收入预算情况说明',
    '2025年收入预算1200.50万元，比2024年增加200.50万元。',
    '三、支出预算情况说明',
    '2025年支出预算1200.50万元，其中：基本支出800.00万元。',
  ]),
}

const { opened, documentOf } = await openRoom(
  [NARRATIVE],
  [EXIT.done, 'yusuan extract: pdfs/narrative.pdf: no-tables: no table found\n'],
)

test('a document of sentences alone is opened from the archive, and a figure of it is boxed where it is printed', async () => {
  expect(documentOf(NARRATIVE.name).tables).toEqual([])
  const { page, alerts } = await opened()
  await page.locator(`.rows a.line[href="#document=${nameOf(NARRATIVE.name)}"]`).click()
  await page.locator('.sentences p', { hasText: '2025年收入预算1200.50万元' }).first().waitFor()
  await page.getByRole('button', { name: '基本支出 800.00万元 p.1' }).click()
  const [x0, top] = documentOf(NARRATIVE.name).narrative.find(({ text }) => text === '800.00万元')?.box ?? []
  const box = page.locator('.finding-box')
  await box.waitFor()
  expect([await box.getAttribute('x'), await box.getAttribute('y')]).toEqual([`${x0}`, `${top}`])
  await expect
    .poll(() => page.evaluate('document.querySelector(".sheet img")?.naturalWidth > 0'), { timeout: 20_000 })
    .toBe(true)
  await page.getByRole('tab', { name: '发现' }).click()
  await page.locator('.panel .findings, .panel .note').first().waitFor()
  expect(alerts).toEqual([])
  await page.close()
})
