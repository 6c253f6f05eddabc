"""Still other wordings in the invented city: short forms of speech, mixed reports, edges of each act."""

from __future__ import annotations

from tests.understanding.row import Row

MIXED_INFO = [
    Row("zj", "【进展】D5完成45%\n【信息】老城区雨污管网改造按下快进键\n今年以来，市住建局实行“挂图作战”，已改造管网17公里。（重点工作类）", "task.progress|task=D5|percent=45", "info.submit|title=老城区雨污管网改造按下快进键|category=key_work"),
    Row("zj", "D5完成45%；同时报一条信息，题目《老城区告别“看海”》，管网改造后内涝点减少6处。经验做法", "task.progress|task=D5|percent=45", "info.submit|title=老城区告别“看海”|category=highlight"),
    Row("ny", "1.D8完成76%\n2.信息报送：我市早稻集中育秧全面展开\n截至4月9日，全市建成集中育秧点186个。一般动态", "task.progress|task=D8|percent=76", "info.submit|title=我市早稻集中育秧全面展开|category=news"),
    Row("cg", "报送信息：市城管局“721工作法”提升执法温度\n3月以来，轻微违法免罚312件，市民满意度98%。（工作亮点）\nD12进度93%。", "info.submit|title=市城管局“721工作法”提升执法温度|category=highlight", "task.progress|task=D12|percent=93"),
    Row("jb", "信息一篇：江北区推行“一码通管”\n依托二维码归集小区事项，群众办事时间缩短一半。工作亮点类\n\n另，D27完成66%", "info.submit|title=江北区推行“一码通管”|category=highlight", "task.progress|task=D27|percent=66"),
    Row("yx", "信息员您好，报一篇信息：云溪区春茶开采。截至4月8日，全区3.1万亩茶园陆续开采，预计产值1.8亿元。动态信息", "info.submit|title=云溪区春茶开采|category=news"),
    Row("qh", "〖信息报送〗题目：青禾县乡村振兴车间带动就业1200人\n分类：亮点\n正文：……", "info.submit|title=青禾县乡村振兴车间带动就业1200人|category=highlight"),
    Row("fgw", "上报一篇经济运行信息\n一季度全市新开工亿元以上项目42个\n一季度，全市新开工亿元以上项目42个，同比增加9个，总投资238亿元。", "info.submit|title=一季度全市新开工亿元以上项目42个|category=economy"),
    Row("yj", "突发：石塘县境内G207发生山体滑坡，报送信息如下：\nG207石塘段发生山体滑坡致交通中断\n4月10日6时，G207石塘段K38处发生滑坡，无人员伤亡，正在抢通。", "info.submit|title=G207石塘段发生山体滑坡致交通中断|category=emergency"),
    Row("wl", "我局这周没有信息要报"), Row("wl", "昨天报的那篇信息收到了吗"), Row("jb", "请问信息报送有字数要求吗？"),
]  # fmt: skip

