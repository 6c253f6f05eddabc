"""More orders, requests and announcements in the invented city, as other hands write them."""

from __future__ import annotations

from tests.understanding.row import Row

ASSIGN = [
    Row(
        "sup1",
        "【督办】关于主城区道路反复开挖问题整治。责任单位：市住建局；配合单位：市城管局、市公安局；时限：5月31日。",
        "task.assign|title=关于主城区道路反复开挖问题整治|lead=市住房和城乡建设局|due=2025-05-31",
    ),
    Row(
        "lead2",
        "请水利局会同应急局于4月20日前完成山塘水库安全鉴定。",
        "task.assign|title=完成山塘水库安全鉴定|lead=市水利局|due=2025-04-20",
    ),
    Row(
        "lead3",
        "住建局、城管局：请于5月10日前将玻璃幕墙隐患整改落实到位，督查室督办。",
        "task.assign|title=玻璃幕墙隐患整改|lead=市住房和城乡建设局,市城市管理局|due=2025-05-10",
    ),
    Row(
        "lead1",
        "关于沿江景观带亮化改造，由城管局牵头、城建集团配合，要求6月底前完成，请列入督办。",
        "task.assign|title=沿江景观带亮化改造|lead=市城市管理局|due=2025-06-30",
    ),
    Row(
        "lead4",
        "督查室记一下：文旅局负责梳理全市文物安全隐患清单，下周五前完成。",
        "task.assign|title=梳理全市文物安全隐患清单|lead=市文化和旅游局|due=2025-04-18",
    ),
    Row(
        "sup2",
        "下列事项纳入督办：\n一、校车安全隐患整治（教体局牵头，公安局配合，4月底前完成）\n二、老旧电梯更新改造（市监局，6月30日前完成）",
        "task.assign|title=校车安全隐患整治|lead=市教育体育局|due=2025-04-30",
        "task.assign|title=老旧电梯更新改造|lead=市市场监督管理局|due=2025-06-30",
    ),
    Row(
        "lead2",
        "湘江水源地保护区划定这项工作由生态环境局抓总，水利局、自然资源局参与，9月底前完成。",
        "task.assign|title=湘江水源地保护区划定|lead=市生态环境局|due=2025-09-30",
    ),
    Row(
        "lead3",
        "@尤佳 中小学课后服务收费自查，本周五前给我个报告，列入督办",
        "task.assign|title=中小学课后服务收费自查|lead=市教育体育局|due=2025-04-11",
    ),
    Row(
        "sup1",
        "立项督办：公共停车场收费标准公示，主责发改委，5月20日办结",
        "task.assign|title=公共停车场收费标准公示|lead=市发展和改革委员会|due=2025-05-20",
    ),
    Row(
        "lead4",
        "今天常务会定的事：交通局牵头编制绿色货运示范城市方案，4月底前报市政府。督查室跟踪督办。",
        "task.assign|title=编制绿色货运示范城市方案|lead=市交通运输局|due=2025-04-30",
    ),
    Row(
        "sup2",
        "新增督办事项：水产品质量安全抽检 牵头：农业农村局 配合：市监局 时限：5月15日",
        "task.assign|title=水产品质量安全抽检|lead=市农业农村局|due=2025-05-15",
    ),
    Row(
        "sup2",
        "督办件：完成人防工程维护专项检查。承办单位：市住建局。办结时限：2025年5月25日。",
        "task.assign|title=完成人防工程维护专项检查|lead=市住房和城乡建设局|due=2025-05-25",
    ),
    Row(
        "lead1",
        "请财政局尽快拿出化债工作方案，一周之内报我，列督办。",
        "task.assign|title=拿出化债工作方案|lead=市财政局|due=2025-04-17",
    ),
    Row(
        "sup1",
        "事项：规范共享单车停放秩序\n主办：市城管局\n协办：市公安局、江北区\n时限：4月30日\n来源：市长批示",
        "task.assign|title=规范共享单车停放秩序|lead=市城市管理局|due=2025-04-30",
    ),
    Row(
        "lead2",
        "4月底前，商务局要完成二手车市场摸底，市监局配合，列入督办",
        "task.assign|title=完成二手车市场摸底|lead=市商务局|due=2025-04-30",
    ),
    Row(
        "lead3",
        "把智慧广电乡村工程建设列入督办，文旅局牵头，10月底前完成",
        "task.assign|title=智慧广电乡村工程建设|lead=市文化和旅游局|due=2025-10-31",
    ),
    Row(
        "sup1",
        "招投标领域突出问题专项整治列入督办，责任单位审批局，时限8月31日",
        "task.assign|title=招投标领域突出问题专项整治|lead=市行政审批服务局|due=2025-08-31",
    ),
    Row(
        "sup2",
        "新增督办 冷库消防安全检查 应急局牵头 4月25日前",
        "task.assign|title=冷库消防安全检查|lead=市应急管理局|due=2025-04-25",
    ),
    Row(
        "lead1",
        "人社局负责，半个月内把高校毕业生见习岗位落实到位",
        "task.assign|title=高校毕业生见习岗位|lead=市人力资源和社会保障局|due=2025-04-25",
    ),
    Row(
        "sup1",
        "根据市长批示，新增一项督办任务：梳理闲置公共资产，财政局牵头，大数据局、审批局配合，5月底前完成。请相关单位签收。",
        "task.assign|title=梳理闲置公共资产|lead=市财政局|due=2025-05-31",
    ),
    Row(
        "lead2",
        "请江北区、云溪区在4月18日前完成沿街商铺燃气报警器安装，应急局、城管局做好配合",
        "task.assign|title=完成沿街商铺燃气报警器安装|lead=江北区人民政府,云溪区人民政府|due=2025-04-18",
    ),
    Row(
        "sup2",
        "交办：解决锦绣花园小区供水压力不足问题，水务集团负责，江北区配合，三日内办结",
        "task.assign|title=解决锦绣花园小区供水压力不足问题|lead=临岳水务发展集团有限公司|due=2025-04-13",
    ),
    Row(
        "lead4",
        "请发改委、工信局抓紧对接省里，争取设备更新资金，这个月底前报结果，纳入督办",
        "task.assign|title=对接省里，争取设备更新资金|lead=市发展和改革委员会,市工业和信息化局|due=2025-04-30",
    ),
    Row(
        "edit1",
        "请教体局负责做好中考考点周边环境整治，6月10日前完成",
        "task.assign|title=做好中考考点周边环境整治|lead=市教育体育局|due=2025-06-10",
    ),
    Row(
        "lead3",
        "消防通道占用问题反映强烈。公安局牵头，城管局、住建局配合，5月1日前集中整治一次，督查室列入督办并跟踪问效。",
        "task.assign|title=集中整治一次|lead=市公安局|due=2025-05-01",
        note="loose title",
    ),
    Row(
        "sup1",
        "【督办通知】请市民政局于6月底前完成城市低保提标工作，配合单位市财政局，请签收",
        "task.assign|title=完成城市低保提标工作|lead=市民政局|due=2025-06-30",
    ),
    Row(
        "lead1",
        "马俊牵头，把市民反映的路灯不亮问题解决了，下周二前",
        "task.assign|title=市民反映的路灯不亮问题解决了|lead=市住房和城乡建设局|due=2025-04-15",
    ),
    Row(
        "sup1",
        "新增督办：编制城市内涝治理方案，牵头单位住建局，2月30日前完成",
        "task.assign|title=编制城市内涝治理方案|lead=市住房和城乡建设局",
    ),
]

