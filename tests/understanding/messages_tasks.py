"""Messages about tasks in the invented city, with the acts that a careful clerk would record (understanding.md).

Each row: sender, text, acts; then ``quote``, ``now`` (a Thursday, 2025-04-10 10:00, where not said) and ``private``.
An act is written ``name|slot=value|…``; lists are joined by commas.
"""

from __future__ import annotations

from tests.understanding.row import Row

ALL = "@all"

ASSIGN = [
    Row(
        "sup1",
        "【督办】请市水利局牵头，市应急局、石塘县配合，4月底前完成山洪灾害危险区排查。",
        "task.assign|title=完成山洪灾害危险区排查|lead=市水利局|support=市应急管理局,石塘县人民政府|due=2025-04-30",
    ),
    Row(
        "lead2",
        "文旅局会同市监局，五一前对全市民宿开展一次消防安全检查，督查室跟踪督办",
        "task.assign|title=对全市民宿开展一次消防安全检查|lead=市文化和旅游局|support=市市场监督管理局|due=2025-04-30",
    ),
    Row(
        "lead1",
        "请发改委抓紧研究提出稳投资的若干措施，下周三前报我。",
        "task.assign|title=研究提出稳投资的若干措施|lead=市发展和改革委员会|due=2025-04-16",
    ),
    Row(
        "sup2",
        "新增督办事项\n事项名称：建筑工地扬尘专项治理\n牵头单位：市住建局\n配合单位：市城管局、市生态环境局\n完成时限：2025年6月15日",
        "task.assign|title=建筑工地扬尘专项治理|lead=市住房和城乡建设局|support=市城市管理局,市生态环境局|due=2025-06-15",
    ),
    Row(
        "sup1",
        "交办：全市电梯维保情况大排查，责任单位市市场监管局，10个工作日内办结",
        "task.assign|title=全市电梯维保情况大排查|lead=市市场监督管理局|due=2025-04-24",
    ),
    Row(
        "lead3",
        "由教体局负责，尽快摸清全市校园食堂大宗食材采购底数，4月25日前拿出报告",
        "task.assign|title=摸清全市校园食堂大宗食材采购底数|lead=市教育体育局|due=2025-04-25",
    ),
    Row(
        "lead1",
        "刚才调研发现几个问题，请督查室列入督办：\n1.解放路积水点整治，住建局牵头、城管局配合，5月底前完成；\n2.客运站周边秩序整治，公安局负责，4月20日前完成。",
        "task.assign|title=解放路积水点整治|lead=市住房和城乡建设局|support=市城市管理局|due=2025-05-31",
        "task.assign|title=客运站周边秩序整治|lead=市公安局|due=2025-04-20",
    ),
    Row(
        "sup1",
        "@卢晨 请你局牵头，本月底前完成国省干线坑洼路段修复，列入督办。",
        "task.assign|title=完成国省干线坑洼路段修复|lead=市交通运输局|due=2025-04-30",
    ),
    Row(
        "lead4",
        "市长批示：请商务局、财政局研究制定促消费实施细则，一周内报审。请督查室立项督办。",
        "task.assign|title=研究制定促消费实施细则|lead=市商务局,市财政局|due=2025-04-17",
    ),
    Row(
        "sup2",
        "加一条督办：“两高一低”项目清理，主办市发改委，协办市生态环境局、市工信局，时限6月30日",
        "task.assign|title=“两高一低”项目清理|lead=市发展和改革委员会|support=市生态环境局,市工业和信息化局|due=2025-06-30",
    ),
    Row(
        "lead2",
        "各县区要在4月20日前完成河道清障，水利局负责督导，纳入督办",
        "task.assign|title=完成河道清障|lead=@counties|due=2025-04-20",
    ),
    Row(
        "sup1",
        "新增督办：出租车营运秩序专项整治。牵头待定，4月30日前完成。",
        "task.assign|title=出租车营运秩序专项整治|due=2025-04-30",
    ),
    Row(
        "sup2",
        "列个督办：推进智慧社区试点，牵头市民政局，配合大数据局",
        "task.assign|title=推进智慧社区试点|lead=市民政局|support=市大数据发展局",
    ),
    Row(
        "lead3",
        "交通局，请于本周五前报送国庆保通方案",
        "task.assign|title=报送国庆保通方案|lead=市交通运输局|due=2025-04-11",
    ),
    Row(
        "sup1",
        "立项督办：农贸市场升级改造方案编制，商务局牵头，上半年完成；另外催一下D12。",
        "task.assign|title=农贸市场升级改造方案编制|lead=市商务局|due=2025-06-30",
        "task.urge|task=D12",
    ),
]

