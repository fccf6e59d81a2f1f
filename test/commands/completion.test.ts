import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { Surroundings } from '../../src/commands/command.ts'
import { completionOf } from '../../src/commands/completion.ts'
import { COMMANDS } from '../../src/commands/list.ts'

async function scriptFor(shell: string): Promise<string> {
  let printed = ''
  const print = (text: string) => {
    printed += text
  }
  await completionOf(COMMANDS).run({ positionals: [shell], flags: new Set(), values: new Map() }, {
    print,
  } as unknown as Surroundings)
  return printed
}

/** What a real bash offers after these words. */
const offered = (script: string, words: readonly string[]): string[] =>
  execFileSync(
    'bash',
    ['-c', `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _yusuan; echo "\${COMPREPLY[@]}"`, 'bash', ...words],
    {
      encoding: 'utf8',
    },
  )
    .trim()
    .split(' ')

test('bash completes commands and the options of each', async () => {
  const script = await scriptFor('bash')
  expect(offered(script, ['yusuan', 'co'])).toEqual(expect.arrayContaining(['compare', 'coverage', 'completion']))
  expect(offered(script, ['yusuan', 'sangong', '--s'])).toEqual(['--sort'])
})

test('fish is told what each option is for, zsh loads what bash has', async () => {
  expect(await scriptFor('fish')).toMatch(/__fish_seen_subcommand_from extract' -l out -s o -r -d '/)
  expect(await scriptFor('zsh')).toContain('bashcompinit')
})

test('another shell is a usage error', async () => {
  await expect(scriptFor('tcsh')).rejects.toThrow('bash, zsh, fish')
})
