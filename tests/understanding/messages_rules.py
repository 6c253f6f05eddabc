"""One message or more for each rule of the contract that the other tables leave out, in the invented city."""

from __future__ import annotations

from tests.understanding.row import Row

REFERENCE = [
    Row("jt", "D2、D22按计划推进", "task.progress|task=D2", "task.progress|task=D22"), Row("cg", "D12到D14已签收", "task.accept|task=D12", "task.accept|task=D13", "task.accept|task=D14"),
    Row("zj", "D99完成50%", "task.progress|task=D99|percent=50"), Row("lead1", "D99", "task.query|scope=one|task=D99"),
    Row("zj", "任务进度50%", "task.progress|percent=50", note="two open tasks: ask"), Row("jtt", "任务进度50%", "task.progress|task=D22|percent=50"), Row("ly", "事项已办结", "task.finish|task=D9"),
    Row("wl", "柑橘文化节办完了", note="done already: no open item"), Row("sl", "两个水库都在推进", note="cannot be told"), Row("sup1", "水库加固同意延期", "task.approve|task=D31", note="小型病险水库加固 or 云溪水库除险加固"),
    Row("clerk1", "湘自资发〔2025〕12号转传阅", "document.move|document=W1|stage=circulate"), Row("clerk1", "临住建函〔2025〕8号办到哪一步了", "document.query|document=W3"),
    Row("jb", "背街小巷整治，D27完成70%", "task.progress|task=D27|percent=70"), Row("jt", "督办2号进展55%", "task.progress|task=D2|percent=55"), Row("jt", "2号督办件申请延期到10月20日", "task.extend|task=D2|due=2025-10-20"),
    Row("cg", "第12、14项任务分别完成95%、70%", "task.progress|task=D12|percent=95", "task.progress|task=D14|percent=70"), Row("rs", "第20项、第21项按节点推进，20项完成40%，21项完成45%", "task.progress|task=D20|percent=40", "task.progress|task=D21|percent=45"),
]  # fmt: skip

DATES = [
    Row("jt", "D2申请延期到20251020", "task.extend|task=D2|due=2025-10-20"), Row("jt", "D2申请延期至10.20", "task.extend|task=D2|due=2025-10-20"), Row("jt", "D2预计10/15前完工", "task.progress|task=D2|due=2025-10-15"),
    Row("sup1", "新增督办：开展防溺水专项巡查，教体局牵头，大后天前完成", "task.assign|title=开展防溺水专项巡查|lead=市教育体育局|due=2025-04-13"), Row("sup1", "新增督办：完成公厕提质，城管局负责，6月中旬前", "task.assign|title=完成公厕提质|lead=市城市管理局|due=2025-06-20"),
    Row("sup1", "新增督办：编制防汛应急预案，水利局牵头，5月初完成", "task.assign|title=编制防汛应急预案|lead=市水利局|due=2025-05-05"), Row("sup1", "新增督办：消防隐患清零，应急局牵头，本周内完成", "task.assign|title=消防隐患清零|lead=市应急管理局|due=2025-04-13"),
    Row("sup1", "新增督办：冷链食品抽检，市监局牵头，端午节前完成", "task.assign|title=冷链食品抽检|lead=市市场监督管理局|due=2025-05-30"), Row("sup1", "新增督办：撂荒地整治，农业农村局牵头，年内完成", "task.assign|title=撂荒地整治|lead=市农业农村局|due=2025-12-31"),
    Row("sup1", "新增督办：水毁道路修复，交通局牵头，6月前完成", "task.assign|title=水毁道路修复|lead=市交通运输局|due=2025-05-31"), Row("sup1", "新增督办：桥梁检测，交通局牵头，6月内完成", "task.assign|title=桥梁检测|lead=市交通运输局|due=2025-06-30"),
    Row("sup1", "新增督办：校园周边整治，4月15日至25日开展，公安局牵头", "task.assign|title=校园周边整治|lead=市公安局|due=2025-04-25"), Row("jt", "三点一刻提醒我去开会", "remind.create|text=去开会|when=2025-04-10T15:15"), Row("jt", "明天7点提醒我出发", "remind.create|text=出发"),
    Row("jt", "下午提醒我报材料", "remind.create|text=报材料|when=2025-04-10T15:00"), Row("jt", "D2申请延期到2月30日", "task.extend|task=D2"), Row("sup1", "新增督办：渣土车整治，城管局牵头，13月1日前完成", "task.assign|title=渣土车整治|lead=市城市管理局"),
]  # fmt: skip