SHORT = [
    Row("jt", "D2 60"), Row("jt", "D2进度60", "task.progress|task=D2|percent=60"), Row("gx", "D10完成度70%", "task.progress|task=D10|percent=70"), Row("gx", "D10近七成", "task.progress|task=D10|percent=70"),
    Row("zj", "D6完工率64.5%", "task.progress|task=D6|percent=65"), Row("ly", "D9推进中", "task.progress|task=D9"), Row("sp", "D16按序时进度推进", "task.progress|task=D16"), Row("cg", "D14同上周", "task.progress|task=D14"),
    Row("cg", "D14无变化", "task.progress|task=D14"), Row("ny", "D15已全面完成", "task.finish|task=D15"), Row("ny", "D15办结了", "task.finish|task=D15"), Row("ny", "D15没办结", "task.progress|task=D15"),
    Row("sl", "D34销号", "task.finish|task=D34"), Row("sup1", "D34销号", "task.approve|task=D34"), Row("sup1", "D34 通过", "task.approve|task=D34"), Row("sup1", "D34 OK", "task.approve|task=D34"), Row("lead1", "D31 不行", "task.return|task=D31"),
    Row("sup2", "D12催一下", "task.urge|task=D12"), Row("sup2", "D12抓紧", "task.urge|task=D12"), Row("sup2", "D12，城管局什么时候报？抓紧", "task.urge|task=D12|units=市城市管理局"), Row("jt", "D2延期", "task.extend|task=D2"),
    Row("jt", "D2延到10月底", "task.extend|task=D2|due=2025-10-31"), Row("jt", "D2申请延一个月", "task.extend|task=D2|due=2025-10-30"), Row("jt", "D2 延期20天，雨季影响", "task.extend|task=D2|due=2025-10-20"),
    Row("st", "签收", "task.accept|task=D17", quote="【督办交办】D17 石塘县工业污水处理厂提质扩容，请签收"), Row("st", "已签收，谢谢", "task.accept|task=D17", quote="D17 请签收"), Row("st", "收到收到", "task.accept|task=D17", quote="D17 请签收"),
    Row("st", "收悉，立即办理", "task.accept|task=D17", quote="D17 请签收"), Row("st", "嗯嗯好的", "task.accept|task=D17", quote="D17 石塘县工业污水处理厂提质扩容 请签收"), Row("st", "已阅", quote="D17 石塘县工业污水处理厂提质扩容 请签收"),
    Row("st", "OK", "task.accept|task=D17", quote="D17 请签收"), Row("zr", "第26号事项已收到，正在落实", "task.accept|task=D26"), Row("jtt", "我公司已收到D22任务", "task.accept|task=D22"),
]  # fmt: skip

PRESS = [
    Row("sup1", "D12再不报就通报了", "task.urge|task=D12"), Row("sup1", "提醒住建局，D5马上到期，抓紧报材料", "task.urge|task=D5|units=市住房和城乡建设局"), Row("sup2", "D5、D7该更新进展了", "task.urge|task=D5", "task.urge|task=D7"),
    Row("sup1", "@包勇 D12材料今天下班前一定要交", "task.urge|task=D12|units=市城市管理局"), Row("lead1", "老城区管网改造必须在汛期前完成，住建局要倒排工期", "task.urge|task=D5|units=市住房和城乡建设局"),
    Row("sup2", "仍有以下单位未报4月上旬进展：市水利局、市林业局、青禾县，请于今日18时前补报", "task.urge|units=市水利局,市林业局,青禾县人民政府"), Row("sup1", "各牵头单位抓紧反馈督办进展", "task.urge"),
    Row("edit1", "工信局，设备更新那个约稿逾期了，赶紧", "info.urge|topic=Y3|units=市工业和信息化局"), Row("edit1", "Y1、Y2今天截止，未报的单位抓紧", "info.urge|topic=Y1", "info.urge|topic=Y2"), Row("edit2", "催一下石塘县的信息", "info.urge|units=石塘县人民政府"),
]  # fmt: skip

DIFFICULT = [
    Row("jt", "D2低于序时进度，主要是石料供应紧张", "task.progress|task=D2|problem=1"), Row("gx", "D10部分站址居民反对，进不了场", "task.progress|task=D10|problem=1"), Row("rs", "D20有两家企业推诿扯皮，兑付不畅", "task.progress|task=D20|problem=1"),
    Row("zj", "D6完成66%，个别拆迁户僵持不下", "task.progress|task=D6|percent=66|problem=1"), Row("ny", "D8进度80%，还差配套渠系，时间紧任务重", "task.progress|task=D8|percent=80|problem=1"), Row("swjt", "D32进度45%，存在问题：一是资金缺口800万元；二是交叉施工多", "task.progress|task=D32|percent=45|problem=1"),
    Row("dsj", "D24进度60%，各项工作顺利，没有问题", "task.progress|task=D24|percent=60"), Row("cg", "D23前期遇到的占道审批问题已解决，目前完成36%", "task.progress|task=D23|percent=36"), Row("sl", "D7完成82%，汛期前完成没问题", "task.progress|task=D7|percent=82"),
    Row("yx", "D28完成90%，剩余2个正在收尾，不影响按期完成", "task.progress|task=D28|percent=90"), Row("wjw", "D4已建500个托位，恳请市财政协调解决补助资金", "task.progress|task=D4|problem=1"), Row("hb", "D25 3月受沙尘天气影响，均值反弹到41微克", "task.progress|task=D25|problem=1"),
    Row("zr", "D26完成72%，部分地块规划调整还没批下来", "task.progress|task=D26|percent=72|problem=1"), Row("jtj", "D29进度58%，1个项目施工单位跑路，停工了", "task.progress|task=D29|percent=58|problem=1"), Row("sp", "D16完成62%，省级系统没有开放接口", "task.progress|task=D16|percent=62|problem=1"),
    Row("ly", "D9无困难问题，按计划推进，进度65%", "task.progress|task=D9|percent=65"),
]  # fmt: skip

