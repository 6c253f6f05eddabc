"""Still a fresh hand in the invented city: orders, notices, urging, acceptances, and two things at once."""

from __future__ import annotations

from tests.understanding.row import Row

FRESH = [
    Row("clerk2", "各位：周五（4月11日）下午2:30，二楼大会议室，市安委会扩大会议，各县区、安委会成员单位参加。", "meeting.notice|title=市安委会扩大会议|start=2025-04-11T14:30|units=@districts"),
    Row("clerk2", "会议预通知：拟于4月16日召开招商引资调度会，具体时间地点另行通知，请商务局、发改委、各县区做好准备。", "meeting.notice|title=招商引资调度会|start=2025-04-16T09:00|units=市商务局,市发展和改革委员会,@districts"),
    Row("clerk2", "【参会提醒】请住建局、交通局明早8:50前到市政府南门集合，9点统一出发参加北站枢纽现场办公会。", "meeting.notice|title=北站枢纽现场办公会|start=2025-04-11T09:00|units=市住房和城乡建设局,市交通运输局"),
    Row("lead4", "下午四点，财政局、发改委来我办公室开会，研究专项债项目。", "meeting.notice|title=研究专项债项目|start=2025-04-10T16:00|units=市财政局,市发展和改革委员会"),
    Row("sup1", "4月15日上午召开督办例会，请D2、D5、D7牵头单位汇报进展。", "meeting.notice|title=督办例会|start=2025-04-15T09:00"),
    Row("edit1", "今天下午三点信息科开会，科室同志参加", "meeting.notice|start=2025-04-10T15:00|title=信息科开会|units=市政府办公室综合信息科", note="loose"),
    Row("jt", "交通局参会人员：办公室主任卢晨", "meeting.reply|meeting=H1|reply=attend|people=卢晨", quote="【会议通知】H1 一季度经济运行调度会，请于今日下班前回复参会人员"),
    Row("zj", "收到，我局秦川局长参会", "meeting.reply|meeting=H1|reply=attend|people=秦川", quote="【会议通知】H1 一季度经济运行调度会"),
    Row("wjw", "回复：彭立参会，随员文静", "meeting.reply|meeting=H3|reply=attend|people=彭立,文静", quote="H3 营商环境专题座谈会 请回复"),
    Row("gx", "报告会务科：我局主要领导在京开会，H1由丁一代为参加，特此请假", "meeting.reply|meeting=H1|reply=substitute|people=丁一"),
    Row("yj", "D99收到", "task.accept|task=D99"),
    Row("wjw", "【签收】D4、D13", "task.accept|task=D4", "task.accept|task=D13"), Row("jtj", "D3签收完毕，D29也签了", "task.accept|task=D3", "task.accept|task=D29"),
    Row("zj", "D5、D6交办通知已收悉，我局将严格按时限推进", "task.accept|task=D5", "task.accept|task=D6"), Row("sl", "督办通知收到，我们这就部署", "task.accept|task=D7", quote="【督办交办】D7 推进云溪水库除险加固工程，请签收"),
    Row("qh", "收到，请领导放心！青禾县一定高标准完成任务！", "task.accept|task=D18", quote="【督办交办】D18 青禾县乡镇卫生院能力提升，请签收"), Row("qh", "1", quote="【督办交办】D18 青禾县乡镇卫生院能力提升，请签收"),
    Row("sup1", "D5还没有一点动静，住建局什么情况？", "task.urge|task=D5|units=市住房和城乡建设局"), Row("lead1", "住建局的雨污管网到底还要拖到什么时候", "task.urge|task=D5|units=市住房和城乡建设局"),
    Row("sup2", "D12离到期只剩10天，请城管局倒排工期", "task.urge|task=D12|units=市城市管理局"), Row("sup2", "请尚未反馈的D14、D24责任单位于明天中午前补报", "task.urge|task=D14", "task.urge|task=D24"),
    Row("sup1", "【催办】D28 云溪区口袋公园建设8个，请云溪区抓紧办理", "task.urge|task=D28|units=云溪区人民政府"), Row("sup1", "工信局D10、卫健委D4，请本周内更新", "task.urge|task=D10|units=市工业和信息化局,市卫生健康委员会", "task.urge|task=D4|units=市工业和信息化局,市卫生健康委员会", note="loose units"),
    Row("lead3", "高标准农田秋播前必须交付，农业农村局再加把劲", "task.urge|task=D8|units=市农业农村局"), Row("lead2", "托位的事情抓紧落实", "task.urge|task=D4"),
    Row("wjw", "D30验收全部合格已交付使用，D13进度78%", "task.finish|task=D30", "task.progress|task=D13|percent=78"), Row("jtj", "D3可以销号了，D29再等等，目前62%", "task.finish|task=D3", "task.progress|task=D29|percent=62"),
    Row("cg", "D12圆满收官，请销；D14因硬件缺货卡壳", "task.finish|task=D12", "task.progress|task=D14|problem=1"), Row("zj", "两项工作情况：D5推进到50%；D6剩余安置房已全部交付，申请办结。", "task.progress|task=D5|percent=50", "task.finish|task=D6"),
    Row("sl", "D34结了。D7溢洪道完工，大坝填筑剩15米", "task.finish|task=D34", "task.progress|task=D7"), Row("ny", "D8、D15：前者完成82%，后者已完成申请销号", "task.progress|task=D8|percent=82", "task.finish|task=D15"),
    Row("swjt", "D32两个片区改造完成三个，不，改造完成两个，总共五个片区", "task.progress|task=D32|percent=40", note="odd"), Row("jt", "目前进度：D2——58%", "task.progress|task=D2|percent=58"),
    Row("sup2", "督办：市区共享电单车乱停放治理｜城管局牵头｜4月30日", "task.assign|title=市区共享电单车乱停放治理|lead=市城市管理局|due=2025-04-30"),
    Row("lead2", "财政局把一季度三公经费情况核一下，14号前给我", "task.assign|title=一季度三公经费情况核一下|lead=市财政局|due=2025-04-14"), Row("lead3", "@花影 五一文旅活动方案本周拿出来，文旅局牵头，公安配合", "task.assign|title=五一文旅活动方案|lead=市文化和旅游局|due=2025-04-13"),
    Row("lead4", "会议定了三件事，督查室列入督办：一是中心城区停车收费调整，发改委牵头，5月底前；二是非机动车道改造，住建局牵头，9月底前；三是公园夜间照明，城管局负责，4月底前。",
        "task.assign|title=中心城区停车收费调整|lead=市发展和改革委员会|due=2025-05-31", "task.assign|title=非机动车道改造|lead=市住房和城乡建设局|due=2025-09-30", "task.assign|title=公园夜间照明|lead=市城市管理局|due=2025-04-30"),
    Row("sup1", "根据常务会精神，请审批局牵头建立招标代理机构黑名单制度，6月30日前完成，每月25日前报进展", "task.assign|title=建立招标代理机构黑名单制度|lead=市行政审批服务局|due=2025-06-30"),
    Row("sup1", "任务交办\n内容：开展水上交通安全整治\n主办：交通局\n配合：水利局、江北区\n期限：20天内", "task.assign|title=开展水上交通安全整治|lead=市交通运输局|due=2025-04-30"),
    Row("lead1", "石塘县要尽快解决工业园区用电紧张问题，供电公司做好保障，一个月内见到成效，督查室跟踪", "task.assign|title=解决工业园区用电紧张问题|lead=石塘县人民政府|due=2025-05-10"),
    Row("jt", "D2要延期了，10月底吧", "task.extend|task=D2|due=2025-10-31"), Row("gx", "D10恐难按期完成，拟申请延期至7月底，请予批准", "task.extend|task=D10|due=2025-07-31"),
    Row("cg", "D23要不要延期还没定"), Row("rs", "D20专项行动再延长两个月", "task.extend|task=D20|due=2026-02-28"),
    Row("ly", "D9省级评估得分91分，排全省第三", "task.progress|task=D9"), Row("sp", "D16第三方评估满意度96%", "task.progress|task=D16"), Row("zr", "D26涉及三宗地，其中两宗已挂牌，一宗待评审", "task.progress|task=D26"),
    Row("lead1", "D16办得好，全省推广"), Row("zj", "D5有人问起就说在推进"), Row("sup1", "D5的情况我跟市长汇报过了"), Row("jt", "D2的施工照片谁拍的，太模糊了"), Row("wl", "柑橘节去年完成交易额3个亿，今年争取更多"),
    Row("jb", "小区物业费涨了30%，大家都有意见"), Row("ga", "今晚设卡查酒驾，别喝酒开车"), Row("edit1", "谁有上期政务动态的电子版？"), Row("lead2", "以后报进展都要带百分比"), Row("sup2", "今后催办统一由机器人发"), Row("st", "我们县任务最重，完成起来最难"),
]  # fmt: skip