PERCENT = [
    Row("zj", "D5完成百分之四十八点六", "task.progress|task=D5|percent=49"), Row("zj", "D5完成五成半", "task.progress|task=D5|percent=55"), Row("ny", "D8超过八成", "task.progress|task=D8|percent=80"), Row("ny", "D8完成四分之三", "task.progress|task=D8|percent=75"),
    Row("gx", "D10建成560/800", "task.progress|task=D10|percent=70"), Row("jb", "D27 60条街巷整治完成45条", "task.progress|task=D27|percent=75"), Row("jt", "D2还剩70公里", "task.progress|task=D2"), Row("jt", "D2投资完成率58%，形象进度52%", "task.progress|task=D2|percent=52"),
    Row("jt", "D2路基完成90%，路面完成40%", "task.progress|task=D2"), Row("fgw", "D1增长7.6%，高于全省0.5个百分点", "task.progress|task=D1"), Row("hb", "D25优良天数比例91.2%", "task.progress|task=D25"), Row("zj", "D6完成97%，基本完成", "task.progress|task=D6|percent=97"),
    Row("jtj", "D3全部完成", "task.finish|task=D3"), Row("jtj", "D3场馆主体完成了", "task.progress|task=D3"), Row("jtj", "D3完成了竣工验收", "task.finish|task=D3"), Row("jtj", "D3已完成招标", "task.progress|task=D3"), Row("wjw", "D13已封顶，申请销号", "task.finish|task=D13"),
    Row("gx", "D10进度由40%提高到55%", "task.progress|task=D10|percent=55"), Row("gx", "D10：40%→55%", "task.progress|task=D10|percent=55"), Row("gx", "D10比上周提高5个百分点，达到60%", "task.progress|task=D10|percent=60"),
]  # fmt: skip

TALK = [
    Row("jt", "@严正 D2进度63%", "task.progress|task=D2|percent=63"), Row("jt", "@严正 D2申请延期到10月底", "task.extend|task=D2|due=2025-10-31"), Row("sup1", "@卢晨 D2同意延期", "task.approve|task=D2"), Row("lead1", "@严正 D7到什么程度了", "task.query|scope=one|task=D7"),
    Row("jt", "@严正 主任，D2的材料您看了吗"), Row("jt", "@严正 谢谢主任"), Row("jt", "@尤佳 你们D3完成了没，我们一起报"), Row("jt", "@严正 收到，D2我们抓紧落实", "task.accept|task=D2"), Row("zj", "收到，D5马上组织", "task.accept|task=D5"),
    Row("sup1", "@所有人 请各单位今天下班前更新督办进展", "task.urge|units=@everybody"), Row("sup1", "@所有人 请于4月15日前完成安全生产大检查自查，列入督办", "task.assign|title=完成安全生产大检查自查|lead=@everybody|due=2025-04-15"),
    Row("clerk1", "收文登记：《关于做好禁毒工作的通知》湘禁毒办〔2025〕3号，平件，转公安局办理", "document.register|title=关于做好禁毒工作的通知|number=湘禁毒办〔2025〕3号|urgency=normal", "document.move|stage=distribute|units=市公安局"),
    Row("clerk1", "登记：《关于调整公交票价的请示》临交〔2025〕40号，送沈若兰副市长签批", "document.register|title=关于调整公交票价的请示|number=临交〔2025〕40号", "document.move|stage=approve|people=沈若兰"),
    Row("jt", "今天的会谁去？"), Row("jt", "我下午请假，孩子发烧"), Row("zj", "秦川局长去省里开会了"), Row("st", "县里刚下了场大雨，路都冲坏了"), Row("wl", "文旅局公众号发了推文，求转发"), Row("sup2", "明天督查室去石塘县现场核查，请做好准备", note="no order of a new matter"),
    Row("lead2", "这个做法好，值得推广"), Row("lead1", "大家对固定资产投资要有信心"), Row("ny", "D8我们已经完成自查了，等省里来验收", "task.progress|task=D8"), Row("jtj", "不申请延期了，D3能按时完成", note="no request, no state"),
    Row("sl", "万一D7汛前完不成怎么办"), Row("gx", "D10完成了我请大家吃饭"), Row("sp", "D16这项改革别的市怎么做的？"), Row("jb", "刚才D27那个数不准，先别记"), Row("cg", "#接龙\n4月上旬进展\n1. 市城管局 包勇 D12完成94%\n2. 市水利局 洪波 D7完成84%", "task.progress|task=D12|percent=94"),
    Row("sl", "#接龙\n防汛抗旱工作会议参会名单\n1. 江宏\n2. 洪波\n3. 土生", "meeting.reply|meeting=H2|reply=attend|people=洪波"), Row("zj", "#接龙\nH2参会\n1. 市住建局 马俊\n2. 市住建局 秦川", "meeting.reply|meeting=H2|reply=attend|people=马俊,秦川"),
]  # fmt: skip

