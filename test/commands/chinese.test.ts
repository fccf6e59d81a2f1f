import { expect, test } from 'vitest'
import { helpOf, optionsOf, overview } from '../../src/commands/help.ts'
import { COMMANDS } from '../../src/commands/list.ts'
import { localeLanguage } from '../../src/commands/said.ts'

test('everything the help says is said in Chinese too', async () => {
  for (const listed of COMMANDS) {
    const command = await listed.load()
    const help = helpOf(listed, command, 'zh')
    for (const text of [listed.summary, ...Object.values(optionsOf(command)).map(option => option.help)])
      expect([listed.name, help.includes(text)]).toEqual([listed.name, false])
    expect(help.split('\n')[0]).not.toMatch(/<[^>]*(?:\bor\b|output|file|department)/)
    expect(overview(COMMANDS, 'zh')).not.toContain(listed.summary)
    expect(helpOf(listed, command, 'en')).toContain(listed.summary)
  }
})

test('the language is that of the locale', () => {
  expect(localeLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
  expect(localeLanguage({ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' })).toBe('en')
  expect(localeLanguage({ LC_ALL: '', LC_MESSAGES: 'zh_TW', LANG: 'C' })).toBe('zh')
  expect(localeLanguage({})).toBe('en')
})
