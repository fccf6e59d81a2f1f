import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extractDocument } from '../../../../src/pipeline.ts'
import { workbookSheets } from '../../../../src/write/formats/xlsx/workbook.ts'
import { tableOf } from '../../table.ts'

test('a sheet has the whole name of its table where a spreadsheet allows it, and the index always', async () => {
  const bytes = readFileSync(new URL('../../../../samples/archives-2025-chromium.pdf', import.meta.url))
  const document = await extractDocument(bytes, { pages: [1] })
  const titles = ['一般公共预算“三公”经费、会议费、培训费支出表', '政'.repeat(40), '政'.repeat(40), `${'政'.repeat(25)}𠮷`]
  const tables = titles.map((title, at) => tableOf([['项目'], ['甲']], 1, { id: `${at}`, number: '公开09', title }))
  const sheets = workbookSheets({ ...document, tables, findings: [] }, [], () => null)
  const names = sheets.map(({ sheet }) => sheet)
  expect(names.slice(1)).toEqual([
    '公开09 一般公共预算“三公”经费、会议费、培训费支出表',
    `公开09 ${'政'.repeat(26)}`,
    `公开09 ${'政'.repeat(22)} 2`,
    `公开09 ${'政'.repeat(25)}`,
  ])
  const index = sheets[0]?.data?.flat().map(cell => (typeof cell === 'object' && cell && 'value' in cell ? cell.value : null))
  for (const title of titles) expect(index).toContain(`公开09 ${title}`)
})
