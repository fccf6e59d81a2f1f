import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writeDocument } from '../../src/batch/files.ts'
import { command as check } from '../../src/commands/check.ts'
import type { Command, Surroundings } from '../../src/commands/command.ts'
import { command as sangong } from '../../src/commands/sangong.ts'
import { storyOf } from '../../src/commands/summary.ts'
import { extractDocument } from '../../src/pipeline.ts'
import { claimsOf, reconciliation, WORDS } from '../../src/write/document/reconciliation.ts'
import { claimLines } from '../../src/write/document/reconciliation-text.ts'
import { outcomeOf } from '../batch/archive-outcome.ts'
import { generatedBudget } from '../make/archive.ts'

const output = mkdtempSync(join(tmpdir(), 'yusuan-check-'))
const bytes = readFileSync(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
const document = await extractDocument(bytes, { file: 'dachuan.pdf' })
writeDocument(join(output, 'dachuan'), document)

test('a document with tables, none of them of a budget, is told as such', () => {
  const other = {
    ...document,
    document: { ...document.document, kind: null },
    tables: document.tables.map(table => ({ ...table, kind: null })),
  }
  expect(storyOf(other, 'x.md', 'en').join('\n')).toContain('looks like no budget')
  expect(storyOf(document, 'x.md', 'en').join('\n')).not.toContain('looks like no budget')
})

async function run(command: Command, positionals: string[], flags: string[] = [], values: [string, string][] = []) {
  let printed = ''
  let said = ''
  const [signal, stop] = [new AbortController().signal, new AbortController().signal]
  const surroundings: Surroundings = {
    ...{ cwd: '/', terminal: false, signal, stop, stdin: Readable.from([]), program: 'yusuan', language: 'zh' },
    print: text => {
      printed += text
    },
    say: text => {
      said += text
    },
  }
  const code = await command.run({ positionals, flags: new Set(flags), values: new Map(values) }, surroundings)
  return { code, printed, said }
}

test('the folder of a document has its records and the reconciliation sheet', () => {
  expect(readdirSync(join(output, 'dachuan'))).toEqual(
    expect.arrayContaining([
      'facts.csv',
      'indicators.csv',
      'sangong.csv',
      'checks.csv',
      'reconciliation.md',
      'reconciliation.html',
    ]),
  )
  const [head = '', first = ''] = readFileSync(join(output, 'dachuan', 'facts.csv'), 'utf8').split('\r\n')
  expect(head.startsWith('\ufeffdocument,region,department,fiscal_year,kind,table,')).toBe(true)
  expect(first).toContain('"1,197.75",1197.75,万元,11977500.00,15,')
})

test('check prints both sides of what is broken, in Chinese and in English', async () => {
  const { code, printed } = await run(check, [output])
  expect(code).toBe(0)
  expect(printed).toContain(
    'N1 说明中的收支预算总数＝收支总表总计 · 收支预算总数 1197.75万元 p.7 · 部门收支总表·收入总计 1215.75万元 p.15 · -18.00万元 · 文件自身不一致',
  )
  expect(printed).toContain('读取存疑 0')
  expect((await run(check, [output], [], [['language', 'en']])).printed).toContain('the document contradicts itself')
  expect((await run(check, [output], [], [['format', 'md']])).printed).toContain('| N9n 说明中的三公经费')
  expect((await run(check, [output], [], [['format', 'html']])).printed).toMatch(/^<!doctype html>/)
  expect((await run(check, [output], ['strict'])).code).toBe(4)
})

test('the sheet lists as broken what is broken, and no share that was bent so that all add up', () => {
  const { checks } = document
  expect(checks.some(({ note, outcome }) => note === 'plugged' && outcome === 'rounding')).toBe(true)
  const broken = reconciliation(document, 'en').sections.find(({ heading }) => heading === WORDS.en.broken)
  expect(broken?.rows).toHaveLength(checks.filter(({ outcome }) => outcome === 'broken').length)
})

test('what changed since the year before has its sign', async () => {
  const [row] = document.sangong
  if (!row?.total) throw new Error('no 三公')
  const change = (value: string) => ({ ...row, change: row.total && { ...row.total, value } })
  const changed = mkdtempSync(join(tmpdir(), 'yusuan-change-'))
  writeDocument(join(changed, 'a'), { ...document, sangong: ['12.00', '0.50', '-0.50', '0.00'].map(change) })
  const lines = (await run(sangong, [changed])).printed.split('\n').slice(1, 5)
  expect(lines.map(line => /比上年 (\S+)/.exec(line)?.[1])).toEqual(['+12.00万元', '+0.50万元', '-0.50万元', '0.00万元'])
})

test('the list and the ranking name an office and its change alike, and a document that names no office by its file', async () => {
  const archive = mkdtempSync(join(tmpdir(), 'yusuan-alike-'))
  const grown = document.sangong.map(row => ({
    ...row,
    change: row.total && { ...row.total, value: '3.00', fen: '3000000' },
    previous: null,
    growth: row.total && '11.321',
  }))
  const own = { ...document.document, scope: 'unit' as const }
  writeDocument(join(archive, 'a'), { ...document, document: own, sangong: grown })
  writeDocument(join(archive, 'b'), { ...document, document: { ...own, department: null }, sangong: [] })
  const list = (await run(sangong, [archive])).printed
  const ranked = (await run(sangong, [archive], [], [['sort', 'total']])).printed
  for (const text of [list, ranked]) {
    expect(text).toContain(`${own.department}（本级） 2023`)
    expect(text).toContain('(+11.3 %)')
  }
  expect(list).not.toContain('11.321')
  expect(list).toMatch(/^b（本级） 2023 {2}/m)
})

test('check --json is one check a line', async () => {
  const { printed } = await run(check, [output], ['json'])
  const rows = printed
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(rows).toHaveLength(document.checks.length)
  expect(rows[0]).toMatchObject({ document: 'dachuan', outcome: 'holds' })
})

test('sangong: both funds, the narrative, the difference', async () => {
  const { printed } = await run(sangong, [output])
  expect(printed).toContain('合计 11.50  万元  (p.26)')
  expect(printed).toContain('合计 18.00  万元  (p.28)')
  expect(printed).toContain('合计 29.50  万元  情况说明 29.50万元 (p.10)  差额 0.00')
  const rows = (await run(sangong, [output], ['json'])).printed
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(rows.at(-1)).toMatchObject({
    fund: 'all',
    total: '295000.00',
    narrative: '295000.00',
    difference: '0.00',
    page: 26,
    narrative_page: 10,
  })
})

test('the story of a run', () => {
  const story = storyOf(document, 'output/dachuan/reconciliation.md', 'en').join('\n')
  expect(story).toContain(
    '达州市达川区人民政府办公室 2023年 部门预算（四川省达州市达川区）: 14 of 14 tables are standard tables',
  )
  expect(story).toContain('0 where the reading is suspect')
  expect(story).toContain('361 of 361 figures are guarded')
  expect(story).toContain('三公: 29.50万元 = 11.50 + 18.00 (p.26, p.28)')
})

test('the page of both funds is named once', () => {
  const general = document.sangong.find(({ fund }) => fund === 'general')
  if (!general?.total) throw new Error('the sample has changed')
  const { page } = general.total
  const onePage = document.sangong.map(row => (row.total === null ? row : { ...row, total: { ...row.total, page } }))
  expect(storyOf({ ...document, sangong: onePage }, 'sheet.md', 'en').join('\n')).toContain(`(p.${page})；`)
})

test('check and sangong of a PDF answer as those of its results do', async () => {
  const pdf = fileURLToPath(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
  expect((await run(check, [pdf])).printed.split('\n').slice(1)).toEqual(
    (await run(check, [output])).printed.split('\n').slice(1),
  )
  expect((await run(sangong, [pdf])).printed).toBe((await run(sangong, [output])).printed)
})

test('of PDFs, folders of them and results together check tells each, and what could not be read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-several-'))
  const pdfs = join(folder, 'pdfs')
  mkdirSync(pdfs)
  writeFileSync(join(pdfs, 'sound.pdf'), generatedBudget(5).bytes)
  writeFileSync(join(pdfs, 'broken.pdf'), '%PDF-1.7 and no more')
  writeFileSync(join(folder, 'other.pdf'), generatedBudget(6).bytes)
  writeFileSync(join(pdfs, 'again.pdf'), generatedBudget(6).bytes)
  const { code, printed, said } = await run(check, [output, pdfs, join(folder, 'other.pdf')])
  expect(code).toBe(3)
  expect(said).toMatch(/broken\.pdf: corrupt: PDF 已损坏/)
  expect(printed).toMatch(/^dachuan · /m)
  for (const name of ['sound', '(?:again|other)'])
    expect(printed).toMatch(new RegExp(`^${name} · .*\n {2}共核对 \\d+ · 成立 \\d+`, 'm'))
  expect(printed).toMatch(/^3 份文件 · 共核对 \d+/m)
  const lines = (await run(sangong, [pdfs, join(folder, 'other.pdf')], ['csv'])).printed.trim().split('\r\n')
  expect(new Set(lines.slice(1).map(line => line.split(',').find(cell => /^(sound|again|other)$/.test(cell)))).size).toBe(2)
})

