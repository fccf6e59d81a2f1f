import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { patchHead, patchLines } from '../src/corrections/patch-file.ts'
import type { DocumentJson } from '../src/write/document/document.ts'
import { generatedBudget } from './make/archive.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const cli = join(root, 'src', 'cli.ts')
const base = mkdtempSync(join(tmpdir(), 'yusuan-questions-'))

/** Runs a line of README as a shell would where it has no pipes: words, double quotes, no redirection. */
function run(line: string): SpawnSyncReturns<string> {
  const words = [...line.replace(/ > \S+$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  return spawnSync(process.execPath, [cli, ...words.slice(1)], { cwd: base, encoding: 'utf8' })
}

/** The commands that answer the ten questions, in their order. */
function answers(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const table = text.slice(text.search(/^(?:Ten questions|十个问题)/m)).split('\n\n')[1] ?? ''
  return [...table.matchAll(/^\| [^|]+ \| `([^`]+)`/gm)].map(([, command]) => command ?? '')
}

/** One department in two years, and a budget with goals that contradicts itself. */
function archive(): void {
  mkdirSync(join(base, 'pdfs'))
  for (const { name, bytes } of [generatedBudget(480), generatedBudget(640)]) writeFileSync(join(base, 'pdfs', name), bytes)
  copyFileSync(join(root, 'samples', 'dachuan-2023-calc.pdf'), join(base, 'pdfs', 'dachuan-2023-calc.pdf'))
  const { status, stderr } = run('yusuan extract pdfs --out results --jobs 1')
  expect([status, stderr]).toEqual([0, ''])
}

/** A patch file that accepts one figure. */
function patch(): string {
  const path = join(base, 'results', 'dachuan-2023-calc', 'document.json')
  const { source, tables }: DocumentJson = JSON.parse(readFileSync(path, 'utf8'))
  const [table] = tables
  const cell = table?.cells.find(({ amount }) => amount !== null)
  if (!table || !cell) throw new Error('the sample has changed')
  const { page, text } = cell
  const said = { action: 'accept', table: table.id, page, box: [...cell.box] as const, old: text, new: text, why: '' } as const
  const { file, sha256 } = source
  return patchHead() + patchLines([{ id: 'one', when: '2026-01-01T00:00:00.000Z', who: 'test', file, sha256, ...said }])
}

/** What each answer has to print. */
const PRINTED: readonly RegExp[] = [
  /青溪县教育局 2025 .*#page=\d/,
  /达州市达川区人民政府办公室 2023 .*#page=\d/,
  /达州市达川区人民政府办公室,2023,\d+\.\d\d,\d+/,
  /青溪县教育局/,
  /document,project,level3,value,actual,score,weight,reason,page/,
  /^dachuan-2023-calc,.+,\d+\r$/m,
  /文件自身不一致 · .*1,?197\.75/,
  /^http:\/\/127\.0\.0\.1:\d+\/\?token=/,
  /✔ accept /,
  /2024.*2025/s,
]

test('the ten questions of README are answered by one command each, the same in both languages', async () => {
  const commands = answers('README.md')
  expect(answers('README.zh-CN.md')).toEqual(commands)
  expect(commands).toHaveLength(PRINTED.length)
  archive()
  writeFileSync(join(base, 'corrections.csv'), patch())
  for (const [at, command] of commands.entries()) {
    if (command.startsWith('yusuan review ')) {
      const review = spawn(process.execPath, [cli, ...command.split(' ').slice(1)], { cwd: base })
      const [link] = await once(review.stdout, 'data')
      review.kill()
      expect(String(link)).toMatch(PRINTED[at] ?? '')
      continue
    }
    const { status, stdout, stderr } = run(command)
    expect([command, status, stderr]).toEqual([command, 0, ''])
    expect(stdout).toMatch(PRINTED[at] ?? '')
  }
}, 600_000)
