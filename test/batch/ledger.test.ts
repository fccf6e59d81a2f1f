import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ledgerOf } from '../../src/batch/ledger.ts'
import { nothingOf, type Outcome } from '../../src/batch/outcome.ts'

const ONCE = { force: false, retryFailed: false, limits: { timeout: 1_800_000, pageTimeout: 120_000, memory: 4096 } }
const [SHA, OTHER] = ['a'.repeat(64), 'b'.repeat(64)]

let out = ''
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'yusuan-ledger-'))
})
afterEach(() => rmSync(out, { recursive: true, force: true }))

/** An outcome of an earlier run, its document in the folder where one was made. */
function earlier(name: string, more: Partial<Outcome> = {}): Outcome {
  const outcome: Outcome = {
    ...nothingOf({ status: 'ok', message: '' }, SHA),
    ...{ file: `${name}.pdf`, name, ms: 1, peakMemory: null, version: '1', key: 'key', duplicateOf: null, replacedBy: null },
    ...more,
  }
  if (outcome.status === 'ok' && outcome.duplicateOf === null) {
    mkdirSync(join(out, name))
    writeFileSync(join(out, name, 'document.json'), '{\n}\n')
  }
  return outcome
}
const over = (outcomes: readonly Outcome[], again = ONCE) =>
  ledgerOf(out, new Map(outcomes.map(outcome => [outcome.name, outcome])), again)

test('a document that was done with the same key stands; forced, or with another key, it is done again in its place', () => {
  const known = earlier('a')
  expect(over([known]).placeOf('a.pdf', SHA, 'key')).toEqual({ kind: 'known', outcome: known })
  expect(over([known]).placeOf('a.pdf', SHA, 'other')).toEqual({ kind: 'new', name: 'a' })
  expect(over([known], { ...ONCE, force: true }).placeOf('a.pdf', SHA, 'key')).toEqual({ kind: 'new', name: 'a' })
})

test('one whose document was cut short is done again, as one that failed is where that was asked for', () => {
  const known = earlier('a')
  writeFileSync(join(out, 'a', 'document.json'), '{\n')
  expect(over([known]).placeOf('a.pdf', SHA, 'key')).toEqual({ kind: 'new', name: 'a' })
  const failed = earlier('b', { status: 'failed', message: 'no' })
  expect(over([failed]).placeOf('b.pdf', SHA, 'key').kind).toBe('known')
  expect(over([failed], { ...ONCE, retryFailed: true }).placeOf('b.pdf', SHA, 'key')).toEqual({ kind: 'new', name: 'b' })
})

test.each([
  ['document not done after 1 s', 'new'],
  ['document not done after 1800 s', 'known'],
  ['page 7 not done after 60 s', 'new'],
  ['page 7 not done after 120 s', 'known'],
  ['tables, checks and files not done after 240 s', 'known'],
  ['out of memory (500 MB)', 'new'],
  ['out of memory (4096 MB)', 'known'],
  ['the worker ended early (exit code 7)', 'known'],
])('what ended with “%s” is %s to a run with the usual limits', (message, kind) => {
  const ended = earlier('a', { status: /not done/.test(message) ? 'timeout' : 'failed', message })
  expect(over([ended]).placeOf('a.pdf', SHA, 'key').kind).toBe(kind)
})

test('the same bytes under two names are done once', () => {
  const ledger = over([])
  expect(ledger.placeOf('a.pdf', SHA, 'key')).toEqual({ kind: 'new', name: 'a' })
  expect(ledger.placeOf('copy/b.pdf', SHA, 'key')).toEqual({ kind: 'duplicate', name: 'b', of: 'a' })
  expect(over([earlier('a')]).placeOf('b.pdf', SHA, 'key')).toEqual({ kind: 'duplicate', name: 'b', of: 'a' })
})

test('no document takes the folder of another one, nor the name of a file that lies there, in any case of its letters', () => {
  writeFileSync(join(out, 'Notes'), '')
  const ledger = over([earlier('a')])
  const names = [ledger.placeOf('x/a.pdf', OTHER, 'key'), ledger.placeOf('notes.pdf', 'c'.repeat(64), 'key')]
  expect(names.map(place => 'name' in place && place.name.toLowerCase())).not.toContain('notes')
  expect(names[0]).toMatchObject({ kind: 'new' })
  expect(names[0]).not.toMatchObject({ name: 'a' })
})
