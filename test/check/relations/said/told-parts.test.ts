import { expect, test } from 'vitest'
import { outcomesOf, verdictsSaid } from '../../checked.ts'

test('an amount that is told in parts of any name is their sum; a digit apart is worth telling, more may be left out', () => {
  const said = (part: string) => `专项支出6,412.35万元,其中:县本级支出${part}万元,对乡镇补助4,992.18万元。`
  expect(outcomesOf('told-parts', [said('1,420.17')])).toEqual(['holds'])
  expect(verdictsSaid(said('1,020.17'))).toEqual(['unexplained'])
  expect(verdictsSaid(said('2,420.17'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('1,033.08'))).toEqual([])
})

test('a part that may be left out is as round as what is missing', () => {
  expect(verdictsSaid('专项支出6,912.35万元,其中:县本级支出1,420.17万元,对乡镇补助4,992.18万元,其他补助400万元。')).toEqual([])
})

test('a whole number beside figures with places in its sentence is told to as many places', () => {
  const said = (whole: string) =>
    `2018年“三公”经费预算合计${whole}万元,其中:因公出国(境)费0万元;公务用车购置及运行维护费28.6万元;公务接待费4万元。`
  expect(verdictsSaid(said('32.6'))).toEqual([])
  expect(verdictsSaid(said('33.6'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('33'))).toEqual(['unexplained'])
})

test('a percentage is cut or rounded up by less than a step; by more it is a doubt, and by a digit wrong', () => {
  const said = (growth: string) => `2018年收入总预算317.60万元,比上年增加8.25万元,增长${growth}%。`
  expect(verdictsSaid(said('2.7'))).toEqual([])
  expect(verdictsSaid(said('2.6'))).toEqual(['rounding'])
  expect(verdictsSaid(said('2.8'))).toEqual(['unexplained'])
  expect(verdictsSaid(said('3.7'))).toEqual(['published-inconsistency'])
})

test('changes of parts that leave out what they are from, or of nothing, add up to that of the whole', () => {
  const said = (change: string, abroad = '1.20万元,减少0.40万元') =>
    `2022年“三公”经费支出9.35万元,比预算数减少${change}万元。其中:因公出国(境)费${abroad};公务用车购置及运行费6.03万元,减少1.13万元;公务接待费2.12万元,减少0.71万元。`
  expect(outcomesOf('change-sum', [said('2.24')])).toEqual(['holds'])
  expect(verdictsSaid(said('2.74'))).toEqual(['unexplained'])
  const none = said('1.84', '0万元').replace('9.35', '8.15')
  expect(outcomesOf('change-sum', [none])).toEqual(['holds'])
})

test('parts that a sentence numbers itself, of which one is told in parts as well', () => {
  const said = (whole: string) =>
    `2023年“三公”经费预算安排${whole}万元,与2022年预算持平:一、2023年因公出国(境)费预算17.50万元,与2022年预算相比增加6.20万元,二、2023年公务用车购置及运行费预算15.25万元,其中公务用车运行费15.25万元,与2022年预算相比减少6.20万元,三、2023年公务接待费预算20.31万元,与2022年预算相比持平。`
  expect(verdictsSaid(said('53.06'))).toEqual([])
  expect(verdictsSaid(said('73.06'))).toEqual(['published-inconsistency'])
})

test('items of a list that are told with what they are for, and a sentence that ends within the list', () => {
  const said = (part: string, stop = ';') =>
    `水务发展1,611.81万元,主要包括:工程建设${part}万元,用于实施溢洪道工程;业务管理300.16万元,用于开展东部水源保护${stop}宣传业务65.05万元,用于宣传。`
  expect(outcomesOf('told-parts', [said('1,246.60')])).toEqual(['holds'])
  expect(outcomesOf('told-parts', [said('1,246.60', '。')])).toEqual(['holds'])
  expect(verdictsSaid(said('1,206.60'))).toEqual(['unexplained'])
  expect(verdictsSaid(said('1,296.60'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('1,033.08'))).toEqual([])
})

test('a total behind its parts, and an amount whose parts are the next sentence', () => {
  const behind = (total: string) => `下达资金1,103.27万元,另有结转资金510.64万元,合计上级资金${total}万元。`
  expect(verdictsSaid(behind('1,613.91'))).toEqual([])
  expect(verdictsSaid(behind('1,713.91'))).toEqual(['unexplained'])
  const next = (part: string) =>
    `部门收入16,640.48万元。学费等收入${part}万元;房租等其他收入1,140.25万元;课后延时服务费60.48万元。`
  expect(verdictsSaid(next('15,439.75'))).toEqual([])
  expect(verdictsSaid(next('15,639.75'))).toEqual(['unexplained'])
})

test('changes told in parts of any name, in passing too, add up; a digit apart is worth telling', () => {
  const said = (part: string) => `比上年增加1,366.68万元,主要原因是基本支出增加${part}万元,项目支出增加117.56万元。`
  expect(outcomesOf('told-changes', [said('1,249.12')])).toEqual(['holds'])
  expect(verdictsSaid(said('1,549.12'))).toEqual(['unexplained'])
  expect(verdictsSaid(said('1,033.06'))).toEqual([])
  const signed = (part: string) => `收入预算增加2,340.12万元,其中一般公共预算收入增加2,447.11万元,其他收入减少${part}万元。`
  expect(verdictsSaid(signed('106.99'))).toEqual([])
  expect(verdictsSaid(signed('606.99'))).toEqual(['unexplained'])
})

test('a list whose words before it name the amount it tells, behind a sentence of reasons', () => {
  const said = (part: string) => [
    '支出预算40,870万元,其中:财政拨款支出预算30,441万元。财政拨款支出增加的主要原因是新增经费。',
    '财政拨款支出主要内容如下:',
    `1.“教育支出”科目${part}万元,主要用于学校。`,
    '2.“社会保障和就业支出”科目4,469万元,主要用于养老。',
  ]
  expect(verdictsSaid(...said('25,972'))).toEqual([])
  expect(verdictsSaid(...said('26,972'))).toEqual(['published-inconsistency'])
})

test('parts that are more than their whole lack none: but for a digit they are wrong', () => {
  const said = (central: string) => `总投资58360.75万元,其中中央资金${central}万元、县区配套9630.03万元、农民自筹16631.72万元。`
  expect(verdictsSaid(said('32099'))).toEqual([])
  expect(verdictsSaid(said('52099'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('12099'))).toEqual(['unexplained'])
})

test('what stands behind a list, is told in parts itself and is more than the whole is no part of it', () => {
  const said = (general: string) =>
    `债务限额1,105.3亿元,其中一般债务${general}亿元、专项债务380亿元,全市债务余额1,171.65亿元,其中一般债务799.47亿元、专项债务372.18亿元。`
  expect(outcomesOf('stated-sum', [said('725.3')]).filter(outcome => outcome !== 'not-evaluable')).toEqual(['holds', 'holds'])
  expect(verdictsSaid(said('795.3'))).toEqual(['published-inconsistency'])
})

test('the next number of a sentence ends the parts that the one before is told in', () => {
  const said = (staff: string) =>
    `按支出项目类别:1、基本支出246.59万元,包括:人员经费支出${staff}万元,公用经费支出31万元;2、项目支出130万元。`
  expect(verdictsSaid(said('215.59'))).toEqual([])
  expect(verdictsSaid(said('210.59'))).toEqual(['published-inconsistency'])
})

test('the changes of the three of 三公 add up to its change where nothing else is told of them', () => {
  const said = (vehicles: string, how = '。其中,') =>
    `与2013年预算相比,三公经费支出减少8.15亿元,下降10.2%${how}因公出国(境)费减少4.44亿元,公务用车购置及运行费减少${vehicles}亿元,公务接待费减少2.25亿元。`
  expect(outcomesOf('change-sum', [said('1.46')])).toEqual(['holds'])
  expect(verdictsSaid(said('1.41'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('1.41', ',主要是'))).toEqual(['unexplained'])
})

test('parts told at two depths come to three times their whole: no digit of one makes it less than nothing', () => {
  const said =
    '财政拨款支出37151.47万元,其中:一般公共预算支出37151.47万元、教育支出21094.82万元、住房支出16056.64万元、本级支出37151.47万元。'
  expect(verdictsSaid(said)).toEqual([])
})

test('where its words say what a change is the sum of, few digits tell that one of them is wrong', () => {
  const said = (basic: string, projects = '增加139.59万元') =>
    `支出预算增加340.12万元,其中基本支出增加${basic}万元,项目支出${projects}。`
  expect(verdictsSaid(said('200.53'))).toEqual([])
  expect(verdictsSaid(said('700.53'))).toEqual(['unexplained'])
  expect(verdictsSaid(said('233.08'))).toEqual([])
  const less = (general: string) => `收入预算减少18,435.5万元,其中一般公共预算收入减少${general}万元,其他收入减少4万元。`
  expect(verdictsSaid(less('18,431.5'))).toEqual([])
  expect(verdictsSaid(less('28,431.5'))).toEqual(['unexplained'])
})

test('parts behind an amount whose words do not say so are its sum, or a digit of one of them is worth telling', () => {
  const saved = (money: string) => `市本级采购预算执行2,434.80万元,实际采购金额2,170.10万元,节约资金${money}万元。`
  expect(verdictsSaid(saved('264.70'))).toEqual([])
  expect(verdictsSaid(saved('364.70'))).toEqual(['unexplained'])
})

test('parts that make up an amount by the meaning of their words need no word that they do: but for a digit they are wrong', () => {
  const sides = (central: string) =>
    `全国政府性基金预算收入10,825亿元,同比下降21.8%。分中央和地方看,中央政府性基金预算收入${central}亿元;地方政府性基金预算本级收入9,920亿元。`
  expect(verdictsSaid(sides('905'))).toEqual([])
  expect(verdictsSaid(sides('855'))).toEqual(['published-inconsistency'])
  const taxes = (other: string) => `一般公共预算收入316,580万元,增长3.1%。税收收入238,998万元,增长2.4%;非税收入${other}万元。`
  expect(verdictsSaid(taxes('77,582'))).toEqual([])
  expect(verdictsSaid(taxes('74,582'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(taxes('51,309'))).toEqual([])
})

test('what is told behind all parts that make up an amount is none of them', () => {
  const said = (taxes: string) =>
    `一般公共预算收入316,580万元,其中税收收入${taxes}万元,非税收入77,582万元,基金收入1,616万元,国资收入1,868万元。`
  expect(verdictsSaid(said('238,998'))).toEqual([])
  expect(verdictsSaid(said('238,598'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('201,773'))).toEqual([])
  const vehicles = (running: string) =>
    `公务用车购置及运行费1.41万元,包括公务用车购置费0.14万元和公务用车运行费${running}万元,与上年相比,分别减少0.18万元和0.56万元。`
  expect(verdictsSaid(vehicles('1.27'))).toEqual([])
  expect(verdictsSaid(vehicles('2.27'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(vehicles('1.07'))).toEqual(['published-inconsistency'])
})

test('parts that are more than their whole by a digit of few are wrong; where they may be less one may be left out', () => {
  const said = (province: string) => `共募集款物41.98亿元,其中总会募集10.49亿元,省级募集${province}亿元,省级以下募集21.21亿元。`
  expect(verdictsSaid(said('10.28'))).toEqual([])
  expect(verdictsSaid(said('30.28'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(said('10.08'))).toEqual(['unexplained'])
})

test('numbered items behind an amount, with what else is said of each, are its parts', () => {
  const said = (vehicles: string) => [
    '2010年支出总额为761.33万元。其中,既包括当年拨款,也包括上年结转资金。',
    '(一)出国经费330.08万元,用于合作交流。',
    `(二)用车经费${vehicles}万元。另有车辆更新115.00万元。`,
    '(三)接待经费72.25万元,其中外事接待57.76万元。',
  ]
  expect(verdictsSaid(...said('359.00'))).toEqual([])
  expect(verdictsSaid(...said('379.00'))).toEqual(['unexplained'])
})

test('the three of 三公 that are numbered items add up to it; other figures than a digit apart may be of another year', () => {
  const said = (whole: string) => [
    `2026年财政拨款“三公”经费预算${whole}万元,较2025年年初预算减少28.11万元。`,
    '1.因公出国(境)费用。2026年预算数115.00万元,较2025年年初预算减少14.80万元,主要是出访计划减少。',
    '2.公务接待费。2026年预算数5.10万元,较2025年年初预算减少10.01万元。',
    '3.公务用车购置和运行维护费。2026年预算数27.83万元,其中:公务用车购置费0万元;公务用车运行维护费27.83万元。',
  ]
  expect(verdictsSaid(...said('147.93'))).toEqual([])
  expect(verdictsSaid(...said('149.93'))).toEqual(['published-inconsistency'])
  expect(verdictsSaid(...said('163.34'))).toEqual([])
})

test('where its words say what an amount is the sum of, a digit of few tells', () => {
  const said = (sale: string) => `预算外收入12100万元,其中:出让金收入10200万元,资产收入${sale}万元,其他收入400万元。`
  expect(verdictsSaid(said('1500'))).toEqual([])
  expect(verdictsSaid(said('1700'))).toEqual(['unexplained'])
})

test('what is told beside an amount may be it once more, or all of it with others', () => {
  expect(verdictsSaid('采购服务预算236.46万元,采购货物预算30.00万元,政府采购预算266.46万元。')).toEqual([])
  expect(verdictsSaid('财政拨款预算372,917.67万元。财政拨款支出372,917.67万元,其他科技支出5,000万元。')).toEqual([])
})

test('the first two of three parts that come to their whole by a misprint are not taken for all of them', () => {
  const said = (fiscal: string) => `收入预算9531663.44元,其中:财政拨款收入${fiscal}元,上级补助2980100元,脱钩补助500000元。`
  expect(verdictsSaid(said('6051563.44'))).toEqual([])
  expect(verdictsSaid(said('6551563.44'))).toEqual(['unexplained'])
})

test('parts that are more than their whole by a digit of few', () => {
  const said = (own: string) => `完成公共财政预算收入20348万元,其中:地方收入${own}万元,上划收入6432万元。`
  expect(verdictsSaid(said('13916'))).toEqual([])
  expect(verdictsSaid(said('15916'))).toEqual(['published-inconsistency'])
  // Some of them may be told once more as parts of others.
  expect(verdictsSaid('收入20348万元,其中:地方收入13916万元,上划收入6432万元,专项收入500万元。')).not.toContain(
    'published-inconsistency',
  )
})

test('a change that a sum of changes and a growth ask for alike is wrong, though each alone may speak of something else', () => {
  const said = (by: string, words = '按照厉行节约的要求,') =>
    `2021年全镇“三公”经费支出40.03万元,较上年减少2.97万元。其中:公务用车购置及运行维护费支出30.93万元,${words}较上年减少${by}万元,下降4.12%;公务接待费支出9.10万元,较上年减少1.64万元。`
  expect(verdictsSaid(said('1.33'))).toEqual([])
  expect(verdictsSaid(said('1.83'))).toContain('published-inconsistency')
  // What the sum asks for does not make the growth right: they fail for two reasons, or speak of two things.
  expect(verdictsSaid(said('1.83').replace('4.12', '7.77'))).not.toContain('published-inconsistency')
})

test('a change of 三公 that is more than the changes of all of its items that are something is doubted', () => {
  const said = (whole: string, abroad = '0') =>
    `“三公”经费合计31.23万元,其中公务接待费1.58万元,公务用车运行维护费29.65万元,因公出国(境)费${abroad}万元。比2014年度“三公”经费合计16.70万元增加${whole}万元,其中公务接待费减少0.26万元,公务用车运行维护费增加14.79万元。`
  expect(verdictsSaid(said('14.53'))).toEqual([])
  expect(verdictsSaid(said('15.15'))).toEqual(['unexplained'])
  // What is nothing now may have been something before.
  expect(verdictsSaid(said('13.15'))).toEqual([])
  expect(verdictsSaid(said('15.15', '3.00').replace('31.23', '34.23'))).toEqual([])
})
