import { once, onceText } from '../../once.ts'
import classes from '../code-classes.json' with { type: 'json' }
import learned from '../code-names.json' with { type: 'json' }
import known from '../code-names-known.json' with { type: 'json' }
import { plain } from '../label.ts'

/** The list of subjects a name is looked up in: by function (`2`), or by economic nature, that of departments (`3`) or of governments (`5`). */
export type SubjectList = '2' | '3' | '5'

const KINDS: Readonly<Record<SubjectList, string>> = { '2': 'function', '3': 'economic', '5': 'government-economic' }

/** A name as subjects are compared: without what stands in brackets, which documents leave out. */
const bare = (name: string): string => plain(name).replaceAll(/\([^)]*\)/g, '')

const LEARNED = learned as unknown as Readonly<
  Record<string, Readonly<Record<string, readonly (readonly [string, ...number[]])[]>>>
>

/** The 类 of 功能分类 and of 部门预算支出经济分类 as budgets print them; other spellings of the same 类 follow the first. */
const CLASSES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = classes

/** Names of codes that no document at hand prints, from the national list as it is generally known: good for looking up, not for judging. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = known

/** A code with the names that it carries under one without brackets. */
interface Named {
  readonly code: string
  readonly names: ReadonlySet<string>
}

const codeOf = ({ code }: Named): string => code

function indexOf(list: SubjectList): ReadonlyMap<string, readonly Named[]> {
  const kind = KINDS[list]
  const named: (readonly [string, string])[] = [
    ...Object.entries(CLASSES[kind] ?? {}).flatMap(([code, names]) => names.map(name => [name, code] as const)),
    ...Object.entries(LEARNED[kind] ?? {}).flatMap(([code, names]) => names.map(([name]) => [name, code] as const)),
    ...Object.entries(KNOWN[kind] ?? {}).map(([code, name]) => [name, code] as const),
  ]
  const index = Map.groupBy(named, ([name]) => bare(name))
  return new Map(
    [...index].map(([name, all]) => {
      const codes = Map.groupBy(all, ([, code]) => code)
      return [name, [...codes].map(([code, own]) => ({ code, names: new Set(own.map(([full]) => plain(full))) }))]
    }),
  )
}

const INDEX: Readonly<Record<SubjectList, ReadonlyMap<string, readonly Named[]>>> = {
  '2': indexOf('2'),
  '3': indexOf('3'),
  '5': indexOf('5'),
}

/** All codes that carry a name in a list of subjects, first those whose brackets it has or lacks as well (资本性支出 is 310, 309 adds 基本建设 in brackets); a 类 also where the word 支出 at its end is left out. */
export const codesNamed = (name: string, list: SubjectList): readonly string[] => codesOf(list)(name)

const codesOf = once((list: SubjectList) =>
  onceText((name): readonly string[] => {
    const carrying = INDEX[list].get(bare(name))
    if (carrying === undefined)
      return (INDEX[list].get(`${bare(name)}支出`) ?? []).filter(({ code }) => code.length === 3).map(codeOf)
    const { same = [], other = [] } = Object.groupBy(carrying, ({ names }) => (names.has(plain(name)) ? 'same' : 'other'))
    return [...same, ...other].map(codeOf)
  }),
)

/** Code of a 类 by its name; null when the name is that of none. */
export const classCode = (name: string, list: SubjectList): string | null =>
  codesNamed(name, list).find(code => code.length === 3) ?? null

/** Names that only the list of governments has say that a list without codes is of it; a single one may stand in any. */
const LEAST_OF_GOVERNMENTS = 2

/** Whether the names of a list are subjects of the economic list of governments: some of its 类 that no other list has. */
export const areOfGovernments = (names: readonly string[]): boolean =>
  names.filter(
    name => classCode(name, '5') !== null && (['2', '3'] as const).every(list => codesNamed(name, list).length === 0),
  ).length >= LEAST_OF_GOVERNMENTS
