"""Messages about everything but single tasks in the invented city, and those that are no act at all."""

from __future__ import annotations

from tests.understanding.row import Row

SUBMIT = [
    Row(
        "jb",
        "【信息报送】江北区“红色物业”激活小区治理\n今年以来，江北区推行“红色物业”模式，组建业委会36个，化解物业纠纷128件。",
        "info.submit|title=江北区“红色物业”激活小区治理|category=highlight",
    ),
    Row(
        "ny",
        "报送信息：\n标题：当前我市春耕农资价格上涨问题及建议\n类别：问题建议\n正文：近期尿素价格同比上涨18%……",
        "info.submit|title=当前我市春耕农资价格上涨问题及建议|category=problem",
    ),
    Row(
        "gx",
        "信息报送：一季度全市规上工业增加值增长7.2%。据统计，一季度全市规模以上工业增加值同比增长7.2%，高于全省0.8个百分点。",
        "info.submit|title=一季度全市规上工业增加值增长7.2%|category=economy",
    ),
    Row(
        "jt",
        "【政务信息】\nG318临岳绕城段改建工程全线通车\n4月8日，G318临岳绕城段改建工程建成通车，全长21公里，总投资9.8亿元。\n（重点项目类）",
        "info.submit|title=G318临岳绕城段改建工程全线通车|category=key_work",
    ),
    Row(
        "yj",
        "紧急信息报送：云溪区一鞭炮厂发生爆炸\n4月10日8时20分，云溪区某鞭炮厂发生爆炸，2人受伤，现场已控制。",
        "info.submit|title=云溪区一鞭炮厂发生爆炸|category=emergency",
    ),
    Row(
        "sp",
        "投稿：市审批局推出“午间不断档”服务\n4月起，政务大厅实行午间值班，日均办件260件。工作亮点",
        "info.submit|title=市审批局推出“午间不断档”服务|category=highlight",
    ),
    Row(
        "wl",
        "各位领导，现报送信息一篇，请审：\n《清明假期我市接待游客42万人次》\n清明假期，全市接待游客42.3万人次，旅游收入2.6亿元，同比分别增长12%、15%。",
        "info.submit|title=清明假期我市接待游客42万人次|category=economy",
    ),
    Row(
        "mz",
        "#信息报送 市民政局举办清明集体安葬活动\n4月3日，市民政局举办第六届节地生态集体安葬活动。一般动态",
        "info.submit|title=市民政局举办清明集体安葬活动|category=news",
    ),
    Row(
        "cz",
        "信息 | 政策类\n我市出台财政支持科技创新十条措施\n近日，市政府办印发《关于财政支持科技创新的十条措施》……",
        "info.submit|title=我市出台财政支持科技创新十条措施|category=policy",
    ),
    Row(
        "edit2",
        "代城建集团报一条信息：\n临岳大桥顺利合龙\n4月9日，临岳大桥主桥顺利合龙，较计划提前20天。\n重点工程",
        "info.submit|title=临岳大桥顺利合龙|category=key_work|units=临岳城市建设集团有限公司",
    ),
    Row(
        "qh",
        "报信息两条：\n1.《青禾县茶叶开采》（动态）：4月5日，全县3.2万亩茶园开采。\n2.《青禾县“茶旅融合”拓宽增收路》（经验做法）：打造茶旅线路5条，带动农户1200户。",
        "info.submit|title=青禾县茶叶开采|category=news",
        "info.submit|title=青禾县“茶旅融合”拓宽增收路|category=highlight",
    ),
    Row(
        "sj",
        "题目：我市查处一批价格违法案件\n内容：3月以来，市市场监管局查处价格违法案件14起，罚没款22万元。\n类别：一般动态\n以上信息报送，请审",
        "info.submit|title=我市查处一批价格违法案件|category=news",
    ),
    Row(
        "hb",
        "D25 一季度PM2.5均值34微克。另报信息一篇：\n我市一季度空气质量改善幅度居全省前列\n一季度，全市优良天数比例同比提高5.6个百分点。",
        "task.progress|task=D25",
        "info.submit|title=我市一季度空气质量改善幅度居全省前列|category=news",
    ),
    Row(
        "rs",
        "报一条问题建议类信息，基层反映新就业形态劳动者参保难\n调查显示，全市外卖骑手参保率不足30%，主要原因：一是……",
        "info.submit|title=基层反映新就业形态劳动者参保难|category=problem",
    ),
    Row(
        "st",
        "【信息报送】标题:石塘县多措并举防范地质灾害 正文:入汛以来，石塘县排查隐患点86处，转移群众43户。 报送人:穆海 13900001111",
        "info.submit|title=石塘县多措并举防范地质灾害|category=highlight",
    ),
]