ACCEPT = [
    Row(
        "jt",
        "收到，抓紧推进",
        "task.accept|task=D2",
        quote="【督办交办】D2 新建改造农村公路160公里，牵头：市交通局，请签收。",
    ),
    Row("jt", "好的", "task.accept|task=D2", quote="D2 新建改造农村公路160公里 请签收"),
    Row("jtj", "明白，我局马上安排", "task.accept|task=D3", quote="督办提醒：D3建设市体育中心游泳馆尚未签收"),
    Row("wjw", "收到D4", "task.accept|task=D4"),
    Row("wjw", "D13我委已签收", "task.accept|task=D13"),
    Row("zj", "第5项、第6项收到", "task.accept|task=D5", "task.accept|task=D6"),
    Row("sl", "7号任务签收", "task.accept|task=D7"),
    Row("ny", "签收D8、D15", "task.accept|task=D8", "task.accept|task=D15"),
    Row(
        "ny",
        "收到",
        "task.accept|task=D8",
        "task.accept|task=D15",
        quote="本周新下达：D7 水库除险加固（市水利局）、D8 高标准农田（市农业农村局）、D15 农村户厕（市农业农村局），请签收",
    ),
    Row("hb", "收到！！", "task.accept|task=D25", quote="@蓝天 D25 细颗粒物平均浓度控制在35微克以内，请签收"),
    Row("hb", "收到", quote="W1 关于做好汛期地质灾害防治工作的通知 请阅"),
    Row("hb", "收到"),
    Row("hb", "好的，谢谢"),
    Row(
        "st",
        "收到，请市领导放心，我县坚决落实到位！",
        "task.accept|task=D17",
        quote="【督办交办】D17 石塘县工业污水处理厂提质扩容",
    ),
    Row("zr", "D26收到，已组织专班", "task.accept|task=D26"),
    Row(
        "dsj",
        "收到，目前系统已完成招标，进度35%",
        "task.accept|task=D24",
        "task.progress|task=D24|percent=35",
        quote="D24 完成城市生命线监测系统建设 请反馈进展",
    ),
    Row("dsj", "城市生命线那个任务我局签收了", "task.accept|task=D24"),
]

