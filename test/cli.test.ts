import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { COMMANDS } from '../src/commands/list.ts'
import { gridsSchema } from '../src/write/document/grids.ts'

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const sample = fileURLToPath(new URL('../samples/archives-2025-chromium.pdf', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'yusuan-cli-'))
writeFileSync(join(base, 'bad.pdf'), 'no PDF')

function yusuan(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: base, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

test('extract: files under --out, data to stdout, one line about the bad file to stderr, exit code 3', () => {
  const { code, out, err } = yusuan('extract', sample, 'bad.pdf', 'missing.pdf', '--out', 'results')
  expect(code).toBe(3)
  expect(err.trim().split('\n').sort()).toEqual([
    'yusuan extract: bad.pdf: corrupt: this is not a PDF',
    'yusuan extract: missing.pdf: failed: no such file',
  ])
  expect(out).toContain('1 of 3 documents extracted to results')
  expect(out).toContain('一般公共预算支出情况表')
  expect(existsSync(join(base, 'results', 'archives-2025-chromium', 'document.json'))).toBe(true)
})

test('extract --json: one outcome a line', () => {
  const { code, out } = yusuan('extract', sample, '--json', '--pages', '1-2', '--out', 'json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ name: 'archives-2025-chromium', pages: 3, tables: 2 })
})

test('grids prints JSON; --out writes one file a document', () => {
  const printed = gridsSchema.parse(JSON.parse(yusuan('grids', sample, '--pages', '2-3').out))
  expect(printed.tables.map(table => table.page)).toEqual([2, 3, 3])
  const byPdfium = gridsSchema.parse(JSON.parse(yusuan('grids', sample, '--pages', '2-3', '--engine', 'pdfium').out))
  expect(byPdfium.tables.map(({ cells }) => cells.map(({ text }) => text))).toEqual(
    printed.tables.map(({ cells }) => cells.map(({ text }) => text)),
  )
  const { code, err } = yusuan('grids', sample, 'bad.pdf', '--out', 'grids')
  expect([code, err]).toEqual([3, 'yusuan grids: bad.pdf: this is not a PDF\n'])
  expect(existsSync(join(base, 'grids', 'archives-2025-chromium.json'))).toBe(true)
})

test.each(['page', 'grid', 'table'])('inspect --stage %s prints, draws and gives JSON', stage => {
  const look = (...more: string[]) => yusuan('inspect', sample, '--page', '2', '--stage', stage, ...more)
  expect(look().out).toContain('行政运行')
  expect(look('--svg').out).toMatch(/^<svg [\s\S]*<\/svg>\n$/)
  expect(JSON.parse(look('--json').out)).toBeTruthy()
})

test.each(COMMANDS)('$name --help tells every option', async ({ name, load }) => {
  const { code, out } = yusuan(name, '--help')
  expect(code).toBe(0)
  for (const option of Object.keys((await load()).options)) expect(out).toContain(`--${option}`)
})

test.each([
  [[], 'yusuan <command>'],
  [['fly'], 'no command fly'],
  [['extract'], 'no file, folder or glob given'],
  [['extract', 'a.pdf', '--colour'], 'yusuan extract: no option --colour\n'],
  [['extract', 'a.pdf', '-x'], 'yusuan extract: no option -x\n'],
  [['extract', 'a.pdf', '--out'], 'yusuan extract: --out wants a value\n'],
  [['extract', 'a.pdf', '--json=yes'], 'yusuan extract: --json takes no value\n'],
  [
    ['extract', 'a.pdf', '--timeout', '-5'],
    'yusuan extract: --timeout wants a value; one that begins with - is written --timeout=-5\n',
  ],
  [['extract', 'a.pdf', '--page-timeout', '0.01'], '--page-timeout wants a whole number from 1 to 9999999, not 0.01\n'],
  [['inspect', 'none.pdf', '--page', '1'], 'no such file or folder: '],
  [['extract', 'a.pdf', '--pages', '5-3'], 'not a page list: 5-3'],
  [['extract', 'a.pdf', '--timeout', '0'], '--timeout wants a whole number'],
  [['extract', sample, '--out', 'bad.pdf'], 'bad.pdf (a file is in the way)'],
  [['extract', sample, '--out', 'bad.pdf/sub'], 'bad.pdf/sub (a file is in the way)'],
  [['grids', sample, sample.replace('archives', 'none')], '--out DIR'],
  [['inspect', sample, '--page', '9'], 'pages 9 are asked for, the document has 3'],
  [['inspect', sample], '--page N is missing'],
  [['inspect', sample, '--page', '1', '--stage', 'soul'], 'no stage soul'],
  [['inspect', sample, '--page', '1', '--engine', 'magic'], 'option engine: one of pdfjs, pdfium is wanted, not magic'],
])('wrong usage %j is told with exit code 2', (args, message) => {
  const { code, out, err } = yusuan(...args)
  expect(err).toContain(message)
  expect([code, out]).toEqual([2, ''])
})

test('an old Node is refused before anything is loaded', () => {
  const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.11.0'})"
  const { status, stderr } = spawnSync(process.execPath, ['--import', pretend, cli, '--version'], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^yusuan needs Node 22\.13 or newer; this is Node 20\.11\.0/)
})

test('hints name the program as it is called in a checkout', () => {
  const called = 'npm run -s yusuan --'
  expect(yusuan('extract', sample, '--pages', '1', '--out', 'hints').out).toContain(`A table looks wrong? ${called} inspect `)
  expect(yusuan('panel', 'bad.pdf').err).toBe(
    `yusuan panel: bad.pdf is no folder of results; run ${called} extract bad.pdf first\nusage: ${called} panel <output> [--json] [--all]\n`,
  )
  expect(yusuan('fly').err).toBe(`yusuan: no command fly; see ${called} --help\n`)
})

test('relative paths start where the user stands when npm runs the program', () => {
  const env = { ...process.env, npm_lifecycle_event: 'yusuan', INIT_CWD: base }
  const { stderr } = spawnSync(process.execPath, [cli, 'grids', 'bad.pdf'], { cwd: tmpdir(), env, encoding: 'utf8' })
  expect(stderr).toContain('this is not a PDF')
})

test('--version is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(yusuan('--version').out).toBe(`${version}\n`)
})