REVIEW = [
    Row("edit1", "X1初审通过", "info.approve|info=X1"),
    Row("edit2", "X1、X5一审过了", "info.approve|info=X1", "info.approve|info=X5"),
    Row("lead4", "同意上报", "info.approve|info=X3", quote="【三审】X3 我市柑橘产业发展存在的问题及建议，请审签"),
    Row("lead4", "同意", "info.approve|info=X3", quote="【三审】X3 我市柑橘产业发展存在的问题及建议"),
    Row("edit1", "X2二审没意见，送三审", "info.approve|info=X2"),
    Row("edit1", "X4退回，数据不准确，核实后再报", "info.return|info=X4"),
    Row("edit2", "X7内容太空，打回重写；X5可以，过", "info.return|info=X7", "info.approve|info=X5"),
    Row("lead2", "X3终审通过，X2不同意上报，数据口径与统计局不一致", "info.approve|info=X3", "info.return|info=X2"),
    Row("edit1", "不予采用", "info.return|info=X7", quote="X7 市城管局智慧停车平台上线试运行，请审核"),
    Row("edit1", "拿地即开工那篇信息退回去，补充典型案例", "info.return|info=X4"),
    Row("edit1", "X6被省政府办公厅采用了", "info.adopt|info=X6|level=region"),
    Row("edit2", "登记：X3获省长批示", "info.adopt|info=X3|level=instruction"),
    Row("edit1", "X2《每日要情》采用，X1国办采用", "info.adopt|info=X2|level=city", "info.adopt|info=X1|level=state"),
    Row(
        "edit1",
        "喜报！X3被国务院办公厅采用，并获省委书记批示",
        "info.adopt|info=X3|level=state",
        "info.adopt|info=X3|level=instruction",
    ),
    Row("edit2", "X5市级采用", "info.adopt|info=X5|level=city"),
    Row("ny", "我局那篇X3没被采用吗？", "info.query|scope=one|info=X3"),
    Row("edit1", "X1这篇写得真好"),
    Row("lead4", "X3审过了吗", "info.query|scope=one|info=X3"),
    Row("ny", "收到，马上修改", quote="X3退回修改：问题不聚焦"),
]

REQUEST = [
    Row(
        "edit1",
        "【约稿】主题：设备更新政策落实情况；单位：市发改委、市工信局；时限：4月25日",
        "info.request|title=设备更新政策落实情况|units=市发展和改革委员会,市工业和信息化局|due=2025-04-25",
    ),
    Row(
        "edit1",
        "向各县区约稿：春季森林防火做法，4月18日前报",
        "info.request|title=春季森林防火做法|units=@counties|due=2025-04-18",
    ),
    Row(
        "edit2",
        "请商务局、文旅局围绕“五一消费市场”各报一篇信息，5月6日前",
        "info.request|title=五一消费市场|units=市商务局,市文化和旅游局|due=2025-05-06",
    ),
    Row(
        "edit1",
        "约人社局一篇稿子，高校毕业生就业服务举措，下周五前",
        "info.request|title=高校毕业生就业服务举措|units=市人力资源和社会保障局|due=2025-04-18",
    ),
    Row(
        "lead2",
        "请农业农村局就当前生猪价格走势写一份专报，月底前报信息科",
        "info.request|title=当前生猪价格走势|units=市农业农村局|due=2025-04-30",
    ),
    Row(
        "edit2",
        "专题约稿《“高效办成一件事”经验》，审批局，时间4月30日前；另外X1初审通过",
        "info.request|title=“高效办成一件事”经验|units=市行政审批服务局|due=2025-04-30",
        "info.approve|info=X1",
    ),
    Row("edit1", "约稿：城市更新典型案例，住建局供稿", "info.request|title=城市更新典型案例|units=市住房和城乡建设局"),
    Row("edit1", "Y2还没报的抓紧，石塘县、青禾县", "info.urge|topic=Y2|units=石塘县人民政府,青禾县人民政府"),
    Row("edit2", "催一下工信局的约稿", "info.urge|units=市工业和信息化局"),
    Row("edit1", "文旅局、商务局，清明假期那个约稿今天必须交", "info.urge|topic=Y1|units=市文化和旅游局,市商务局"),
    Row("edit1", "请农业农村局抓紧报送Y2", "info.urge|topic=Y2|units=市农业农村局"),
]

