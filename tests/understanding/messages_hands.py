"""Other hands in the invented city: dictated without marks, typed with slips, formal letters, lists, two things at once."""

from __future__ import annotations

from tests.understanding.row import Row

DICTATED = [
    Row(
        "cg",
        "严主任我说一下啊我们城管局那个燃气隐患整治现在做到百分之八十八了就是有几家商户老是不开门进不去智慧停车那个平台干到百分之六十了",
        "task.progress|task=D12|percent=88|problem=1",
        "task.progress|task=D14|percent=60",
    ),
    Row(
        "jt",
        "柳主任农村公路现在干了一半了最近老下雨工期耽误了想延到十月底您看可以吗",
        "task.progress|task=D2|percent=50|problem=1",
        "task.extend|task=D2|due=2025-10-31",
    ),
    Row("wjw", "托位那个事现在到四成了", "task.progress|task=D4|percent=40"),
    Row("yx", "口袋公园八个全都建完了也验收过了申请销号哈", "task.finish|task=D28"),
    Row("sl", "云溪水库那边闸门还没到货耽误了现在进度就百分之七十五", "task.progress|task=D7|percent=75|problem=1"),
    Row("lead1", "帮我看一下北站那个枢纽现在搞到什么程度了", "task.query|scope=one|task=D22"),
    Row(
        "sup1",
        "每个月二十五号上午九点提醒我催各单位报进展",
        "remind.create|text=催各单位报进展|when=FREQ=MONTHLY;BYMONTHDAY=25@09:00",
    ),
    Row("lead2", "让住建局抓紧把棚改的进度报上来", "task.urge|task=D6|units=市住房和城乡建设局"),
]

SLIPS = [
    Row("gx", "D10进渡65％，运营商配合不到位", "task.progress|task=D10|percent=65|problem=1"),
    Row("zj", "Ｄ５　雨污管网　完成４２％", "task.progress|task=D5|percent=42"),
    Row("ny", "d-8 高标准农田 己完成四万亩 占77%", "task.progress|task=D8|percent=77"),
    Row("st", "污水处理厂提质扩容 以完成设备安装", "task.progress|task=D17"),
    Row("zr", "D 26 进度 70 %", "task.progress|task=D26|percent=70"),
    Row(
        "dsj", "#D24# 生命线平台，完成70%，存在困难：数据接口标准不统一", "task.progress|task=D24|percent=70|problem=1"
    ),
    Row("rs", "d21城镇新增就业完成9800人 完成全年目标的41%", "task.progress|task=D21|percent=41"),
    Row("jtj", "D3、29进度分别为60%、52%", "task.progress|task=D3|percent=60", "task.progress|task=D29|percent=52"),
    Row("jb", "任务27，完成70%；", "task.progress|task=D27|percent=70"),
    Row("sl", "D7-进度85%", "task.progress|task=D7|percent=85"),
]

LETTERS = [
    Row(
        "st",
        "市政府督查室：\n　　按照要求，现将我县承担的石塘县工业污水处理厂提质扩容项目进展情况报告如下：\n　　目前主体工程全部完工，设备安装过半，总体进度78%。存在的主要问题是供电专线审批未完成。下一步，我县将倒排工期，确保6月25日前全部建成。\n　　石塘县人民政府\n　　2025年4月9日",
        "task.progress|task=D17|percent=78|due=2025-06-25|problem=1",
    ),
    Row(
        "qh",
        "关于申请延期的报告\n督查室：\n青禾县乡镇卫生院能力提升项目因设计方案调整，预计无法按期完成，恳请将完成时限延长至9月30日。妥否，请批示。",
        "task.extend|task=D18|due=2025-09-30",
    ),
    Row(
        "ny",
        "市农业农村局4月份督办事项进展\n1. D8高标准农田：完成80%，剩余2个标段受雨天影响施工缓慢；\n2. D15农村户厕：完成1500座，进度50%，无问题。",
        "task.progress|task=D8|percent=80|problem=1",
        "task.progress|task=D15|percent=50",
    ),
    Row(
        "cg",
        "（1）D12：完成91%，预计5月15日前完成；（2）D14：完成62%；（3）D23：完成33%，穿越铁路段手续卡住了。",
        "task.progress|task=D12|percent=91|due=2025-05-15",
        "task.progress|task=D14|percent=62",
        "task.progress|task=D23|percent=33|problem=1",
    ),
    Row(
        "wjw",
        "各位领导好！市卫健委汇报：一是普惠托位已建成480个，完成40%；二是妇幼保健院迁建主体施工至10层，完成76%；三是市二院门诊楼改造已全部完成，申请销号。",
        "task.progress|task=D4|percent=40",
        "task.progress|task=D13|percent=76",
        "task.finish|task=D30",
    ),
    Row(
        "jtt",
        "【北站综合交通枢纽周报】本周完成站前高架桥墩12个，累计形象进度61%。下周计划：启动站房屋面施工。",
        "task.progress|task=D22|percent=61",
    ),
    Row(
        "sp",
        "任务名称：推进“高效办成一件事”改革\n完成情况：已上线18个，完成60%\n存在问题：部门数据回流不及时\n下一步打算：5月底前再上线6个",
        "task.progress|task=D16|percent=60|problem=1",
    ),
]

