import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, test } from 'vitest'
import { expand } from '../../src/batch/inputs.ts'
import { complaint } from '../../src/commands/documents.ts'
import { exportArchive, inputsOf, type Outcome, runBatch, sourcesOf } from '../../src/index.ts'
import { generatedBudget } from '../make/archive.ts'
import { outcomesOf } from './outcomes.ts'

const posix = process.platform !== 'win32'
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'yusuan-names-'))
  mkdirSync(join(base, 'in'))
})

const put = (name: string | Buffer, seed: number): void =>
  writeFileSync(Buffer.concat([Buffer.from(`${join(base, 'in')}/`), Buffer.from(name)]), generatedBudget(seed).bytes)

const extracted = (...args: string[]): Promise<Outcome[]> =>
  outcomesOf(sourcesOf(args.length > 0 ? args : ['in'], base), { out: join(base, 'out'), jobs: 1 })

test('a document called like a file of ours meets none of them', async () => {
  const names = ['corrections.csv', 'manifest.jsonl', 'dataset', 'x.99999.tmp', 'Dataset.4.old', 'nul']
  for (const [seed, name] of names.entries()) put(`${name}.pdf`, seed)
  const outcomes = await extracted()
  expect(outcomes.map(({ name }) => name).sort()).toEqual(names.map(name => `${name}_`).sort())
  await exportArchive(join(base, 'out'), join(base, 'out', 'dataset'), { formats: ['csv'] })
  expect(await runBatch(sourcesOf(['in'], base), { out: join(base, 'out') })).toMatchObject({
    known: 6,
  })
  for (const { name } of outcomes) expect(existsSync(join(base, 'out', name, 'document.json'))).toBe(true)
})

test('a file that lies in the output folder is not met either', async () => {
  mkdirSync(join(base, 'out'))
  writeFileSync(join(base, 'out', '预算'), 'mine')
  put('预算.pdf', 1)
  expect(await extracted()).toMatchObject([{ name: '预算-2' }])
  expect(readFileSync(join(base, 'out', '预算'), 'utf8')).toBe('mine')
})

test.skipIf(process.platform !== 'linux')('names that one folder of another system cannot both hold are two', async () => {
  for (const [seed, name] of ['\u00e9.pdf', 'e\u0301.pdf', 'E\u0301.PDF'].entries()) put(name, seed)
  const names = (await extracted()).map(({ name }) => name.normalize('NFC').toLowerCase())
  expect(names.sort()).toEqual(['\u00e9', '\u00e9-2', '\u00e9-3'])
})

test('a name that breaks lines or speaks to a terminal is told on one line without', () => {
  const lost = { file: 'a\nb\u001b[31m.pdf', status: 'corrupt', message: 'this is not a PDF' } as const
  expect(complaint(lost, 'en')).toBe('a\uFFFDb\uFFFD[31m.pdf: corrupt: this is not a PDF')
})

test.skipIf(!posix)('links to their own folder end; a linked folder is looked into, each once', async () => {
  put('a.pdf', 1)
  mkdirSync(join(base, 'far'))
  writeFileSync(join(base, 'far', 'b.pdf'), generatedBudget(2).bytes)
  symlinkSync('.', join(base, 'in', 'one'))
  symlinkSync('.', join(base, 'in', 'two'))
  symlinkSync(join(base, 'far'), join(base, 'in', 'far'))
  expect(expand('in', base).map(({ file, problem }) => [file, problem])).toEqual([
    [join('in', 'a.pdf'), null],
    [join('in', 'far', 'b.pdf'), null],
  ])
})

test.skipIf(!posix)('pipes, devices and links that lead nowhere are told and not waited for', async () => {
  execFileSync('mkfifo', [join(base, 'in', 'pipe.pdf')])
  symlinkSync('/dev/zero', join(base, 'in', 'zero.pdf'))
  symlinkSync('nowhere', join(base, 'in', 'gone.pdf'))
  symlinkSync('self.pdf', join(base, 'in', 'self.pdf'))
  put('good.pdf', 1)
  const outcomes = await extracted()
  expect(outcomes.map(({ name, status, message }) => `${name} ${status} ${message}`).sort()).toEqual([
    'gone failed no such file',
    'good ok ',
    'pipe failed no regular file',
    'self failed cannot be read (ELOOP)',
    'zero failed no regular file',
  ])
  expect(await extracted(join('in', 'pipe.pdf'))).toMatchObject([{ message: 'no regular file' }])
})

