import { join, resolve } from 'node:path'
import { type CorrectedOutcome, correctArchive } from '../batch/correct.ts'
import { readBytes, refuseAbsent } from '../batch/files.ts'
import { PATCH, readCorrections } from '../batch/patch.ts'
import { becomes } from '../corrections/becomes.ts'
import type { Replayed } from '../corrections/correction.ts'
import { parseCorrections } from '../corrections/patch-file.ts'
import { BudgetError } from '../errors.ts'
import { claimsOf, countsOf } from '../write/document/reconciliation.ts'
import { type Arguments, type Command, EXIT, type Surroundings } from './command.ts'
import { type Language, saidIn } from './said.ts'

const WORDS = { applied: '✔', superseded: '→', undone: '↩', misfit: '✘' } as const

const lineOf = ({ correction, state, because }: Replayed, language: Language): string => {
  const { action, table, page, old, who, why } = correction
  const now = becomes(correction)
  const change = now === null ? `“${old}”` : `“${old}” → “${now}”`
  const reason = state === 'misfit' ? `  ${because[language]}` : ''
  return `  ${WORDS[state]} ${action} ${table} p.${page} ${change}  ${who}${why === '' ? '' : `: ${why}`}${reason}`
}

function textOf({ name, document, replayed }: CorrectedOutcome, language: Language): string {
  const checked = `  ${saidIn(language).identities(countsOf(document.checks), claimsOf(document).length)}`
  return [name, ...replayed.map(one => lineOf(one, language)), checked, ''].join('\n')
}

async function run({ positionals, flags }: Arguments, { cwd, print, say, language }: Surroundings): Promise<number> {
  const [output, patch, ...more] = positionals
  if (output === undefined || more.length > 0)
    throw new BudgetError('usage', 'one folder of results is wanted, and a patch file')
  const out = resolve(cwd, output)
  if (patch !== undefined) refuseAbsent(resolve(cwd, patch))
  const corrections = patch === undefined ? [] : parseCorrections(new TextDecoder().decode(readBytes(resolve(cwd, patch))))
  const done = await correctArchive(out, corrections)
  for (const one of done) {
    if (!flags.has('json')) print(`${textOf(one, language)}\n`)
    else
      for (const { correction, state, because } of one.replayed)
        print(`${JSON.stringify({ document: one.name, ...correction, state, because: because.en })}\n`)
  }
  const here = new Set(done.map(({ document }) => document.source.sha256))
  const strangers = readCorrections(join(out, PATCH)).filter(({ sha256 }) => !here.has(sha256))
  if (strangers.length > 0)
    say(`${saidIn(language).strangers(strangers.length, [...new Set(strangers.map(({ file }) => file))].join(', '))}\n`)
  const misfits = done.flatMap(({ replayed }) => replayed).filter(({ state }) => state === 'misfit').length + strangers.length
  return misfits > 0 ? EXIT.someFailed : EXIT.done
}

/** Replay what people corrected, without the page. */
export const command: Command = {
  usage: '<output> [corrections.csv]',
  options: { json: { type: 'boolean', help: 'print one correction a line as JSON, with what became of it' } },
  run,
}