INFO_QUERY = [
    Row("wl", "我们局今年报了多少条信息", "info.query|scope=mine|period=2025"),
    Row("wl", "我局3月信息采用情况", "info.query|scope=mine|period=2025-03"),
    Row("lead1", "3月份信息采用排名", "info.query|scope=rank|period=2025-03"),
    Row("lead2", "一季度信息排名发我", "info.query|scope=rank|period=2025-Q1"),
    Row("edit1", "上周各县区报了几条信息", "info.query|scope=unit|units=@counties|period=2025-W14"),
    Row("lead4", "工信局今年信息报了几篇", "info.query|scope=unit|units=市工业和信息化局|period=2025"),
    Row("sp", "X4审到哪一步了", "info.query|scope=one|info=X4"),
    Row("cg", "X7采用了没", "info.query|scope=one|info=X7"),
    Row("yx", "还有哪些约稿没交", "info.query|scope=plan"),
    Row("jb", "本月信息报送要点有哪些", "info.query|scope=plan|period=2025-04"),
    Row("sl", "教体局信息排第几", "info.query|scope=rank|units=市教育体育局"),
    Row("sl", "我们局信息排名第几", "info.query|scope=rank|units=市水利局"),
]

MEETING = [
    Row(
        "clerk2",
        "【会议通知】定于4月15日（周二）下午3点在市政府三楼会议室召开全市安全生产工作会议，请各县区、市应急局、市公安局主要负责同志参加。",
        "meeting.notice|title=全市安全生产工作会议|start=2025-04-15T15:00|units=江北区人民政府,云溪区人民政府,石塘县人民政府,青禾县人民政府,市应急管理局,市公安局",
    ),
    Row(
        "clerk2",
        "会议通知\n名称：二季度重点项目推进会\n时间：4月16日9:30\n地点：行政中心B座201\n参会单位：市发改委、市住建局、市交通局、交投集团",
        "meeting.notice|title=二季度重点项目推进会|start=2025-04-16T09:30|units=市发展和改革委员会,市住房和城乡建设局,市交通运输局,临岳交通投资集团有限公司",
    ),
    Row(
        "lead4",
        "明天上午9点到我办公室开个文旅工作碰头会，请文旅局、财政局负责同志参加",
        "meeting.notice|title=文旅工作碰头会|start=2025-04-11T09:00|units=市文化和旅游局,市财政局",
    ),
    Row(
        "sup1",
        "经市政府同意，本周五14:30召开督查工作调度会，各县区政府办、市直各部门参会，地点：市政府二楼会议室",
        "meeting.notice|title=督查工作调度会|start=2025-04-11T14:30|units=@districts_departments",
    ),
    Row("clerk2", "接通知，4月15日的会改到16日上午"),
    Row("slz", "H2我参加", "meeting.reply|meeting=H2|reply=attend|people=江宏"),
    Row("sl", "H2 市水利局江宏局长参会", "meeting.reply|meeting=H2|reply=attend|people=江宏"),
    Row("wjw", "H1我委彭立主任出差，请假", "meeting.reply|meeting=H1|reply=leave|people=彭立"),
    Row(
        "zj",
        "防汛抗旱工作会议我局秦川局长在外地，由副局长高志明代会",
        "meeting.reply|meeting=H2|reply=substitute|people=高志明",
    ),
    Row(
        "gx",
        "参会人员：丁一、副局长 吕梁",
        "meeting.reply|meeting=H1|reply=attend|people=丁一,吕梁",
        quote="H1 一季度经济运行调度会，请回复参会人员",
    ),
    Row(
        "jt",
        "准时参会",
        "meeting.reply|meeting=H3|reply=attend|people=卢晨",
        quote="H3 营商环境专题座谈会 4月28日14:30",
    ),
    Row("jt", "我请假", "meeting.reply|meeting=H3|reply=leave|people=卢晨", quote="H3 营商环境专题座谈会 4月28日14:30"),
    Row(
        "st",
        "因县里有迎检任务，H1不能参加，特此请假，由副县长罗兵参加",
        "meeting.reply|meeting=H1|reply=substitute|people=罗兵",
    ),
    Row(
        "fgw",
        "#接龙\nH1参会人员\n1. 市工信局 丁一\n2. 市发改委 邹凯\n3. 市商务局 商羽",
        "meeting.reply|meeting=H1|reply=attend|people=邹凯",
    ),
    Row("jt", "收到", quote="H1 一季度经济运行调度会 4月15日9:00"),
    Row("lead3", "H2在哪开", "meeting.query|meeting=H2"),
    Row("jtj", "营商环境座谈会是几号？", "meeting.query|meeting=H3"),
    Row("lead1", "下周有哪些会", "meeting.query"),
    Row("lead2", "今天下午有会吗", "meeting.query"),
]

