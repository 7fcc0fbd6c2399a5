import { phrases, type Phrase } from './phrase.ts';

/**
 * What people write who chose a tag of levels 1 and 2: one or more phrases say what went wrong, in their own words. The
 * first ones of a tag fit every case.
 */
const overdue = [
  '办得太慢了',
  '{item}拖得太久',
  '进度太慢，一问就说再等等',
  '催了好几次才有动静',
  '等得太久了',
  'late|说好{promised}个工作日，结果{days}天才办下来',
  'late|承诺{promised}天办结，实际等了{days}天',
  'late|早就过了承诺的时间，{days}天才出结果',
  'late|超时了也没人通知一声',
  'late|超过承诺时限了，打电话问只说还在审批',
  'late|{deed}等了整整{days}天，说好的{promised}个工作日呢',
  'inTime days|等了{days}天才拿到，实在太久',
  'inTime days|{deed}前后拖了{days}天',
  'open days|交上去{days}天了，还没有结果',
  'open days|{days}天过去了进度一动不动',
  'open days|申请{days}天了一直显示审核中',
  'open|一直显示审核中，不知道要等多久',
  'open|什么时候能办完谁也说不清，只叫人等',
  'instant hall light|就{deed}这点事，等了{wait}',
  'instant hall|说是当场办，等了{wait}才轮到，又等了{wait}',
  'instant online|页面转圈转了半天，等了{wait}才提交上去',
  'instant online light|说是秒办，等了{wait}还在处理',
  'instant|明明是即办的事，拖了{wait}',
  'hall|排队排了{wait}，办又办了{wait}，太慢',
  'hall morning|等了一上午',
  'hall afternoon|耗了一下午才办完，太慢',
  'call|打电话等了{wait}才有人接，问完还是叫我等',
  'payment|缴个费也要等{wait}',
];

const beyondGuide = [
  '办事指南上没有这个条件，到了才说',
  '要求跟指南上写的不一样',
  '临时又加条件',
  '指南里没写的要求，不答应就不给办',
  '条件说加就加，指南成了摆设',
  '一个人一个说法，又多出一条要求',
  '按指南准备的，结果又说不符合条件',
  '{item}的条件跟公布的对不上',
  '还要先去盖章，指南上根本没提',
  '非要本人到场，指南上没这么写',
  'person|非要单位出面，指南上根本没有这一条',
  'firm|要求法人必须到场，指南上并没有写',
  'firm|额外要求先有场地，指南没有这一条',
  'hall|到了{bureau}又加了一道审核条件',
  'hall window|{window}号窗口说还要领导签字，指南上没有这个条件',
  'online|提交以后又退回，理由是指南上没有的条件',
  'online|网上审核不通过，原因指南里找不到这个要求',
  'supplemented|退回{supplements}次，每次的要求都不一样',
  'call|电话里说的条件和指南对不上',
];

const extraPapers = [
  '又要{paper}，指南上根本没写',
  '非要{paper}，办事指南里没有这份材料',
  '材料清单上没有{paper}，现场非要',
  '材料要了又要，和指南对不上',
  '指南写的材料都带齐了，还说缺{paper}',
  '{deed}还要{paper}，哪里规定的',
  '指南以外的材料要了一堆',
  '先说要{paper}，后来又说要{otherPaper}，指南上都没有',
  '{paper}、{otherPaper}都要，指南里一样没写',
  'supplemented|补了{supplements}次材料，都是指南上没有的',
  'supplemented|材料补了{supplements}回，每次多一样',
  'supplemented|{paper}是后来才说要补的，指南没写',
  'hall|到{bureau}才说还要{paper}，指南上没有',
  'online|上传完又退回，说缺{paper}，指南里没提过这份材料',
  'hall visits|为了指南外的{paper}来回跑了{visits}趟',
  'firm|要我们公司另外出{paper}，指南材料里没有',
  'call|电话里才说还要{paper}，指南上没有这份材料',
];