test('PDFs are told in the order in which they were given, whichever is read first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yusuan-order-'))
  const large = fileURLToPath(new URL('../../samples/dachuan-2023-calc.pdf', import.meta.url))
  for (const seed of [5, 6]) writeFileSync(join(folder, `small-${seed}.pdf`), generatedBudget(seed).bytes)
  const { printed } = await run(check, [large, join(folder, 'small-6.pdf'), join(folder, 'small-5.pdf')])
  expect([...printed.matchAll(/^(\S+) · /gm)].map(([, name]) => name).slice(0, 3)).toEqual([
    'dachuan-2023-calc',
    'small-6',
    'small-5',
  ])
})

test('三公 grows between two years, never between two documents of one year, and not from a year that has two totals', async () => {
  const archive = mkdtempSync(join(tmpdir(), 'yusuan-years-'))
  const spend = (name: string, fiscalYear: number, fen: number): void => {
    const figure = { value: `${fen / 1_000_000}.00`, fen: `${fen}` }
    const sangong = document.sangong.map(row => ({ ...row, total: row.total && { ...row.total, ...figure } }))
    writeDocument(join(archive, name), { ...document, document: { ...document.document, fiscalYear }, sangong })
  }
  spend('a', 2023, 10_000_000)
  spend('b', 2023, 10_000_000)
  spend('c', 2024, 12_000_000)
  const grown = async () => (await run(sangong, [archive])).printed.match(/\d{4} → \d{4}.*/g)
  expect(await grown()).toEqual(['2023 → 2024  合计 100000.00 → 120000.00  +20000.00元 (+20.0 %)'])
  spend('b', 2023, 11_000_000)
  expect(await grown()).toBe(null)
})