NOTICE = [
    Row(
        "sup1",
        "兹定于4月18日上午10:00在市政府一楼会议室召开重点任务督办推进会，请各责任单位分管负责同志准时参会。",
        "meeting.notice|title=重点任务督办推进会|start=2025-04-18T10:00",
        note="units not known",
    ),
    Row(
        "clerk2",
        "各相关单位：经研究，定于下周二下午3:30召开全市消费品以旧换新工作专题会议，会议地点市政府四楼会议室。请发改委、商务局、财政局、工信局主要负责人参会。",
        "meeting.notice|title=全市消费品以旧换新工作专题会议|start=2025-04-15T15:30|units=市发展和改革委员会,市商务局,市财政局,市工业和信息化局",
    ),
    Row(
        "clerk2",
        "紧急通知：今晚8点召开防汛视频会商会，水利局、应急局、各县区参加",
        "meeting.notice|title=防汛视频会商会|start=2025-04-10T20:00|units=市水利局,市应急管理局,江北区人民政府,云溪区人民政府,石塘县人民政府,青禾县人民政府",
    ),
    Row(
        "lead4",
        "后天下午开一次债务风险化解调度会，3点，我办公室，财政局、城建集团、交投集团来",
        "meeting.notice|title=债务风险化解调度会|start=2025-04-12T15:00|units=市财政局,临岳城市建设集团有限公司,临岳交通投资集团有限公司",
    ),
    Row(
        "edit1",
        "通知：4月17日14:30在党校报告厅举办全市政务信息培训班，请各县区、各部门信息员参加",
        "meeting.notice|title=全市政务信息培训班|start=2025-04-17T14:30|units=@districts_departments",
    ),
    Row(
        "clerk2",
        "【会议通知】\n会议名称：市政府第8次常务会议\n会议时间：4月14日（周一）上午9:00\n会议地点：市政府二楼常务会议室\n列席单位：市发改委、市财政局、市住建局\n请于4月11日17:00前报参会名单。",
        "meeting.notice|title=市政府第8次常务会议|start=2025-04-14T09:00|units=市发展和改革委员会,市财政局,市住房和城乡建设局",
    ),
    Row(
        "clerk2",
        "请住建局、城管局、水务集团明天上午9:30到二楼会议室开会，研究道路积水点整治",
        "meeting.notice|start=2025-04-11T09:30|units=市住房和城乡建设局,市城市管理局,临岳水务发展集团有限公司|title=研究道路积水点整治",
    ),
    Row("lead4", "原定周五的常务会推迟到下周一"),
    Row("clerk2", "会开完了，纪要明天发"),
]