DOCUMENT = [
    Row(
        "clerk1",
        "收文登记：省政府办公厅《关于开展消费品以旧换新的通知》，湘政办发〔2025〕18号，急件，4月20日前办结",
        "document.register|title=关于开展消费品以旧换新的通知|number=湘政办发〔2025〕18号|urgency=urgent|due=2025-04-20",
    ),
    Row(
        "clerk1",
        "登记来文：临财〔2025〕22号 市财政局关于调整转移支付预算的请示 普通件",
        "document.register|title=关于调整转移支付预算的请示|number=临财〔2025〕22号|urgency=normal",
    ),
    Row(
        "clerk1",
        "刚收到省防指特急电报《关于启动防汛四级应急响应的通知》，湘防指电〔2025〕3号，请登记",
        "document.register|title=关于启动防汛四级应急响应的通知|number=湘防指电〔2025〕3号|urgency=express",
    ),
    Row(
        "clerk1",
        "登一个：《关于市妇幼保健院迁建用地的函》临卫函〔2025〕9号",
        "document.register|title=关于市妇幼保健院迁建用地的函|number=临卫函〔2025〕9号",
    ),
    Row("clerk1", "W1传阅", "document.move|document=W1|stage=circulate"),
    Row("clerk1", "W2送沈若兰副市长签批", "document.move|document=W2|stage=approve|people=沈若兰"),
    Row(
        "clerk1",
        "W3转办住建局、城管局",
        "document.move|document=W3|stage=distribute|units=市住房和城乡建设局,市城市管理局",
    ),
    Row("clerk1", "W4已印发，归档", "document.move|document=W4|stage=archive"),
    Row("clerk1", "w2已签，可以制发", "document.move|document=W2|stage=issue"),
    Row("clerk1", "临交〔2025〕31号办结归档", "document.move|document=W2|stage=archive"),
    Row("lead2", "W2同意，签批", "document.move|document=W2|stage=approve"),
    Row("clerk1", "W3拟办意见已提，转审核", "document.move|document=W3|stage=review"),
    Row("jt", "W2批了吗", "document.query|document=W2"),
    Row("jt", "我们报的追加农村公路建设资金的请示到哪一步了", "document.query|document=W2"),
    Row("lead4", "有哪些公文超期了", "document.query|state=overdue"),
    Row("zj", "城市更新条例那个函现在在谁手里", "document.query|document=W3"),
    Row(
        "clerk1",
        "登记：《关于印发城市更新三年行动计划的通知》临政发〔2025〕6号，平件。W1归档",
        "document.register|title=关于印发城市更新三年行动计划的通知|number=临政发〔2025〕6号|urgency=normal",
        "document.move|document=W1|stage=archive",
    ),
]

REMIND = [
    Row("sup1", "每周四上午10点提醒各单位报进展", "remind.create|text=各单位报进展|when=FREQ=WEEKLY;BYDAY=TH@10:00"),
    Row("jt", "明天下午3点提醒我开防汛会", "remind.create|text=开防汛会|when=2025-04-11T15:00"),
    Row("jt", "提醒我下周一早上8点半交周报", "remind.create|text=交周报|when=2025-04-14T08:30"),
    Row(
        "clerk1",
        "每月25号上午9点提醒我整理公文台账",
        "remind.create|text=整理公文台账|when=FREQ=MONTHLY;BYMONTHDAY=25@09:00",
    ),
    Row("clerk1", "每天早上8点提醒值班室报平安", "remind.create|text=值班室报平安|when=FREQ=DAILY@08:00"),
    Row("lead4", "一小时后提醒我给发改委回电话", "remind.create|text=给发改委回电话|when=2025-04-10T11:00"),
    Row("jt", "设个提醒：4月18日下午2点半，项目评审会", "remind.create|text=项目评审会|when=2025-04-18T14:30"),
    Row(
        "jt",
        "帮我设一个每个工作日下午5点半的提醒，填工作日志",
        "remind.create|text=填工作日志|when=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR@17:30",
    ),
    Row(
        "sup2",
        "每月最后一天提醒我汇总逾期事项",
        "remind.create|text=汇总逾期事项|when=FREQ=MONTHLY;BYMONTHDAY=-1@09:00",
    ),
    Row("jt", "提醒我交材料", "remind.create|text=交材料"),
    Row("jt", "取消T2", "remind.cancel|reminder=T2"),
    Row("jt", "T1不用提醒了", "remind.cancel|reminder=T1"),
    Row("jt", "把党组理论学习那个提醒取消掉", "remind.cancel|reminder=T3"),
    Row("jt", "周五下午四点叫我去接人", "remind.create|text=去接人|when=2025-04-11T16:00"),
    Row("jt", "谢谢提醒"),
    Row("jt", "温馨提醒：今天降温，大家注意保暖"),
]

