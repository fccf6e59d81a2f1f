import { BudgetError } from '../errors.ts'
import { type Finding, findingFrom } from '../finding.ts'
import { numbersFrom, runs } from '../geometry.ts'
import { PAGES_ABSENT } from './findings.ts'

/** Numbers of pages to read, and what is to be told of those that are not there. */
interface Asked {
  readonly numbers: readonly number[]
  readonly absent: readonly Finding[]
}

/** The pages to read of a document of so many: all, or those that are asked for; an error where there is none of them. */
export function pagesAsked(count: number, asked: readonly number[] | undefined): Asked {
  if (asked === undefined) return { numbers: numbersFrom(1, count + 1), absent: [] }
  const beyond = asked.filter(number => number > count)
  if (beyond.length === 0) return { numbers: asked, absent: [] }
  const numbers = asked.filter(number => number <= count)
  const message = `pages ${runs(beyond)} are asked for, the document has ${count}`
  if (numbers.length === 0) throw new BudgetError('no-such-page', message)
  const zh = `所要的第 ${runs(beyond)} 页不存在，文件共 ${count} 页`
  return { numbers, absent: [findingFrom({ code: PAGES_ABSENT, severity: 'info', zh, en: message })] }
}
