import { phrases } from './phrase.ts';

/** What bad texts are made of besides the fault of a tag. Each list begins with a phrase that fits every case. */

/** Faults where no tag was chosen, by what the case went through. */
export const faultsOfHistory = phrases([
  '流程太复杂',
  '办事太折腾',
  '没人把流程讲清楚',
  '问题一直没解决',
  '要求没有一次说清楚',
  '{item}办得很不顺',
  'hall|排队排了{wait}，太久',
  'hall|叫号叫半天不动，只开了{few}个窗口',
  'hall window|{window}号窗口办得太慢，等了{wait}',
  'hall|{bureau}没人引导，转了几圈才找到',
  'hall morning|来了才说系统坏了，让等通知，白等一上午',
  'hall afternoon|还没到下班时间就不叫号了',
  'hall|打印复印都要自己跑，没人管',
  'online|系统老是卡，提交了{few}次才成功',
  'online|网页找半天找不到入口',
  'online|人脸识别过不去，卡了{wait}',
  'online|提交以后没有任何反馈',
  'online|页面提示看不懂，填错又退回',
  'online|手机端闪退{few}次，填的内容全没了',
  'call|电话打不进去，打了{few}次才通',
  'call|问的问题没答上来，让我自己上网查',
  'call|转来转去转了{few}次，最后还是没答复',
  'consultation|咨询了半天还是没弄明白要怎么办',
  'payment|交费的时候扫码付不了，折腾了{wait}',
  'open|交了材料就没下文了',
  'supplemented|材料补了{supplements}次还说不行',
  'supplemented|补正通知写得不清楚，来回补了{supplements}次',
  'late|超过承诺时间{days}天才办完',
  'late|说好{promised}个工作日，拖到第{days}天',
  'late|拖到超期，中间没人打个电话',
  'visits|来回跑了{visits}趟',
]);

/** What of its history a bad text may add to the fault of another tag. */
export const lateRemarks = phrases([
  '而且超期了',
  'promised days|承诺{promised}个工作日，实际用了{days}天',
  'promised days|到办完一共{days}天，超过了承诺的{promised}个工作日',
  '还超时了，没人解释',
  'days|前后一共等了{days}天，早过了承诺期限',
]);

export const supplementRemarks = phrases([
  '材料补了{supplements}次',
  '中间让我补了{supplements}次材料',
  '补材料就补了{supplements}回',
  '为了补件折腾了{supplements}次',
]);

export const visitRemarks = phrases([
  '前后来了{visits}趟',
  '跑了{visits}趟才办成这样',
  '光来就来了{visits}次',
]);

export const openings: Readonly<Record<1 | 2, ReturnType<typeof phrases>>> = {
  1: phrases([
    '非常失望',
    '太失望了',
    '非常不满意',
    '很生气',
    'light|气死人了',
    '太折腾人了',
    'light|真的无语',
    '差评',
    '必须差评',
    'light|一星都嫌多',
    '体验极差',
    '从没这么费劲过',
    '忍不住要说几句',
    '实在受不了',
    '太让人寒心',
  ]),
  2: phrases([
    '不太满意',
    '不满意',
    '有点失望',
    '体验不好',
    '体验一般般，要改进',
    '提点意见',
    '说实话有点折腾',
    '不是很顺',
    '希望改进',
    '有待提高',
    'light|给个两星',
    '跟想的不一样',
  ]),
};

/** Who came for what, and where. */
export const scenes = phrases([
  '{deed}',
  '这次{deed}',
  '为了{deed}',
  'light|头一次{deed}',
  'person light|给老人{deed}',
  'person light|帮家里人{deed}',
  'firm|我们公司{deed}',
  'firm|替单位{deed}',
  'firm|代公司来{deed}',
  'hall|来{bureau}{deed}',
  'hall|到大厅{deed}',
  'hall|在{bureau}{deed}',
  'hall morning|上午来{deed}',
  'hall afternoon|下午去{bureau}{deed}',
  'hall window|在{window}号窗口{deed}',
  'online|在网上{deed}',
  'online light|手机上{deed}',
  'online|用电脑{deed}',
  'online|在平台上{deed}',
  'call|打热线问{item}的事',
  'call|打电话咨询{deed}',
  'consultation|来咨询{item}',
  'payment|{item}交费的时候',
]);

/** What it cost, and what came of it. */
export const consequences = phrases([
  '白白浪费时间',
  '耽误事',
  '问谁谁都不清楚',
  '没人给个说法',
  '急用的事就这么耽误了',
  '心累',
  '反映了也没人管',
  '折腾来折腾去',
  '解释也不解释一句',
  '让人摸不着头脑',
  'person|我是请假来的',
  'person|扣了半天工资',
  'person|老人哪弄得明白这些',
  'person|还抱着孩子',
  'person|家离得远，来一次不容易',
  'firm|公司等着用',
  'firm|影响公司正常经营',
  'firm|耽误了合同',
  'hall|大厅里等的人都在抱怨',
  'hall|连个坐的地方都没有',
  'hall morning|一上午就这么没了',
  'hall afternoon|一下午就这么没了',
  'online|截图都还在',
  'online|客服电话又打不通',
  'online|还不如去窗口',
  'call|电话费倒花了不少',
]);

/** What is asked for in the end. */
export const demands: Readonly<Record<1 | 2, ReturnType<typeof phrases>>> = {
  1: phrases([
    '请给个说法',
    '要求整改',
    '希望领导管一管',
    '请尽快处理',
    '请严肃处理',
    'light|这样的服务谁受得了',
    '到底什么时候能解决',
    '请给我回电话',
    '再这样就投诉了',
    '别再让人白跑',
    '制度是摆设吗',
    '请查一查这件事',
  ]),
  2: phrases([
    '希望改进',
    '希望能快一点',
    '建议把要求一次说清楚',
    '建议优化一下流程',
    '请改一改',
    '建议把指南写明白',
    'light|希望下次别这样',
    '建议多开几个窗口',
    '请加强培训',
    '希望有人回复',
    '能不能提前告知',
  ]),
};
