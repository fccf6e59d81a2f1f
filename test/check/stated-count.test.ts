import { expect, test } from 'vitest'
import { outcomesOf } from './checked.ts'

/** How the numbers of things that a sentence tells by kind come out. */
const countsIn = (sentence: string) => outcomesOf('stated-count', [sentence])

test('people are no kinds of the things that were counted before them', () => {
  expect(countsIn('本单位下辖12个教学点,其中在职教师30人,退休教师5人。')).toEqual([])
  expect(countsIn('2024年编报绩效目标项目5个,其中:特定目标类项目3个,其他项目1个。')).toEqual(['broken'])
})

test('the money of projects is that of its kinds', () => {
  expect(
    countsIn('编报绩效目标的项目5个,涉及预算50万元,其中:特定目标类项目3个,涉及预算30万元;其他项目2个,涉及预算10万元。'),
  ).toContain('broken')
})

test('only of projects and of units the kinds are known to make up the number: things of another kind may have two marks, or none', () => {
  expect(countsIn('学校现有106个本科专业,其中国家级一流本科专业建设点62个、重庆市一流本科专业建设点81个。')).toEqual([])
  expect(countsIn('本局内设机构40个,其中:内设处室37个、离退休人员工作处等3个。')).toEqual(['holds'])
})

test('vehicles are those of each kind', () => {
  expect(countsIn('本单位共有车辆4辆,其中:机要通信用车1辆、应急保障用车3辆。')).toEqual(['holds'])
  expect(countsIn('2026年安排购置车辆0辆,其中:机要通信用车0辆、执法执勤用车18辆。')).toEqual(['broken'])
})

test('of several numbers that are each more than the one before them none is a part of it', () => {
  expect(countsIn('学校设有12个学科门类,其中有3个国家重点学科、28个博士学位授权点、51个硕士学位授权点。')).toEqual([])
  expect(countsIn('2024年编报绩效目标项目5个,其中:特定目标类项目30个,其他项目2个。')).toEqual(['broken'])
})