PROGRESS = [
    Row("jt", "D2 已完成路基68公里，进度42%，预计9月15日前全部完工", "task.progress|task=D2|percent=42|due=2025-09-15"),
    Row("jt", "农村公路目前完成四成五", "task.progress|task=D2|percent=45"),
    Row("jt", "【进展】任务2：累计完成投资1.2亿元，占年度计划的60%，总体进度55%。", "task.progress|task=D2|percent=55"),
    Row("jtj", "体育中心游泳馆主体已封顶，正在做幕墙", "task.progress|task=D3"),
    Row(
        "jtj",
        "D3进度由55%提高到62%，D29还是50%",
        "task.progress|task=D3|percent=62",
        "task.progress|task=D29|percent=50",
    ),
    Row("jtj", "公办幼儿园6所已建成2所", "task.progress|task=D29|percent=33"),
    Row("wjw", "托位建设过半了", "task.progress|task=D4|percent=50"),
    Row(
        "wjw",
        "我委报一下：普惠托位完成三分之一；妇幼保健院迁建主体施工到8层，进度七成。",
        "task.progress|task=D4|percent=33",
        "task.progress|task=D13|percent=70",
    ),
    Row("zj", "D5雨污管网改造受征拆影响，进展滞后，目前38%", "task.progress|task=D5|percent=38|problem=1"),
    Row(
        "zj",
        "老城区雨污管网：已铺设15公里，完成40%；棚户区改造：完成签约1800户，完成65%。",
        "task.progress|task=D5|percent=40",
        "task.progress|task=D6|percent=65",
    ),
    Row("zj", "D6 房源筹集遇到困难，有两个项目资金没到位", "task.progress|task=D6|problem=1"),
    Row("sl", "云溪水库除险加固完成80%，计划5月20日完工", "task.progress|task=D7|percent=80|due=2025-05-20"),
    Row("sl", "水库除险加固溢洪道浇筑完成，正在安装闸门，无困难", "task.progress|task=D7"),
    Row("ny", "高标准农田5.2万亩完成3.9万亩，75%", "task.progress|task=D8|percent=75"),
    Row(
        "ny",
        "D8完成百分之七十五；D15完成改厕1200座，四成",
        "task.progress|task=D8|percent=75",
        "task.progress|task=D15|percent=40",
    ),
    Row("ny", "户厕改造目前进度六成五，存在问题：无", "task.progress|task=D15|percent=65"),
    Row("ly", "创建国家森林城市各项指标已完成自查，正在准备迎检材料。", "task.progress|task=D9"),
    Row("ly", "我局牵头的事项进度60%，暂无需要协调的问题", "task.progress|task=D9|percent=60"),
    Row("gx", "5G基站已建520个，完成65%", "task.progress|task=D10|percent=65"),
    Row("gx", "10号任务还没完成，还差280个站点", "task.progress|task=D10"),
    Row("gx", "小巨人企业培育：已推荐4家上报省厅", "task.progress|task=D11"),
    Row("cg", "燃气安全隐患排查已完成入户检查11.3万户，整改率92%", "task.progress|task=D12"),
    Row(
        "cg",
        "D12、D14、D23分别完成90%、45%、30%",
        "task.progress|task=D12|percent=90",
        "task.progress|task=D14|percent=45",
        "task.progress|task=D23|percent=30",
    ),
    Row(
        "cg",
        "①燃气隐患整治完成九成；②智慧停车平台开发过半；③老旧燃气管道更新14公里，30%，部分小区居民不同意开挖",
        "task.progress|task=D12|percent=90",
        "task.progress|task=D14|percent=50",
        "task.progress|task=D23|percent=30|problem=1",
    ),
    Row("sp", "“高效办成一件事”第二批8个事项已上线6个，进展顺利", "task.progress|task=D16"),
    Row(
        "st",
        "县污水厂扩容设备安装完成60%，整体进度72%，预计6月20日通水运行",
        "task.progress|task=D17|percent=72|due=2025-06-20",
    ),
    Row("st", "我县承担的督办件正按节点推进，形象进度58％", "task.progress|task=D17|percent=58"),
    Row("qh", "D18 目前3家卫生院已开工，其余正在招标", "task.progress|task=D18"),
    Row("rs", "根治欠薪：受理线索46件，办结39件，剩余7件因企业资金链断裂难以兑现", "task.progress|task=D20|problem=1"),
    Row("rs", "D20-D21 都完成30%左右", "task.progress|task=D20|percent=30", "task.progress|task=D21|percent=30"),
    Row("jtt", "北站综合枢纽完成投资8.6亿元，占总投资的57%，站房钢结构吊装完成", "task.progress|task=D22|percent=57"),
    Row(
        "jtt",
        "各位领导，我公司承担的项目本周完成桩基施工，总体形象进度约三成，正常推进。",
        "task.progress|task=D22|percent=30",
    ),
    Row(
        "dsj",
        "生命线监测系统平台部署完成，前端传感器到货晚了半个月，进度55%",
        "task.progress|task=D24|percent=55|problem=1",
    ),
    Row("hb", "截至4月9日，我市细颗粒物平均浓度34.2微克，同比下降8.3%", "task.progress|task=D25"),
    Row("zr", "批而未供土地处置已完成1200/1800亩", "task.progress|task=D26|percent=67"),
    Row("jb", "背街小巷整治60条已完工24条", "task.progress|task=D27|percent=40"),
    Row("yx", "口袋公园进度85%，4月底可全部完成", "task.progress|task=D28|percent=85|due=2025-04-30"),
    Row("fgw", "D1 一季度固定资产投资同比增长7.6%", "task.progress|task=D1"),
    Row(
        "swjt",
        "供水老旧管网改造进度31％，因道路开挖手续未批复，推进较慢。",
        "task.progress|task=D32|percent=31|problem=1",
    ),
    Row("wl", "房车露营大会方案已报市政府，正在对接承办单位", "task.progress|task=D33"),
    Row("zj", "报错了，D5应为48%", "task.progress|task=D5|percent=48"),
    Row(
        "wjw",
        "还没有，快了",
        "task.progress|task=D13",
        quote="【到期提醒】D13 市妇幼保健院迁建项目主体封顶，是否完成？",
    ),
    Row("sl", "没完成", "task.progress|task=D7", quote="D7 推进云溪水库除险加固工程 请反馈是否完成"),
    Row("cg", "第23项进度120%", "task.progress|task=D23"),
    Row("jt", "160公里农村公路项目大部分已完工", "task.progress|task=D2"),
    Row("sl", "@严正 主任，D7大坝帷幕灌浆已完成，进度过六成", "task.progress|task=D7|percent=60"),
    Row(
        "jb",
        "江北区4月上旬进展：背街小巷整治完成50%，剩余路段因管线迁改停工",
        "task.progress|task=D27|percent=50|problem=1",
    ),
]

