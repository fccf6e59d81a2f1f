import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Surroundings } from '../../src/commands/command.ts'
import { main } from '../../src/commands/main.ts'
import { generatedBudget } from '../make/archive.ts'
import { blankPdf } from '../make/pdf.ts'

/** A folder with these documents. */
function folderWith(files: Readonly<Record<string, Buffer | string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'yusuan-extract-'))
  mkdirSync(join(cwd, 'in'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, 'in', name), content)
  return cwd
}

/** What a call gives: exit code, stdout, stderr. */
async function called(cwd: string, argv: readonly string[], more: Partial<Surroundings> = {}) {
  const { signal } = new AbortController()
  const [printed, said]: [string[], string[]] = [[], []]
  const code = await main(argv, {
    ...{ cwd, program: 'yusuan', language: 'en', terminal: false, signal, stop: signal, stdin: process.stdin },
    ...{ print: text => void printed.push(text), say: text => void said.push(text), ...more },
  })
  return { code, out: printed.join(''), err: said.join('') }
}

test('a run with nothing to do names what did not succeed, as the first one did', async () => {
  const cwd = folderWith({ 'bad.pdf': 'no PDF', 'good.pdf': generatedBudget(1).bytes, 'blank.pdf': blankPdf() })
  const told = ['bad.pdf: corrupt: this is not a PDF', 'blank.pdf: no-tables: no table found']
  for (const stood of [false, true]) {
    const { code, out, err } = await called(cwd, ['extract', 'in'])
    for (const line of told) expect(err).toContain(`yusuan extract: in/${line}\n`)
    expect(
      err.includes('3 of 3 documents stood from an earlier run (--force does all again, --retry-failed what gave no data)'),
    ).toBe(stood)
    expect(out).toMatch(/^in\/bad\.pdf {2}corrupt {2}\d+\.\d s$/m)
    expect(out).toContain('2 of 3 documents extracted to output')
    expect(code).toBe(3)
  }
})

test('a document without a table has not failed', async () => {
  const cwd = folderWith({ 'blank.pdf': blankPdf() })
  for (const form of [[], ['--json'], ['--jsonl']]) expect((await called(cwd, ['extract', 'in', ...form])).code).toBe(0)
  expect((await called(cwd, ['extract', 'in'])).err).toContain('1 of 1 document stood from an earlier run')
})

test('results of other options that are replaced are told; forced ones are not', async () => {
  const cwd = folderWith({ 'a.pdf': generatedBudget(1).bytes })
  const told = '1 document was extracted with other options before; its results are replaced'
  const replaced = async (...more: string[]) => (await called(cwd, ['extract', 'in', ...more])).err.includes(told)
  expect(await replaced()).toBe(false)
  expect(await replaced('--pages', '1')).toBe(true)
  expect(await replaced('--pages', '1')).toBe(false)
  expect(await replaced('--pages', '1', '--force')).toBe(false)
})

test('a run that is stopped says how many documents it was asked for', async () => {
  const cwd = folderWith({
    'a.pdf': 'no PDF',
    ...Object.fromEntries([1, 2, 3, 4].map(seed => [`b${seed}.pdf`, generatedBudget(seed).bytes])),
  })
  const interrupt = new AbortController()
  const { code, out } = await called(cwd, ['extract', 'in', '--jobs', '1'], {
    signal: interrupt.signal,
    say: () => interrupt.abort(),
  })
  expect(out).toMatch(/[01] of 5 documents extracted to output/)
  expect(code).toBe(130)
})