OTHER = [
    Row("lead1", "最新一期政务动态发我", "digest.view"),
    Row("lead2", "看一下第9期政务动态", "digest.view|issue=9"),
    Row("lead3", "上周的政务动态给我", "digest.view"),
    Row("lead4", "政务动态可以发布了", "digest.publish"),
    Row("lead4", "本期政务动态同意签发", "digest.publish"),
    Row("edit1", "政务动态初稿审核通过，发布", "digest.publish"),
    Row("edit1", "政务动态先别发，还有一条要改"),
    Row("lead2", "这期政务动态什么时候发布？"),
    Row("lead1", "3月份考评排名", "score.query|period=2025-03"),
    Row("lead2", "水利局一季度考评得分多少", "score.query|units=市水利局|period=2025-Q1"),
    Row("sl", "我局上个月考核得了几分", "score.query|units=市水利局|period=2025-03"),
    Row("lead4", "去年绩效考评排名", "score.query|period=2024"),
    Row("jt", "撤销", "undo"),
    Row("jt", "刚才发错了，撤回", "undo"),
    Row("jt", "上一条作废", "undo"),
    Row("jt", "撤回上一条，D2进度按45%", "undo", "task.progress|task=D2|percent=45"),
    Row("jt", "发错群了，不好意思"),
    Row("jt", "帮助", "help"),
    Row("jt", "你能做什么", "help", private=True),
    Row("jt", "怎么申请延期？", "help", private=True),
    Row("jt", "机器人怎么用", "help"),
    Row("jt", "@尤佳 你们延期怎么申请的？"),
]

MANY = [
    Row(
        "jt",
        "D2进度50%，预计9月底完工。另外明天下午2点提醒我去现场",
        "task.progress|task=D2|percent=50|due=2025-09-30",
        "remind.create|text=去现场|when=2025-04-11T14:00",
    ),
    Row("lead1", "把3月份信息排名和考评得分发我", "info.query|scope=rank|period=2025-03", "score.query|period=2025-03"),
    Row("lead2", "最新一期政务动态发我，顺便看看D7到哪了", "digest.view", "task.query|scope=one|task=D7"),
    Row(
        "wjw",
        "H1我委文静参加；D4完成38%",
        "meeting.reply|meeting=H1|reply=attend|people=文静",
        "task.progress|task=D4|percent=38",
    ),
    Row("sup1", "D30同意办结，D31退回，催办D5", "task.approve|task=D30", "task.return|task=D31", "task.urge|task=D5"),
    Row(
        "edit1",
        "X1一审通过，X4退回重写，Y3催一下工信局",
        "info.approve|info=X1",
        "info.return|info=X4",
        "info.urge|topic=Y3|units=市工业和信息化局",
    ),
    Row(
        "jtj",
        "收到。另：D29完成55%。",
        "task.accept|task=D3",
        "task.progress|task=D29|percent=55",
        quote="D3 建设市体育中心游泳馆 请签收",
    ),
    Row(
        "cg",
        "D14签收；D12申请延期到6月10日，原因是部分商户拒不配合",
        "task.accept|task=D14",
        "task.extend|task=D12|due=2025-06-10",
    ),
    Row("lead3", "W2到哪了？下周还有什么会？", "document.query|document=W2", "meeting.query"),
    Row(
        "sl",
        "D34已完成，申请销号；D7完成83%；H2江宏局长参加",
        "task.finish|task=D34",
        "task.progress|task=D7|percent=83",
        "meeting.reply|meeting=H2|reply=attend|people=江宏",
    ),
    Row(
        "ny",
        "本周情况：D8完成78%。我局还有什么快到期的？",
        "task.progress|task=D8|percent=78",
        "task.query|scope=mine|state=due_soon",
    ),
    Row(
        "clerk1",
        "W1传阅，W3转办住建局。每周五下午3点提醒我清理公文",
        "document.move|document=W1|stage=circulate",
        "document.move|document=W3|stage=distribute|units=市住房和城乡建设局",
        "remind.create|text=清理公文|when=FREQ=WEEKLY;BYDAY=FR@15:00",
    ),
    Row(
        "lead2",
        "D31同意延期到6月15日。请教体局下周五前报一份校园安全自查报告，列入督办",
        "task.approve|task=D31",
        "task.assign|title=报一份校园安全自查报告|lead=市教育体育局|due=2025-04-18",
    ),
]