test.skipIf(!posix)('a folder that may not be looked into is one failed document, the others are done', () => {
  mkdirSync(join(base, 'in', 'secret'))
  put('good.pdf', 1)
  chmodSync(join(base, 'in', 'secret'), 0)
  chmodSync(base, 0o777)
  // A superuser may look into everything.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const { stdout } = spawnSync(process.execPath, [cli, 'extract', 'in', '--json', '--jobs', '1', '--out', 'out'], {
    cwd: base,
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '1' },
    ...nobody,
  })
  const seen = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(seen.map(({ file, message }) => `${file} ${message}`).sort()).toEqual([
    'in/good.pdf ',
    'in/secret cannot be looked into (EACCES)',
  ])
})

test('names that no file can have are one failed document each', () => {
  const long = `${'预'.repeat(100)}.pdf`
  const problems = (...args: string[]) => inputsOf(args, base).map(({ file, problem }) => [file, problem])
  expect(problems('')).toEqual([['', 'an empty name stands for no file']])
  expect(problems('a\0.pdf')).toEqual([['a\0.pdf', 'no file has a NUL in its name']])
  expect(problems(long)).toEqual([[long, 'cannot be read (ENAMETOOLONG)']])
})

test.skipIf(process.platform !== 'linux')('names in GBK, as unzip leaves them, are read from their folder', async () => {
  put(Buffer.from([0xd4, 0xa4, 0xcb, 0xe3, 0x2e, 0x70, 0x64, 0x66]), 1)
  expect(await extracted()).toMatchObject([{ file: join('in', '预算.pdf'), name: '预算', status: 'ok' }])
  expect(await runBatch(sourcesOf(['in'], base), { out: join(base, 'out') })).toMatchObject({
    known: 1,
  })
})

test('a manifest that was tampered with leads nowhere', async () => {
  put('a.pdf', 1)
  await extracted()
  const path = join(base, 'out', 'manifest.jsonl')
  for (const name of ['../a', '/tmp/a', 'a/../../b']) {
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"name":"[^"]*"/, `"name":${JSON.stringify(name)}`))
    for (const force of [false, true]) {
      const outcomes = await outcomesOf(sourcesOf(['in'], base), { out: join(base, 'out'), force })
      expect(outcomes).toMatchObject([{ name: 'a', status: 'ok' }])
    }
  }
})

test('a document of the manifest whose folder is gone is told by every command that goes without it', async () => {
  put('a.pdf', 1)
  put('b.pdf', 2)
  await extracted()
  rmSync(join(base, 'out', 'a'), { recursive: true })
  for (const [command = '', ...more] of [
    ['check'],
    ['sangong'],
    ['panel'],
    ['coverage'],
    ['export'],
    ['export', '-q', 'SELECT 1'],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [cli, command, 'out', ...more], { cwd: base, encoding: 'utf8' })
    expect([command, status, stderr]).toEqual([
      command,
      0,
      'the results of a are gone; the same npm run -s yusuan -- extract as before does it again\n',
    ])
  }
})

test('a truncated document.json is told by other commands and mended by the next extract', async () => {
  put('a.pdf', 1)
  await extracted()
  const path = join(base, 'out', 'a', 'document.json')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.slice(0, text.length / 2))
  for (const command of ['check', 'export', 'sangong', 'coverage']) {
    const { status, stderr } = spawnSync(process.execPath, [cli, command, 'out'], { cwd: base, encoding: 'utf8' })
    expect([command, status === 0, stderr]).toEqual([
      command,
      false,
      expect.stringMatching(/^yusuan \w+: .*document\.json is damaged; [^\n]*\n$/),
    ])
  }
  expect(await extracted()).toMatchObject([{ name: 'a', status: 'ok' }])
  expect(readFileSync(path, 'utf8')).toBe(text)
})