FINISH = [
    Row("yx", "D28已全部建成开放，申请销号", "task.finish|task=D28"),
    Row("yx", "8个口袋公园都建好了，请予销号", "task.finish|task=D28"),
    Row("wjw", "市二院门诊楼改造已竣工验收并投入使用，申请办结", "task.finish|task=D30"),
    Row("sl", "34号督办件办结", "task.finish|task=D34"),
    Row("ly", "我局承担的督办任务已全部完成，佐证材料已报督查室，请审核销号。", "task.finish|task=D9"),
    Row("gx", "任务10已完成100%", "task.finish|task=D10"),
    Row("dsj", "已完成，请销号", "task.finish|task=D24", quote="【到期提醒】D24 完成城市生命线监测系统建设 今日到期"),
    Row("zj", "督办事项均已完成，申请办结", "task.finish"),
    Row("zr", "D26处置完毕，特申请销号，请领导审定", "task.finish|task=D26"),
    Row("wl", "报告督查室：首届房车露营大会已于4月6日圆满举办，申请结项", "task.finish|task=D33"),
    Row("sp", "D16进度100%", "task.finish|task=D16"),
    Row("cg", "燃气安全隐患排查整治工作已全部完成", "task.finish|task=D12"),
    Row("swjt", "25公里管网改造全部完工，请督查室核验销号", "task.finish|task=D32"),
    Row("jtj", "游泳馆完工了，能销号了吧", "task.finish|task=D3"),
    Row(
        "jb",
        "关于申请D27销号的报告\n市政府督查室：\n江北区背街小巷整治已于4月8日全部完成。现申请销号，请审核。",
        "task.finish|task=D27",
    ),
    Row("st", "扩容工程已通过环保验收，正式投入运行，申请销项。", "task.finish|task=D17"),
]

EXTEND = [
    Row("jt", "D2因雨水偏多，申请延期至10月底", "task.extend|task=D2|due=2025-10-31"),
    Row("sl", "云溪水库除险加固申请延期一个月", "task.extend|task=D7|due=2025-06-30"),
    Row("zj", "雨污管网改造受地下管线复杂影响，恳请将时限顺延至8月15日", "task.extend|task=D5|due=2025-08-15"),
    Row("cg", "申请延期15天", "task.extend|task=D12|due=2025-06-04", quote="D12 开展燃气安全隐患排查整治，时限5月20日"),
    Row("dsj", "生命线系统传感器没到货，能不能延到7月中旬？", "task.extend|task=D24|due=2025-07-20"),
    Row("yx", "口袋公园想往后推一推，推到6月10号，麻烦领导批准", "task.extend|task=D28|due=2025-06-10"),
    Row("wjw", "妇幼保健院主体封顶完不成了，申请延期", "task.extend|task=D13"),
    Row(
        "ny",
        "D8完成82%，剩余地块因土地纠纷没法进场，申请延期到7月底",
        "task.progress|task=D8|percent=82|problem=1",
        "task.extend|task=D8|due=2025-07-31",
    ),
    Row("st", "我县事项原定6月底完成，因设备供货延迟，特申请延长至9月30日", "task.extend|task=D17|due=2025-09-30"),
    Row("gx", "5G基站选址协调难度大，建议完成时限调整到8月底", "task.extend|task=D10|due=2025-08-31"),
    Row("ga", "D5我局配合部分不延期了，按原时间完成"),
    Row("jtj", "D3申请展期至2月30日", "task.extend|task=D3"),
    Row("swjt", "管网改造请求宽限两周", "task.extend|task=D32|due=2025-08-14"),
    Row("qh", "第18项申请延期至国庆节前", "task.extend|task=D18|due=2025-09-30"),
]

REVIEW = [
    Row("sup1", "D30同意销号", "task.approve|task=D30"),
    Row("sup1", "同意", "task.approve|task=D30", quote="【办结审核】D30 市第二人民医院门诊楼改造，市卫健委申请办结"),
    Row(
        "lead2",
        "同意延期",
        "task.approve|task=D31",
        quote="【延期审核】D31 完成小型病险水库加固12座，市水利局申请延期至6月30日",
    ),
    Row("lead3", "准予延期，请水利局倒排工期", "task.approve|task=D31", quote="D31 市水利局申请延期至6月30日，请审批"),
    Row("sup2", "D34现场核查没问题，予以销号；D31材料不全，退回补正", "task.approve|task=D34", "task.return|task=D31"),
    Row("sup1", "退回，缺验收报告", "task.return|task=D30", quote="【办结审核】D30 市第二人民医院门诊楼改造"),
    Row("lead2", "不同意延期，汛期前必须完成", "task.return|task=D31", quote="【延期审核】D31 市水利局申请延期"),
    Row("sup1", "D34驳回，还有3处没整治到位", "task.return|task=D34"),
    Row("lead1", "D31不予延期", "task.return|task=D31"),
    Row("sup2", "病险水库加固的延期申请我看了，同意", "task.approve|task=D31"),
    Row("sup1", "门诊楼改造这个不够办结条件，打回去重新报", "task.return|task=D30"),
    Row("lead1", "可以，同意", "task.approve|task=D34", quote="D34 整治非法采砂点21处 申请办结，建议同意"),
    Row("lead4", "同意，晚上一起吃饭"),
]