BOTH = [
    Row("jtj", "D3已完工申请销号，D29还有1所没开工", "task.finish|task=D3", "task.progress|task=D29"), Row("sl", "D34办结；D31请求延期至6月30日", "task.finish|task=D34", "task.extend|task=D31|due=2025-06-30"),
    Row("lead1", "D5和D6进度分别多少", "task.query|scope=one|task=D5", "task.query|scope=one|task=D6"), Row("lead2", "D7到哪一步了？D31呢？", "task.query|scope=one|task=D7", "task.query|scope=one|task=D31"), Row("lead3", "住建局哪些完成了，哪些超期了", "task.query|scope=unit|units=市住房和城乡建设局|state=done", "task.query|scope=unit|units=市住房和城乡建设局|state=overdue"),
    Row("jt", "每周一上午9点提醒我报周计划，每周五下午4点提醒我报周总结", "remind.create|text=报周计划|when=FREQ=WEEKLY;BYDAY=MO@09:00", "remind.create|text=报周总结|when=FREQ=WEEKLY;BYDAY=FR@16:00"),
    Row("edit1", "约稿两条：\n1.五一保供稳价情况，商务局、发改委，4月28日前\n2.防汛备汛情况，水利局、应急局，5月10日前", "info.request|title=五一保供稳价情况|units=市商务局,市发展和改革委员会|due=2025-04-28", "info.request|title=防汛备汛情况|units=市水利局,市应急管理局|due=2025-05-10"),
    Row("edit1", "X1通过、X4退回、X7退回", "info.approve|info=X1", "info.return|info=X4", "info.return|info=X7"), Row("jb", "报送信息两篇\n1.江北区老年食堂提档升级\n今年新增老年食堂8家。\n2.江北区开展燃气大排查\n排查商户620家。", "info.submit|title=江北区老年食堂提档升级|category=news", "info.submit|title=江北区开展燃气大排查|category=key_work"),
    Row("wjw", "D30已完成，请销号。H2我委派不出人，请假", "task.finish|task=D30", "meeting.reply|meeting=H2|reply=leave"), Row("lead4", "W2同意，请交通局办理。D2抓紧", "document.move|document=W2|stage=approve", "task.urge|task=D2", note="stage loosely"),
    Row("sup1", "撤回刚才那条，D31应该是退回", "undo", "task.return|task=D31"), Row("edit2", "X4一审退回，数据不实。请审批局重新报。Y3没人报吗？催一下工信局", "info.return|info=X4", "info.urge|topic=Y3|units=市工业和信息化局"),
    Row("sup2", "新增督办事项两项：\n1.马拉松赛事筹备，教体局牵头，公安局、卫健委配合，10月15日前\n2.城区绿化补植，城管局负责，4月底前", "task.assign|title=马拉松赛事筹备|lead=市教育体育局|due=2025-10-15", "task.assign|title=城区绿化补植|lead=市城市管理局|due=2025-04-30"),
    Row("zj", "D5申请延期到8月底，D6正常，进度70%", "task.extend|task=D5|due=2025-08-31", "task.progress|task=D6|percent=70"), Row("lead2", "一季度信息排名、二季度约稿计划发我", "info.query|scope=rank|period=2025-Q1", "info.query|scope=plan|period=2025-Q2"),
]  # fmt: skip