TWO = [
    Row(
        "zj",
        "D5进度45%，D6进度68%。我局还有逾期的吗？",
        "task.progress|task=D5|percent=45",
        "task.progress|task=D6|percent=68",
        "task.query|scope=mine|state=overdue",
    ),
    Row(
        "sup1",
        "D30、D34同意销号。明早9点提醒我给市长汇报督查情况",
        "task.approve|task=D30",
        "task.approve|task=D34",
        "remind.create|text=给市长汇报督查情况|when=2025-04-11T09:00",
    ),
    Row(
        "lead2",
        "D31同意延期。水利局还有几件没完成的？",
        "task.approve|task=D31",
        "task.query|scope=unit|units=市水利局|state=open",
    ),
    Row(
        "edit1",
        "X5一审通过；约稿：五一假日经济情况，商务局、文旅局，5月6日前报",
        "info.approve|info=X5",
        "info.request|title=五一假日经济情况|units=市商务局,市文化和旅游局|due=2025-05-06",
    ),
    Row(
        "edit2",
        "X6被《每日要情》采用。本月信息排名发一下",
        "info.adopt|info=X6|level=city",
        "info.query|scope=rank|period=2025-04",
    ),
    Row(
        "jt",
        "D2签收。报送信息：\n我市农村公路建设提速\n一季度，全市新开工农村公路12条68公里。\n类别：重点工作",
        "task.accept|task=D2",
        "info.submit|title=我市农村公路建设提速|category=key_work",
    ),
    Row(
        "hb",
        "报信息：我市开展臭氧污染防治攻坚\n4月起，市生态环境局对42家重点企业开展驻厂监督。一般动态\n另：D25一季度均值34微克",
        "info.submit|title=我市开展臭氧污染防治攻坚|category=news",
        "task.progress|task=D25",
    ),
    Row("sl", "刚才报错了，撤回。D7应该是82%", "undo", "task.progress|task=D7|percent=82"),
    Row(
        "clerk1",
        "登记：省水利厅《关于做好水库安全度汛工作的通知》（湘水函〔2025〕44号），急件。另外W2沈市长已签，转交通局、财政局办理",
        "document.register|title=关于做好水库安全度汛工作的通知|number=湘水函〔2025〕44号|urgency=urgent",
        "document.move|document=W2|stage=distribute|units=市交通运输局,市财政局",
    ),
    Row("lead1", "本周有哪些会？另外把超期的督办件列出来", "meeting.query", "task.query|scope=all|state=overdue"),
    Row("lead4", "X3同意上报，政务动态也可以发了", "info.approve|info=X3", "digest.publish"),
    Row(
        "wl",
        "H3我局花影参加，D33方案已定，进度30%",
        "meeting.reply|meeting=H3|reply=attend|people=花影",
        "task.progress|task=D33|percent=30",
    ),
    Row(
        "gx",
        "我局3月考评多少分，信息报了几条",
        "score.query|units=市工业和信息化局|period=2025-03",
        "info.query|scope=mine|period=2025-03",
    ),
    Row(
        "sup2",
        "催办D5、D17，逾期的列一下",
        "task.urge|task=D5",
        "task.urge|task=D17",
        "task.query|scope=all|state=overdue",
    ),
    Row(
        "fgw",
        "收到，我委张立主任参加",
        "meeting.reply|meeting=H1|reply=attend|people=张立",
        quote="H1 一季度经济运行调度会 4月15日9:00，请报参会人员",
    ),
    Row(
        "cg",
        "D12完成85%，但有个别小区入户难，申请延期到6月15日。D14正常推进",
        "task.progress|task=D12|percent=85|problem=1",
        "task.extend|task=D12|due=2025-06-15",
        "task.progress|task=D14",
    ),
    Row(
        "lead3",
        "D13太慢了，卫健委抓紧；D3进展怎么样？",
        "task.urge|task=D13|units=市卫生健康委员会",
        "task.query|scope=one|task=D3",
    ),
    Row(
        "jt",
        "T1取消，改成每周五上午9点提醒我报周进展",
        "remind.cancel|reminder=T1",
        "remind.create|text=报周进展|when=FREQ=WEEKLY;BYDAY=FR@09:00",
    ),
    Row(
        "zj",
        "H2秦川局长请假，由副局长高志明代会；D6签约率92%",
        "meeting.reply|meeting=H2|reply=substitute|people=高志明",
        "task.progress|task=D6",
    ),
    Row("lead2", "把第8期政务动态和一季度考评排名发我", "digest.view|issue=8", "score.query|period=2025-Q1"),
]