URGE = [
    Row("sup1", "催办D5、D6", "task.urge|task=D5", "task.urge|task=D6"),
    Row("sup1", "请市住建局抓紧报送D5进展", "task.urge|task=D5|units=市住房和城乡建设局"),
    Row(
        "sup2", "石塘县、青禾县：本月督办事项进展请于今天下午5点前反馈", "task.urge|units=石塘县人民政府,青禾县人民政府"
    ),
    Row("sup2", "各县区、各部门：请于4月11日下班前更新督办进展，逾期通报", "task.urge|units=@districts_departments"),
    Row("lead2", "妇幼保健院迁建太慢了，卫健委要加快！", "task.urge|task=D13|units=市卫生健康委员会"),
    Row("lead3", "@马俊 棚改进度明显落后，抓紧", "task.urge|task=D6|units=市住房和城乡建设局"),
    Row("sup1", "水利局、城管局的督办件还没更新，请尽快", "task.urge|units=市水利局,市城市管理局"),
    Row("sup2", "D28、D33 5月底到期，请责任单位加快进度", "task.urge|task=D28", "task.urge|task=D33"),
    Row("sup1", "@所有人 本周督办进展还没报的抓紧报", "task.urge|units=@everybody"),
    Row("lead1", "枢纽工程怎么还没动静？交投集团抓紧", "task.urge|task=D22|units=临岳交通投资集团有限公司"),
    Row("sup1", "督促江北区加快背街小巷整治", "task.urge|task=D27|units=江北区人民政府"),
    Row("sup2", "请尽快反馈", "task.urge|task=D9", quote="D9 创建国家森林城市 已20天未更新进展"),
]

QUERY = [
    Row("lead1", "D7", "task.query|scope=one|task=D7"),
    Row("lead1", "D7怎么样了", "task.query|scope=one|task=D7"),
    Row("lead2", "北站枢纽进展如何？", "task.query|scope=one|task=D22"),
    Row("lead3", "查一下棚户区改造的进度", "task.query|scope=one|task=D6"),
    Row("jt", "D2什么时候到期", "task.query|scope=one|task=D2"),
    Row("wjw", "我们还有哪些任务没完成？", "task.query|scope=mine|state=open"),
    Row("zj", "我局有没有逾期的督办事项", "task.query|scope=mine|state=overdue"),
    Row("zj", "快到期的有哪些", "task.query|scope=mine|state=due_soon"),
    Row("sup1", "快到期的有哪些", "task.query|scope=all|state=due_soon"),
    Row("lead1", "全市超期的督办件列一下", "task.query|scope=all|state=overdue"),
    Row("lead2", "住建局、水利局还有几件没办结", "task.query|scope=unit|units=市住房和城乡建设局,市水利局|state=open"),
    Row("lead2", "城管局的任务", "task.query|scope=unit|units=市城市管理局"),
    Row("sup2", "把石塘县的督办事项发我看看", "task.query|scope=unit|units=石塘县人民政府"),
    Row("sup1", "各县区逾期情况统计一下", "task.query|scope=unit|units=@counties|state=overdue"),
    Row("cg", "城管局名下有哪些督办件", "task.query|scope=mine"),
    Row("lead4", "已经销号的有多少件", "task.query|scope=all|state=done"),
    Row("gx", "请问D10目前登记的进度是多少", "task.query|scope=one|task=D10"),
    Row("lead1", "高标准农田谁牵头？完成多少了", "task.query|scope=one|task=D8"),
    Row("ny", "帮我看看我局的任务", "task.query|scope=mine"),
    Row("lead3", "本周到期的事项有哪些", "task.query|scope=all|state=due_soon"),
    Row("sup2", "D19完成了没有", "task.query|scope=one|task=D19"),
    Row("st", "我县督办件清单", "task.query|scope=mine"),
    Row("lead2", "这个进展怎么样", "task.query|scope=one|task=D14", quote="D14 建成智慧停车管理平台 牵头：市城管局"),
]
