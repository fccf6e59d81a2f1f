import { expect, test } from 'vitest'
import { outcomesOf } from './checked.ts'

/** How the numbers of things that a sentence tells by kind come out. */
const countsIn = (sentence: string) => outcomesOf('stated-count', [sentence])

test('people are no kinds of the things that were counted before them', () => {
  expect(countsIn('本单位下辖12个教学点,其中在职教师30人,退休教师5人。')).toEqual([])
  expect(countsIn('2024年编报绩效目标项目5个,其中:特定目标类项目3个,其他项目1个。')).toEqual(['broken'])
})

test('of several numbers that are each more than the one before them none is a part of it', () => {
  expect(countsIn('学校设有12个学科门类,其中有3个国家重点学科、28个博士学位授权点、51个硕士学位授权点。')).toEqual([])
  expect(countsIn('2024年编报绩效目标项目5个,其中:特定目标类项目30个,其他项目2个。')).toEqual(['broken'])
})