MIXED = [
    Row("wjw", "D13施工许可证已办，正在进行基坑支护，预计6月底主体封顶", "task.progress|task=D13|due=2025-06-30"),
    Row("jtj", "幼儿园6所，开工5所，1所因选址变更暂未开工", "task.progress|task=D29|problem=1"),
    Row("jt", "D2一切正常", "task.progress|task=D2"),
    Row("zj", "D6无进展", "task.progress|task=D6|problem=1"),
    Row("sl", "D31目前9座已完工，3座在收尾", "task.progress|task=D31"),
    Row("ny", "农田这块儿，还差一万亩左右，月底能干完", "task.progress|task=D8|due=2025-04-30"),
    Row("cg", "停车平台软件开发完了，硬件没招上标，又流标了", "task.progress|task=D14|problem=1"),
    Row("jb", "背街小巷已改造48条，完成80%，5月中旬可全面完工", "task.progress|task=D27|percent=80|due=2025-05-20"),
    Row("gx", "D11推荐企业4家，省厅正在评审，预计8月份公布结果", "task.progress|task=D11"),
    Row("rs", "D20目前没有困难，按计划推进", "task.progress|task=D20"),
    Row(
        "swjt",
        "D32完成9.8公里，约占四成，计划7月25日前通水",
        "task.progress|task=D32|percent=40|due=2025-07-25",
        note="通水 of the whole",
    ),
    Row("jtt", "枢纽项目征拆还剩2户谈不下来，影响了引桥施工", "task.progress|task=D22|problem=1"),
    Row("dsj", "D24，上周60%，这周到68%了", "task.progress|task=D24|percent=68"),
    Row("fgw", "一季度固定资产投资增速7.6%，低于序时进度，完成全年目标压力较大", "task.progress|task=D1|problem=1"),
    Row("wjw", "D4已全面铺开，其中3个园所验收，计划10月中旬全部投用", "task.progress|task=D4|due=2025-10-20"),
    Row("sup1", "@卢晨 D2已经两周没更新了", "task.urge|task=D2|units=市交通运输局"),
    Row("sup2", "请交投集团说明D22滞后原因", "task.urge|task=D22|units=临岳交通投资集团有限公司"),
    Row("jt", "请督查室帮忙看下D2延期批了没", "task.query|scope=one|task=D2"),
    Row("zj", "D5我们已经报过了"),
    Row("wjw", "D13的事等领导定了再说"),
    Row("cg", "请问D12的佐证材料发到哪个邮箱"),
    Row("gx", "10号任务是按投资算还是按个数算进度？"),
    Row("sl", "D7现场照片[图片]"),
]