const wrongSamples = [
  '给的样本是错的，照着填被退回',
  '{paper}的样本跟实际要求不一样，样本有错',
  '指南里的样表是旧的，填完不能用',
  '照样本填的{paper}说不对，样本自己就是错的',
  '样本上的日期、格式都有错',
  '示范文本有错，害我重填',
  '按样本写的都不收，样本错了也没人改',
  '样表和空表对不上，不知道信哪个',
  'hall|{bureau}自己都说样本错了，那为什么还挂着',
  'online|下载的样本打开是别的事项的，错得离谱',
  'online|网上的样表填好上传，提示格式错误',
  'supplemented|照样本填被退了{supplements}次，样本本身有错',
];

const notTakenOnline = [
  '说好网上收材料，结果传不上去',
  '网上提交的材料说收不到，还得送纸质的',
  '承诺在线收件，实际不收',
  '材料在线传了，又要我送一份纸质的',
  '写着可以网上交材料，其实根本收不了',
  '上传按钮点了没反应，{paper}传不上去',
  '{paper}上传一直失败，网上交材料形同虚设',
  '网上传的{paper}说看不清，让拿原件去现场交',
  'online|材料传了{few}遍都提示失败',
  'online|系统里显示材料已提交，工作人员说没收到材料',
  'call|问了说网上收不了材料，只能去现场交',
];

const sentAround = [
  '让我到处跑，{few}个地方互相推',
  '一件事跑了{few}个部门',
  'light|部门之间踢皮球，让我来回跑',
  '这个说归那个管，那个说归这个管，跑断腿',
  '推来推去，跑了{few}个地方都说不归他们管',
  '{deed}要跑{few}个部门盖章',
  'hall|在大厅里跑了{few}个窗口，都说不是这里办',
  'hall|{bureau}让去别处，别处又让回{bureau}，白跑',
  'hall window|{window}号窗口让我去别的窗口，别的窗口又让我回来，来回跑',
  'hall visits|前后跑了{visits}趟，每趟找的窗口都不一样',
  'online|网上说去窗口，窗口说去网上，两头跑',
  'call|打了{few}个电话互相推，最后还是得自己跑',
];

const moreVisits = [
  '说好跑一次，结果跑了{few}次',
  '不是说最多跑一次吗，跑了{few}趟',
  '跑一趟根本办不成',
  '宣传的一次办好，实际跑了{few}趟',
  '又让我再跑一趟',
  '说是不用跑，最后还是跑了{few}次',
  'hall visits|承诺跑一次，前后跑了{visits}趟',
  'hall visits|已经来了{visits}次了，说好的一次办呢',
  'hall|大老远来{deed}，又让改天再跑一趟',
  'hall morning|一大早赶来，说少带了{paper}，还得再跑一次',
  'online|写着零跑动，结果让我到现场跑了{few}趟',
  'supplemented|为补材料跑了{few}趟，说好的只跑一次',
  'call|电话里说跑一次就行，去了又说还要再跑',
];

const poorService = [
  '态度差，效率低',
  '爱理不理的，态度太差',
  '说话难听，办事又慢',
  '问两句就不耐烦，这种态度真差',
  '服务态度恶劣',
  '态度不好，问什么都说不知道',
  '效率太低了，态度也差',
  '{staff}态度很差，说话带刺',
  '{staff}一脸不耐烦，问多了还吼人',
  'hall|{staff}一直在看手机，叫了几声才理，态度差',
  'hall|{staff}和旁边的人聊天，让我干等，效率低',
  'hall window|{window}号窗口态度太差了',
  'hall window|{window}号窗口的{name}说话很冲，态度差',
  'hall morning|上班时间窗口没人，等了{wait}，问了还挨一顿说，态度差',
  'online|在线客服半天不回，回一句就没下文，态度敷衍',
  'online|客服只会复制粘贴，态度敷衍，效率低',
  'call|接线员态度差，话没说完就挂了',
];

const noSamples = [
  '没有样表，不知道怎么填',
  '连个样本都没有，只能自己猜',
  '{paper}没有样本，填错好几回',
  '想找个填写样本找不到',
  '不提供样本，填完又说格式不对',
  '没有示范文本，{paper}写了{few}遍',
  'hall|{bureau}没摆样表，问了才口头说两句',
  'online|网页上没有样本可以下载，不知道格式',
  'online|样本的链接点开是空的，等于没有样本',
  'supplemented|没给样本，{paper}重填了{supplements}次',
];