DIGEST = [
    Row("lead1", "这一期动态给我看看", "digest.view"), Row("lead2", "第14期《政务动态》调出来", "digest.view|issue=14"), Row("lead4", "《政务动态》第15期可以签发", "digest.publish"),
    Row("lead4", "动态定稿了，发吧", "digest.publish"), Row("edit1", "本周政务动态出来了吗", "digest.view"), Row("lead3", "把上期政务动态发给我", "digest.view"),
    Row("lead4", "同意发布", "digest.publish", quote="《政务动态》2025年第15期（送审稿）已编好，请审签。"), Row("edit2", "发布政务动态", "digest.publish"), Row("lead1", "看看最近的政务动态", "digest.view"),
    Row("lead4", "政务动态看过了，没意见，签发", "digest.publish"), Row("sw", "政务动态登了我们的稿子，太好了"),
]  # fmt: skip

QUERY = [
    Row("lead1", "教体局和卫健委的督办事项进展情况给我汇总一下", "task.query|scope=unit|units=市教育体育局,市卫生健康委员会"), Row("lead2", "目前全市在办的督办件有多少", "task.query|scope=all|state=open"),
    Row("jt", "查我局任务", "task.query|scope=mine"), Row("sup1", "住建局逾期的", "task.query|scope=unit|units=市住房和城乡建设局|state=overdue"), Row("lead3", "哪些单位有超期任务", "task.query|scope=all|state=overdue"),
    Row("zj", "D5还有几天到期", "task.query|scope=one|task=D5"), Row("lead4", "D22现在什么进度，交投报了没有", "task.query|scope=one|task=D22"), Row("lead1", "妇幼保健院迁建搞得怎么样了", "task.query|scope=one|task=D13"),
    Row("sl", "我们这个月要到期的任务有哪些", "task.query|scope=mine|state=due_soon"), Row("lead2", "各部门未完成的事项列个表", "task.query|scope=unit|units=@departments|state=open"), Row("ny", "#D8", "task.query|scope=one|task=D8"),
    Row("lead1", "督办27号完成没有", "task.query|scope=one|task=D27"), Row("wjw", "本单位任务完成情况", "task.query|scope=mine"), Row("lead3", "水利局有没有拖期的任务", "task.query|scope=unit|units=市水利局|state=overdue"),
    Row("sup2", "D14、D23进度怎么样", "task.query|scope=one|task=D14", "task.query|scope=one|task=D23"), Row("gx", "帮我查查10号任务的时限", "task.query|scope=one|task=D10"),
    Row("lead2", "信息采用前三名是哪几家", "info.query|scope=rank"), Row("lead2", "二季度约稿计划发我", "info.query|scope=plan|period=2025-Q2"), Row("jb", "我区本月被采用了几篇信息", "info.query|scope=mine|period=2025-04"),
    Row("edit1", "哪些单位约稿还没交", "info.query|scope=plan"), Row("lead1", "市监局考评第几名", "score.query|units=市市场监督管理局"), Row("lead3", "上半年各县区考核得分", "score.query|units=@counties|period=2025-H1"),
    Row("clerk1", "临财〔2025〕22号文件办到哪了", "document.query"), Row("lead4", "超期公文有几件", "document.query|state=overdue"), Row("lead2", "明后天有什么会议安排", "meeting.query"), Row("st", "H3谁参加", "meeting.query|meeting=H3"),
]  # fmt: skip