MEET = [
    Row("clerk2", "【会议通知】定于4月21日上午8:30在行政中心会堂召开全市高质量发展大会，请各县区、市直各部门主要负责同志参会，会上部分单位作交流发言，原则上不得请假。请于4月18日前报送参会回执。",
        "meeting.notice|title=全市高质量发展大会|start=2025-04-21T08:30|units=@districts_departments"),
    Row("clerk2", "按照4月8日市政府专题会议要求，定于4月16日（周三）15:00在203会议室召开城市更新项目协调会，请住建局、自然资源局、财政局分管同志参加", "meeting.notice|title=城市更新项目协调会|start=2025-04-16T15:00|units=市住房和城乡建设局,市自然资源局,市财政局"),
    Row("slz", "我参加防汛抗旱工作会议", "meeting.reply|meeting=H2|reply=attend|people=江宏"), Row("sl", "防汛会我局江宏局长、洪波参加", "meeting.reply|meeting=H2|reply=attend|people=江宏,洪波"), Row("jt", "H1：卢晨", "meeting.reply|meeting=H1|reply=attend|people=卢晨", note="a bare name behind a meeting"),
    Row("st", "H2报名：穆海，副县长 龙在天", "meeting.reply|meeting=H2|reply=attend|people=穆海,龙在天"), Row("gx", "H1我局局长陈刚因公出差，改由副局长李响参加", "meeting.reply|meeting=H1|reply=substitute|people=李响"), Row("zj", "H1去不了，向领导请假", "meeting.reply|meeting=H1|reply=leave"),
    Row("wjw", "参加", "meeting.reply|meeting=H3|reply=attend|people=文静", quote="【会议通知】H3 营商环境专题座谈会，4月28日14:30，请回复"), Row("wjw", "彭立主任参会，电话13800001234", "meeting.reply|meeting=H3|reply=attend|people=彭立", quote="【会议通知】H3 营商环境专题座谈会，请回复参会人员"),
    Row("sp", "#接龙 H3参会人员\n1、市商务局 商羽\n2、市审批局 安然、副局长王可", "meeting.reply|meeting=H3|reply=attend|people=安然,王可"), Row("jtj", "请假条放我桌上了"), Row("cz", "开会的材料打印好了"), Row("ga", "H2会议材料发一下", note="a favour"),
    Row("lead2", "H1改到几点了", "meeting.query|meeting=H1"), Row("lead1", "4月22日下午是什么会", "meeting.query"), Row("jb", "一季度调度会时间地点", "meeting.query|meeting=H1"),
]  # fmt: skip