const noList = [
  '没有材料清单，不知道要带什么',
  '要带哪些材料没说清楚',
  '没人给材料清单，只说缺这缺那',
  '材料清单都没有一张，想到一样要一样',
  '该带{paper}也不早说，没有清单',
  '清单里写得不清楚，{paper}到底要不要没讲',
  '没有一次性给清单，今天要{paper}明天要{otherPaper}',
  'hall|{bureau}没有清单，全靠问，材料漏了{few}样',
  'online|指南页面里找不到材料清单',
  'supplemented|没清单，材料补了{supplements}次才齐',
  'call|电话里问要带什么材料，说不全，也没有清单',
];

const againAndAgain = [
  '同样的材料交了{few}遍',
  '{paper}交过了又要交',
  '一份{paper}反复要',
  '同一个证明每个环节都要交一次',
  '{paper}系统里明明有，还要重复交',
  '上次交的{paper}说没存，又要重新提交',
  '重复交材料，同样的东西复印了{few}份',
  '受理时交了{paper}，后面又让再交一遍',
  'hall|{bureau}要一份{paper}，隔壁又要一份同样的',
  'online|{paper}传过一次，下一步又要重复上传',
  'supplemented|补正{supplements}次，交的还是同样的材料',
  'firm|公司的{paper}年年交次次交，重复提供',
];

const notOnline = [
  '说能网上办，点进去办不了',
  '网上办不了，最后还是得去窗口',
  '写着全程网办，到一半提示线下办理',
  '网办入口点不开',
  '系统老报错，网上根本办不成',
  '{item}说是网办，实际在线办不了',
  '人脸识别一直失败，网上办不了',
  '手机上找不到入口，说好的网办呢',
  'online|登录{few}次都跳出来，网上没法办',
  'online|网上填到最后一步提交不了',
  'online|验证码收不到，在线办理成了空话',
  'call|打电话问，说网上暂时办不了',
];

const queuedAgain = [
  '网上预约了，到现场还要重新取号排队',
  '预约等于没预约，照样排队',
  '约好的时间去了还得再取号',
  '预约号不管用，又排了{wait}',
  '在线预约白约了，现场不认，重新排队',
  '约了时间段，到了还是排{wait}的队',
  'hall morning|约的上午，取号排到中午',
  'hall|{bureau}不看预约，一律重新取号排队',
  'hall window|预约的{window}号窗口，到了又让重新排队',
];

const notSkilled = [
  '工作人员业务不熟',
  '办事的人自己都不会操作',
  '{staff}业务不熟练，问了旁边{few}个人',
  '一看就是新手，业务不熟，录了半天',
  '{staff}对{item}的流程不熟悉，翻了半天资料',
  '业务不熟，一会儿说行一会儿说不行',
  '录错了{few}次，业务太不熟练',
  'hall window|{window}号窗口业务不熟，{wait}才弄好',
  'hall|{bureau}的人说不清流程，业务不熟，要打电话问别人',
  'hall|系统不会用，{staff}捣鼓了{wait}，业务不熟',
];

const curt = [
  '态度生硬',
  '说话硬邦邦的',
  '服务态度比较生硬',
  '问一句答半句，态度生硬',
  '{staff}态度生硬，全程没个好脸',
  '{staff}说话语气很冲',
  '多问一句就嫌烦，态度生硬',
  'light|态度冷冰冰的，像欠他钱',
  'hall window|{window}号窗口态度生硬，材料直接扔出来',
  'hall|{bureau}的{name}说话太生硬',
  'hall|头都不抬，态度生硬',
];

const byTag: readonly (readonly [code: string, faults: readonly string[]])[] = [
  ['108', beyondGuide],
  ['109', extraPapers],
  ['110', overdue],
  ['111', wrongSamples],
  ['112', notTakenOnline],
  ['113', sentAround],
  ['114', moreVisits],
  ['115', poorService],
  ['207', noSamples],
  ['208', noList],
  ['209', overdue],
  ['210', againAndAgain],
  ['211', notOnline],
  ['212', queuedAgain],
  ['213', notSkilled],
  ['214', curt],
];

/** Faults by code of the tag. */
export const faultsOfTags: ReadonlyMap<string, readonly Phrase[]> = new Map(
  byTag.map(([code, faults]) => [code, phrases(faults)]),
);
