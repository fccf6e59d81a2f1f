import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { modifiedOf } from '../../src/batch/modified.ts'
import { type How, type Outcome, outcomeSchema, type RunOptions, runBatch, sourcesOf } from '../../src/index.ts'
import { generatedBudget } from '../make/archive.ts'

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'yusuan-resume-'))
  mkdirSync(join(base, '甲'))
  mkdirSync(join(base, '乙'))
  writeFileSync(join(base, '甲', '预算.pdf'), generatedBudget(1).bytes)
  writeFileSync(join(base, '乙', '决算.pdf'), generatedBudget(2).bytes)
})

/** What a run did with each document: name, how, duplicate of. */
async function run(options: Partial<RunOptions> = {}, ...args: string[]): Promise<string[]> {
  const seen: string[] = []
  const onOutcome = ({ name, duplicateOf }: Outcome, how: How): void => {
    seen.push([name, how, duplicateOf].filter(Boolean).join(' '))
  }
  await runBatch(sourcesOf(args.length > 0 ? args : ['甲', '乙'], base), {
    out: join(base, 'out'),
    jobs: 1,
    ...options,
    onOutcome,
  })
  return seen.sort()
}

const manifest = (): Map<string, Outcome> =>
  new Map(
    readFileSync(join(base, 'out', 'manifest.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => outcomeSchema.parse(JSON.parse(line)))
      .map(outcome => [outcome.name, outcome]),
  )

test('what was done stands; other options, other bytes, a lost result or --force do it again', async () => {
  expect(await run()).toEqual(['决算 done', '预算 done'])
  expect(await run()).toEqual(['决算 known', '预算 known'])
  expect(await run({ document: { pages: [1, 2] } })).toEqual(['决算 done', '预算 done'])
  expect(await run()).toEqual(['决算 done', '预算 done'])
  rmSync(join(base, 'out', '决算', 'document.json'))
  expect(await run()).toEqual(['决算 done', '预算 known'])
  writeFileSync(join(base, '甲', '预算.pdf'), generatedBudget(3).bytes)
  expect(await run()).toEqual(['决算 known', '预算 done'])
  expect(await run({ force: true })).toEqual(['决算 done', '预算 done'])
  expect(manifest().size).toBe(2)
})

test('failures stand until they are asked for', async () => {
  writeFileSync(join(base, '甲', '坏.pdf'), 'no PDF')
  expect(await run()).toEqual(['决算 done', '坏 done', '预算 done'])
  expect(await run()).toEqual(['决算 known', '坏 known', '预算 known'])
  expect(await run({ retryFailed: true })).toEqual(['决算 known', '坏 done', '预算 known'])
})

test('a document that ran into a limit is done again where this run allows more, and only there', async () => {
  const late = { timeout: 1 }
  expect(await run(late, '甲')).toEqual(['预算 done'])
  expect(manifest().get('预算')?.status).toBe('timeout')
  expect(await run(late, '甲')).toEqual(['预算 known'])
  expect(await run({}, '甲')).toEqual(['预算 done'])
  expect(manifest().get('预算')?.status).toBe('ok')
})

test('the results of other runs into the same folder stay, and names do not collide', async () => {
  mkdirSync(join(base, '丙'))
  writeFileSync(join(base, '丙', '预算.pdf'), generatedBudget(4).bytes)
  await run({}, '甲')
  expect(await run({}, '丙')).toEqual(['预算-2 done'])
  expect(await run({}, '甲', '丙')).toEqual(['预算 known', '预算-2 known'])
  expect([...manifest().keys()].sort()).toEqual(['预算', '预算-2'])
})

test('the same bytes twice are done once', async () => {
  copyFileSync(join(base, '甲', '预算.pdf'), join(base, '乙', '副本.pdf'))
  expect(await run({ jobs: 2 })).toEqual(['决算 done', '副本 duplicate 预算', '预算 done'])
  expect(await run()).toEqual(['决算 known', '副本 known 预算', '预算 known'])
  expect(await run({ force: true })).toEqual(['决算 done', '副本 duplicate 预算', '预算 done'])
})

test('a corrected publication is linked, and the newest is current', async () => {
  const [old, corrected] = [join(base, '甲', '预算.pdf'), join(base, '甲', '预算（更正）.pdf')]
  writeFileSync(corrected, Buffer.concat([generatedBudget(1).bytes, Buffer.from('\n% corrected\n')]))
  utimesSync(old, new Date('2025-02-01'), new Date('2025-02-01'))
  utimesSync(corrected, new Date('2025-03-01'), new Date('2025-03-01'))
  await run()
  const replaced = [...manifest().values()].map(({ name, replacedBy }) => [name, replacedBy])
  expect(Object.fromEntries(replaced)).toEqual({ 决算: null, 预算: '预算（更正）', '预算（更正）': null })
})

test('when a PDF was last changed is read from its information or XMP', () => {
  const pdf = (text: string) => modifiedOf(Buffer.from(text, 'latin1'))
  expect(pdf("/CreationDate (D:20230101080000+08'00') /ModDate (D:20230217093012+08'00')")).toBe('2023-02-17T01:30:12.000Z')
  expect(pdf('/CreationDate(D:20230101)')).toBe('2023-01-01T00:00:00.000Z')
  expect(pdf('<xmp:CreateDate>2022-01-01</xmp:CreateDate><xmp:ModifyDate>2024-05-06T07:08:09+08:00</xmp:ModifyDate>')).toBe(
    '2024-05-05T23:08:09.000Z',
  )
  expect(pdf('/ModDate (D:99999999)')).toBeNull()
})