QUIET = [
    Row(sender, text)
    for sender, text in [
        ("jt", "早上好"), ("jt", "谢谢严主任"), ("wjw", "[强][强]"), ("zj", "👌"), ("zj", "已阅"), ("sl", "1"), ("ny", "哈哈哈"), ("jtj", "今天食堂有红烧肉"),
        ("jt", "谁有D2的汇报模板"), ("zj", "雨污管网这个项目真难干"), ("gx", "请问材料要盖章吗？"), ("cg", "D12的材料我周一再报吧"),
        ("zj", "要是6月能完成就好了"), ("sp", "大家的进展报了吗"), ("rs", "听说D2要延期"), ("lead3", "今天调研辛苦大家了"),
        ("hb", "转发：全省生态环境质量一季度通报，我市PM2.5平均浓度同比下降8.3%，改善幅度居全省第二"), ("sw", "隔壁市的游泳馆都建成了，完成投资3亿"),
        ("jb", "群文件里的表格打不开"), ("yx", "@包勇 你们口袋公园的设计图能发我参考下吗"), ("st", "等设备到了我们再报进度"), ("qh", "刚开完会，晚点回复您"),
        ("fgw", "固定资产投资这个指标压力不小啊"), ("mz", "明天我请年假，有事打电话"), ("ga", "周末高速免费，大家错峰出行"), ("cz", "请各位同事按时交工会费"),
        ("lead2", "D16改革这块做得不错，继续努力"), ("sj", "收到请回复"), ("yj", "天气预报明天有暴雨，注意安全"), ("wl", "柑橘文化节当年可热闹了，完成签约30多亿"),
        ("zr", "这个土地处置口径怎么算？@严正"), ("ly", "要不我们下周三再统一报？"), ("jtt", "高铁北站新修的停车楼太大了"), ("swjt", "今晚23点至明早6点江北片区停水，请相互转告"),
        ("edit1", "感谢各单位支持，上月信息质量明显提升"), ("wjw", "D4是发改委牵头还是我们牵头来着？"), ("clerk2", "会议室钥匙在我这"), ("lead4", "同意大家的意见，就定在食堂吃"),
        ("zj", "我先把D5的照片整理一下，等局长看完就报"), ("jt", "如果D2完成不了怎么办"), ("gx", "5G基站辐射大不大呀"), ("sup2", "大家辛苦了，早点休息"),
        ("jtj", "6月7日高考，请大家支持送考"), ("cg", "完成任务的单位可以放假吗哈哈"), ("sl", "昨天去云溪水库了，水位挺高"), ("dsj", "系统升级，今晚8点到10点暂停使用"),
    ]
]  # fmt: skip

BLOCKED = [
    Row("ga", "机 密★10年\n关于重要警卫任务的方案", blocked="secret"),
    Row("clerk1", "收文登记：（秘密）《关于××的通报》", blocked="secret"),
    Row("yj", "此件涉密，请勿转发", blocked="secret"),
    Row("clerk1", "请阅", quote="密级：机密 关于……的请示", blocked="secret"),
    Row("mz", "王某 身份证号 ４３０１０２１９９００３０７１２３Ｘ", blocked=None, note="wrong check sign"),
    Row("mz", "请打到卡上：6222 0212 3456 7890 128", blocked="personal"),
    Row("sup1", "涉密文件严禁在群里传递，请大家遵守保密规定"),
    Row("sj", "市场监管局开展商业秘密保护培训，请大家支持"),
    Row("jt", "项目代码2504-430102-04-01-123456，联系电话13800001111"),
]