PAPERS = [
    Row("clerk1", "W1：转水利局、应急局阅处", "document.move|document=W1|stage=distribute|units=市水利局,市应急管理局"), Row("clerk1", "W3请沈若兰副市长审签", "document.move|document=W3|stage=review|people=沈若兰", note="审签 is review here"), Row("clerk1", "W2流转到签批环节", "document.move|document=W2|stage=approve"),
    Row("clerk1", "W1提交拟办", "document.move|document=W1|stage=draft_opinion"), Row("clerk1", "W4付印", "document.move|document=W4|stage=issue"), Row("clerk1", "W3已送程志远副市长传阅", "document.move|document=W3|stage=circulate|people=程志远"), Row("clerk1", "地质灾害防治那个通知归档", "document.move|document=W1|stage=archive"),
    Row("clerk1", "新收一份文：省发改委湘发改〔2025〕77号《关于下达专项债券项目清单的通知》，请登记，平件", "document.register|title=关于下达专项债券项目清单的通知|number=湘发改〔2025〕77号|urgency=normal"), Row("clerk1", "【收文】标题：关于开展校园安全检查的通知；文号：湘教通〔2025〕9号；加急", "document.register|title=关于开展校园安全检查的通知|number=湘教通〔2025〕9号|urgency=urgent"),
    Row("clerk1", "来文登记 《关于举办省运会的函》 湘体函〔2025〕15号 特急 4月15日前回复", "document.register|title=关于举办省运会的函|number=湘体函〔2025〕15号|urgency=express|due=2025-04-15"), Row("zj", "征求城市更新条例意见的函什么时候反馈", "document.query|document=W3"), Row("lead2", "W1", note="a bare code of another kind is nothing"),
    Row("lead4", "W4印发了没", "document.query|document=W4"), Row("jt", "我局那份请示批下来没有", "document.query"), Row("clerk1", "W2沈市长还没签", note="no move"), Row("clerk1", "超期公文清单", "document.query|state=overdue"),
]  # fmt: skip

MISC = [
    Row("jt", "提醒我", "remind.create"), Row("jt", "明早7点半叫我起床开会", "remind.create|text=起床开会|when=2025-04-11T07:30"), Row("jt", "下周二上午提醒我报D2材料", "remind.create|text=报D2材料|when=2025-04-15T09:00"), Row("jt", "4月30日提醒我交党费", "remind.create|text=交党费|when=2025-04-30T09:00"),
    Row("jt", "每月1号提醒我汇总台账", "remind.create|text=汇总台账|when=FREQ=MONTHLY;BYMONTHDAY=1@09:00"), Row("jt", "每周一三五上午9点提醒我查邮箱", "remind.create|text=查邮箱|when=FREQ=WEEKLY;BYDAY=MO,WE,FR@09:00"), Row("jt", "3点提醒我打电话给财政局", "remind.create|text=打电话给财政局|when=2025-04-10T15:00"),
    Row("jt", "提醒改一下"), Row("jt", "删除提醒T3", "remind.cancel|reminder=T3"), Row("jt", "值班表那个提醒不用了", "remind.cancel|reminder=T2"), Row("jt", "收回刚才的操作", "undo"), Row("jt", "不对，刚才那条不算", "undo"), Row("jt", "取消上一步", "undo"),
    Row("jt", "？", "help", private=True), Row("jt", "有什么功能", "help"), Row("jt", "使用手册发我", "help"), Row("jt", "怎么查我们局的任务", "help", private=True), Row("jt", "怎么设置提醒", "help", private=True), Row("jt", "你好", private=True), Row("jt", "在吗", private=True),
    Row("lead1", "本年度考评前三名", "score.query|period=2025"), Row("lead2", "石塘县和青禾县上季度得分", "score.query|units=石塘县人民政府,青禾县人民政府|period=2025-Q1"), Row("rs", "我们局为什么扣分了，扣了多少", "score.query|units=市人力资源和社会保障局"),
    Row("lead3", "看下近期政务动态", "digest.view"), Row("lead3", "第3期动态", "digest.view|issue=3"), Row("lead4", "这期没问题，签发", "digest.publish", quote="《政务动态》第16期送审稿，请签发"), Row("edit1", "信息排名第一的是哪个单位", "info.query|scope=rank"),
    Row("lead1", "3月各部门信息采用情况", "info.query|scope=unit|units=@departments|period=2025-03"), Row("sl", "我报的信息用了没", "info.query|scope=mine"), Row("edit1", "X2采用了，省政府办公厅", "info.adopt|info=X2|level=region"), Row("edit1", "X5录用，政务动态第15期", "info.adopt|info=X5|level=city"),
    Row("edit1", "X1请修改后重报：一是标题太长，二是缺数据", "info.return|info=X1"), Row("lead4", "X2、X3同意", "info.approve|info=X2", "info.approve|info=X3"), Row("lead4", "X2先放一放"), Row("edit2", "柑橘产业那篇通过终审", "info.approve|info=X3"),
]  # fmt: skip