test('a folder without documents is a usage error', async () => {
  await expect(run(check, [mkdtempSync(join(tmpdir(), 'yusuan-empty-'))])).rejects.toThrow('no document.json')
})

test('of several documents check tells what contradicts itself and how many there are, and each whole only when it is asked to', async () => {
  const archive = mkdtempSync(join(tmpdir(), 'yusuan-archive-'))
  const sound = await extractDocument(generatedBudget(5).bytes, { file: 'sound.pdf' })
  writeDocument(join(archive, 'a'), document)
  writeDocument(join(archive, 'b'), sound)
  const { printed } = await run(check, [archive])
  const lines = printed.trimEnd().split('\n')
  expect(lines[0]).toBe('a · 达州市达川区人民政府办公室 · 2023')
  expect(lines[1]).toMatch(/^ {2}文件自身不一致 · .*1,?197\.75/)
  expect(lines.at(-2)).toMatch(/^2 份文件 · 共核对 \d+ · 成立 \d+ /)
  const claims = lines.filter(line => line.startsWith('  文件自身不一致 · '))
  const identities = document.checks.filter(({ verdict }) => verdict === 'published-inconsistency').length
  expect(claims.length).toBeLessThan(identities)
  expect(lines.at(-2)).toContain(`文件自身不一致 ${identities} (${claims.length} 项断言)`)
  expect(printed).not.toContain('逐项结果')
  expect(printed).not.toMatch(/^b/m)
  expect((await run(check, [archive], ['full'])).printed).toContain('逐项结果')
  expect((await run(check, [archive], ['strict'])).code).toBe(4)
})

test('a document that a later publication replaces is in no number of an archive, and one of its own is still told', async () => {
  const archive = mkdtempSync(join(tmpdir(), 'yusuan-replaced-'))
  const outcomes = ['a', 'b'].map(name => {
    writeDocument(join(archive, name), document)
    return outcomeOf(name, {}, { ...(name === 'a' && { replacedBy: 'b' }) })
  })
  writeFileSync(join(archive, 'manifest.jsonl'), outcomes.map(outcome => `${JSON.stringify(outcome)}\n`).join(''))
  expect((await run(check, [archive], ['json'])).printed).not.toContain('"document":"a"')
  expect((await run(check, [join(archive, 'a')])).printed).toMatch(/^a\n/)
})

test('an error that is no claim that the document contradicts itself has its line, too', () => {
  const [claim] = claimsOf(document)
  if (!claim) throw new Error('the sample has changed')
  const unit = {
    ...{ ...claim, code: 'unit-contradiction', severity: 'error' as const, verdict: 'unexplained' as const },
    ...{ identities: ['N1t'], message: { zh: '换一个单位则相符', en: 'it holds in another unit' } },
  }
  const lines = claimLines({ ...document, findings: [unit, { ...unit, severity: 'warning' }] }, 'zh')
  expect(lines.filter(line => line.includes('换一个单位'))).toEqual(['  原因不明 · 换一个单位则相符 · N1t'])
  expect(claimLines({ ...document, checks: [], findings: [unit] }, 'en')).toEqual([
    '  unexplained · it holds in another unit · N1t',
  ])
})

test('who spent nothing on it is counted and not ranked', async () => {
  const travelled = await run(sangong, [output], [], [['sort', 'purchase']])
  expect(travelled.printed).toMatch(/^购置 {2}.*1.*\n {3}1 {2}.*180000\.00 元/)
  const none = mkdtempSync(join(tmpdir(), 'yusuan-none-'))
  const zero = { value: '0.00', fen: '0' }
  writeDocument(join(none, 'dachuan'), {
    ...document,
    sangong: document.sangong.map(row => ({ ...row, purchase: row.purchase && { ...row.purchase, ...zero } })),
  })
  const { printed } = await run(sangong, [none], [], [['sort', 'purchase']])
  expect(printed.trim().split('\n')).toHaveLength(1)
  expect(printed).toMatch(/其中 1 行为 0|1 of them 0/)
})
